"""How many of many regions report each indicator: a bar an indicator, with a date and without one."""

from region_report.charts import axes, marks, rowlist, views
from region_report.charts.chart import Column, compose, rows
from region_report.metrics.reporting import by_indicator
from region_report.text import label, number, percent, say, t

# As many as a reader looks through; the table has all.
MOST = 24
_TICKS = (0, 25, 50, 75, 100)
_DRAWN = ("dated", "share", "description")


def reporting(covered):
    """The share of regions that give a figure of each indicator, the most widely reported first, 24 at most.

    covered: frame of `metrics.coverage.coverage`; population and divisions are not drawn, every region has them.
    Without any figure: the sentence `charts.coverage_matrix.empty`.
    """
    found = by_indicator(covered[covered["stage"] != "context"])
    reported = found[found["reported"] > 0].sort_values("reported", ascending=False, kind="stable")
    if reported.empty:
        return say("charts.coverage_matrix.empty")
    records = [_record(row) for row in rows(reported.head(MOST))]
    looks = {"dated": ("square", "primary", True), "undated": ("stroke", "primary", False)}
    key, top = marks.key([(t(f"charts.reporting.key.{name}"), *look) for name, look in looks.items()], top=0)
    placed, bottom = rowlist.place(records, top=top + 8)
    counts = {"shown": number(len(records)), "all": number(len(reported)), "none": number(len(found) - len(reported))}
    return compose(
        "reporting",
        [*key, *_draw(placed)],
        records,
        _columns(),
        height=bottom,
        title=t("charts.reporting.title", regions=number(records[0]["regions"])),
        unit=t("charts.reporting.unit"),
        source=t("charts.codelists"),
        caveat=t("charts.reporting.caveat", **counts),
    )


def _record(row):
    share = 100 * row["reported"] / row["regions"]
    shown = t("charts.reporting.share", count=number(row["reported"]), share=percent(share, decimals=0))
    words = {"name": label(row, "indicator"), "all": number(row["regions"]), "undated": number(row["undated"])}
    return {
        **row,
        "name": words["name"],
        "dated": 100 * row["shown"] / row["regions"],
        "share": share,
        "shown": shown,
        "description": t("charts.reporting.told", shown=shown, **words),
    }


def _draw(placed):
    """The dated part of each bar is thick, the undated one behind it thin."""
    x = axes.axis_x("x", list(_TICKS), sign="%")
    drawn = [{"x": 0, "y": item["y_mark"], **{key: item[key] for key in _DRAWN}} for item in placed]
    undated = [{**item, "x": item["dated"]} for item in drawn if item["share"] > item["dated"]]
    layers = [marks.grid(_TICKS, x, rowlist.bands(placed)), marks.spans(drawn, x, "dated", size=12)]
    layers += [marks.spans(undated, x, "share", size=4, aria=False)] if undated else []
    return [*rowlist.words(placed), views.layer(layers)]


def _columns():
    return [
        Column("indicator", t("charts.column.indicator"), lambda row: row["name"]),
        Column("reported", t("charts.reporting.reported"), lambda row: number(row["reported"]), _number("reported")),
        Column("undated", t("charts.reporting.undated"), lambda row: number(row["undated"]), _number("undated")),
        Column("share", t("charts.column.share"), lambda row: percent(row["share"], decimals=0), _number("share")),
    ]


def _number(name):
    return lambda row: row[name]
