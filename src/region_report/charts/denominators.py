"""Densities for the denominator that a reader chooses, with what the others of the same kind give."""

import json
import math

import altair as alt

from region_report.charts import axes, layout, live, marks, tips, views
from region_report.charts.chart import Column, chart, compose, finite, open_end, rows, units
from region_report.charts.cited import sources
from region_report.metrics.denominators import NEAREST
from region_report.metrics.registry import REGISTRY
from region_report.text import decimals_allowed, interval, label, number, period, quantity, say, t

_PARAM = "denominator"
_MARK, _AXIS, _GAP = 22, 30, 12
# Values within the noise of the machine's arithmetic are the same; those within a hundredth fill no axis.
_SAME, _ALIKE = 1e-9, 0.01


@chart
def denominators(densities):
    """The densities of one region over one denominator, which the reader of the live chart chooses.

    densities: frame of `metrics.denominators.densities`. The picture shows the report's own choice, the one nearest
    in time. Without two denominators to choose from: the sentence `charts.denominators.empty`.
    """
    records = rows(densities)
    options = _options(records)
    # The report's own choice is one of the others.
    if len(options) < 3:
        return say("charts.denominators.empty")
    named = [{**record, "name": _name(record)} for record in records]
    groups = _groups(named)
    drawing, height = _draw(groups)
    return compose(
        "denominators",
        drawing,
        named,
        _columns(options),
        height=height,
        title=t("charts.denominators.title"),
        unit=units(named),
        source=sources(named),
        independent={"x": "independent"},
        params=[live.choice(_PARAM, options, t("charts.denominators.choose")), _told(named, options)],
    )


def _options(records):
    """The denominators with their words: the report's own choice, then those on file by kind and period."""
    order = dict.fromkeys(record["per"] for record in records if record["denominator"] != NEAREST)
    others = {record["denominator"]: record for record in records if record["denominator"] != NEAREST}
    placed = sorted(
        others.values(), key=lambda record: (list(order).index(record["per"]), record["denominator_period"])
    )
    words = {record["denominator"]: _option(record) for record in placed}
    return {NEAREST: t("charts.denominators.nearest"), **words}


def _option(record):
    words = {"name": label(record, "denominator"), "value": number(record["denominator_value"])}
    return t("charts.denominators.option", period=period(record["denominator_period"]), **words)


def _name(record):
    """What is counted, and when; a target says that it is one."""
    metric = REGISTRY.get(record["indicator"].split("_by_")[0])
    key = "target" if metric.measures == ("target",) else "figure"
    words = {"indicator": label(record, "numerator"), "period": period(record["period"])}
    return t(f"charts.denominators.{key}", **words)


def _groups(records):
    """The records of each figure: one row of the chart."""
    groups = {}
    for record in records:
        groups.setdefault(record["name"], []).append(record)
    return groups


def _told(records, options):
    """For each denominator what the chart then shows, in words."""
    said = {}
    for option, words in options.items():
        lines = [t("charts.denominators.row", name=record["name"], value=_shown(record))
                 for record in records if record["denominator"] == option]  # fmt: skip
        said[option] = words + t("text.clause") + t("text.clause").join(lines)
    return live.told_of(said, _PARAM)


def _shown(record):
    value = quantity(record)
    if record["lower"] < record["upper"] < float("inf"):
        return t("charts.denominators.shown", value=value, interval=interval(record))
    return value


def _draw(groups):
    """A row a figure: its name, its value in words, a strip with the mark, an axis of its own."""
    placed, top = [], 0
    for name, group in groups.items():
        head = layout.wrap(name)
        shown = [(record, layout.wrap(_shown(record), layout.PLOT, 13)) for record in group]
        below = top + layout.LINE * (len(head) + max(len(lines) for _, lines in shown))
        placed.append((group, head, shown, top, below + _MARK / 2 + 2))
        top = below + _MARK + _AXIS + _GAP
    height = top - _AXIS - _GAP
    layers = [layer for row in placed for layer in _row(*row, height)]
    return layers, height


def _row(group, head, shown, top, middle, height):
    names = marks.text([{"text": "\n".join(head), "y": top}], fontWeight=600)
    values = [{"d": record["denominator"], "text": "\n".join(lines), "y": top + layout.LINE * len(head)}
              for record, lines in shown]  # fmt: skip
    return [names, _chosen(marks.text(values, fontSize=13)), _strip(group, middle, height)]


