"""One printed figure, read strictly."""

from functools import lru_cache

from region_report.figures import grammar, kinds
from region_report.figures.characters import spell
from region_report.figures.figure import FigureError
from region_report.figures.reading import read_match
from region_report.figures.scanning import scan

EXAMPLES = "Print one figure, such as 4.7万名, 2.5万户以上, 44.28% or 全覆盖."
KIND_WORDS = {
    "date": "a date",
    "ratio": "a ratio",
    "plan": "the name of a plan",
    "ordinal": "an ordinal",
    "enumerator": "the number of a list item",
    "name": "a name",
    "docno": "the number of a document",
    "structural": "the base of a rate",
    "damage": "damaged",
}


@lru_cache(maxsize=200_000)
def parse(printed, *, commitment=False, column=""):
    """The figure that `printed` prints, and nothing else.

    commitment: a target is exact where a measured figure would be rounded, unless it carries a bound word.
    column: scale and unit of a table column (`万人`, `%`), for a cell that prints the number alone.

    >>> people = parse("4.7万名")
    >>> people.value, people.lower, people.upper, people.bound, people.unit
    (47000.0, 46500.0, 47500.0, 'exact', '名')
    >>> parse("每个设区市至少拥有一个").per, parse("2.3", column="万人").value
    ('设区市', 23000.0)

    Raises FigureError where the words hold no figure, several, one beside other words, or a date or ordinal.
    """
    words = spell("".join(printed.split("\n"))).strip()
    match = grammar.ONE_FIGURE.fullmatch(words)
    if match and column and not match["full"] and not match["unit"]:
        match = grammar.ONE_FIGURE.fullmatch(words + spell(column).strip()) or match
    if not match or is_other_kind(words):
        raise FigureError(what_is_wrong(printed, words))
    return read_match(match, printed, commitment=commitment)


def is_other_kind(words):
    """Whether the words are a date, an ordinal or the like."""
    return bool(kinds.ONE_OTHER.fullmatch(words))


def what_is_wrong(printed, words):
    """Why these words are not one figure: what was found, what is allowed."""
    other = kinds.ONE_OTHER.fullmatch(words)
    if other:
        kind = kinds.KIND_OF.get(other.lastgroup, other.lastgroup)
        return f"'{printed}' is {KIND_WORDS[kind]}, not a figure. {EXAMPLES}"
    found = [item.printed for item in scan(words) if item.figure]
    if not found:
        return f"'{printed}' holds no figure. {EXAMPLES}"
    if len(found) > 1:
        listed = ", ".join(f"'{item}'" for item in found)
        return f"'{printed}' holds {len(found)} figures: {listed}. Give each its own row."
    rest = words.replace(found[0], " … ", 1).strip(" …")
    return f"'{printed}' holds the figure '{found[0]}' and other words: '{rest}'. {EXAMPLES}"
