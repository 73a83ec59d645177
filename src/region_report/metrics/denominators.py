"""Densities over every denominator on file: what a figure comes to when another one is chosen."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from region_report.metrics import inputs
from region_report.metrics.evaluation import evaluate
from region_report.metrics.frames import bound_of, complete
from region_report.metrics.intervals import Interval, spread
from region_report.metrics.registry import REGISTRY

# The choice of the report itself: for each figure the denominator nearest in time.
NEAREST = "nearest"
_ADDED = (
    "numerator", "numerator_zh", "numerator_en", "per", "denominator", "denominator_zh", "denominator_en",
    "denominator_value",
)  # fmt: skip
_ANY = ("denominator", "actual", "baseline")


@dataclass(frozen=True)
class Per:
    """What a density may be counted per: `factor` of the sum of the counts that `uses` names."""

    id: str
    uses: tuple
    factor: int
    decimals: int
    unit_zh: str
    unit_en: str


KINDS = (
    Per("residents", ("resident_population",), 10_000, 2, "万人", "10,000 residents"),
    Per("townships", ("township_level_units",), 1, 2, "乡镇（街道）", "township-level unit"),
    Per("communities", ("village_committees", "residents_committees"), 1, 3, "村（社区）", "village or community"),
)


@dataclass(frozen=True)
class _Named:
    """The names of a density; stands where a registered metric stands."""

    id: str
    name_zh: str
    name_en: str
    unit_zh: str
    unit: str
    decimals: int
    uses: tuple
    definition_zh: str = ""
    definition_en: str = ""
    note_zh: str = ""
    note_en: str = ""
    group: str = "denominators"


def densities(observations):
    """Every figure of which the report computes a density, over each denominator its region has on file.

    Returns a metric frame, one row a figure and denominator, with `numerator` (id of the indicator) and its names,
    `per` (id of KINDS), `denominator` (`nearest`, as the report has it, or a count and its period), its names and
    value.
    The period is the figure's; a figure without one has the interval of the one denominator chosen, and with
    `nearest` that of all. Rows without a value are left out.
    """
    wide = observations.assign(**dict.fromkeys(_ADDED, ""))
    metrics = [metric for metric in REGISTRY.values() if metric.group == "density"]
    frames = [frame for metric in metrics for frame in (_nearest(metric, wide), *_others(metric, wide))]
    found = pd.concat(frames, ignore_index=True) if frames else wide.iloc[:0]
    return found[found["value"].notna()].reset_index(drop=True)


def _nearest(metric, observations):
    """The density as the report shows it."""
    found = evaluate(metric.id, observations)
    per = next(kind.id for kind in KINDS if kind.uses == metric.nearest)
    return found.assign(**_numerator(metric, observations), per=per, denominator=NEAREST)


def _others(metric, observations):
    """The density over each kind of denominator, one frame a kind."""
    figures = inputs.figures_of(observations, metric.paired[0], metric.measures)
    for kind in KINDS:
        counts = _counts(kind, observations)
        pairs = figures.merge(counts, on="region", suffixes=("", "_per"), validate="many_to_many")
        if len(pairs):
            names = _numerator(metric, observations)
            rows = _computed(kind, pairs).assign(**names, per=kind.id)
            yield complete(rows, _named(metric, kind, names), observations)


def _counts(kind, observations):
    """The counts of a denominator, one row a region and period; of several indicators those of the same period."""
    first, *rest = (inputs.figures_of(observations, name, _ANY) for name in kind.uses)
    for other in rest:
        if first.empty or other.empty:
            return first.iloc[:0]
        both = first.merge(other, on=["region", "period", "anchor"], suffixes=("", "_b"), validate="one_to_one")
        added = {end: both[end] + both[f"{end}_b"] for end in ("value", "lower", "upper")}
        words = {f"{name}_{lang}": both[f"{name}_{lang}"] + stop + both[f"{name}_{lang}_b"]
                 for lang, stop in (("zh", "＋"), ("en", " + ")) for name in ("words", "indicator")}  # fmt: skip
        first = both.assign(**added, **words, source_grade=inputs.weakest(both["source_grade"], both["source_grade_b"]))
    return first


def _computed(kind, pairs):
    """The pairs of figure and denominator with their density and what it was computed from."""
    given = {
        "figure": Interval.of(pairs["value"], pairs["lower"], pairs["upper"]),
        "per": Interval.of(pairs["value_per"], pairs["lower_per"], pairs["upper_per"]),
    }
    found = spread(lambda x: kind.factor * x["figure"] / x["per"], given)
    ends = pd.DataFrame({end: getattr(found, end) for end in ("value", "lower", "upper")}, index=pairs.index)
    conflict = (pairs["status"] == "conflicting") | (pairs["status_per"] == "conflicting")
    texts = {f"denominator_{lang}": pairs[f"indicator_{lang}_per"] for lang in ("zh", "en")}
    for lang in ("zh", "en"):
        texts[f"inputs_{lang}"] = pairs[f"words_{lang}"] + " ÷ " + pairs[f"words_{lang}_per"]
    for name, stop in (("source", "; "), ("source_zh", "；"), ("source_en", "; ")):
        texts[name] = pairs[name] + stop + pairs[f"{name}_per"]
    return pairs[["region", "period"]].assign(
        **ends,
        **texts,
        bound=_bound(ends, pairs["bound"]),
        measure="metric",
        status=np.where(conflict, "conflicting", ""),
        source_grade=inputs.weakest(pairs["source_grade"], pairs["source_grade_per"]),
        denominator=kind.id + ":" + pairs["period_per"],
        denominator_value=pairs["value_per"],
        denominator_period=pairs["period_per"],
    )


def _bound(ends, bound):
    """More than 200 posts are more than so many for each unit, whatever the unit."""
    open_above = bound.isin(["more_than", "at_least"]) & (ends["value"] == ends["lower"])
    return bound_of(ends).mask(open_above & (ends["upper"] > ends["lower"]), bound)


def _numerator(metric, observations):
    """Id and names of what is counted; a target is said to be one by the metric's own name."""
    name = metric.paired[0]
    rows = observations[observations["indicator"] == name]
    names = {f"numerator_{lang}": rows[f"indicator_{lang}"].iloc[0] if len(rows) else "" for lang in ("zh", "en")}
    return {"numerator": name, **names}


def _named(metric, kind, names):
    return _Named(
        id=f"{metric.id}_by_{kind.id}",
        name_zh=names["numerator_zh"],
        name_en=names["numerator_en"],
        unit_zh=f"{metric.unit_zh.split('／')[0]}／{kind.unit_zh}",
        unit=f"{metric.unit.split(' per ')[0]} per {kind.unit_en}",
        decimals=kind.decimals,
        uses=(metric.paired[0], *kind.uses),
    )
