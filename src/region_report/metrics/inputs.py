"""Which figures a metric may use: usable ones, one for each period, denominators nearest in time.

A figure is a dictionary: the columns of its row in the observations frame, and what is said of them here.
"""

import math
import re
from collections import defaultdict
from itertools import groupby

from region_report.languages import LANGUAGES, columns
from region_report.metrics.records import CLEAN
from region_report.metrics.words import period_words, word

# From the most to the least trusted; two sources that agree count as the better one.
GRADES = ("official", "document", "dataset", "press", "mirror")
ANY = ("denominator", "actual", "baseline")
_TRUST = {grade: rank for rank, grade in enumerate(GRADES)}
# How the names of several sources are joined.
JOINED = (("source", "; "), *((f"source_{lang}", word("written.clauses", lang)) for lang in LANGUAGES))
_MOMENT = re.compile(r"^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$")
# What a metric has instead of a denominator that is not on file.
NONE = dict.fromkeys(("value", "lower", "upper"), math.nan) | dict.fromkeys(
    ("bound", "status", *columns("words"), "source", *columns("source"), "source_grade", "period"), ""
)


def usable(observations):
    """The rows of a frame whose figure has a value and measures what the indicator says."""
    return observations[observations["value"].notna() & observations["status"].fillna("").isin(CLEAN)]


def figures_of(records, indicator, measures):
    """The usable figures of an indicator, one a region and period, as dictionaries.

    records: `records.Records`. measures: the measures that count. A figure has the columns of its row, and
    `anchor`, `trust`, and in each language `words_zh` ... (the figure as printed, its period, its source's grade).
    `anchor` is the source of an undated figure, since undated figures of two sources need not belong together.
    Figures of several sources for the same period are one figure where their intervals meet, and an interval
    that spans them all, with status `conflicting`, where they do not.
    """
    return one_figure(records.rows(records.usable([indicator], measures)))


def one_figure(rows):
    """Rows of figures as one figure for each region, indicator and period, sorted by them; see `figures_of`."""
    told = sorted(map(_told, rows), key=lambda row: (*key(row), row["trust"]))
    return [_merged(list(group)) for _, group in groupby(told, key=key)]


def key(figure):
    """What two rows share that tell of one figure."""
    return figure["region"], figure["indicator"], figure["period"], figure["anchor"]


def moment(figure):
    """What figures of several indicators share that belong together."""
    return figure["region"], figure["period"], figure["anchor"]


def denominators(records, indicator):
    """The figures of a denominator by region, each with `when`, the end of its period as a year."""

    def found():
        by_region = defaultdict(list)
        for figure in figures_of(records, indicator, ANY):
            by_region[figure["region"]].append(figure | {"when": when(figure["period"])})
        return dict(by_region)

    return records.remembered(("denominators", indicator), found)


def nearest(figures, numerator):
    """The figure nearest in time to a numerator, or NONE.

    figures: those of one denominator and of the numerator's region. numerator: has a `period`. An undated numerator
    gets the latest figure's value and an interval that spans all figures on file.
    """
    if not figures:
        return NONE
    asked = when(numerator["period"])
    best = min(figures, key=lambda figure: (_gap(asked, figure["when"]), figure["trust"], *_latest_first(figure)))
    return best if not math.isnan(asked) else best | _spanning(best, figures)


def weakest(*grades):
    """The least trusted of several grades."""
    return (*GRADES, "")[max(map(trust, grades))]


def trust(grade):
    """The place of a grade among GRADES, behind them where it is none."""
    return _TRUST.get(grade, len(GRADES))


def when(period):
    """The end of a period as a year with fraction, NaN where it has none: `2020-11-01` is ten months of 2020.

    >>> when("2020"), when("2020/2023"), round(when("2020-11"), 3)
    (2021.0, 2024.0, 2020.917)
    """
    found = _MOMENT.match(period.rpartition("/")[2])
    if not found:
        return math.nan
    year, month, day = (float(part) if part else None for part in found.groups())
    months = (12.0 if month is None else month) - 1 + min(31.0 if day is None else day, 31.0) / 31
    return year + months / 12


def _gap(asked, there):
    """Years between two moments; an undated numerator is taken for the far future, so that the latest is nearest."""
    return abs((1e4 if math.isnan(asked) else asked) - (-1e4 if math.isnan(there) else there))


def _latest_first(figure):
    return (1, 0.0) if math.isnan(figure["when"]) else (0, -figure["when"])


def _spanning(best, figures):
    """The ends over all periods, and the words that say so."""
    ends = {"lower": min(each["lower"] for each in figures), "upper": max(each["upper"] for each in figures)}
    if len(figures) == 1:
        return ends
    for lang in LANGUAGES:
        periods = word("written.list", lang).join(period_words(each["period"], lang) for each in figures)
        ends[f"words_{lang}"] = best[f"words_{lang}"] + word("span", lang).format(periods=periods)
    return ends


def _told(row):
    """A row with its anchor, its trust and its words."""
    words = {f"words_{lang}": _words(row, lang) for lang in LANGUAGES}
    return row | {"anchor": "" if row["period"] else row["source"], "trust": trust(row["source_grade"])} | words


def _words(row, lang):
    """A figure as a reader finds it: `小组活动 3893节（未注明时间；所据文件）`."""
    parts = filter(None, (period_words(row["period"], lang), row[f"source_grade_{lang}"]))
    behind = word("written.brackets", lang).format(inner=word("written.clauses", lang).join(parts))
    return f"{row[f'indicator_{lang}']} {row['printed']}{behind}"


def _merged(group):
    """One figure of several sources and the same period; the first is the most trusted."""
    row = group[0]
    if len(group) == 1:
        return row
    lower, upper = max(each["lower"] for each in group), min(each["upper"] for each in group)
    if lower <= upper:
        # They agree: the tightest reading that all of them allow.
        best = min(group, key=_width)
        return row | {name: best[name] for name in ("value", "lower", "upper", "bound", "printed")} | _texts(group)
    given = [each["value"] for each in group]
    ends = {"lower": min(each["lower"] for each in group), "upper": max(each["upper"] for each in group)}
    ends |= {"value": (min(given) + max(given)) / 2, "status": "conflicting", "source_grade": group[-1]["source_grade"]}
    return row | ends | _texts(group)


def _width(figure):
    """For sorting: the widths of intervals that are open on both sides cannot be told apart."""
    width = figure["upper"] - figure["lower"]
    return (1, 0.0) if math.isnan(width) else (0, width)


def _texts(group):
    words = {f"words_{lang}": _together(group, lang) for lang in LANGUAGES}
    sources = {name: stop.join(dict.fromkeys(each[name] for each in group)) for name, stop in JOINED}
    # What several sources promise was known from the first of them on.
    return words | sources | {"source_date": min(filter(None, (each["source_date"] for each in group)), default="")}


def _together(group, lang):
    """The name once, then each figure: `社会工作专业人才 5万人（2025年；政府网站）、5万人（2025年；所据文件）`."""
    name = f"{group[0][f'indicator_{lang}']} "
    return name + word("written.list", lang).join(
        dict.fromkeys(each[f"words_{lang}"].removeprefix(name) for each in group)
    )
