"""A region's targets in percent beside the figures of the nation."""

from region_report.charts import cited, goals, shares
from region_report.charts.chart import Column, chart, compose, rows
from region_report.metrics.areas import many
from region_report.text import label, number, period, say, t

_REGION = ("baseline", "target")
_NATION = ("nation_value", "nation_target")
_LOOKS = {
    "baseline": goals.LOOKS["baseline"],
    "target": goals.LOOKS["target"],
    "nation_value": goals.LOOKS["current"],
    "nation_target": ("diamond", "primary", False),
}


@chart
def beside_nation(table):
    """Targets in percent, each with its baseline, above the nation's latest figure and its target of that year.

    table: frame of `metrics.targets.beside_nation`. Each indicator has two lines on one scale, the region's and the
    nation's; counts are left out, for a region and a nation differ in size. Without a share: the sentence
    `charts.beside_nation.empty`; of many regions, one that says how many there are.
    """
    chosen = table[(table["kind"] == "percent") & table["target"].between(0, 100)]
    if chosen.empty:
        return say("charts.beside_nation.empty")
    if many(chosen):
        return say("charts.too_many", count=number(chosen["region"].nunique()))
    records = rows(chosen)
    drawing, height = shares.draw([line for row in records for line in _lines(row)], _LOOKS, _names())
    return compose(
        "beside_nation",
        drawing,
        records,
        _columns(),
        height=height,
        title=t("charts.beside_nation.title"),
        unit="%",
        source=cited.sources(records, [f"{part}_source" for part in (*_REGION, *_NATION)]),
    )


def _names():
    """The words of each kind of figure, in the key and in the table."""
    keys = {part: f"charts.goal.key.{part}" for part in _REGION}
    keys |= {"nation_value": "charts.beside_nation.value", "nation_target": "charts.beside_nation.nation_target"}
    return {part: t(key) for part, key in keys.items()}


def _lines(row):
    """The line of the region, under the indicator's name, and that of the nation."""
    region = {**_line(row, _REGION, label(row, "region")), "shown": _promised(row)}
    nation = {**_line(row, _NATION, label(row, "nation")), "shown": _observed(row)}
    return [{**region, "head": label(row, "indicator")}, nation]


def _line(row, parts, name):
    points = [{"part": part, "x": row[part], "description": _told(row, part, name), "tip": _tip(row, part)}
              for part in _known(row, parts)]  # fmt: skip
    _, target = parts
    return {
        "name": name,
        "points": points,
        "target": row[target],
        "open": goals.known(row, target) and row[f"{target}_bound"] in ("at_least", "more_than"),
    }


def _known(row, parts):
    return [part for part in parts if goals.known(row, part)]


def _told(row, part, name):
    words = {"region": name, "indicator": label(row, "indicator"), "name": _names()[part]}
    return t("charts.beside_nation.told", **words, period=period(row[f"{part}_period"]), value=goals.words(row, part))


def _tip(row, part):
    return goals.tip(row, part, _names()[part])


def _promised(row):
    """From the baseline, if there is one, to the target with its year."""
    shown = _dated(row, "target")
    if not goals.known(row, "baseline"):
        return shown
    return t("charts.bullet.from_to", baseline=goals.words(row, "baseline"), target=shown)


def _observed(row):
    """The nation's latest figure with its period, and its own target."""
    shown = _dated(row, "nation_value")
    if not goals.known(row, "nation_target"):
        return shown
    return t("charts.beside_nation.with_target", value=shown, target=goals.words(row, "nation_target"))


def _dated(row, part):
    return t("charts.beside_nation.dated", value=goals.words(row, part), period=period(row[f"{part}_period"]))


def _columns():
    names = _names()
    return [
        Column("region", t("charts.column.region"), lambda row: label(row, "region")),
        Column("name", t("charts.column.indicator"), lambda row: label(row, "indicator")),
        *(column for part in (*_REGION, *_NATION) for column in goals.figure(part, heading=names[part])),
    ]
