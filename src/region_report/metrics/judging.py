"""One target against what is known of it: what it requires, what happened, and an honest status."""

import itertools
import math
from dataclasses import dataclass

from region_report.metrics.progress import growth, meets, progress, status_of

OPEN = ("at_least", "more_than", "at_most", "less_than")
# From the best to the worst; between the first and the last that the intervals allow lies the truth.
ORDER = ("achieved", "on_track", "moderate", "limited", "moving_away")
NAMES = ("required_growth", "required_step", "observed_growth", "attainment", "ratio")


@dataclass(frozen=True)
class Point:
    """A figure with its interval and the end of its period as a year; NaN where there is none."""

    value: float
    lower: float
    upper: float
    year: float
    bound: str = ""

    @property
    def known(self):
        """Whether there is a figure and a time."""
        return not (math.isnan(self.value) or math.isnan(self.year))

    @property
    def ends(self):
        """The ends of the interval; of a bound such as `at least 55` only the threshold."""
        return (self.value, self.value) if self.bound in OPEN else (self.lower, self.upper)


def judge(base, current, target, direction):
    """Everything that can be said of one target, as a dictionary of columns of the targets frame.

    base, current, target: Points. direction: 1 or -1, or 0 to take it from base to target. Values are in
    percent (growth, attainment, time gone) or in the indicator's unit a year (step); each has `_lower` and
    `_upper`.
    """
    sign = direction or (1 if math.isnan(base.value) or target.value >= base.value else -1)
    path = _path(base, current, target, sign) if base.known and target.known else {}
    status = _status(base, current, target, sign)
    gone = path.pop("time_gone", math.nan)
    numbers = {f"{name}{end}": math.nan for name in NAMES for end in ("", "_lower", "_upper")}
    known = status["status_compound"] in ORDER and "ratio" in path
    allowed = _allowed(path, current, target, sign) if known else [status["status_compound"]]
    return {
        **numbers,
        **path,
        "time_gone": gone,
        **status,
        "status_best": allowed[0],
        "status_worst": allowed[-1],
        "target_year_passed": current.known and current.year > target.year,
    }


def _path(base, current, target, sign):
    """What the target requires a year and what was observed, with intervals."""
    years, passed = target.year - base.year, current.year - base.year
    path = {}
    if years > 0 and not _held(base, target):
        path |= _spread("required_growth", lambda b, t: growth(b, t, years), base, target)
        path |= _spread("required_step", lambda b, t: (t - b) / years, base, target)
    if current.known and passed > 0:
        path |= _spread("observed_growth", lambda b, y: growth(b, y, passed), base, current)
        path["time_gone"] = min(100.0, 100 * passed / years) if years > 0 else math.nan
        if not _overlap(base, target):
            path |= _spread("attainment", lambda b, y, t: 100 * (y - b) / (t - b), base, current, target)
            path |= _spread("ratio", lambda b, y, t: _ratio(b, y, t, passed, years, sign), base, current, target)
    return path


def _spread(name, function, *points):
    """Value, least and greatest of a function over the ends of the points' intervals."""
    corners = [function(*ends) for ends in itertools.product(*(point.ends for point in points))]
    value = function(*(point.value for point in points))
    if math.isnan(value) or any(math.isnan(corner) for corner in corners):
        value = lower = upper = math.nan
    else:
        lower, upper = min(corners), max(corners)
    return {name: value, f"{name}_lower": lower, f"{name}_upper": upper}


def _ratio(base, current, target, passed, years, sign):
    required = growth(base, target, years)
    return sign * growth(base, current, passed) / abs(required) if required else math.nan


def _held(base, target):
    """Whether the target is the baseline's own number, such as 100 % of 100 %: then nothing has to grow."""
    least, most = base.ends
    return least <= target.value <= most


def _overlap(base, target):
    """Whether base and target may be the same number: every measure of progress divides by their
    difference."""
    return base.ends[0] <= target.ends[1] and base.ends[1] >= target.ends[0]


def _status(base, current, target, sign):
    """The status by each path, and the one of the report: the compound path's, or why there is none."""
    reason = _reason(base, current, target)
    if reason:
        met = current.known and target.known and reason == "one_observation"
        both = "achieved" if met and meets(current.value, target.value, sign) else reason
        return {"status": both, "status_compound": both, "status_linear": both}
    constant = meets(base.value, target.value, sign)
    if _overlap(base, target) and not constant:
        return dict.fromkeys(("status", "status_compound", "status_linear"), "not_comparable")
    years = (base.year, current.year, target.year)
    found = progress(base.value, years[0], current.value, years[1], target.value, years[2], direction=sign)
    compound = found.status
    linear = compound if constant or compound in ("achieved", "too_short") else _linear(base, current, target)
    return {"status": compound, "status_compound": compound, "status_linear": linear}


def _reason(base, current, target):
    """Why nothing can be judged; empty where base, a later figure and a target with its year are there."""
    if not target.known:
        return "not_comparable"
    if not current.known:
        return "one_observation" if not math.isnan(base.value) else "target_only"
    if math.isnan(base.value):
        return "one_observation"
    return "" if base.known and base.year < target.year and current.year > base.year else "not_comparable"


def _linear(base, current, target):
    """The status on a straight line: the part of the way covered against the part of the time gone.

    After the target year the whole way should be covered. The cut-offs are those of the compound path.
    """
    way = (current.value - base.value) / (target.value - base.value)
    gone = min(1.0, (current.year - base.year) / (target.year - base.year))
    return status_of(way / gone)


def _allowed(path, current, target, sign):
    """The statuses that the intervals allow, best first."""
    met = [meets(end, target.value, sign) for end in (current.lower, current.upper)]
    if all(met):
        return ["achieved"]
    found = {status_of(path["ratio_lower"]), status_of(path["ratio_upper"])}
    return sorted(found | ({"achieved"} if any(met) else set()), key=ORDER.index)
