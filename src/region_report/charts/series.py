"""Figures over time: one line is one indicator, one measure and one region, and nothing else."""

from region_report.charts import axes, cited, marks, tips, years
from region_report.charts.chart import Column, chart, compose, rows
from region_report.metrics.areas import many
from region_report.metrics.comparability import one_series
from region_report.text import label, number, period, quantity, say, t


@chart
def trend(table, *, indicator=None):
    """Lines over time, one a region; figures on which sources disagree stand beside the line, hollow.

    table: frame of one indicator; or `indicator`: of a larger frame only its observed figures are drawn.
    Raises NotComparable where the rows would not be one series (a target and an actual, say). Fewer than
    two dated figures give the sentence `charts.trend.empty`, many regions one that says how many there are.
    """
    chosen = one_series(table if indicator is None else _observed(table, indicator))
    points = [_point(row) for row in rows(chosen) if row["period"] and row["value"] == row["value"]]
    records = sorted(points, key=lambda row: (row["region"], row["x"]))
    if len({record["period"] for record in records}) < 2:
        return say("charts.trend.empty")
    if many(chosen):
        return say("charts.too_many", count=number(len({record["region"] for record in records})))
    return compose(
        "trend",
        _draw(records),
        records,
        _columns(),
        height=years.HEIGHT,
        title=t("charts.trend.title", indicator=label(records[0], "indicator")),
        unit=label(records[0], "unit"),
        source=cited.sources(records),
    )


def _observed(table, indicator):
    """Observed figures of the indicator in its own scope; those in conflict as well."""
    observed = table["measure"].isin(["actual", "baseline"]) & table["status"].fillna("").isin(["", "conflicting"])
    return table[(table["indicator"] == indicator) & observed]


def _point(row):
    words = {"region": label(row, "region"), "period": period(row["period"]), "value": quantity(row)}
    unsure = row["status"] == "conflicting"
    described = t("charts.trend.conflict" if unsure else "charts.trend.point", **words)
    tip = tips.of_figure(row, label(row, "region"))
    return {**row, "x": years.place(row["period"]), "unsure": unsure, "description": described, "tip": tip}


def _draw(records):
    ticks = axes.around([record["value"] for record in records])
    x = years.axis([record["x"] for record in records])
    data = [_drawable(record, ticks) for record in records]
    clean = [record for record in data if not record["unsure"]]
    unsure = [record for record in data if record["unsure"]]
    layers = [*years.levels(ticks), years.line(clean, x), marks.points(clean, x, size=50)]
    layers += [marks.points(unsure, x, shape="diamond", style="secondary", filled=False)] if unsure else []
    return [*layers, *_names(clean or unsure, x)]


def _drawable(record, ticks):
    return {
        "x": record["x"],
        "y": years.height(record["value"], ticks),
        "series": record["region"],
        "unsure": record["unsure"],
        **{key: record[key] for key in marks.TOLD},
        "line": t("charts.trend.line", region=label(record, "region"), indicator=label(record, "indicator")),
        "text": f"{label(record, 'region')} {quantity(record)}",
    }


def _names(data, x):
    """Region and figure at the last point of each line: above it, or behind it where a line ends early."""
    last = list({record["series"]: record for record in data}.values())
    middle = (min(record["x"] for record in data) + max(record["x"] for record in data)) / 2
    late = [{**record, "y": record["y"] - 14} for record in last if record["x"] > middle]
    early = [record for record in last if record["x"] <= middle]
    layers = [years.end_words(late, x, align="right", offset=0)] if late else []
    return layers + ([years.end_words(early, x, align="left", offset=8)] if early else [])


def _columns():
    return [
        Column("region", t("charts.column.region"), lambda row: label(row, "region")),
        Column("period", t("charts.column.period"), lambda row: period(row["period"])),
        Column("value", t("charts.column.value"), quantity, lambda row: row["value"]),
        Column("source", t("charts.column.source"), cited.source),
        Column("status", t("charts.column.status"), lambda row: label(row, "status")),
    ]
