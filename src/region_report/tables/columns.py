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


def indicator(what="indicator", heading="indicator"):
    """The name of the indicator; below it the region, the kind of figure and the period, as far as they are known."""
    return Column(t(f"tables.column.{heading}"), lambda row: Cell(label(row, what), _kind(row)))


def figure(heading="value"):
    """The figure with unit and bound, sorted by its value; below it what the digits allow."""

    def cell(row):
        ends = interval(row) if row["value"] == row["value"] and row["lower"] != row["upper"] else ""
        return Cell(quantity(row), ends and t("tables.interval", interval=ends), row["value"])

    return Column(t(f"tables.column.{heading}"), cell, numeric=True)


def printed():
    """The figure exactly as the source prints it, in the source's language."""
    return Column(t("tables.column.printed"), lambda row: quoted(row["printed"]))


def origin(numbers):
    """The number of the source in the notes and the place in it; below it status and caveat.

    numbers: from `cited`.
    """

    def cell(row):
        place = t("tables.cited", number=numbers[_source(row)], place=_place(row["place"]))
        return Cell(place if row["source"] else t("text.gap"), _remark(row))

    return Column(t("tables.column.origin"), cell)


def cited(records):
    """The sources of the records, each once, as notes: Cell -> its number from 1."""
    sources = dict.fromkeys(_source(row) for row in records)
    return {source: number for number, source in enumerate(sources, 1)}


def rate(name, *, sign="", decimals=1):
    """A computed column of `metrics.targets`: rounded to what its interval allows, with the interval."""
    return Column(t(f"tables.column.{name}"), lambda row: _rate(row, name, sign, decimals), numeric=True)


def _kind(row):
    """Region (where the row asks for it), kind of figure, nature and period in one line."""
    parts = [label(row, "region")] if row.get("several") else []
    parts += [_measure(row)] if row["measure"] != "metric" else []
    parts += [period(row["period"])] if row["period"] or row["measure"] != "denominator" else []
    return t("tables.join").join(parts)


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
    return t("text.clause").join(filter(None, words))


def _rate(row, name, sign, decimals):
    lower, upper = row[f"{name}_lower"], row[f"{name}_upper"]
    if math.isnan(row[name]):
        return t("text.gap")
    write = percent if sign == "%" else number
    shown = write(row[name], decimals=decimals_allowed(lower, upper, most=decimals))
    ends = t("tables.interval", interval=interval(lower, upper, decimals=decimals) + sign) if lower < upper else ""
    return Cell(shown, ends, row[name])
