"""Rows of figures, one panel and one axis a unit: bars, and dots with their intervals."""

import math
from collections import Counter

import altair as alt

from region_report.charts import axes, layout, marks, rowlist
from region_report.charts.chart import Column, compose, finite, open_end, rows, sources, units
from region_report.text import interval, label, number, period, quantity, say, t

_AXIS = 36
_LONGEST = 110


def interval_dots(metrics, *, highlight=None):
    """Densities as dots with the interval their inputs allow; one panel a unit.

    metrics: a metric frame. highlight: slug of the region that is drawn filled, the others hollow.
    Without a value: the sentence `charts.interval_dots.empty`.
    """
    return panels("interval_dots", metrics, highlight=highlight)


def ratio_dots(metrics, *, highlight=None):
    """Ratios between figures of one source, as dots with intervals; one panel a unit.

    metrics: a metric frame. Without a value: the sentence `charts.ratio_dots.empty`.
    """
    return panels("ratio_dots", metrics, highlight=highlight)


def implied_counts(metrics):
    """How many units a coverage or an each-has-one commitment means, as bars; one panel a unit.

    metrics: the metric frame of the implied counts. Without a value: the sentence
    `charts.implied_counts.empty`.
    """
    return panels("implied_counts", metrics, bars=True)


def service_counts(observations):
    """Reported services as bars, each unit in a panel with its own axis, for they do not add up.

    observations: frame; of it the counted actual figures of the theme `services` are drawn that a
    region's own document reports. Without any: the sentence `charts.service_counts.empty`.
    """
    counted = (observations["theme"] == "services") & (observations["kind"] == "count")
    reported = (observations["measure"] == "actual") & (observations["source_grade"] == "document")
    return panels("service_counts", observations[counted & reported], bars=True)


def panels(kind, frame, *, bars=False, highlight=None):
    """The chart `kind` of a frame's rows. A row without a value keeps its place and says why it has none."""
    records = _kept(rows(frame))
    if all(math.isnan(record["value"]) for record in records):
        return say(f"charts.{kind}.empty")
    groups = _by_unit(_named(records))
    drawing, height = _draw(groups, bars=bars, highlight=highlight)
    ordered = [record for group in groups.values() for record in group]
    return compose(
        kind,
        drawing,
        ordered,
        _columns(),
        height=height,
        title=_title(kind, records),
        unit=units(ordered),
        source=sources(ordered),
        independent={"x": "independent"},
    )


def _title(kind, records):
    indicators = {record["indicator"] for record in records}
    regions = {record["region"] for record in records}
    if len(indicators) == 1 and len(regions) > 1:
        return t(f"charts.{kind}.title_one", indicator=label(records[0], "indicator"))
    return t(f"charts.{kind}.title")


def _kept(records):
    """The records to draw: those with a value, and one for each gap that says more than `not_found`.

    A comparison of regions by one figure keeps every region, found or not.
    """
    with_value = {_thing(record) for record in records if not math.isnan(record["value"])}
    one_figure = len({record["indicator"] for record in records}) == 1
    kept, seen = [], set(with_value)
    for record in records:
        told = one_figure or record["status"] != "not_found"
        if not math.isnan(record["value"]) or (told and _thing(record) not in seen):
            kept.append(record)
            seen.add(_thing(record))
    return kept


def _thing(record):
    return record["region"], record["indicator"]


def _named(records):
    """The records with `name`: indicator, region or both, and the period where it tells them apart."""
    indicators = {record["indicator"] for record in records}
    regions = {record["region"] for record in records}
    often = Counter(_thing(record) for record in records)
    named = []
    for record in records:
        name = label(record, "indicator")
        if len(regions) > 1:
            region = label(record, "region")
            name = region if len(indicators) == 1 else f"{region}{t('text.colon')}{name}"
        if often[_thing(record)] > 1:
            name += t("text.brackets", inner=period(record["period"]))
        named.append({**record, "name": name})
    return named


def _by_unit(records):
    """Records by the id of their unit: its word will not do, 个 counts cases, projects and fields alike."""
    groups = {}
    for record in records:
        groups.setdefault(record["unit"], []).append(record)
    return groups


