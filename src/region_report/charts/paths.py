"""The path that one target requires, and what is known beside it."""

from region_report.charts import adjust, axes, goals, marks, tips, years
from region_report.charts.chart import Column, chart, compose, rows
from region_report.languages import columns
from region_report.metrics.targets import paths
from region_report.text import (
    decimals_allowed,
    label,
    number,
    percent,
    period,
    quantity,
    say,
    t,
    with_step_unit,
    with_unit,
)

# The compound path is drawn through, the straight one dashed.
_WAYS = {"compound": {"style": "primary"}, "linear": {"style": "muted", "strokeDash": [5, 4]}}


@chart
def required_path(targets, *, indicator, evidence=None):
    """The two paths from baseline to target, compound and straight, with what is known since.

    targets: frame of `metrics.targets.targets`; of it the target of `indicator` is drawn. evidence: frame of
    `metrics.evidence`; what is not of the target's own scope stands hollow, if dated. Without a baseline
    and a target with their years: the sentence `charts.required_path.empty`; where several regions have them, one that
    leads to their pages, since no region stands for the others. Live, start and target can be
    moved: a third line shows the compound path between them.
    """
    chosen = targets[(targets["indicator"] == indicator) & targets["required_growth"].notna()]
    if chosen.empty:
        return say("charts.required_path.empty")
    row, count = rows(chosen)[0], chosen["region"].nunique()
    title = t("charts.required_path.title", indicator=label(row, "indicator"))
    if count > 1:
        return say("charts.on_own_page", title=title, count=number(count))
    steps = rows(paths(chosen.head(1)))
    found = [] if evidence is None else _beside(row, evidence)
    records = _records(row, steps, found)
    return compose(
        "required_path",
        _path_drawn(row, steps, records),
        records,
        _columns(),
        height=years.HEIGHT,
        title=title,
        unit=label(row, "unit"),
        source=goals.sources([row]),
        caveat=_caveat(row),
        params=adjust.params(row, steps, _scale(records)),
        unmoved=adjust.unmoved(row),
        shown=adjust.shown(row),
    )


def _beside(row, evidence):
    """Dated evidence of the target's own indicator that is of another scope."""
    mine = (evidence["region"] == row["region"]) & (evidence["indicator"] == row["indicator"])
    own = mine & (evidence["target_indicator"] == evidence["indicator"])
    return rows(evidence[own & ~evidence["used"].astype(bool) & (evidence["period"] != "")])


def _caveat(row):
    words = {
        "growth": percent(row["required_growth"], decimals=_most(row, "required_growth")),
        "step": with_step_unit(number(row["required_step"], decimals=_most(row, "required_step")), row),
    }
    return t("charts.required_path.caveat", **words)


def _most(row, name):
    """The decimals that the interval allows; of an exact one, one decimal."""
    return decimals_allowed(row[f"{name}_lower"], row[f"{name}_upper"], most=1)


def _records(row, steps, found):
    """Everything drawn, one record a point: both paths, the figures of the target, the evidence."""
    records = [_step(row, step, way) for way in _WAYS for step in steps]
    records += [_figure(row, part) for part in goals.PARTS if goals.known(row, part)]
    return records + [_evidence(one) for one in found]


def _step(row, step, way):
    most = 1 if row["kind"] == "percent" else 0
    decimals = decimals_allowed(step[f"{way}_lower"], step[f"{way}_upper"], most=most)
    shown = with_unit(number(step[way], decimals=decimals), row)
    return _point(row, way, str(int(step["year"])), step[way], shown, t(f"charts.required_path.{way}"))


def _figure(row, part):
    name = t(f"charts.goal.key.{part}")
    point = _point(row, part, row[f"{part}_period"], row[part], goals.words(row, part), name)
    return {**point, "tip": goals.tip(row, part)}


def _evidence(found):
    name = t("charts.goal.key.evidence")
    point = _point(found, "evidence", found["period"], found["value"], quantity(found), name)
    reason = label(found, "reason") or label(found, "status")
    described = point["description"] + t("text.clause") + reason
    return {**point, "description": described, "tip": tips.of_part(found, name)}


def _point(row, part, when, value, shown, name):
    words = {"indicator": label(row, "indicator"), "name": name, "period": period(when), "value": shown}
    return {
        **{name: row[name] for name in columns("region")},
        "part": part,
        "period": when,
        "x": years.place(when),
        "value": value,
        "shown": shown,
        "name": name,
        "description": t("charts.required_path.point", **words),
    }


def _scale(records):
    """The ticks of the vertical scale; no start or target can be moved beyond them."""
    return axes.around([record["value"] for record in records])


def _path_drawn(row, steps, records):
    ticks = _scale(records)
    x = years.axis([record["x"] for record in records])
    data = [{**record, "y": years.height(record["value"], ticks)} for record in records]
    layers = years.levels(ticks, sign="%" if row["kind"] == "percent" else "")
    layers += [_way(row, data, way, x) for way in _WAYS]
    layers += [_shapes(data, part, x) for part in goals.LOOKS if any(point["part"] == part for point in data)]
    layers += adjust.line(row, steps, x, ticks)
    return [*layers, *_end_words(data, x), *_names(data, steps, x)]


def _end_words(data, x):
    """The baseline's figure below its point, the target's above, where neither meets a path."""
    start, end = ([point for point in data if point["part"] == part] for part in ("baseline", "target"))
    properties = {"x": x, "fontWeight": 600}
    return [
        marks.text([{**point, "text": point["shown"]} for point in start], dx=-4, dy=9, **properties),
        marks.text([{**point, "text": point["shown"]} for point in end], align="right", dx=6, dy=-24, **properties),
    ]


def _way(row, data, way, x):
    line = t("charts.required_path.line", way=t(f"charts.required_path.{way}"), indicator=label(row, "indicator"))
    points = [{"x": p["x"], "y": p["y"], "series": way, "line": line} for p in data if p["part"] == way]
    return years.line(points, x, **_WAYS[way])


def _shapes(data, part, x):
    shape, style, filled = goals.LOOKS[part]
    points = [{key: p[key] for key in ("x", "y", *marks.TOLD)} for p in data if p["part"] == part]
    return marks.points(points, x, shape=shape, style=style, filled=filled)


def _names(data, steps, x):
    """The names of the two paths beside the middle of their way, one above and one below."""
    middle = int(steps[len(steps) // 2]["year"])
    places = {point["part"]: point for point in data if point["part"] in _WAYS and point["period"] == str(middle)}
    high, low = sorted(places.values(), key=lambda point: point["y"])
    above = marks.text([{**high, "text": high["name"]}], x=x, align="right", dx=-8, dy=-18, style="soft")
    below = marks.text([{**low, "text": low["name"]}], x=x, align="left", dx=8, dy=8, style="soft")
    return [above, below]


def _columns():
    return [
        Column("name", t("charts.column.figure"), lambda record: record["name"]),
        Column("period", t("charts.column.period"), lambda record: period(record["period"])),
        Column("value", t("charts.column.value"), lambda record: record["shown"], lambda record: record["value"]),
    ]
