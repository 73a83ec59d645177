"""What part of the whole is known."""

import altair as alt

from region_report.charts import axes, marks, rowlist
from region_report.charts.chart import Column, compose, rows, sources
from region_report.text import label, number, percent, period, say, t, with_unit

_STRIP = 34


def known_share(observations, *, indicator="townships_known_with_station"):
    """A strip of all units of a region: known from each source, with the source's grade; the rest is unknown.

    observations: frame with rows of `indicator` (parts that do not overlap, one a source) and, as a
    denominator, of the indicator its `base` names. Without both: the sentence `charts.known_share.empty`.
    """
    parts = observations[(observations["indicator"] == indicator) & (observations["value"] > 0)]
    whole = _whole(observations, parts)
    if whole is None:
        return say("charts.known_share.empty")
    records = _records(rows(parts), whole)
    drawing, height = _draw(records, whole["value"])
    return compose(
        "known_share",
        drawing,
        records,
        _columns(),
        height=height,
        title=t("charts.known_share.title", indicator=label(records[0], "indicator")),
        unit=label(whole, "indicator"),
        source=sources(records[:-1]),
        caveat=t("charts.known_share.caveat", total=_counted(whole), period=period(whole["period"])),
    )


def _whole(observations, parts):
    """The latest denominator that the parts are parts of; None where there is none."""
    bases = parts["base"].unique()
    found = observations[observations["indicator"].isin(bases) & (observations["measure"] == "denominator")]
    found = found[found["value"] > 0].sort_values("period", kind="stable")
    return rows(found)[-1] if len(found) else None


def _records(parts, whole):
    """The parts one after the other, official ones first, and the rest; each with its place on the strip."""
    grades = ("document", "official", "press", "dataset", "mirror")
    ordered = sorted(parts, key=lambda row: (grades.index(row["source_grade"]), -row["value"]))
    records, start = [], 0.0
    for row in ordered:
        name = t(
            "charts.known_share.part",
            source=label(row, "source"),
            grade=t(f"text.grade.{row['source_grade']}"),
        )
        records.append(_part(row, name, start, row["value"], whole))
        start += row["value"]
    rest = {**whole, "indicator_zh": parts[0]["indicator_zh"], "indicator_en": parts[0]["indicator_en"]}
    rest |= {"source_grade": "unknown"}
    return [*records, _part(rest, t("charts.known_share.rest"), start, whole["value"] - start, whole)]


def _part(row, name, start, count, whole):
    share = 100 * count / whole["value"]
    shown = t("charts.known_share.shown", count=number(count), share=percent(share, decimals=1))
    return {
        **row,
        "name": name,
        "x": start,
        "end": start + count,
        "count": count,
        "share": share,
        "shown": shown,
        "description": f"{name}{t('text.colon')}{shown}",
    }


def _counted(row):
    return with_unit(number(row["value"]), row)


def _draw(records, total):
    """The strip with its axis, and below it a row of words for each part, led by the part's look."""
    x = axes.axis_x("x", axes.inside(total), orient="top")
    parts = [_drawable(record) for record in records]
    strip = alt.layer(*(_segment(part, x) for part in parts))
    items = [{"name": record["name"], "shown": record["shown"]} for record in records]
    placed, bottom = rowlist.place(items, top=_STRIP + 20, mark=8, indent=20)
    swatches = [_swatch(part, item["y"]) for part, item in zip(parts, placed, strict=True)]
    return [strip, *swatches, *rowlist.words(placed, indent=20)], bottom


def _drawable(record):
    """What is drawn of a part; a copy that was not checked is an outline, the unknown is grey."""
    looks = {"mirror": "outline", "unknown": "grey"}
    look = looks.get(record["source_grade"], "full")
    return {"x": record["x"], "end": record["end"], "description": record["description"], "look": look}


_LOOKS = {
    "full": {"style": "primary", "stroke": None},
    "outline": {"style": "primary", "filled": False, "strokeWidth": 2},
    "grey": {"style": "track"},
}


def _segment(part, x):
    data = alt.Data(values=[{**part, "y": 3, "y2": 3 + _STRIP}])
    chart = alt.Chart(data).mark_bar(orient="horizontal", **_LOOKS[part["look"]])
    return chart.encode(x=x, x2=alt.X2("end:Q"), y=marks.Y, y2=marks.Y2, description="description:N")


def _swatch(part, y):
    data = alt.Data(values=[{"y": y + 8}])
    mark = alt.Chart(data).mark_point(
        shape="square", size=110, opacity=1, aria=False, **_filled(part["look"])
    )
    return mark.encode(x=alt.value(7), y=marks.Y)


def _filled(look):
    return {"filled": True, **_LOOKS[look]}


def _columns():
    return [
        Column("name", t("charts.column.part"), lambda row: row["name"]),
        Column("count", t("charts.column.value"), lambda row: number(row["count"]), lambda row: row["count"]),
        Column("share", t("charts.column.share"), _share, lambda row: row["share"]),
    ]


def _share(row):
    return percent(row["share"], decimals=1)
