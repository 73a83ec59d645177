"""How the figures of many regions are spread: a panel a metric, in it a row for the regions of each level."""

from region_report.charts import axes, marks, rowlist, views
from region_report.charts.chart import Column, compose, finite, rows
from region_report.metrics.distribution import FEWEST, distribution
from region_report.text import WITHOUT_UNIT, label, number, quantity, say, t

_AXIS = 46
_PARTS = ("minimum", "lower_quartile", "median", "upper_quartile", "maximum")


def spreads(kind, metrics):
    """Median, quartiles and ends of each metric, level by level; of the one known for most also province by province.

    kind: of the chart that would show each region, for the title. metrics: a metric frame. Where fewer than five
    regions of a level have a figure, nothing is drawn of them. Without any: the sentence `charts.spreads.empty`.
    """
    groups = _groups(metrics)
    if not groups:
        return say("charts.spreads.empty")
    drawing, height = _draw(groups)
    return compose(
        "spreads",
        drawing,
        [record for group in groups for record in group],
        _columns(),
        height=height,
        title=t(f"charts.spreads.title_{kind}"),
        unit=t("charts.each_unit"),
        source=t("charts.computed"),
        independent={"x": "independent"},
    )


def shown(row, part):
    """A quantile as a metric is written: rounded to what its interval allows, with its unit."""
    ends = {"value": row[part], "lower": row[f"{part}_lower"], "upper": row[f"{part}_upper"]}
    return quantity({**row, **ends, "bound": ""})


def area(row):
    """The level or the province whose regions a row is about."""
    return label(row, "area") or t(f"level.{row['area']}")


def _groups(metrics):
    """The rows of each metric that can be drawn, and at last the provinces of the metric that most regions have."""
    by_level = _enough(distribution(metrics))
    if by_level.empty:
        return []
    most = by_level.groupby("indicator", sort=False)["n"].sum().idxmax()
    provinces = _enough(distribution(metrics[metrics["indicator"] == most], by="province"))
    groups = [rows(group) for _, group in by_level.groupby("indicator", sort=False)]
    return [_headed(group) for group in [*groups, rows(provinces)] if group]


def _enough(found):
    return found[found["n"] >= FEWEST]


def _headed(group):
    """Each record with what is written above and beside it."""
    first, by_province = group[0], bool(group[0]["area_zh"])
    metric = label(first, "indicator")
    head = t("charts.spreads.by_province", metric=metric) if by_province else metric
    records = [{**row, "name": _named(row), "shown": _median(row), "description": _told(row)} for row in group]
    return [{**records[0], "head": head}, *records[1:]]


def _median(row):
    """The median without its unit, which the axis names: some units are longer than a phone has room for."""
    return t("charts.spreads.middle", value=_bare(row, "median"))


def _bare(row, part):
    return shown({**row, **WITHOUT_UNIT}, part)


def _named(row):
    return t("charts.spreads.row", area=area(row), n=number(row["n"]), all=number(row["n"] + row["without"]))


def _told(row):
    words = {part: shown(row, part) for part in _PARTS}
    return t("charts.spreads.told", metric=label(row, "indicator"), name=_named(row), **words)


def _draw(groups):
    """Layers of all panels, and their height; each has its axis below it."""
    placed, top = [], 0
    for group in groups:
        places, bottom = rowlist.place(group, top=top)
        placed.append((places, bottom))
        top = bottom + _AXIS
    height = placed[-1][1]
    return [layer for places, bottom in placed for layer in _panel(places, height - bottom)], height


def _panel(places, offset):
    ticks = axes.around([value for place in places for part in _PARTS if (value := finite(place[part])) is not None])
    x = axes.axis_x("x", ticks, title=label(places[0], "unit"), offset=offset)
    data = [_drawable(place, ticks[-1]) for place in places]
    middles = [{**record, "x": record["median"]} for record in data]
    boxes = [{**record, "x": record["lower_quartile"]} for record in data]
    return [*rowlist.words(places), views.layer([
        marks.grid(ticks, x, rowlist.bands(places)),
        marks.spans(data, x, "maximum", size=2, style="muted", aria=False),
        marks.spans(boxes, x, "upper_quartile", size=10, opacity=0.45, aria=False),
        marks.points(middles, x, shape="diamond", style="ink", size=70),
    ])]  # fmt: skip


def _drawable(place, edge):
    ends = {part: edge if finite(place[part]) is None else place[part] for part in _PARTS}
    return {"x": ends["minimum"], **ends, "y": place["y_mark"], "description": place["description"]}


def _columns():
    spread = [Column(part, t(f"charts.spreads.{part}"), _words(part), _value(part)) for part in _PARTS]
    return [
        Column("metric", t("charts.column.figure"), lambda row: label(row, "indicator")),
        Column("area", t("charts.spreads.area"), area),
        Column("unit", t("charts.spreads.unit"), lambda row: label(row, "unit")),
        Column("n", t("charts.spreads.n"), lambda row: number(row["n"]), lambda row: row["n"]),
        Column("without", t("charts.spreads.without"), lambda row: number(row["without"]), lambda row: row["without"]),
        *spread,
    ]


def _words(part):
    return lambda row: _bare(row, part)


def _value(part):
    return lambda row: row[part]
