"""Rows of figures: bars with one axis a unit, dots with their intervals and one axis a metric."""

import math
from collections import Counter

from region_report.charts import axes, layout, marks, rowlist, tips, views
from region_report.charts.chart import Column, chart, compose, finite, open_end, rows, units
from region_report.charts.cited import sources
from region_report.charts.spreads import spreads
from region_report.metrics import REGISTRY
from region_report.metrics.areas import many
from region_report.text import WITHOUT_UNIT, interval, label, number, period, quantity, say, t

_AXIS = 36
_LONGEST = 110
# What was reported and what is only promised never look the same, whatever the colour.
_SHAPES = {"actual": ("circle", "primary"), "target": ("diamond", "secondary")}


@chart
def interval_dots(metrics, *, highlight=None):
    """Densities as dots with the interval their inputs allow; one panel and one axis a metric.

    metrics: a metric frame; what follows from a target is a diamond. Of many regions the spread is drawn instead.
    highlight: slug of the region that is drawn filled, the others hollow. Without a value: the sentence
    `charts.interval_dots.empty`.
    """
    if many(metrics):
        return spreads("interval_dots", metrics)
    return panels("interval_dots", metrics, highlight=highlight)


@chart
def ratio_dots(metrics, *, highlight=None):
    """Ratios between figures of one source, as dots with intervals; one panel and one axis a metric.

    metrics: a metric frame; of many regions the spread is drawn instead. Without a value: the sentence
    `charts.ratio_dots.empty`.
    """
    if many(metrics):
        return spreads("ratio_dots", metrics)
    return panels("ratio_dots", metrics, highlight=highlight)


@chart
def implied_counts(metrics):
    """How many units a coverage or an each-has-one commitment means, as bars; one panel a unit.

    metrics: the metric frame of the implied counts. Without a value: the sentence
    `charts.implied_counts.empty`.
    """
    return panels("implied_counts", metrics, bars=True)


@chart
def service_counts(observations):
    """Reported services as bars, each unit in a panel with its own axis, for they do not add up.

    observations: frame; of it the counted actual figures of the theme `services` are drawn that a
    region's own document reports. Without any: the sentence `charts.service_counts.empty`.
    """
    counted = (observations["theme"] == "services") & (observations["kind"] == "count")
    reported = (observations["measure"] == "actual") & (observations["source_grade"] == "document")
    return panels("service_counts", observations[counted & reported], bars=True)


def panels(kind, frame, *, bars=False, highlight=None):
    """The chart `kind` of a frame's rows; what has no value, although a figure exists, says once why it has none."""
    records = _kept(rows(frame))
    if all(math.isnan(record["value"]) for record in records):
        return say(f"charts.{kind}.empty")
    named = _named(records, dated=kind == "interval_dots")
    groups = _by(named, "unit") if bars else _by(named, "indicator")
    groups = groups if bars else [_headed(group, groups) for group in groups]
    drawing, height = _draw(groups, bars=bars, highlight=highlight)
    ordered = [record for group in groups for record in group]
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
    """The records to draw: those with a value, and one for each thing whose figure exists and cannot be used."""
    seen = {_thing(record) for record in records if not math.isnan(record["value"])}
    kept = []
    for record in records:
        untold = record["status"] != "not_found" and _thing(record) not in seen
        if not math.isnan(record["value"]) or untold:
            kept.append(record)
            seen.add(_thing(record))
    return kept


def _thing(record):
    return record["region"], record["indicator"]


def _named(records, *, dated=False):
    """The records with `name`: indicator, region or both, and the period.

    The period stands where it tells records apart; `dated`: at each that has a value.
    """
    indicators = {record["indicator"] for record in records}
    regions = {record["region"] for record in records}
    often = Counter(_thing(record) for record in records)
    named = []
    for record in records:
        name = label(record, "indicator")
        if len(regions) > 1:
            region = label(record, "region")
            name = region if len(indicators) == 1 else f"{region}{t('text.colon')}{name}"
        if _shows_period(record, often, dated):
            name += t("text.brackets", inner=period(record["period"]))
        named.append({**record, "name": name, "dated": _shows_period(record, often, dated)})
    return named


def _shows_period(record, often, dated):
    return often[_thing(record)] > 1 or (dated and not math.isnan(record["value"]))


def _by(records, column):
    """Records that share an axis. By unit: its id, for its word will not do, 个 counts cases and fields alike.

    By metric: two metrics stay apart even where their unit is the same, as certified social workers and
    professionals do.
    """
    groups = {}
    for record in records:
        groups.setdefault(record[column], []).append(record)
    return list(groups.values())


