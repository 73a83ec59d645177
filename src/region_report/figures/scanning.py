"""Every figure of a running text, and every expression that only looks like one."""

import re
from dataclasses import dataclass, replace

from region_report.figures import grammar, kinds
from region_report.figures.characters import join_lines
from region_report.figures.figure import Figure, FigureError
from region_report.figures.reading import read_match

PATTERN = grammar.compile_pattern(f"{kinds.OTHER}|{grammar.FULL}|(?:{grammar.EACH})?{grammar.FIGURE}")
NUMERALS = re.compile(f"[{grammar.NUMERAL}]+")

# Behind these a numeral is part of a word: 统一, 第一, 几十, 专一.
WORD_BEFORE = grammar.NUMERAL + "几数第初统同专唯单划逐惟万亿0123456789"
BARE_WORD_BEFORE = "通经超不越以渡错"
BUILT_BEFORE = tuple(word for word in grammar.BUILD.split("|") if len(word) > 1)
POINTING = ("这", "那", "某", "另", "同", "任何", "哪", "每", "又", "再", "之", "的")
CLAUSE_END = ",。;:、)!?\n"
NOT_YET = re.compile(r"(?:未|没有|尚未|不是|并非|基本|近乎)(?:能|曾)?(?:实现|达到)?$")


@dataclass(frozen=True)
class Found:
    """An expression with a number: `text[start:end]`, printed there (layout breaks removed).

    kind is figure, date, ratio, plan, ordinal, enumerator, duration, age, structural, name, docno, damage,
    or condition (a coverage the text denies).
    figure is None where the expression has no single value (a date, a ratio, a plan's name);
    four bare digits that look like a year are a date that keeps its number.
    """

    start: int
    end: int
    printed: str
    figure: Figure | None
    kind: str


def scan(text):
    """Every figure in the text, in order, and the dates, ordinals and names a caller may set aside.

    >>> [(found.printed, found.kind) for found in scan("2020年，志愿者4.7万名，社工近400人，统一服务。")]
    [('2020年', 'date'), ('4.7万名', 'figure'), ('近400人', 'figure')]
    """
    joined, places = join_lines(text)
    found, position = [], 0
    while match := PATTERN.search(joined, position):
        item = read_other(match) or read_figure(match, joined)
        if not item:
            position = resume(match, joined)
            continue
        kind, figure = item
        start, end = places[match.start()], places[match.end() - 1] + 1
        printed = "".join(text[start:end].splitlines())
        found.append(Found(start, end, printed, figure and replace(figure, printed=printed), kind))
        position = match.end()
    return found


def read_other(match):
    """Kind of a match that has no value."""
    group = match.lastgroup
    return (kinds.KIND_OF.get(group, group), None) if group in kinds.KINDS else None


def read_figure(match, joined):
    """Kind and figure of a match, or None where it is part of an ordinary word."""
    if match["full"]:
        kind = "condition" if NOT_YET.search(joined[max(0, match.start() - 8) : match.start()]) else "figure"
        return kind, read_match(match, match.group())
    if not counts(match, joined):
        return None
    try:
        figure = read_match(match, match.group())
    except FigureError:
        # Printed, but impossible to read as one figure (40-35): the caller should see it.
        return "damage", None
    if figure.per and figure.unit.startswith("元"):
        return None
    return kinds.kind_of_figure(match, figure, joined[match.end() : match.end() + 2]), figure


def counts(match, joined):
    """Whether Chinese numerals are a figure here; Arabic digits always are."""
    before = joined[max(0, match.start() - 4) : match.start()]
    if match["bare"]:
        return not before.endswith(tuple(BARE_WORD_BEFORE))
    if match["numerator"] or match["half"] or match["hundredth"]:
        return True
    numerals = match["tenths"] or match["amount"]
    if not NUMERALS.match(numerals) or match["holder"]:
        return True
    bounded = bool(match["before"])
    if not bounded and before.endswith(tuple(WORD_BEFORE)):
        return False
    return bool(match["tenths"]) or counts_in_words(match, before, joined[match.end() : match.end() + 1])


def counts_in_words(match, before, behind):
    """Whether numerals in words with this measure word are meant as a number."""
    numerals, unit, bounded = match["amount"], match["unit"], bool(match["before"])
    long = len(numerals) > 1 and numerals[0] not in "百千零〇"
    if not unit:
        return long and (bounded or bool(re.search("[万亿点]", numerals)))
    if unit == "分" or (numerals[0] in "百千零〇" and not bounded):
        return False
    if numerals != "一" or bounded or unit in grammar.DURATIONS:
        return True
    # 成立一家, 墓区一个，: a count. 一个目标, 一批名字: an article.
    if unit in kinds.OUTLINE_UNITS | kinds.OUTLINE_IN_WORDS or before.endswith(POINTING):
        return False
    return before.endswith(BUILT_BEFORE) or behind in CLAUSE_END


def resume(match, joined):
    """Where to go on behind words that are no figure: never in the middle of a numeral."""
    run = NUMERALS.match(joined, match.start())
    return run.end() if run else match.start() + 1
