"""Columns that several tables share."""

import math

from region_report.tables import addresses, origins
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
    with_step_unit,
)


def named(what, heading=None):
    """The name in the edition's language of the `indicator`, `region`, `status`, `note` ... of a row."""
    return Column(t(f"tables.column.{heading or what}"), lambda row: label(row, what) or t("text.gap"))


def indicator(heading="indicator", detail=None):
    """The name of the indicator; below it region and `detail` of the row, by default kind of figure and period."""

    def cell(row):
        parts = [label(row, "region")] if row.get("several") else []
        # A metric is explained on the page of methods, an indicator on a page of its own.
        href = "" if row.get("measure") == "metric" else addresses.indicator(row["indicator"])
        return Cell(label(row, "indicator"), t("tables.join").join([*parts, *(detail or _kind)(row)]), href=href)

    return Column(t(f"tables.column.{heading}"), cell)


def figure(heading="value", *, origin=origins.reported):
    """The figure with unit and bound, sorted by its value; below it what the digits allow.

    origin: of a row, where its figure comes from.
    """

    def cell(row):
        below = _ends(row) if row["value"] == row["value"] else ""
        return Cell(quantity(row), below, row["value"], origin=origin(row))

    return Column(t(f"tables.column.{heading}"), cell, numeric=True)


def printed():
    """The figure exactly as the source prints it, in the source's language."""
    return Column(t("tables.column.printed"), lambda row: quoted(row["printed"]))


def named_figure(heading):
    """The indicator and its figure in one cell; below them kind of figure, period and interval."""

    def cell(row):
        shown = t("tables.named", name=label(row, "indicator"), value=quantity(row))
        below = t("tables.join").join([*_kind(row), _ends(row)])
        return Cell(shown, below, row["value"], origin=origins.reported(row))

    return Column(t(f"tables.column.{heading}"), cell)


def reason(numbers):
    """Why a figure settles nothing; below it the number of the source and the place in it."""
    return Column(t("tables.column.why"), lambda row: Cell(label(row, "reason"), _cited(row, numbers)))


def origin(numbers):
    """The number of the source in the notes and the place in it; below it status and caveat.

    numbers: from `cited`.
    """
    return Column(t("tables.column.origin"), lambda row: Cell(_cited(row, numbers), _remark(row)))


def caveat():
    """Status and caveat of a figure."""
    return Column(t("tables.column.caveat"), lambda row: _remark(row) or t("text.gap"))


def cited(records):
    """The sources of the records, each once, as notes: Cell -> its number from 1."""
    sources = dict.fromkeys(origins.source(row) for row in records)
    return {source: number for number, source in enumerate(sources, 1)}


def pace():
    """What a target requires a year: compound growth, below it its interval and the step on a straight line."""

    def cell(row):
        if math.isnan(row["required_growth"]):
            return t("text.gap")
        growth, ends = _rate(row, "required_growth", "%")
        step = t("tables.step", step=with_step_unit(_rate(row, "required_step")[0], row))
        below = t("tables.join").join([*ends, step])
        return Cell(growth, below, row["required_growth"], origin=origins.required(row))

    return Column(t("tables.column.required_growth"), cell, numeric=True)


def _ends(row):
    exact = row["lower"] == row["upper"]
    return interval(row) if exact else t("tables.interval", interval=interval(row))


def nature(row):
    """What a plan calls the target: binding or anticipatory; nothing where it says neither."""
    return [t(f"tables.nature.{row['nature']}")] if row.get("nature") else []


def _kind(row):
    kind = [] if row["measure"] == "metric" else [t(f"text.measure.{row['measure']}")]
    return [*kind, *nature(row), period(row["period"])]


def quoted(words):
    """Words of a Chinese source; outside the Chinese edition they say that they are Chinese."""
    if not words:
        return Cell(t("text.gap"))
    return Cell(words, lang="" if language() == "zh" else "zh")


def _remark(row):
    # Why a row has no figure is said where the figure would stand.
    words = ["" if row["value"] != row["value"] else label(row, "status"), label(row, "note")]
    return t("text.clause").join(filter(None, words))


def _rate(row, name, sign=""):
    """A computed figure rounded to what its interval allows, and in a list of one its interval if it has any."""
    lower, upper = row[f"{name}_lower"], row[f"{name}_upper"]
    most = 1 if abs(row[name]) < 100 else 0
    write = percent if sign else number
    shown = write(row[name], decimals=decimals_allowed(lower, upper, most=most))
    ends = interval(lower, upper, decimals=most) + sign
    return shown, [t("tables.interval", interval=ends)] if lower < upper else []


def _cited(row, numbers):
    if not row["source"]:
        return t("text.gap")
    return t("tables.cited", number=numbers[origins.source(row)], place=origins.where(row["place"]))
