"""How exactly the sources speak: what the digits of each figure allow."""

import math

from region_report.charts import axes, marks, rowlist, tips, views
from region_report.charts.chart import Column, chart, compose, open_end, rows
from region_report.charts.cited import sources
from region_report.text import decimals_allowed, interval, label, number, percent, period, quantity, say, t


@chart
def reading_ranges(observations):
    """What the printed digits of each figure allow, in percent of the figure; an open end is an arrow.

    observations: frame; denominators are left out. Exact figures are counted, not drawn. Without an
    inexact one: the sentence `charts.reading_ranges.empty`; without any: `absent.readings`.
    """
    readable = observations[(observations["value"] > 0) & (observations["measure"] != "denominator")]
    if readable.empty:
        return say("absent.readings")
    inexact = readable[readable["lower"] < readable["upper"]]
    if inexact.empty:
        return say("charts.reading_ranges.empty", exact=len(readable))
    records = [_relative(record) for record in rows(inexact)]
    placed, bottom = rowlist.place(records)
    return compose(
        "reading_ranges",
        _draw(placed),
        records,
        _columns(),
        height=bottom,
        title=t("charts.reading_ranges.title"),
        unit=t("charts.reading_ranges.unit"),
        source=sources(records),
        caveat=t("charts.reading_ranges.caveat", exact=number(len(readable) - len(inexact))),
    )


def _relative(record):
    """The record with the ends of its interval in percent above or below its value."""
    measure, when = t(f"text.measure.{record['measure']}"), period(record["period"])
    name = t("charts.with_measure", name=label(record, "indicator"), measure=measure, period=when)
    words = {"name": name, "value": quantity(record), "interval": interval(record)}
    return {
        **record,
        "name": name,
        "shown": interval(record),
        "below": 100 * (record["lower"] / record["value"] - 1),
        "above": 100 * (record["upper"] / record["value"] - 1),
        "description": t("charts.figure", **words),
        "tip": tips.of_figure(record, name),
    }


def _draw(placed):
    """Interval and printed value of each row on one scale of percent, the value at 0."""
    ends = [item[end] for item in placed for end in ("below", "above") if math.isfinite(item[end])]
    limit = max(*(abs(end) for end in ends), 1)
    ticks = axes.ticks(min(*ends, -limit / 2), max(*ends, limit / 2))
    x = axes.axis_x("x", ticks, sign="%", title=t("charts.reading_ranges.axis"))
    data = [_drawable(item, ticks[-1]) for item in placed]
    values = [{**item, "x": 0} for item in data]
    arrows = [{**item, "x": item["end"]} for item in data if item["open"]]
    layers = [
        marks.grid(ticks, x, rowlist.bands(placed)),
        marks.spans(data, x, "end", size=7, style="muted", opacity=0.6),
        marks.points(values, x, shape="diamond", size=60),
    ]
    layers += [marks.points(arrows, x, shape="triangle-right", style="muted", size=70)] if arrows else []
    return [*rowlist.words(placed), views.layer(layers)]


def _drawable(item, edge):
    is_open = math.isinf(item["above"])
    return {
        "x": item["below"],
        "end": edge if is_open else item["above"],
        "y": item["y_mark"],
        "open": is_open,
        **{key: item[key] for key in marks.TOLD},
    }


def _columns():
    return [
        Column("name", t("charts.column.figure"), lambda row: row["name"]),
        Column("value", t("charts.column.value"), quantity, lambda row: row["value"]),
        Column("lower", t("charts.column.lower"), lambda row: number(row["lower"]), lambda row: row["lower"]),
        Column("upper", t("charts.column.upper"), lambda row: open_end(row["upper"]), lambda row: row["upper"]),
        Column("below", t("charts.column.below"), lambda row: _share(row, "below"), lambda row: row["below"]),
        Column("above", t("charts.column.above"), lambda row: _share(row, "above"), lambda row: row["above"]),
    ]


def _share(row, end):
    if math.isinf(row[end]):
        return t("charts.open")
    return percent(row[end], decimals=decimals_allowed(0, abs(row[end]) / 10, most=2))
