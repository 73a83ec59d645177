"""Marks placed in pixels: the words and shapes that the charts share.

What carries a figure has a `description` for screen readers; everything else is hidden from them.
"""

import altair as alt

from region_report.charts.layout import key_places, plain
from region_report.text import t

Y = alt.Y("y:Q", scale=None, axis=None)
Y2 = alt.Y2("y2:Q")
_LOOK = {"opacity": 1, "strokeWidth": 2}
# What a mark tells of its figure: to screen readers, and to a reader who points at it.
TOLD = ("description", "tip")


def at(place):
    """A horizontal channel that stands still: so many pixels from the left, or `width`."""
    return alt.value(place)


def text(records, *, x=0, align="left", style="ink", **properties):
    """Words: `text` of the records at `y`, their upper edge there. x: pixels, `width`, or a channel."""
    properties = {"baseline": "top", "aria": False, **properties}
    channel = at(x) if isinstance(x, int | float | str) else x
    records = [{**record, "text": plain(record["text"])} for record in records]
    chart = alt.Chart(_data(records)).mark_text(align=align, style=style, **properties)
    return chart.encode(x=channel, y=Y, text=alt.Text("text:N"))


def points(records, x, *, shape="circle", style="primary", size=90, filled=True, **properties):
    """One shape a record at `y`, with the record's `description`."""
    properties = {**_LOOK, **_turned(shape), **properties}
    chart = alt.Chart(_data(records)).mark_point(shape=shape, style=style, size=size, filled=filled, **properties)
    return chart.encode(x=x, y=Y, **({} if properties.get("aria") is False else told(records)))


def spans(records, x, x2, *, style="primary", size=3, aria=True, **properties):
    """A horizontal stroke a record, from `x` to `x2` at `y`, `size` pixels thick."""
    properties = {"strokeWidth": size, "strokeCap": "butt", **properties}
    if not aria:
        properties["aria"] = False
    chart = alt.Chart(_data(records)).mark_rule(style=style, **properties)
    encoded = chart.encode(x=x, x2=x2, y=Y)
    return encoded.encode(**told(records)) if aria else encoded


def told(records):
    """The channels of what the records tell: the description, and as a tooltip the parts of `tip`, if they have it."""
    parts = records[0].get("tip", {}) if records else {}
    tooltip = [alt.Tooltip(f"tip.{part}:N", title=t(f"charts.tip.{part}")) for part in parts]
    return {"description": "description:N", "tooltip": tooltip or "description:N"}


def grid(places, x, bands):
    """Thin vertical lines at `places` of the scale; bands: the (top, bottom) between which they are drawn.

    They leave out the lines of words, which they would cross.
    """
    records = [{"x": place, "y": top, "y2": bottom} for top, bottom in bands for place in places]
    chart = alt.Chart(_data(records)).mark_rule(style="track", strokeWidth=1, aria=False)
    return chart.encode(x=x, y=Y, y2=Y2)


def separators(heights):
    """Thin lines over the whole width at these heights."""
    chart = alt.Chart(_data([{"y": height} for height in heights]))
    return chart.mark_rule(style="track", strokeWidth=1, aria=False).encode(x=alt.value(0), x2=alt.value("width"), y=Y)


def key(entries, *, top):
    """A key in reading order. entries: (label, shape, style, filled). Returns its layers and its height."""
    places, height = key_places([label for label, *_ in entries], top=top)
    layers = []
    for (label, shape, style, filled), (x, y) in zip(entries, places, strict=True):
        mark = alt.Chart(_data([{"y": y}])).mark_point(
            shape=shape, style=style, size=70, filled=filled, aria=False, **_LOOK, **_turned(shape)
        )
        layers.append(mark.encode(x=alt.value(x), y=Y))
        words = [{"y": y, "text": label}]
        layers.append(text(words, x=x + 10, style="soft", baseline="middle"))
    return layers, height


def _turned(shape):
    """Vega's cross is a plus; a cross that says no stands on its edges."""
    return {"angle": 45} if shape == "cross" else {}


def _data(records):
    return alt.Data(values=records)