def _strip(group, middle, height):
    """The chosen value with its interval, and small and hollow what the others of its kind give."""
    x = _axis(_ticks(group), height - middle - _MARK / 2)
    # Scale and axis are long, with places for each denominator; the layers share those of the first.
    shared = views.made(alt.X, "x:Q")
    data = [_drawable(record, middle) for record in group]
    target = REGISTRY[group[0]["indicator"].split("_by_")[0]].measures == ("target",)
    look = {"shape": "diamond", "style": "secondary"} if target else {"shape": "circle", "style": "primary"}
    others = [{key: record[key] for key in ("x", "y", "per")} for record in data if record["d"] != NEAREST]
    moved = [{**record, "x": record["lower"]} for record in data]
    return views.layer(
        [
            views.kept(marks.points(others, x, style="muted", size=30, filled=False, aria=False), _beside(data)),
            _chosen(marks.spans(moved, shared, "upper", aria=False, style="muted", size=7, opacity=0.5)),
            _chosen(marks.points(data, shared, size=70, **look)),
        ]
    )


def _chosen(layer):
    return views.kept(layer, f"datum.d == {_PARAM}")


def _beside(data):
    """Whether a value is one of the chosen kind and not the chosen one itself, whatever its last bits."""
    kinds = _of_chosen({record["d"]: record["per"] for record in data})
    chosen = _of_chosen({record["d"]: record["x"] for record in data})
    return f"datum.per == {kinds} && !(abs(datum.x - {chosen}) <= {_SAME} * abs({chosen}))"


def _of_chosen(values):
    """What belongs to the chosen denominator. values: denominator -> value."""
    return f"({json.dumps(values)})[{_PARAM}]"


def _axis(ticks, offset):
    """The horizontal channel: for each denominator its own round places. ticks: denominator -> places."""
    axis = {"orient": "bottom", "offset": -offset, "grid": False, "title": None, "ticks": True, "domain": True}
    axis |= {"values": {"expr": _of_chosen(ticks)}, "labelExpr": axes.number_expression()}
    ends = [{"expr": _of_chosen({name: places[end] for name, places in ticks.items()})} for end in (0, -1)]
    return views.made(alt.X, "x:Q", scale={"domain": ends, "zero": False, "nice": False}, axis=axis)


def _ticks(group):
    """Denominator -> round places around its value, its interval and the values beside it."""
    places = {}
    for record in group:
        beside = [one for one in group if one["per"] == record["per"]]
        ends = [record["value"], record["lower"], record["upper"], *(one["value"] for one in beside)]
        places[record["denominator"]] = _places([end for end in ends if math.isfinite(end)], _decimals(beside))
    return places


def _places(values, decimals):
    """Places with no more decimals than the values are shown with; from 0 where the values hardly differ."""
    alike = max(values) - min(values) < _ALIKE * max(values)
    for count in (4, 3, 2, 1):
        places = axes.ticks(0, max(values), count) if alike else axes.around(values, count)
        if all(math.isclose(place, round(place, decimals), abs_tol=1e-12) for place in places):
            return places
    return axes.from_zero(values)


def _decimals(records):
    return max(0, *(decimals_allowed(one["lower"], one["upper"], most=int(one["decimals"])) for one in records))


def _drawable(record, middle):
    upper = finite(record["upper"])
    words = {"name": record["name"], "value": quantity(record), "interval": interval(record)}
    return {
        "d": record["denominator"],
        "per": record["per"],
        "x": finite(record["value"]),
        "lower": finite(record["lower"]),
        "upper": finite(record["value"]) if upper is None else upper,
        "y": middle,
        "description": t("charts.figure", **words),
        "tip": tips.of_figure(record, record["name"]),
    }


def _columns(options):
    return [
        Column("name", t("charts.column.figure"), lambda row: row["name"]),
        Column("denominator", t("charts.column.denominator"), lambda row: options[row["denominator"]]),
        Column("value", t("charts.column.value"), quantity, lambda row: row["value"]),
        Column("lower", t("charts.column.lower"), lambda row: number(row["lower"]), lambda row: row["lower"]),
        Column("upper", t("charts.column.upper"), lambda row: open_end(row["upper"]), lambda row: row["upper"]),
    ]
