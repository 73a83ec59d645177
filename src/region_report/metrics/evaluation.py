"""Metrics over observations: pair the inputs, compute with intervals, say why where nothing can be
computed."""

import numpy as np
import pandas as pd

from region_report.errors import UsageError
from region_report.metrics import implied, inputs
from region_report.metrics.frames import bound_of, complete
from region_report.metrics.intervals import Interval, has_pole, spread
from region_report.metrics.registry import REGISTRY
from region_report.metrics.words import LANGUAGES, formula_words

_ANY = ("denominator", "actual", "baseline")
_KEY = ["region", "period", "anchor"]
_ENDS = ("value", "lower", "upper")
# Digits beyond these are noise of the machine's arithmetic.
_SIGNIFICANT = 12


def evaluate(id, observations):
    """The metric `id` for every region of `observations`, as a metric frame.

    One row is one region and period; a region without the inputs has one row without a value whose `status`
    says why. Value, lower and upper have all their digits; `text` rounds them for the reader. `inputs_zh, inputs_en`
    give the formula with each input as printed, its period and grade; `source_grade` is the weakest of them.
    Raises UsageError for an unknown id.
    """
    if id.startswith(implied.PREFIX):
        return implied.implied_count(id.removeprefix(implied.PREFIX), observations)
    if id not in REGISTRY:
        raise UsageError(f"There is no metric '{id}'. Metrics: {', '.join(REGISTRY)}.")
    metric = REGISTRY[id]
    computed = _compute(metric, _paired(metric, observations), observations)
    missing = _missing(metric, computed, observations)
    return complete(pd.concat([computed, missing]), metric, observations)


def evaluate_group(group, observations):
    """All metrics of a group (`density`, `ratios`, `implied`) in one metric frame."""
    if group == "implied":
        return implied.implied_counts(observations)
    ids = [metric.id for metric in REGISTRY.values() if metric.group == group]
    if not ids:
        groups = sorted({metric.group for metric in REGISTRY.values()} | {"implied"})
        raise UsageError(f"There is no group of metrics '{group}'. Groups: {', '.join(groups)}.")
    return pd.concat([evaluate(id, observations) for id in ids], ignore_index=True)


def evaluate_all(observations):
    """Every metric, in one metric frame."""
    groups = [*dict.fromkeys(metric.group for metric in REGISTRY.values()), "implied"]
    return pd.concat([evaluate_group(group, observations) for group in groups], ignore_index=True)


def _paired(metric, observations):
    """Inputs that share region and period (undated ones: source), one column `<input>|value` and so on for
    each."""
    frames = []
    for name in metric.paired:
        found = inputs.figures_of(observations, name, metric.measures)
        frames.append(found.set_index(_KEY).add_prefix(f"{name}|"))
    joined = frames[0]
    for frame in frames[1:]:
        joined = joined.join(frame, how="inner", validate="one_to_one")
    return joined.reset_index()


def _compute(metric, paired, observations):
    """The paired rows with denominators, the result, and what was used."""
    columns = {name: {part: paired[f"{name}|{part}"] for part in inputs.PARTS} for name in metric.paired}
    for name in metric.nearest:
        found = inputs.nearest(inputs.figures_of(observations, name, _ANY), paired)
        columns[name] = {part: found[part] for part in (*inputs.PARTS, "period")}
    given = {name: Interval.of(part["value"], part["lower"], part["upper"]) for name, part in columns.items()}
    result = paired[["region", "period"]].assign(measure="metric")
    if paired.empty:
        return result
    ends = spread(metric.function, given)
    found = pd.DataFrame({end: _without_noise(getattr(ends, end)) for end in _ENDS}, index=result.index)
    result = result.assign(bound=_bound(metric, found, columns), **found)
    without = np.any([part["value"].isna() for part in columns.values()], axis=0)
    conflict = np.any([part["status"] == "conflicting" for part in columns.values()], axis=0)
    states = [without, has_pole(metric.function, given), conflict]
    result["status"] = np.select(states, ["no_denominator", "not_comparable", "conflicting"], "")
    return result.assign(**_used(metric, columns))


def _without_noise(numbers):
    """Numbers to twelve significant digits: 0.1 + 0.2 is 0.3."""
    return [float(f"{number:.{_SIGNIFICANT}g}") for number in numbers]


def _bound(metric, found, columns):
    """The bound of each result: over 200 posts are over so many posts per 10,000, where the rest is exact."""
    bound = bound_of(found)
    least = found["value"] == found["lower"]
    more = np.any([columns[name]["bound"] == "more_than" for name in metric.paired], axis=0)
    open_above = np.any([columns[name]["bound"].isin(["more_than", "at_least"]) for name in metric.paired], axis=0)
    bound = bound.mask(least & open_above & (found["upper"] > found["lower"]), "at_least")
    return bound.mask((bound == "at_least") & more, "more_than")


def _used(metric, columns):
    """What the reader is told about the inputs of each row."""
    parts = [columns[name] for name in metric.uses]
    texts = {f"inputs_{lang}": _told(metric, columns, lang) for lang in LANGUAGES}
    sources = {name: _join([part[name] for part in parts], stop)
               for name, stop in (("source", "; "), ("source_zh", "；"), ("source_en", "; "))}  # fmt: skip
    periods = [columns[name]["period"] for name in metric.nearest]
    return texts | sources | {
        "source_grade": inputs.weakest(*(part["source_grade"] for part in parts)),
        "denominator_period": _join(periods, "; ") if periods else "",
    }  # fmt: skip


def _told(metric, columns, lang):
    """Row by row, the formula with each input as printed in its place; a list of them where one is missing."""
    rows = zip(*(columns[name][f"words_{lang}"] for name in metric.uses), strict=True)
    stop = "；" if lang == "zh" else "; "
    return [
        formula_words(metric.formula, dict(zip(metric.uses, row, strict=True)), lang)
        if all(row)
        else stop.join(filter(None, row))
        for row in rows
    ]


def _join(columns, stop):
    """Row by row, the different texts of several columns."""
    return [stop.join(dict.fromkeys(filter(None, row))) for row in zip(*columns, strict=True)]


def _missing(metric, computed, observations):
    """Rows without a value: periods of which an input is reported without a figure, and regions with
    nothing."""
    mine = observations[observations["indicator"].isin(metric.paired) & observations["measure"].isin(metric.measures)]
    mine = mine.assign(period=mine["period"].fillna(""), status=mine["status"].fillna(""))
    gaps = mine[mine["value"].isna() | ~mine["status"].isin(inputs.CLEAN)].drop_duplicates(["region", "period"])
    done = set(zip(computed["region"], computed["period"], strict=True))
    new = [key not in done for key in zip(gaps["region"], gaps["period"], strict=True)]
    gaps = gaps.loc[np.array(new, dtype=bool), ["region", "period", "status"]]
    regions = observations["region"].drop_duplicates()
    rest = regions[~regions.isin(computed["region"]) & ~regions.isin(gaps["region"])]
    rest = pd.DataFrame({"region": rest, "period": "", "status": "not_found"})
    return pd.concat([gaps, rest]).assign(measure="metric")
