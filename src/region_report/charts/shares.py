"""Rows on one scale from 0 to 100 percent: what the charts of shares have in common."""

from region_report.charts import axes, marks, rowlist, views

_MARK = 24


def draw(items, looks, names):
    """Key, track, the stretch that a bound leaves open, and a shape for each figure; and the height of all.

    items: as for `rowlist.place`, with `points` (each `part`, `x`, `description`, `tip`), `target` and `open`: whether
    everything from the target on meets it. looks: part -> shape, style, filled. names: part -> words of the key.
    """
    drawn = [part for part in looks if any(point["part"] == part for item in items for point in item["points"])]
    key, top = marks.key([(names[part], *looks[part]) for part in drawn], top=0)
    placed, bottom = rowlist.place(items, top=top + 6, mark=_MARK)
    x = axes.axis_x("x", [0, 25, 50, 75, 100], sign="%")
    track = [{"x": 0, "end": 100, "y": item["y_mark"]} for item in placed]
    beyond = [{"x": item["target"], "end": 100, "y": item["y_mark"]} for item in placed if item["open"]]
    layers = [marks.spans(track, x, "end", style="track", size=10, aria=False)]
    layers += [marks.spans(beyond, x, "end", style="guide", size=10, aria=False)] if beyond else []
    layers += [_shapes(placed, part, looks[part], x) for part in drawn]
    return [*key, *rowlist.words(placed), views.layer(layers)], bottom


def _shapes(placed, part, look, x):
    shape, style, filled = look
    data = [
        {"y": item["y_mark"], **{key: point[key] for key in ("x", *marks.TOLD)}}
        for item in placed
        for point in item["points"]
        if point["part"] == part
    ]
    return marks.points(data, x, shape=shape, style=style, filled=filled, size=90)
