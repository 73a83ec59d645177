"""Arithmetic with intervals: a function evaluated at the ends of its inputs."""

import itertools
from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True)
class Interval:
    """Values with their ends, as arrays of equal length; NaN where there is no figure."""

    value: np.ndarray
    lower: np.ndarray
    upper: np.ndarray

    @classmethod
    def of(cls, value, lower=None, upper=None):
        """From numbers or columns; without ends the value is exact."""
        value = np.atleast_1d(np.asarray(value, dtype=float))
        ends = [value if end is None else np.atleast_1d(np.asarray(end, dtype=float)) for end in (lower, upper)]
        return cls(value, *ends)


def spread(function, inputs):
    """The function's value and the least and greatest it takes over the inputs' intervals.

    function: takes a dict name -> array; monotone in each input away from poles, so that the ends suffice.
    inputs: name -> Interval. Where an interval contains a pole of the function all three results are NaN.
    """
    corners = [_call(function, dict(zip(inputs, ends, strict=True))) for ends in _ends(inputs)]
    value = _call(function, {name: interval.value for name, interval in inputs.items()})
    lower, upper = np.fmin.reduce(corners), np.fmax.reduce(corners)
    bad = has_pole(function, inputs)
    return Interval(*(np.where(bad, np.nan, end) for end in (value, lower, upper)))


def has_pole(function, inputs):
    """Where an input may be zero and the function has no finite value there."""
    bad = np.zeros_like(next(iter(inputs.values())).value, dtype=bool)
    for name, interval in inputs.items():
        at_zero = {key: other.value for key, other in inputs.items()} | {name: np.zeros_like(interval.value)}
        known = np.all([np.isfinite(other.value) for other in inputs.values()], axis=0)
        touches = (interval.lower <= 0) & (interval.upper >= 0)
        bad |= touches & known & ~np.isfinite(_call(function, at_zero))
    return bad


def _ends(inputs):
    return itertools.product(*((interval.lower, interval.upper) for interval in inputs.values()))


def _call(function, values):
    with np.errstate(all="ignore"):
        return np.asarray(function(values), dtype=float)
