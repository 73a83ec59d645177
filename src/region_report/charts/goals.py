"""What the charts of targets share: the figures of a row of `metrics.targets` as rows of their own."""

import math
from collections import Counter

from region_report.charts import cited, tips
from region_report.charts.chart import Column
from region_report.languages import columns as languages
from region_report.text import label, period, quantity, standing, t

PARTS = ("baseline", "current", "target")
# One shape a kind of figure in every chart of targets.
LOOKS = {
    "baseline": ("square", "muted", True),
    "current": ("circle", "primary", True),
    "evidence": ("circle", "primary", False),
    "target": ("diamond", "secondary", True),
}


_OF_ROW = ("unit", *languages("unit"), "kind", "region", "indicator", *languages("indicator"))
_OF_PART = (
    "lower", "upper", "bound", "period", "printed", "status", *languages("source"), "source_grade",
)  # fmt: skip


def part(row, name):
    """The baseline, current figure or target of a row as a figure with its unit, ready for `text`."""
    figure = {key: row[key] for key in _OF_ROW}
    figure |= {key: row[f"{name}_{key}"] for key in _OF_PART}
    return figure | {"value": row[name], "measure": "actual" if name == "current" else name}


def known(row, name):
    """Whether the row has a number for that part."""
    return not math.isnan(row[name])


def words(row, name):
    """The part as it is shown: a quantity, or the dash of a gap."""
    return quantity(part(row, name)) if known(row, name) else t("text.gap")


def describe(row, name):
    """The part in words for screen readers: what of which indicator, when, how much."""
    return t(
        f"charts.goal.{name}",
        indicator=label(row, "indicator"),
        period=period(row[f"{name}_period"]),
        value=words(row, name),
    )


def tip(row, name, heading=None):
    """The part for a reader who points at it."""
    return tips.of_part(part(row, name), heading or t(f"charts.goal.key.{name}"))


def names(records):
    """What tells the records apart: the indicator, the region before it and the target's period behind if need be."""
    several = len({record["region"] for record in records}) > 1
    often = Counter((record["region"], record["indicator"]) for record in records)
    return [_name(record, several, often[record["region"], record["indicator"]] > 1) for record in records]


def _name(record, several, often):
    name = label(record, "indicator")
    if several:
        name = f"{label(record, 'region')}{t('text.colon')}{name}"
    return name + t("text.brackets", inner=period(record["target_period"])) if often else name


def sources(records):
    """The titles of the sources of baselines, current figures and targets, each once."""
    return cited.sources(records, [f"{name}_source" for name in PARTS])


def columns():
    """The table behind every chart of targets: the indicator, its three figures, and the status."""
    return [
        Column("region", t("charts.column.region"), lambda row: label(row, "region")),
        Column("name", t("charts.column.indicator"), lambda row: label(row, "indicator")),
        *(column for name in PARTS for column in figure(name, heading=t(f"charts.column.{name}"))),
        Column("status", t("charts.column.status"), standing),
    ]


def figure(name, *, heading):
    """The two columns of one part: the figure and its period."""
    when = t("charts.column.with_period", figure=heading)
    return [
        Column(name, heading, lambda row: words(row, name), lambda row: row[name]),
        Column(f"{name}_period", when, lambda row: _when(row, name)),
    ]


def _when(row, name):
    return period(row[f"{name}_period"]) if known(row, name) else t("text.gap")
