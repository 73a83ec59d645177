"""Scales with round ends and axes with the reader's numbers."""

import math

import altair as alt

from region_report.charts.views import made
from region_report.text import language

_EXACT = ",~r"


def number_expression(sign=""):
    """How an axis writes its numbers in the edition's language, as a Vega expression."""
    shown = written("datum.value")
    return f"{shown} + '{sign}'" if sign else shown


def written(value, decimals=None):
    """A Vega expression's number as the edition's reader writes it; `decimals` of one below 10,000, else all it has."""
    form = _EXACT if decimals is None else f",.{decimals}f"
    plain = f"format({value}, '{form}')"
    if language() != "zh":
        return plain
    # 万 has no format code: Vega's own would write 50k, which nobody reads in Chinese.
    return f"(abs({value}) >= 10000 ? format({value} / 10000, '{_EXACT}') + '万' : {plain})"


def ticks(low, high, count=4):
    """Round places from `low` to `high`, about `count` of them, the first and last at or outside the ends.

    >>> ticks(0, 4312)
    [0, 2000, 4000, 6000]
    """
    span = (high - low) or abs(high) or 1.0
    power = 10 ** math.floor(math.log10(span / count))
    step = next(power * factor for factor in (1, 2, 2.5, 5, 10) if power * factor * count >= span)
    first, last = math.floor(low / step + 1e-9), math.ceil(high / step - 1e-9)
    return [round(step * index, 10) for index in range(first, max(last, first + 1) + 1)]


def from_zero(values):
    """Ticks of a scale for lengths: it begins at 0."""
    return ticks(0, max([*values, 0]) or 1)


def around(values, count=4):
    """Ticks of a scale for positions: from 0 unless different values lie close together far from it."""
    low, high = min(values), max(values)
    if low == high:
        return from_zero(values)
    room = max((high - low) * 0.15, abs(high) * 0.02)
    first = low - room if low > 0.5 * high else min(low, 0)
    return ticks(first, high + room, count)


def inside(total, count=4):
    """Round places from 0 that do not pass `total`, and `total` itself."""
    places = [place for place in ticks(0, total, count) if place < 0.9 * total]
    return [*places, total]


def axis_x(field, places, *, title=None, offset=0, sign="", orient="bottom"):
    """The horizontal channel: a linear scale over `places` and its axis, moved inwards by `offset`."""
    axis = {"orient": orient, "offset": -offset, "values": places, "grid": False, "title": title}
    axis["labelExpr"] = number_expression(sign)
    return made(alt.X, f"{field}:Q", scale={"domain": [places[0], places[-1]], "nice": False}, axis=axis)
