"""A drawing over years: its scales, levels, lines and the words at their ends."""

import altair as alt

from region_report.charts import layout, marks
from region_report.charts.views import made, view
from region_report.text import number, percent, t

HEIGHT = 220
_TOP, _BOTTOM = 18, 12


def place(period):
    """A period on a scale of years: a year at its number, a month or day within it; of a span its end.

    >>> place("2020"), place("2025-07"), place("2021/2023")
    (2020, 2025.5, 2023)
    """
    parts = [int(part) for part in str(period).split("/")[-1].split("-")]
    return parts[0] + ((parts[1] - 1) / 12 if len(parts) > 1 else 0)


def axis(places):
    """The horizontal channel over these places: whole years, at most seven ticks, room at both ends."""
    first, last = int(min(places)), -int(-max(places) // 1)
    step = max(1, -(-(last - first) // 6))
    room = max(last - first, 1)
    ticks = list(range(first, last + 1, step))
    return made(
        alt.X,
        "x:Q",
        scale={"domain": [first - 0.18 * room, last + 0.1 * room], "nice": False},
        axis={"values": ticks, "grid": False, "format": "d", "title": t("charts.year")},
    )


def height(value, ticks):
    """The pixel height of a value between the lowest and the highest tick."""
    share = (value - ticks[0]) / (ticks[-1] - ticks[0])
    return round(HEIGHT - _BOTTOM - share * (HEIGHT - _BOTTOM - _TOP), 2)


def height_expression(value, ticks):
    """The same as `height`, of a Vega expression."""
    top, bottom = HEIGHT - _BOTTOM, HEIGHT - _BOTTOM - _TOP
    return f"{top} - {bottom} * ({value} - {ticks[0]}) / {ticks[-1] - ticks[0]}"


def levels(ticks, *, sign=""):
    """Horizontal lines at the ticks, each with its number above its left end."""
    write = percent if sign == "%" else number
    records = [{"y": height(tick, ticks), "text": write(tick)} for tick in ticks]
    lines = marks.separators([record["y"] for record in records])
    return [lines, marks.text(records, style="soft", baseline="bottom", dy=-1)]


def line(records, x, *, style="primary", aria=True, **properties):
    """One line through the records of each `series`; `line` of them describes the whole line."""
    look = {"style": style, "strokeWidth": 2, **properties, **({} if aria else {"aria": False})}
    channels = {"x": x, "y": marks.Y, "detail": made(alt.Detail, "series:N")}
    told = {"description": made(alt.Description, "line:N")} if aria else {}
    return view(records, "line", {**channels, **told}, **look)


def end_words(records, x, *, align="left", offset=8):
    """Words beside points, moved apart where they would cover each other. records: x, y, text."""
    ordered = sorted(records, key=lambda record: record["y"])
    heights = layout.spread([record["y"] for record in ordered], layout.LINE)
    moved = [{**record, "y": place} for record, place in zip(ordered, heights, strict=True)]
    return marks.text(moved, x=x, align=align, dx=offset, baseline="middle", fontSize=12, fontWeight=600)