def _headed(group, groups):
    """The rows of one metric, those with a value first: its name is the heading, the rows say what tells them apart."""
    group = sorted(group, key=lambda record: math.isnan(record["value"]))
    several = len({record["region"] for other in groups for record in other}) > 1
    if len(group) == 1 and not several:
        return group
    rows = [{**record, "row": _row_name(record, several)} for record in group]
    metric = label(group[0], "indicator")
    return [{**rows[0], "head": metric}, *rows[1:]] if len(groups) > 1 or not several else rows


def _row_name(record, several):
    when = period(record["period"])
    if not several and record["dated"]:
        return when
    region = label(record, "region")
    return region + t("text.brackets", inner=when) if record["dated"] else region


def _draw(groups, *, bars, highlight):
    """Layers of all panels, and their height. Panels are placed from above, each with its axis below it."""
    key, top = _key(groups)
    placed = []
    for group in groups:
        places, bottom = _places(group, top, _shown if bars else _with_interval)
        placed.append((label(group[0], "unit"), places, bottom))
        # Without a dot there is no axis.
        top = bottom + (_AXIS + 10 if any(place["x"] is not None for place in places) else 6)
    height = max(bottom for *_, bottom in placed)
    drawing = [*key]
    for unit, places, bottom in placed:
        drawing += _panel(unit, places, height - bottom, bars=bars, highlight=highlight)
    return drawing, height


def _key(groups):
    """What the two shapes mean, where both are drawn, and the height of that."""
    drawn = {_kind(record) for group in groups for record in group if not math.isnan(record["value"])}
    if len(drawn) < len(_SHAPES):
        return [], 0
    layers, height = marks.key([(t(f"charts.panels.{kind}"), *look, True) for kind, look in _SHAPES.items()], top=0)
    return layers, height + 6


def _kind(record):
    """Whether a metric follows from what was reported or from a target."""
    metric = REGISTRY.get(record["indicator"])
    return "target" if metric is not None and metric.measures == ("target",) else "actual"


def _places(group, top, shown):
    """What is drawn of each record: its words with their heights, its ends, its description."""
    items = [{**_ends(record), **_words(record), "shown": shown(record)} for record in group]
    return rowlist.place(items, top=top)


def _words(record):
    """Name and heading of a row; what has no value needs no room for a mark."""
    room = {"mark": 0} if math.isnan(record["value"]) else {}
    return {"name": record.get("row", record["name"]), "head": record.get("head", ""), **room}


def _shown(record):
    """The value with its unit; without it where the unit is long, for the axis names it too."""
    shown = quantity(record)
    if layout.text_width(shown, 13) < _LONGEST or math.isnan(record["value"]):
        return shown
    return quantity({**record, **WITHOUT_UNIT})


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
        "kind": _kind(record),
        "description": t("charts.figure", **words),
        "tip": tips.of_figure(record, record["name"]),
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
    layers += [marks.spans(data, x, "zero", size=14)] if bars else []
    layers += _intervals(data, x, thin=bars)
    layers += [] if bars else _dots(data, x, highlight)
    return [*words, views.layer(layers)]


def _drawable(place, end):
    kept = {key: place[key] for key in ("x", *marks.TOLD, "region", "open", "kind")}
    lower = place["x"] if place["lower"] is None else place["lower"]
    upper = place["upper"] if place["upper"] is not None else (end if place["open"] else place["x"])
    return {**kept, "y": place["y_mark"], "zero": 0, "lower": lower, "upper": upper}


def _intervals(data, x, *, thin):
    """The interval as a stroke; an open end is an arrow head at the edge."""
    uncertain = [place for place in data if place["lower"] < place["upper"]]
    stroke = {"style": "ink", "size": 2} if thin else {"style": "muted", "size": 7, "opacity": 0.5}
    moved = [{**place, "x": place["lower"]} for place in uncertain]
    layers = [marks.spans(moved, x, "upper", aria=False, **stroke)] if moved else []
    arrows = [{**place, "x": place["upper"]} for place in uncertain if place["open"]]
    if arrows:
        layers.append(marks.points(arrows, x, shape="triangle-right", style="muted", size=70))
    return layers


def _dots(data, x, highlight):
    layers = []
    for kind, (shape, style) in _SHAPES.items():
        for strong in (True, False):
            chosen = [
                place for place in data if place["kind"] == kind and strong == (highlight in (None, place["region"]))
            ]
            look = {"shape": shape, "style": style if strong else "muted", "filled": strong}
            layers += [marks.points(chosen, x, size=45 if kind == "actual" else 60, **look)] if chosen else []
    return layers


def _columns():
    return [
        Column("name", t("charts.column.figure"), lambda row: row["name"]),
        Column("period", t("charts.column.period"), lambda row: period(row["period"])),
        Column("value", t("charts.column.value"), quantity, lambda row: row["value"]),
        Column("lower", t("charts.column.lower"), lambda row: number(row["lower"]), lambda row: row["lower"]),
        Column("upper", t("charts.column.upper"), lambda row: open_end(row["upper"]), lambda row: row["upper"]),
    ]
