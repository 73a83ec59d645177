"""Columns that several tables share."""

import math

from region_report.tables.table import Cell, Column
from region_report.text import (
    decimals_allowed,
    interval,
    label,
    language,
    number,
    percent,
    period,
    quantity,
    t,
)
from region_report.text.words import has


def named(what, heading=None):
    """The name in the edition's language of the `indicator`, `region`, `status`, `note` ... of a row."""
    return Column(t(f"tables.column.{heading or what}"), lambda row: label(row, what) or t("text.gap"))


def when():
    """The period of the row, sorted by its beginning; undated ones say so."""
    return Column(t("tables.column.period"), lambda row: Cell(period(row["period"]), _begin(row["period"])))


def figure(heading="value"):
    """The figure with unit and bound, sorted by its value."""
    return Column(t(f"tables.column.{heading}"), lambda row: Cell(quantity(row), row["value"]), numeric=True)


def ends():
    """What the digits allow."""
    return Column(t("tables.column.interval"), interval, numeric=True)


def measure():
    """What kind of figure it is, and whether a plan calls it binding or anticipatory."""
    return Column(t("tables.column.measure"), _measure)


def printed():
    """The figure exactly as the source prints it, in the source's language."""
    return Column(t("tables.column.printed"), lambda row: quoted(row["printed"]))


def source():
    """Title of the source with its grade; linked where the source is the original."""
    return Column(t("tables.column.source"), _source)


def place():
    """Where in the source the figure stands."""
    return Column(t("tables.column.place"), lambda row: _place(row["place"]))


def remark():
    """The status of the figure and what a reader must know of it."""
    return Column(t("tables.column.note"), _remark)


def rate(name, *, sign="", decimals=1):
    """A computed column of `metrics.targets`: rounded to what its interval allows, with the interval."""
    return Column(t(f"tables.column.{name}"), lambda row: _rate(row, name, sign, decimals), numeric=True)


def _begin(value):
    """A period as a number that sorts: 20231200 for a month; NaN where there is none."""
    digits = str(value or "").split("/")[0].replace("-", "")
    return float(digits.ljust(8, "0")) if digits.isdigit() else math.nan


def quoted(words):
    """Words of a Chinese source; outside the Chinese edition they say that they are Chinese."""
    if not words:
        return Cell(t("text.gap"))
    return Cell(words, lang="" if language() == "zh" else "zh")


def grade(name):
    """The name of a grade."""
    return t(f"text.grade.{name}")


def _measure(row):
    name = t(f"text.measure.{row['measure']}")
    return name + t("text.brackets", inner=t(f"tables.nature.{row['nature']}")) if row.get("nature") else name


def _source(row):
    if not row["source_grade"]:
        return t("text.gap")
    title = label(row, "source") + t("text.brackets", inner=grade(row["source_grade"]))
    return Cell(title, href="" if row["source_grade"] == "mirror" else row.get("source_url") or "")


def _place(place):
    """A span of characters, or a row or page, in words."""
    if not place:
        return t("text.gap")
    if place.replace("-", "").isdigit():
        return t("tables.place.span", span=place.replace("-", "–"))
    kind, _, count = place.rpartition(" ") if place[-1].isdigit() else (place, "", "")
    key = f"tables.place.{kind.replace(' ', '_')}"
    return t(key, count=count) if has(key) else place


def _remark(row):
    words = [label(row, "status"), label(row, "note")]
    return t("text.clause").join(filter(None, words)) or t("text.gap")


def _rate(row, name, sign, decimals):
    lower, upper = row[f"{name}_lower"], row[f"{name}_upper"]
    if math.isnan(row[name]):
        return t("text.gap")
    write = percent if sign == "%" else number
    shown = write(row[name], decimals=decimals_allowed(lower, upper, most=decimals))
    if lower < upper:
        shown += t("text.brackets", inner=interval(lower, upper, decimals=decimals) + sign)
    return Cell(shown, row[name])
