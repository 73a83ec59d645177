"""Marks placed in pixels: the words and shapes that the charts share.

What carries a figure has a `description` for screen readers; everything else is hidden from them.
"""

from functools import cache

import altair as alt

from region_report.charts.layout import key_places, plain
from region_report.charts.views import made, view
from region_report.text import t

Y = made(alt.Y, "y:Q", scale=None, axis=None)
Y2 = made(alt.Y2, "y2:Q")
_TEXT = made(alt.Text, "text:N")
_DESCRIPTION = made(alt.Description, "description:N")
_SHORT_TIP = made(alt.Tooltip, "description:N")
_LOOK = {"opacity": 1, "strokeWidth": 2}
# What a mark tells of its figure: to screen readers, and to a reader who points at it.
TOLD = ("description", "tip")


def at(place):
    """A horizontal channel that stands still: so many pixels from the left, or `width`."""
    return alt.value(place)


def text(records, *, x=0, align="left", style="ink", **properties):
    """Words: `text` of the records at `y`, their upper edge there. x: pixels, `width`, or a channel."""
    look = {"align": align, "style": style, "baseline": "top", "aria": False, **properties}
    channel = at(x) if isinstance(x, int | float | str) else x
    records = [{**record, "text": plain(record["text"])} for record in records]
    return view(records, "text", {"x": channel, "y": Y, "text": _TEXT}, **look)


def points(records, x, *, shape="circle", style="primary", size=90, filled=True, **properties):
    """One shape a record at `y`, with the record's `description`."""
    look = {"shape": shape, "style": style, "size": size, "filled": filled, **_LOOK, **_turned(shape), **properties}
    channels = {"x": x, "y": Y}
    if look.get("aria") is False:
        return view(_silent(records), "point", channels, **look)
    return view(records, "point", {**channels, **told(records)}, **look)


def spans(records, x, x2, *, style="primary", size=3, aria=True, **properties):
    """A horizontal stroke a record, from `x` to the field `x2` at `y`, `size` pixels thick."""
    look = {"style": style, "strokeWidth": size, "strokeCap": "butt", **properties, **({} if aria else {"aria": False})}
    channels = {"x": x, "x2": made(alt.X2, f"{x2}:Q"), "y": Y}
    if not aria:
        return view(_silent(records), "rule", channels, **look)
    return view(records, "rule", {**channels, **told(records)}, **look)


def told(records):
    """The channels of what the records tell: the description, and as a tooltip the parts of `tip`, if they have it."""
    parts = records[0].get("tip", {}) if records else {}
    tooltip = [_tooltip(part, t(f"charts.tip.{part}")) for part in parts]
    return {"description": _DESCRIPTION, "tooltip": tooltip or _SHORT_TIP}


def _silent(records):
    """What is drawn without being told of: its words would only be sent to the reader for nothing."""
    return [{key: value for key, value in record.items() if key not in TOLD} for record in records]


@cache
def _tooltip(part, title):
    return made(alt.Tooltip, f"tip.{part}:N", title=title)


def grid(places, x, bands):
    """Thin vertical lines at `places` of the scale; bands: the (top, bottom) between which they are drawn.

    They leave out the lines of words, which they would cross.
    """
    records = [{"x": place, "y": top, "y2": bottom} for top, bottom in bands for place in places]
    return view(records, "rule", {"x": x, "y": Y, "y2": Y2}, style="track", strokeWidth=1, aria=False)


def separators(heights):
    """Thin lines over the whole width at these heights."""
    channels = {"x": at(0), "x2": at("width"), "y": Y}
    return view([{"y": height} for height in heights], "rule", channels, style="track", strokeWidth=1, aria=False)


def key(entries, *, top):
    """A key in reading order. entries: (label, shape, style, filled). Returns its layers and its height."""
    places, height = key_places([label for label, *_ in entries], top=top)
    layers = []
    for (label, shape, style, filled), (x, y) in zip(entries, places, strict=True):
        look = {"shape": shape, "style": style, "size": 70, "filled": filled}
        layers.append(points([{"y": y}], at(x), aria=False, **look))
        words = [{"y": y, "text": label}]
        layers.append(text(words, x=x + 10, style="soft", baseline="middle"))
    return layers, height


def _turned(shape):
    """Vega's cross is a plus; a cross that says no stands on its edges."""
    return {"angle": 45} if shape == "cross" else {}
