"""From rows of frames to the values of findings."""

import math
from collections import defaultdict

from region_report.metrics import inputs
from region_report.metrics.finding import Finding, Value, Words
from region_report.metrics.frames import rows_of
from region_report.metrics.words import period_words, word


def finding(id, rows, *, section="", spans="", **values):
    """A Finding about the region of `rows`, with their sources and the weakest of their grades.

    rows: dictionaries of an observations or metric frame, with `region`, its names, `source` and
    `source_grade`. The region's name is always a value. section: see `Finding`. spans: the value whose interval
    the sentence tells; where its ends are written alike there is nothing to tell, and the sentence is `<id>_exact`.
    """
    first = rows[0]
    sources = tuple(dict.fromkeys(source for row in rows for source in row["source"].split("; ")))
    grade = inputs.weakest(*(row["source_grade"] for row in rows))
    if spans and _alike(values[spans]):
        id = f"{id}_exact"
    return Finding(id, {"region": name(first, "region"), **values}, first["region"], sources, grade, section)


def number(row, prefix="", *, decimals=0, kind="number", scale=1.0):
    """The Value in the columns `<prefix>`, `<prefix>_lower`, `<prefix>_upper`, or `value` and its ends.

    The value, not the ends, is rounded to `decimals`; a sentence may show it with its interval beside it.
    """
    value, *ends = [prefix, f"{prefix}_lower", f"{prefix}_upper"] if prefix else ["value", "lower", "upper"]
    lower, upper = (scale * row[end] for end in ends)
    rounded = round(scale * row[value], decimals)
    # Exactly three sessions a case are 3, not 3.0.
    decimals = 0 if lower == upper == rounded == int(rounded) else decimals
    return Value(rounded, lower, upper, kind=kind, decimals=decimals)


def _alike(value):
    return round(value.lower, value.decimals) == round(value.upper, value.decimals)


def count(value):
    """An exact whole number."""
    return Value(float(value))


def name(row, what):
    """The names in the columns `<what>_zh`, `<what>_en` and so on."""
    return Words.each(lambda lang: row[f"{what}_{lang}"])


def when(period):
    """A period in words of each language."""
    return Words.each(lambda lang: period_words(period, lang))


def joined(words):
    """Several names as one list."""
    return Words.each(lambda lang: word("written.list", lang).join(each.of(lang) for each in words))


def records(frame):
    """The rows with a value, as dictionaries."""
    return rows_of(frame[frame["value"].notna()])


def by_region(rows):
    """Slug -> the rows of a region, in the order that they have."""
    found = defaultdict(list)
    for row in rows:
        found[row["region"]].append(row)
    return found


def latest(rows):
    """The row with the latest period; undated ones, whose time is unknown, come after the dated."""
    return max(rows, key=lambda row: (math.inf, "") if not row["period"] else (0, row["period"]))
