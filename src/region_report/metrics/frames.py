"""The metric frame: the columns of observations, and a few more that say how a value came about."""

import math

import pandas as pd

from region_report.languages import LANGUAGES, columns

EXTRA = ["decimals", "group", *columns("inputs"), "denominator_period"]
_NUMBERS = ("value", "lower", "upper")
_NAMED = columns("status", "source_grade")
_OF_REGION = [*columns("region"), "region_level"]
# All other columns hold text as Python has it.
_KINDS = dict.fromkeys(_NUMBERS, "float64") | {"decimals": "int64"} | dict.fromkeys(_NAMED, "str")
_TEXTS = columns("definition", "note", "unit")
_GAPS = dict.fromkeys(_NUMBERS, math.nan)


def metric_frame(parts, records, *, added=()):
    """One metric frame of the results of several metrics: labels of metric, region and status added.

    parts: pairs of a metric and its rows. A metric is what names it: id, `texts`, unit and so on. A row is a
    dictionary: region, period, status, and where there is a value `value, lower, upper, bound` and what was used.
    added: more columns that the rows have, after those of the observations. The rows of each metric are sorted by
    region as in the observations, then period; absent text is empty, absent numbers are NaN.
    """
    columns = [*records.columns, *added, *(name for name in EXTRA if name not in records.columns)]
    found = (row for metric, rows in parts for row in labelled(metric, rows, records))
    cells = [tuple(row.get(name, "") for name in columns) for row in found]
    # One block of texts, then the few columns of another kind: a third of the cost of a frame made column by column.
    frame = pd.DataFrame(cells, columns=columns, dtype=object)
    return frame.assign(**{name: pd.array(frame[name].tolist(), dtype=kind) for name, kind in _KINDS.items()})


def labelled(metric, rows, records):
    """The rows of one metric in their order, as dictionaries with all labels; see `metric_frame`."""
    labels = _labels(metric, records)
    for row in sorted(rows, key=lambda row: (records.regions[row["region"]], row["period"])):
        region = records.row(records.regions[row["region"]])
        full = _GAPS | row | labels | {name: region[name] for name in _OF_REGION}
        for code, names in (("status", records.status_words), ("source_grade", records.grade_words)):
            for lang, name in zip(LANGUAGES, names[full.get(code, "")], strict=True):
                full[f"{code}_{lang}"] = name
        yield full


def rows_of(frame):
    """The rows of a frame as dictionaries, column by column: `to_dict` makes thrice the calls."""
    columns = (column.tolist() for _, column in frame.items())
    return [dict(zip(frame.columns, row, strict=True)) for row in zip(*columns, strict=True)]


def bound_of(value, lower, upper):
    """`exact`, `at_least`, `at_most` or `approximate`, by the ends of the interval; empty without a value."""
    if math.isnan(value):
        return ""
    if lower == upper:
        return "exact"
    if math.isinf(upper):
        return "at_least"
    return "at_most" if value == upper and lower < value else "approximate"


def _labels(metric, records):
    """What names the metric; theme and stage of its first input, where the observations have it."""
    first = records.first(metric.uses[0])
    row = {} if first is None else records.row(first)
    return {
        "indicator": metric.id,
        **{f"indicator_{lang}": metric.texts[f"name_{lang}"] for lang in LANGUAGES},
        **{name: metric.texts[name] for name in _TEXTS},
        "unit": metric.unit,
        "kind": "metric",
        "decimals": metric.decimals,
        "group": metric.group,
        "theme": row.get("theme", ""),
        "stage": row.get("stage", ""),
    }
