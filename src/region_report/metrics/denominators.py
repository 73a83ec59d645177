"""Densities over every denominator on file: what a figure comes to when another one is chosen."""

import math
from dataclasses import dataclass

from region_report.languages import LANGUAGES, columns
from region_report.metrics import inputs
from region_report.metrics.evaluation import results
from region_report.metrics.frames import bound_of, metric_frame
from region_report.metrics.intervals import Interval, spread
from region_report.metrics.records import records
from region_report.metrics.registry import REGISTRY
from region_report.metrics.words import word

# The choice of the report itself: for each figure the denominator nearest in time.
NEAREST = "nearest"
_ADDED = (
    "numerator", *columns("numerator"), "per", "denominator", *columns("denominator"), "denominator_value",
)  # fmt: skip
_ENDS = ("value", "lower", "upper")


@dataclass(frozen=True)
class Per:
    """What a density may be counted per: `factor` of the sum of the counts that `uses` names."""

    id: str
    uses: tuple
    factor: int
    decimals: int


KINDS = (
    Per("residents", ("resident_population",), 10_000, 2),
    Per("townships", ("township_level_units",), 1, 2),
    Per("communities", ("village_committees", "residents_committees"), 1, 3),
)


@dataclass(frozen=True)
class _Named:
    """The names of a density; stands where a registered metric stands."""

    id: str
    texts: dict
    unit: str
    decimals: int
    uses: tuple
    group: str = "denominators"


def densities(observations):
    """Every figure of which the report computes a density, over each denominator its region has on file.

    Returns a metric frame, one row a figure and denominator, with `numerator` (id of the indicator) and its names,
    `per` (id of KINDS), `denominator` (`nearest`, as the report has it, or a count and its period), its names and
    value.
    The period is the figure's; a figure without one has the interval of the one denominator chosen, and with
    `nearest` that of all. Rows without a value are left out.
    """
    known = records(observations)
    metrics = [metric for metric in REGISTRY.values() if metric.group == "density"]
    parts = [part for metric in metrics for part in (_nearest(metric, known), *_others(metric, known))]
    return metric_frame([(metric, _with_value(rows)) for metric, rows in parts], known, added=_ADDED)


def _with_value(rows):
    return [row for row in rows if not math.isnan(row.get("value", math.nan))]


def _nearest(metric, known):
    """The density as the report shows it."""
    per = next(kind.id for kind in KINDS if kind.uses == metric.nearest)
    added = {**_numerator(metric, known), "per": per, "denominator": NEAREST}
    return metric, [row | added for row in results(metric, known)]


def _others(metric, known):
    """The density over each kind of denominator, one metric a kind."""
    figures = inputs.figures_of(known, metric.paired[0], metric.measures)
    names = _numerator(metric, known)
    for kind in KINDS:
        added = names | {"per": kind.id}
        counts = known.remembered(("counts", kind.id), lambda kind=kind: _counts(kind, known))
        pairs = [(figure, count) for figure in figures for count in counts.get(figure["region"], ())]
        yield _named(metric, kind, names), [row | added for row in _rows(kind, pairs)]


def _counts(kind, known):
    """The counts of a denominator by region, one a period; of several indicators those of the same period."""
    first, *rest = (inputs.figures_of(known, name, inputs.ANY) for name in kind.uses)
    for other in rest:
        there = {inputs.moment(figure): figure for figure in other}
        first = [_sum(figure, there[inputs.moment(figure)]) for figure in first if inputs.moment(figure) in there]
    by_region = {}
    for figure in first:
        by_region.setdefault(figure["region"], []).append(figure)
    return by_region


def _sum(one, other):
    """Two counts of one period as one figure; where the sources of either disagree, so do those of the sum."""
    added = {end: one[end] + other[end] for end in _ENDS}
    added |= {"bound": bound_of(**added), "status": _status(one, other)}
    added |= {name: stop.join(dict.fromkeys((one[name], other[name]))) for name, stop in inputs.JOINED}
    words = {f"{name}_{lang}": word("written.sum", lang).join((one[f"{name}_{lang}"], other[f"{name}_{lang}"]))
             for lang in LANGUAGES for name in ("words", "indicator")}  # fmt: skip
    return one | added | words | {"source_grade": inputs.weakest(one["source_grade"], other["source_grade"])}


def _status(*figures):
    return "conflicting" if any(figure["status"] == "conflicting" for figure in figures) else ""


def _rows(kind, pairs):
    """Pairs of figure and denominator with their density and what it was computed from."""
    if not pairs:
        return []
    given = {name: Interval.of(*([pair[place][end] for pair in pairs] for end in _ENDS))
             for place, name in enumerate(("figure", "per"))}  # fmt: skip
    found = spread(lambda x: kind.factor * x["figure"] / x["per"], given)
    ends = zip(*(getattr(found, end).tolist() for end in _ENDS), strict=True)
    return [_row(kind, *pair, dict(zip(_ENDS, each, strict=True))) for pair, each in zip(pairs, ends, strict=True)]


def _row(kind, figure, count, ends):
    texts = {f"denominator_{lang}": count[f"indicator_{lang}"] for lang in LANGUAGES}
    texts |= {f"inputs_{lang}": f"{figure[f'words_{lang}']} ÷ {count[f'words_{lang}']}" for lang in LANGUAGES}
    texts |= {name: figure[name] + stop + count[name] for name, stop in inputs.JOINED}
    return {
        "region": figure["region"],
        "period": figure["period"],
        **ends,
        **texts,
        "bound": _bound(ends, figure["bound"]),
        "measure": "metric",
        "status": _status(figure, count),
        "source_grade": inputs.weakest(figure["source_grade"], count["source_grade"]),
        "denominator": f"{kind.id}:{count['period']}",
        "denominator_value": count["value"],
        "denominator_period": count["period"],
    }


def _bound(ends, bound):
    """More than 200 posts are more than so many for each unit, whatever the unit."""
    if bound in ("more_than", "at_least") and ends["value"] == ends["lower"] < ends["upper"]:
        return bound
    return bound_of(**ends)


def _numerator(metric, known):
    """Id and names of what is counted; a target is said to be one by the metric's own name."""
    name = metric.paired[0]
    first = known.first(name)
    row = {} if first is None else known.row(first)
    return {"numerator": name, **{f"numerator_{lang}": row.get(f"indicator_{lang}", "") for lang in LANGUAGES}}


def _named(metric, kind, names):
    texts = dict.fromkeys(columns("definition", "note"), "")
    for lang in LANGUAGES:
        per = word("written.per", lang)
        unit = metric.texts[f"unit_{lang}"].split(per)[0] + per + word(f"per.{kind.id}", lang)
        texts |= {f"name_{lang}": names[f"numerator_{lang}"], f"unit_{lang}": unit}
    return _Named(
        id=f"{metric.id}_by_{kind.id}",
        texts=texts,
        unit=texts["unit_en"],
        decimals=kind.decimals,
        uses=(metric.paired[0], *kind.uses),
    )