def _draw(groups, *, bars, highlight):
    """Layers of all panels, and their height. Panels are placed from above, each with its axis below it."""
    placed, top = [], 0
    for group in groups.values():
        places, bottom = _places(group, top, _shown if bars else _with_interval)
        placed.append((label(group[0], "unit"), places, bottom))
        top = bottom + _AXIS + 10
    height = top - 10 - _AXIS
    drawing = []
    for unit, places, bottom in placed:
        drawing += _panel(unit, places, height - bottom, bars=bars, highlight=highlight)
    return drawing, height


def _places(group, top, shown):
    """What is drawn of each record: its words with their heights, its ends, its description."""
    items = [{**_ends(record), "name": record["name"], "shown": shown(record)} for record in group]
    return rowlist.place(items, top=top)


def _shown(record):
    """The value with its unit; without it where the unit is long, for the axis names it too."""
    shown = quantity(record)
    if layout.text_width(shown, 13) < _LONGEST or math.isnan(record["value"]):
        return shown
    return quantity({**record, "unit_zh": "", "unit_en": ""})


def _with_interval(record):
    """The value with its interval behind it, for an interval may be too narrow to be seen."""
    shown = _shown(record)
    if record["lower"] < record["upper"] < math.inf:
        return shown + t("text.brackets", inner=interval(record))
    return shown


def _ends(record):
    words = {"name": record["name"], "value": quantity(record), "interval": interval(record)}
    return {
        "x": finite(record["value"]),
        "lower": finite(record["lower"]),
        "upper": finite(record["upper"]),
        "open": math.isinf(record["upper"]),
        "region": record["region"],
        "description": t("charts.figure", **words),
    }


def _panel(unit, places, offset, *, bars, highlight):
    drawn = [place for place in places if place["x"] is not None]
    words = rowlist.words(places)
    if not drawn:
        return words
    values = [place[end] for place in drawn for end in ("x", "lower", "upper") if place[end] is not None]
    # Room for the arrow of an open end.
    values += [1.25 * max(values)] if any(place["open"] for place in drawn) else []
    ticks = axes.from_zero(values) if bars else axes.around(values)
    x = axes.axis_x("x", ticks, title=unit, offset=offset)
    data = [_drawable(place, ticks[-1]) for place in drawn]
    layers = [marks.grid(ticks, x, rowlist.bands(drawn))]
    layers += _bars(data, x) if bars else []
    layers += _intervals(data, x, thin=bars)
    layers += [] if bars else _dots(data, x, highlight)
    return [*words, alt.layer(*layers)]


def _drawable(place, end):
    kept = {key: place[key] for key in ("x", "description", "region", "open")}
    lower = place["x"] if place["lower"] is None else place["lower"]
    upper = place["upper"] if place["upper"] is not None else (end if place["open"] else place["x"])
    return {**kept, "y": place["y_mark"], "zero": 0, "lower": lower, "upper": upper}


def _bars(data, x):
    return [marks.spans(data, x, alt.X2("zero:Q"), size=14)]


def _intervals(data, x, *, thin):
    """The interval as a stroke; an open end is an arrow head at the edge."""
    uncertain = [place for place in data if place["lower"] < place["upper"]]
    stroke = {"style": "ink", "size": 2} if thin else {"style": "muted", "size": 7, "opacity": 0.5}
    moved = [{**place, "x": place["lower"]} for place in uncertain]
    layers = [marks.spans(moved, x, alt.X2("upper:Q"), aria=False, **stroke)] if moved else []
    arrows = [{**place, "x": place["upper"]} for place in uncertain if place["open"]]
    if arrows:
        layers.append(marks.points(arrows, x, shape="triangle-right", style="muted", size=70))
    return layers


def _dots(data, x, highlight):
    strong = [place for place in data if highlight in (None, place["region"])]
    others = [place for place in data if highlight not in (None, place["region"])]
    layers = [marks.points(strong, x, size=45)] if strong else []
    return layers + ([marks.points(others, x, style="muted", filled=False, size=45)] if others else [])


def _columns():
    return [
        Column("name", t("charts.column.figure"), lambda row: row["name"]),
        Column("period", t("charts.column.period"), lambda row: period(row["period"])),
        Column("value", t("charts.column.value"), quantity, lambda row: row["value"]),
        Column("lower", t("charts.column.lower"), lambda row: number(row["lower"]), lambda row: row["lower"]),
        Column("upper", t("charts.column.upper"), lambda row: open_end(row["upper"]), lambda row: row["upper"]),
    ]
