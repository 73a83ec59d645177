"""The headline figures of a region, each with what kind of figure it is."""

import altair as alt

from region_report.charts import layout, marks, tips
from region_report.charts.chart import Column, compose, rows, units
from region_report.charts.cited import sources
from region_report.metrics.headline import headline
from region_report.text import compact, interval, label, period, quantity, say, t

_TILE = layout.PLOT / 2 - 14
# A promise and a report never look the same, whatever the colour.
_LOOKS = {"target": ("diamond", "secondary"), "actual": ("circle", "primary")}


def kpi_strip(observations, *, indicators=None):
    """Up to four figures of a region in large type, each marked as a target or as reported.

    observations: frame of one region. indicators: ids in the order wanted; by default those of
    `metrics.headline`, from the best sources the region has; where these are not its own document, the caveat says
    of what grade they are. Without any figure: the sentence `charts.kpi_strip.empty`.
    """
    records = rows(headline(observations, indicators=indicators))
    if not records:
        return say("charts.kpi_strip.empty")
    tiles, height = _tiles([_tile(record) for record in records])
    return compose(
        "kpi_strip",
        _draw(tiles),
        records,
        _columns(),
        height=height,
        title=t("charts.kpi_strip.title"),
        unit=units(records),
        source=sources(records),
        caveat=_caveat(records[0]),
    )


def _caveat(record):
    """Figures of a document are read in it; of any other source, its grade is said."""
    if record["source_grade"] == "document":
        return t("charts.kpi_strip.caveat")
    return t("charts.kpi_strip.caveat_grade", grade=label(record, "source_grade"))


def _tile(record):
    state = t(f"charts.kpi_strip.{record['measure']}", period=period(record["period"]))
    name = label(record, "indicator")
    if record["kind"] != "percent":
        name += t("text.brackets", inner=label(record, "unit"))
    words = {"name": name, "value": quantity(record), "interval": interval(record)}
    return {
        "number": compact(record),
        "lines": layout.wrap(name, _TILE),
        "state": layout.wrap(state, _TILE - 16),
        "measure": record["measure"],
        "description": t("charts.figure", **words) + t("text.clause") + state,
        "tip": tips.of_figure(record, name),
    }


def _tiles(tiles):
    """The tiles two by two: `x` 0 or 1, `y` the upper edge; and the height of all."""
    placed, top = [], 0
    for first in range(0, len(tiles), 2):
        pair = tiles[first : first + 2]
        most = max(len(tile["lines"]) for tile in pair)
        states = max(len(tile["state"]) for tile in pair)
        below = top + 34 + layout.LINE * most
        placed += [{**tile, "x": column, "y": top, "y_state": below + 8} for column, tile in enumerate(pair)]
        top = below + 15 * states + 22
    return placed, top - 14


def _draw(tiles):
    x = alt.X("x:Q", axis=None, scale=alt.Scale(domain=[0, 2], nice=False))
    numbers = [{"x": tile["x"], "y": tile["y"], "text": tile["number"]} for tile in tiles]
    names = [{"x": tile["x"], "y": tile["y"] + 34, "text": "\n".join(tile["lines"])} for tile in tiles]
    states = [{"x": tile["x"], "y": tile["y_state"] - 5, "text": "\n".join(tile["state"])} for tile in tiles]
    layers = [
        marks.text(numbers, x=x, fontSize=26, fontWeight=700),
        marks.text(names, x=x),
        marks.text(states, x=x, dx=16, style="soft", lineHeight=15),
    ]
    for measure, (shape, style) in _LOOKS.items():
        dots = [_dot(tile) for tile in tiles if tile["measure"] == measure]
        layers += [marks.points(dots, x, shape=shape, style=style, size=70, xOffset=6)] if dots else []
    return layers


def _dot(tile):
    return {"x": tile["x"], "y": tile["y_state"], **{key: tile[key] for key in marks.TOLD}}


def _columns():
    return [
        Column("name", t("charts.column.figure"), lambda row: label(row, "indicator")),
        Column("measure", t("charts.column.measure"), lambda row: t(f"text.measure.{row['measure']}")),
        Column("period", t("charts.column.period"), lambda row: period(row["period"])),
        Column("value", t("charts.column.value"), quantity, lambda row: row["value"]),
    ]
