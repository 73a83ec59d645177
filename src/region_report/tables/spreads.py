"""How the figures of many regions are spread, as tables: the regions of each level, and of each province."""

from dataclasses import replace

from region_report.languages import LANGUAGES
from region_report.metrics.distribution import FEWEST, comparable, distribution
from region_report.tables.several import Several
from region_report.tables.table import Cell, Column, make
from region_report.text import WITHOUT_UNIT, interval, label, language, number, quantity, t

_QUARTILES = ("lower_quartile", "median", "upper_quartile")


def spreads(metrics):
    """The spread of each metric over the regions of each level, and below it the median of each province.

    metrics: a metric frame. Of fewer than five figures no quartiles are given. A region is named as the one with the
    least or the most only where its interval is apart from all others.
    """
    levels, provinces = (distribution(metrics, by=by).to_dict("records") for by in ("level", "province"))
    return Several((make("spreads", levels, _of_levels()), make("spreads_by_province", provinces, _of_provinces())))


def spread_of_indicator(observations):
    """The spread of the exact figures of one indicator over the regions of each level.

    observations: rows of one indicator. Each region counts with its latest figure, see `metrics.distribution`.
    """
    levels = distribution(comparable(observations)).to_dict("records")
    return make("spread_of_indicator", levels, [_level(), *_numbers("tables.spread_of_indicator.without")])


def _of_levels():
    return [_metric(lambda row: t(f"level.{row['area']}")), *_numbers("tables.spreads.without")]


def _level():
    def cell(row):
        return Cell(t(f"level.{row['area']}"), label(row, "unit"))

    return Column(t("tables.spread_of_indicator.level"), cell)


def _numbers(without):
    """How many regions there are, quartiles, median and ends. without: the words for those that have no figure."""
    return [
        _known(without),
        *(Column(t(f"charts.spreads.{part}"), _quantile(part), numeric=True) for part in _QUARTILES),
        Column(t("tables.spreads.ends"), _ends, numeric=True),
    ]


def _of_provinces():
    median = Column(t("charts.spreads.median"), _median, numeric=True)
    return [
        _metric(lambda row: label(row, "area")),
        _known("tables.spreads.without"),
        median,
        Column(t("tables.spreads.half"), _half),
    ]


def _metric(about):
    """The name of a metric; below it the level or province, and the unit, which the other cells leave out."""

    def cell(row):
        return Cell(label(row, "indicator"), t("tables.join").join(filter(None, [about(row), label(row, "unit")])))

    return Column(t("tables.column.metric"), cell)


def _known(without):
    """How many regions have a figure; below it how many have none."""

    def cell(row):
        return Cell(number(row["n"]), t(without, count=number(row["without"])), row["n"])

    return Column(t("charts.spreads.n"), cell, numeric=True)


def _quantile(part):
    return lambda row: t("text.gap") if _too_few(row, part) else _quantity(row, part)


def _too_few(row, part):
    return row["n"] < FEWEST and part != "median"


def _median(row):
    """The median of a province; the figure of its only region is said to be that."""
    cell = _quantity(row, "median")
    if row["n"] != 1:
        return cell
    return replace(cell, detail=t("tables.join").join(filter(None, [t("tables.spreads.single"), cell.detail])))


def _quantity(row, part):
    figure = _figure(row, part)
    ends = "" if figure["lower"] == figure["upper"] else t("tables.interval", interval=interval(figure))
    return Cell(quantity(figure), ends, row[part])


def _figure(row, part):
    ends = {"value": row[part], "lower": row[f"{part}_lower"], "upper": row[f"{part}_upper"]}
    return {**row, **ends, "bound": "", **WITHOUT_UNIT}


def _ends(row):
    """The least and the greatest value; below them their regions, or how many cannot be told apart."""
    least, greatest = (quantity(_figure(row, part)) for part in ("minimum", "maximum"))
    names = t("tables.spreads.named", least=_region(row["lowest"]), greatest=_region(row["highest"]))
    return Cell(t("text.range", lower=least, upper=greatest), names, row["maximum"])


def _region(names):
    if len(names) > 1:
        return t("tables.spreads.together", count=number(len(names)))
    return names[0][LANGUAGES.index(language())]


def _half(row):
    """Between what the middle half of the regions lies."""
    if row["n"] < FEWEST:
        return t("text.gap")
    lower, upper = (quantity(_figure(row, part)) for part in ("lower_quartile", "upper_quartile"))
    return t("text.range", lower=lower, upper=upper)
