"""How the figures of many regions are spread, as tables: the regions of each level, and of each province."""

from region_report.metrics.distribution import FEWEST, distribution
from region_report.tables.several import Several
from region_report.tables.table import Cell, Column, make
from region_report.text import interval, label, number, quantity, t

_QUARTILES = ("lower_quartile", "median", "upper_quartile")


def spreads(metrics):
    """The spread of each metric over the regions of each level, and below it the median of each province.

    metrics: a metric frame. Of fewer than five figures no quartiles are given. A region is named as the one with the
    least or the most only where its interval is apart from all others.
    """
    levels, provinces = (distribution(metrics, by=by).to_dict("records") for by in ("level", "province"))
    return Several((make("spreads", levels, _of_levels()), make("spreads_by_province", provinces, _of_provinces())))


def _of_levels():
    return [
        _metric(lambda row: t(f"level.{row['area']}")),
        _known(),
        *(Column(t(f"charts.spreads.{part}"), _quantile(part), numeric=True) for part in _QUARTILES),
        Column(t("charts.spreads.minimum"), _end("minimum", "lowest"), numeric=True),
        Column(t("charts.spreads.maximum"), _end("maximum", "highest"), numeric=True),
    ]


def _of_provinces():
    median = Column(t("charts.spreads.median"), lambda row: _quantity(row, "median"), numeric=True)
    return [_metric(lambda row: label(row, "area")), _known(), median, Column(t("tables.spreads.half"), _half)]


def _metric(about):
    return Column(t("tables.column.metric"), lambda row: Cell(label(row, "indicator"), about(row)))


def _known():
    """How many regions have a figure; below it how many have none."""

    def cell(row):
        return Cell(number(row["n"]), t("tables.spreads.without", count=number(row["without"])), row["n"])

    return Column(t("charts.spreads.n"), cell, numeric=True)


def _quantile(part):
    return lambda row: t("text.gap") if _too_few(row, part) else _quantity(row, part)


def _too_few(row, part):
    return row["n"] < FEWEST and part != "median"


def _quantity(row, part):
    figure = _figure(row, part)
    ends = "" if figure["lower"] == figure["upper"] else t("tables.interval", interval=interval(figure))
    return Cell(quantity(figure), ends, row[part])


def _figure(row, part):
    return {**row, "value": row[part], "lower": row[f"{part}_lower"], "upper": row[f"{part}_upper"], "bound": ""}


def _end(part, names):
    """The least or the greatest value; below it the region, or how many cannot be told apart."""

    def cell(row):
        first = dict(zip(("name_zh", "name_en"), row[names][0], strict=True))
        several = t("tables.spreads.together", count=number(len(row[names])))
        return Cell(quantity(_figure(row, part)), several if len(row[names]) > 1 else label(first, "name"), row[part])

    return cell


def _half(row):
    """Between what the middle half of the regions lies."""
    if row["n"] < FEWEST:
        return t("text.gap")
    lower, upper = (quantity(_figure(row, part)) for part in ("lower_quartile", "upper_quartile"))
    return t("text.range", lower=lower, upper=upper)
