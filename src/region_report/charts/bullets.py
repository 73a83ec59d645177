"""Coverage targets on one scale of percent."""

import altair as alt

from region_report.charts import axes, goals, marks, rowlist
from region_report.charts.chart import compose, rows
from region_report.text import label, period, quantity, say, t

_MARK = 24


def bullet(targets, *, evidence=None):
    """Coverage targets from 0 to 100 percent: baseline, target, and what evidence there is since.

    targets: frame of `metrics.targets.targets`; of it the targets in percent with a number are drawn.
    evidence:
    frame of `metrics.evidence`; what is not of the target's own scope is hollow. Without a target in
    percent: the sentence `charts.bullet.empty`.
    """
    chosen = targets[(targets["kind"] == "percent") & targets["target"].between(0, 100)]
    if chosen.empty:
        return say("charts.bullet.empty")
    records = rows(chosen)
    names = goals.names(records)
    items = [_item(row, _of_target(row, evidence), name) for row, name in zip(records, names, strict=True)]
    drawing, height = _draw(items)
    return compose(
        "bullet",
        drawing,
        records,
        goals.columns(),
        height=height,
        title=t("charts.bullet.title"),
        unit="%",
        source=goals.sources(records),
    )


def _of_target(row, evidence):
    """The evidence of the target's own indicator; another indicator would not belong on its scale."""
    if evidence is None:
        return []
    mine = (evidence["region"] == row["region"]) & (evidence["indicator"] == row["indicator"])
    own = evidence["target_indicator"] == evidence["indicator"]
    return rows(evidence[mine & own & ~evidence["used"].astype(bool)])


def _item(row, evidence, name):
    shown = t("charts.bullet.from_to", baseline=goals.words(row, "baseline"), target=goals.words(row, "target"))
    known = [part for part in goals.PARTS if goals.known(row, part)]
    points = [{"part": part, "x": row[part], "description": goals.describe(row, part)} for part in known]
    points += [{"part": "evidence", "x": found["value"], "description": _told(found)} for found in evidence]
    return {
        "name": name,
        "shown": shown if "baseline" in known else goals.words(row, "target"),
        "points": points,
        "open": row["target_bound"] in ("at_least", "more_than"),
        "target": row["target"],
    }


def _told(found):
    words = {
        "indicator": label(found, "indicator"),
        "period": period(found["period"]),
        "value": quantity(found),
    }
    return t("charts.goal.evidence", **words, reason=label(found, "reason") or label(found, "status"))


def _draw(items):
    """Key, track, the stretch that a bound leaves open, and a shape for each figure."""
    drawn = [part for part in goals.LOOKS if any(point["part"] == part for item in items for point in item["points"])]
    key, top = marks.key([(t(f"charts.goal.key.{part}"), *goals.LOOKS[part]) for part in drawn], top=0)
    placed, bottom = rowlist.place(items, top=top + 6, mark=_MARK)
    x = axes.axis_x("x", [0, 25, 50, 75, 100], sign="%")
    track = [{"x": 0, "end": 100, "y": item["y_mark"]} for item in placed]
    beyond = [{"x": item["target"], "end": 100, "y": item["y_mark"]} for item in placed if item["open"]]
    layers = [marks.spans(track, x, alt.X2("end:Q"), style="track", size=10, aria=False)]
    layers += [marks.spans(beyond, x, alt.X2("end:Q"), style="guide", size=10, aria=False)] if beyond else []
    layers += [_shapes(placed, part, x) for part in drawn]
    return [*key, *rowlist.words(placed), alt.layer(*layers)], bottom


def _shapes(placed, part, x):
    shape, style, filled = goals.LOOKS[part]
    data = [
        {"x": point["x"], "y": item["y_mark"], "description": point["description"]}
        for item in placed
        for point in item["points"]
        if point["part"] == part
    ]
    return marks.points(data, x, shape=shape, style=style, filled=filled, size=90)
