"""The required path for another start or another target: what a reader may move, and the arithmetic of it.

The arithmetic is that of `metrics.progress.growth` and of the straight path, written as Vega expressions, because it
has to run where nothing but the chart is. A test evaluates both and holds them against each other.
"""

from region_report.charts import live, marks, views, years
from region_report.text import decimals_allowed, number, percent, t, with_step_unit, with_unit

START, GOAL = "start", "goal"


def params(row, steps, ticks):
    """Start and target as sliders within the vertical scale; growth and step that they require; the words of both."""
    low, high = ticks[0], min(ticks[-1], 100) if row["kind"] == "percent" else ticks[-1]
    span = _years(steps)
    words = {name: live.amount(name, with_unit("", row)) for name in (START, GOAL)}
    return [
        live.slider(START, row["baseline"], low, high, t("charts.required_path.start")),
        live.slider(GOAL, row["target"], low, high, t("charts.required_path.goal")),
        live.computed("growth", f"100 * (pow({GOAL} / {START}, 1 / {span}) - 1)"),
        live.computed("step", f"({GOAL} - {START}) / {span}"),
        live.computed(f"{START}_told", words["start"]),
        live.computed(f"{GOAL}_told", words["goal"]),
        live.told("charts.required_path.told", **words, change=_change(row), plan=live.quoted(_plan(row))),
    ]


def shown(row):
    """What stands beside each slider before anything was moved; live the chart says the same words."""
    return {name: number(row[part]) + with_unit("", row) for name, part in ((START, "baseline"), (GOAL, "target"))}


def unmoved(row):
    """What is said before anything was moved: what the plan itself requires."""
    return t("charts.required_path.unmoved", plan=_plan(row))


def line(row, steps, x, ticks):
    """The compound path of a moved start or target, dotted, with a hollow shape at both ends; else nothing."""
    value = f"{START} * pow({GOAL} / {START}, datum.share)"
    height = years.height_expression(value, ticks)
    points = [{"x": years.place(str(int(step["year"]))), "share": step["share"]} for step in steps]
    moved = f"{START} != {row['baseline']} || {GOAL} != {row['target']}"
    ends = [{**point, "shape": shape} for point, shape in ((points[0], "square"), (points[-1], "diamond"))]
    moving = [{"filter": moved}, {"calculate": height, "as": "y"}]
    channels, look = {"x": x, "y": marks.Y}, {"style": "tertiary", "aria": False}
    hollow = {"size": 110, "filled": False, "strokeWidth": 2, **look}
    return [
        views.view(points, "line", channels, moving, strokeWidth=2.5, strokeDash=[2, 4], **look),
        *(views.view([end], "point", channels, moving, shape=end["shape"], **hollow) for end in ends),
    ]


def _years(steps):
    """From baseline to target; the first step after the baseline is one year on."""
    return round(1 / steps[1]["share"], 10)


def _change(row):
    """What the moved start and target require, as an expression of words: a growth, or a fall without a sign."""
    words = {
        "growth": "format(abs(growth), '.1f') + '%'",
        "step": live.amount("abs(step)", with_step_unit("", row), decimals=1 if row["kind"] == "percent" else 0),
    }
    rise, fall = (live.phrase(f"charts.required_path.{way}", **words) for way in ("rise", "fall"))
    return f"(step < 0 ? {fall} : {rise})"


def _plan(row):
    """What the plan's own start and target require, in words; of the growth what its digits allow."""
    growth, step = (decimals_allowed(row[f"{name}_lower"], row[f"{name}_upper"], most=1)
                    for name in ("required_growth", "required_step"))  # fmt: skip
    said = percent(abs(row["required_growth"]), decimals=growth)
    ends = sorted(abs(row[f"required_growth_{end}"]) for end in ("lower", "upper"))
    least, most = (percent(end, decimals=1) for end in ends)
    if least != most:
        said += t("text.brackets", inner=t("text.range", lower=least, upper=most))
    way = "fall" if row["required_step"] < 0 else "rise"
    by = with_step_unit(number(abs(row["required_step"]), decimals=step), row)
    return t(f"charts.required_path.{way}", growth=said, step=by)
