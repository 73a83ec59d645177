"""From baseline to target: the slope of every share that has both."""

import altair as alt

from region_report.charts import axes, goals, layout, marks, years
from region_report.charts.chart import chart, compose, rows
from region_report.charts.views import made
from region_report.text import label, number, period, say, t

# Where the lines of the slope chart stand, as shares of the width; the words of the ends fill the rest.
_LEFT, _RIGHT, _WORDS = 0.17, 0.5, 0.57
_HEAD = 26


@chart
def slope(targets):
    """Lines from the baseline to the target of shares that have both, of the periods that most of them share.

    The two ends of a line stand for one period each: pairs of other periods are counted in the caveat. targets:
    frame of `metrics.targets.targets`. Without a pair in percent: the sentence `charts.slope.empty`.
    """
    chosen = targets[(targets["kind"] == "percent") & targets["baseline"].notna() & targets["target"].notna()]
    if chosen.empty:
        return say("charts.slope.empty")
    drawn = _of_one_time(chosen)
    records = rows(drawn)
    lines, height = _placed(records)
    return compose(
        "slope",
        _slopes(lines),
        records,
        goals.columns(),
        height=height,
        title=t("charts.slope.title"),
        unit="%",
        source=goals.sources(records),
        caveat=_caveat(len(chosen) - len(drawn)),
    )


def _of_one_time(chosen):
    """The largest group with the same baseline and target period; of equally large ones the earliest target's."""
    groups = [group for _, group in chosen.groupby(["target_period", "baseline_period"])]
    return max(groups, key=len)


def _caveat(left_out):
    if not left_out:
        return t("charts.slope.caveat")
    return t("charts.slope.caveat_left_out", count=number(left_out))


def _placed(records):
    """Each record with the heights of its two ends and of its words, and the height of all."""
    ticks = axes.ticks(*(end([row[part] for row in records for part in ("baseline", "target")]) for end in (min, max)))
    names = [layout.wrap(name, layout.PLOT * (1 - _WORDS) - 2) for name in goals.names(records)]
    sizes = [layout.LINE * (len(name) + 1) + 6 for name in names]
    height = max(240, _HEAD + sum(sizes))
    lines = []
    for row, name, size in zip(records, names, sizes, strict=True):
        ends = {part: _HEAD + 8 + (height - _HEAD - 24) * (ticks[-1] - row[part]) / (ticks[-1] - ticks[0])
                for part in ("baseline", "target")}  # fmt: skip
        lines.append({"row": row, "name": "\n".join(name), "size": size, **ends})
    lines.sort(key=lambda line: line["target"])
    wanted = [line["target"] - 8 for line in lines]
    tops = layout.apart(wanted, [line["size"] for line in lines], top=_HEAD, bottom=height)
    return [{**line, "top": top} for line, top in zip(lines, tops, strict=True)], height


def _slopes(lines):
    x = made(alt.X, "x:Q", axis=None, scale={"domain": [0, 1], "nice": False})
    starts = {goals.words(line["row"], "baseline"): line["baseline"] for line in lines}
    values = [{"x": _WORDS, "y": line["top"], "text": goals.words(line["row"], "target")} for line in lines]
    names = [{"x": _WORDS, "y": line["top"] + layout.LINE, "text": line["name"]} for line in lines]
    before = [{"x": _LEFT, "y": height, "text": word} for word, height in starts.items()]
    return [
        _heads(lines, x),
        *_strokes(lines, x),
        years.end_words(before, x, align="right", offset=-10),
        marks.text(values, x=x, fontWeight=600, fontSize=13),
        marks.text(names, x=x),
    ]


def _heads(lines, x):
    """Baseline and target with their periods above the two ends."""
    heads = []
    for part, place in (("baseline", 0), ("target", _RIGHT - 0.02)):
        words = f"{t(f'charts.goal.key.{part}')} {period(lines[0]['row'][f'{part}_period'])}"
        heads.append({"x": place, "y": 0, "text": words})
    return marks.text(heads, x=x, style="soft")


def _strokes(lines, x):
    """The line of each record with a shape at both ends, and a thin line to its words."""
    strokes, leaders, points = [], [], {"baseline": [], "target": []}
    for line in lines:
        row = line["row"]
        told = {"indicator": label(row, "indicator")} | {part: goals.words(row, part) for part in points}
        series = {"series": f"{row['region']} {row['indicator']}", "line": t("charts.slope.line", **told)}
        for part, place in (("baseline", _LEFT), ("target", _RIGHT)):
            strokes.append({**series, "x": place, "y": line[part]})
            words = {"description": goals.describe(row, part), "tip": goals.tip(row, part)}
            points[part].append({"x": place, "y": line[part], **words})
        leaders += [{**series, "x": _RIGHT + 0.02, "y": line["target"]}]
        leaders += [{**series, "x": _WORDS - 0.01, "y": line["top"] + 8}]
    shapes = [marks.points(found, x, shape=goals.LOOKS[part][0], style=goals.LOOKS[part][1])
              for part, found in points.items()]  # fmt: skip
    return [years.line(strokes, x), years.line(leaders, x, style="guide", aria=False, strokeWidth=1), *shapes]
