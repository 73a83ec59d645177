"""The published measure of progress: observed yearly growth against the growth that the target requires.

Method of Statistics Canada and Open SDG (quantitative targets), with their cut-offs and score. It divides
by the growth required and takes roots, so it has traps; each is answered by a reason instead of a number.
"""

import math
from dataclasses import dataclass

# R at or above the first number has the second status.
CUT_OFFS = ((0.95, "on_track"), (0.60, "moderate"), (0.0, "limited"))
LEAST_YEARS = 2


@dataclass(frozen=True)
class Progress:
    """R and score, NaN where they cannot be computed; status: `achieved`, `on_track`, `moderate`, `limited`,
    `moving_away`, `kept`, `missed`, `too_short` or `not_comparable`. observed, required: growth in percent
    a year.
    """

    status: str
    ratio: float = math.nan
    score: float = math.nan
    observed: float = math.nan
    required: float = math.nan


def growth(first, last, years):
    """Compound growth in percent a year, as Chinese plans print 年均增长; NaN without positive figures and
    years.

    >>> round(growth(718.4, 2697.5, 5), 2)
    30.29
    """
    if years <= 0 or first <= 0 or last < 0:
        return math.nan
    if math.isinf(last):
        return math.inf
    return 100 * ((last / first) ** (1 / years) - 1)


def progress(base, base_year, current, current_year, target, target_year, *, direction=1):
    """How a series moves from base to target: R, score and status.

    direction: 1 where more is better, -1 where less is. A base at or past the target has no path: it is
    `kept` while the current figure meets the target and else `missed`. A zero or negative base, current
    figure or target is `not_comparable`, as a rate of growth needs positive figures; only a current zero is
    a fall of 100 percent. Less than two years after the base it is `too_short`, unless the target is met.
    After the target year the judgement goes on against the same target.
    """
    met = meets(current, target, direction)
    if meets(base, target, direction):
        return Progress("kept" if met else "missed")
    observed = growth(base, current, current_year - base_year)
    required = growth(base, target, target_year - base_year)
    if current_year - base_year < LEAST_YEARS:
        return Progress("achieved" if met else "too_short", observed=observed, required=required)
    if math.isnan(observed) or math.isnan(required) or required == 0 or target <= 0:
        return Progress("achieved" if met else "not_comparable")
    ratio = direction * observed / abs(required)
    return Progress("achieved" if met else status_of(ratio), ratio, score_of(ratio), observed, required)


def meets(value, target, direction):
    """Whether a value is at the target or past it in the wanted direction."""
    return direction * (value - target) >= 0


def status_of(ratio):
    """The status that the published cut-offs give R.

    >>> [status_of(ratio) for ratio in (0.95, 0.6, 0.0, -0.01)]
    ['on_track', 'moderate', 'limited', 'moving_away']
    """
    return next((status for least, status in CUT_OFFS if ratio >= least), "moving_away")


def score_of(ratio):
    """The published score of R, from -5 to 5.

    >>> round(score_of(1.0), 4), round(score_of(0.0), 4)
    (2.8572, -2.5)
    """
    if ratio >= 0.6:
        return min(7.1429 * ratio - 4.2857, 5)
    return max(4.1667 * ratio - 2.5, -5)
