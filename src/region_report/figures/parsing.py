"""One printed figure, read strictly."""

from functools import lru_cache

from region_report.figures import grammar, kinds
from region_report.figures.characters import spell
from region_report.figures.figure import FigureError
from region_report.figures.reading import read_match
from region_report.figures.scanning import scan
from region_report.messages import Message


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
        raise what_is_wrong(printed, words)
    return read_match(match, printed, commitment=commitment)


def is_other_kind(words):
    """Whether the words are a date, an ordinal or the like."""
    return bool(kinds.ONE_OTHER.fullmatch(words))


def what_is_wrong(printed, words):
    """The error that says why these words are not one figure: what was found, what is allowed."""
    other = kinds.ONE_OTHER.fullmatch(words)
    if other:
        kind = kinds.KIND_OF.get(other.lastgroup, other.lastgroup)
        return FigureError("other_kind", found=printed, kind=Message(f"faults.kind.{kind}"))
    found = [item.printed for item in scan(words) if item.figure]
    if not found:
        return FigureError("no_figure", found=printed)
    if len(found) > 1:
        listed = tuple(Message("faults.quoted", found=item) for item in found)
        return FigureError("several_figures", found=printed, count=len(found), figures=listed)
    rest = words.replace(found[0], " … ", 1).strip(" …")
    return FigureError("beside_words", found=printed, figure=found[0], words=rest)
