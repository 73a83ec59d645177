"""What a reader may move in a live chart, and what the chart then says, as Vega-Lite parameters.

The site makes the controls of `bind`, and reads the parameter `told` aloud each time something was moved.
"""

import json
import math

import altair as alt

from region_report.charts.axes import written
from region_report.charts.views import made
from region_report.text import t

TOLD = "told"
# A slider has about so many steps.
_STEPS = 100
_MARK = "\x1f"


def choice(name, options, label):
    """A parameter that takes one of the options (value -> words); the first of them to begin with."""
    bind = {"input": "select", "options": list(options), "labels": list(options.values()), "name": label}
    return made(alt.VariableParameter, name=name, value=next(iter(options)), bind=bind)


def slider(name, value, low, high, label):
    """A parameter that begins at `value` and moves on round numbers, above 0, from `low` to `high`.

    `value` itself need not be one of them: it stands until something is moved, and again after a reset.
    """
    # Of a small value a third, so that there is a step below it.
    step = _round_step(min((high - low) / _STEPS, value / 3))
    least, most = max(math.ceil(low / step - 1e-9), 1), math.floor(high / step + 1e-9)
    ends = {"min": round(least * step, 10), "max": round(most * step, 10), "step": step}
    return made(alt.VariableParameter, name=name, value=value, bind={"input": "range", **ends, "name": label})


def computed(name, expression):
    """A parameter that follows from others."""
    return made(alt.VariableParameter, name=name, expr=expression)


def told(key, **expressions):
    """What the chart says of itself: the text `key`, each field of which is a Vega expression of words."""
    return computed(TOLD, phrase(key, **expressions))


def told_of(choices, name):
    """What the chart says of itself for each option of the parameter `name`. choices: option -> words."""
    return computed(TOLD, f"({quoted(choices)})[{name}]")


def phrase(key, **expressions):
    """The text `key` as a Vega expression; each field of it is one itself."""
    words = t(key, **{name: f"{_MARK}{name}{_MARK}" for name in expressions}).split(_MARK)
    parts = [expressions[word] if place % 2 else quoted(word) for place, word in enumerate(words)]
    return " + ".join(parts)


def amount(expression, unit, *, decimals=None):
    """The words of a number that an expression gives: written for the reader, with the unit behind it."""
    return f"{written(expression, decimals)} + {quoted(unit)}"


def _round_step(rough):
    """The nearest of 1, 2 or 5 times a power of ten that is not below."""
    power = 10.0 ** math.floor(math.log10(rough))
    return next(round(power * factor, 10) for factor in (1, 2, 5, 10) if power * factor >= rough * (1 - 1e-9))


def quoted(words):
    """Words as a Vega expression."""
    return json.dumps(words, ensure_ascii=False)
