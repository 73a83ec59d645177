"""What part of the whole is known."""

import altair as alt

from region_report.charts import axes, layout, marks, rowlist, tips, views
from region_report.charts.chart import Column, chart, compose, rows
from region_report.charts.cited import sources
from region_report.languages import LANGUAGES, columns
from region_report.metrics.areas import many
from region_report.text import label, number, percent, period, say, t, with_unit

_STRIP = 34


@chart
def known_share(observations, *, indicator="townships_known_with_station"):
    """A strip of all units of each region: known from each source, with its grade; the rest is unknown.

    observations: frame with rows of `indicator` (parts that do not overlap, one a source) and, as a
    denominator, of the indicator its `base` names. Without both: the sentence `charts.known_share.empty`; of many
    regions, one that says how many there are and where.
    """
    known = (observations["indicator"] == indicator) & (observations["measure"] == "actual")
    parts = observations[known & (observations["value"] > 0)]
    if many(observations) and len(parts):
        title = t("charts.known_share.title", indicator=label(parts.iloc[0], "indicator"))
        return say("charts.on_own_page", title=title, count=number(parts["region"].nunique()))
    strips = [_strip(observations, own) for _, own in parts.groupby("region", sort=False)]
    strips = [strip for strip in strips if strip]
    if not strips:
        return say("charts.known_share.empty")
    records = [record for strip in strips for record in strip]
    drawing, height = _draw(strips)
    return compose(
        "known_share",
        drawing,
        records,
        _columns(),
        height=height,
        title=t("charts.known_share.title", indicator=label(records[0], "indicator")),
        unit=label(records[-1], "whole"),
        source=sources(record for record in records if record["source_grade"] != "unknown"),
        independent={"x": "independent"},
    )


def _strip(observations, parts):
    """The records of one region's strip; nothing where the number of all its units is not on file."""
    own = (observations["region"] == parts["region"].iloc[0]) & observations["indicator"].isin(parts["base"])
    found = observations[own & (observations["measure"] == "denominator") & (observations["value"] > 0)]
    if found.empty:
        return []
    return _records(rows(parts), rows(found.sort_values("period", kind="stable"))[-1])


def _records(parts, whole):
    """The parts one after the other, official ones first, and the rest; each with its place on the strip."""
    grades = ("document", "official", "press", "dataset", "mirror")
    ordered = sorted(parts, key=lambda row: (grades.index(row["source_grade"]), -row["value"]))
    records, start = [], 0.0
    for row in ordered:
        name = t(
            "charts.known_share.part",
            source=label(row, "source"),
            grade=label(row, "source_grade"),
        )
        records.append(_part(row, name, start, row["value"], whole))
        start += row["value"]
    rest = parts[0] | {"source_grade": "unknown"}
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
        "description": t("charts.known_share.told", region=label(row, "region"), name=name, shown=shown),
        "tip": _tip(row, name, shown),
        "total": whole["value"],
        **{f"whole_{lang}": whole[f"indicator_{lang}"] for lang in LANGUAGES},
        "head": t(
            "charts.known_share.head",
            region=label(row, "region"),
            total=_counted(whole),
            period=period(whole["period"]),
        ),
    }


def _tip(row, name, shown):
    """The part for a reader who points at it; the rest is a difference, and no source has said anything of it."""
    if row["source_grade"] != "unknown":
        return tips.of_figure(row, name, value=shown)
    nobody = dict.fromkeys(("source_grade", *columns("source")), "")
    gap = t("text.gap")
    return tips.of_figure(row | nobody, name, value=shown, interval=gap, period=gap)


def _counted(row):
    return with_unit(number(row["value"]), row)


def _draw(strips):
    """Strip below strip, each with its region and total above it and a row of words for each part below."""
    drawing, top = [], 0
    for records in strips:
        layers, top = _one(records, top)
        drawing += layers
        top += 18
    return drawing, top - 18


def _one(records, top):
    head = layout.wrap(records[0]["head"])
    below = top + layout.LINE * len(head) + 26
    parts = [_drawable(record, below) for record in records]
    x = axes.axis_x("x", axes.inside(records[0]["total"]), orient="top", offset=below - 4)
    strip = views.layer(_segment(part, x) for part in parts)
    items = [{"name": record["name"], "shown": record["shown"]} for record in records]
    placed, bottom = rowlist.place(items, top=below + _STRIP + 16, mark=8, indent=20)
    swatches = [_swatch(part, item["y"]) for part, item in zip(parts, placed, strict=True)]
    words = marks.text([{"y": top, "text": "\n".join(head)}], fontWeight=600)
    return [words, strip, *swatches, *rowlist.words(placed, indent=20)], bottom


def _drawable(record, y):
    """What is drawn of a part; a copy that was not checked is an outline, the unknown is grey."""
    looks = {"mirror": "outline", "unknown": "grey"}
    look = looks.get(record["source_grade"], "full")
    kept = {key: record[key] for key in ("x", "end", *marks.TOLD)}
    return {**kept, "look": look, "y": y, "y2": y + _STRIP}


_LOOKS = {
    "full": {"style": "primary", "stroke": None},
    "outline": {"style": "primary", "filled": False, "strokeWidth": 2},
    "grey": {"style": "track"},
}


def _segment(part, x):
    channels = {"x": x, "x2": views.made(alt.X2, "end:Q"), "y": marks.Y, "y2": marks.Y2, **marks.told([part])}
    return views.view([part], "bar", channels, orient="horizontal", **_LOOKS[part["look"]])


def _swatch(part, y):
    channels = {"x": marks.at(7), "y": marks.Y}
    look = {"shape": "square", "size": 110, "opacity": 1, "aria": False, **_filled(part["look"])}
    return views.view([{"y": y + 8}], "point", channels, **look)


def _filled(look):
    return {"filled": True, **_LOOKS[look]}


def _columns():
    return [
        Column("region", t("charts.column.region"), lambda row: label(row, "region")),
        Column("name", t("charts.column.part"), lambda row: row["name"]),
        Column("count", t("charts.column.value"), lambda row: number(row["count"]), lambda row: row["count"]),
        Column("share", t("charts.column.share"), _share, lambda row: row["share"]),
    ]


def _share(row):
    return percent(row["share"], decimals=1)
