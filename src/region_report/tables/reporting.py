"""Coverage of many regions as tables: how many regions report an indicator, and how much each province reports."""

from region_report.metrics.reporting import by_indicator, by_province
from region_report.tables import addresses
from region_report.tables.several import Several
from region_report.tables.table import Cell, Column, make
from region_report.text import label, number, percent, t

_OTHERS = ("target_only", "in_words", "other", "not_found")


def reporting(covered):
    """Every indicator with the number of regions in each state, and below it what the provinces report.

    covered: frame of `metrics.coverage.coverage`.
    """
    indicators, provinces = by_indicator(covered), by_province(covered)
    return Several((
        make("reporting", indicators.to_dict("records"), _of_indicators()),
        make("reporting_by_province", provinces.to_dict("records"), _of_provinces()),
    ))  # fmt: skip


def _of_indicators():
    return [
        Column(t("tables.column.indicator"), _indicator),
        Column(t("charts.reporting.reported"), _reported, numeric=True),
        Column(t("charts.reporting.undated"), _count("undated"), numeric=True),
        *(Column(t(f"tables.reporting.{state}"), _count(state), numeric=True) for state in _OTHERS),
    ]


def _of_provinces():
    counts = [
        Column(t(f"tables.reporting_by_province.{name}"), _count(name), numeric=True)
        for name in ("regions", "indicators", "median", "least", "most")
    ]
    return [Column(t("tables.reporting_by_province.province"), lambda row: label(row, "area")), *counts]


def _indicator(row):
    """The name leads to the page of the indicator, which is there where a region says anything of it."""
    said = row["not_found"] < row["regions"]
    href = addresses.indicator(row["indicator"]) if said else ""
    return Cell(label(row, "indicator"), t(f"tables.theme.{row['theme']}"), href=href)


def _reported(row):
    share = percent(100 * row["reported"] / row["regions"], decimals=0)
    return Cell(number(row["reported"]), share, row["reported"])


def _count(name):
    return lambda row: Cell(number(row[name]), value=row[name])
