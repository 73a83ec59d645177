"""Metrics over observations: pair the inputs, compute with intervals, say why where nothing can be computed."""

import numpy as np

from region_report.errors import UsageError
from region_report.languages import LANGUAGES
from region_report.metrics import implied, inputs
from region_report.metrics.frames import bound_of, labelled, metric_frame
from region_report.metrics.intervals import Interval, has_pole, spread
from region_report.metrics.records import CLEAN, records
from region_report.metrics.registry import REGISTRY
from region_report.metrics.words import formula_words, word

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
    known = records(observations)
    if id.startswith(implied.PREFIX):
        return metric_frame([implied.implied_count(id.removeprefix(implied.PREFIX), known)], known)
    if id not in REGISTRY:
        raise UsageError(f"There is no metric '{id}'. Metrics: {', '.join(REGISTRY)}.")
    return metric_frame([(REGISTRY[id], results(REGISTRY[id], known))], known)


def evaluate_group(group, observations):
    """All metrics of a group (`density`, `ratios`, `implied`) in one metric frame. Raises UsageError for another."""
    known = records(observations)
    return metric_frame(_of_group(group, known), known)


def evaluate_all(observations):
    """Every metric, in one metric frame."""
    groups = [*dict.fromkeys(metric.group for metric in REGISTRY.values()), "implied"]
    known = records(observations)
    return metric_frame([part for group in groups for part in _of_group(group, known)], known)


def with_value(id, observations):
    """The rows of `evaluate` that have a value, as dictionaries; a column that says nothing may be left out."""
    known = records(observations)
    rows = results(REGISTRY[id], known)
    return [row for row in labelled(REGISTRY[id], rows, known) if not np.isnan(row["value"])]


def results(metric, known):
    """The rows of a metric, not yet labelled, as dictionaries; computed once for the records of a frame."""
    return known.remembered(metric.function, lambda: _computed(metric, known))


def _of_group(group, known):
    """The metrics of a group with their rows."""
    if group == "implied":
        return implied.implied_counts(known)
    metrics = [metric for metric in REGISTRY.values() if metric.group == group]
    if not metrics:
        groups = sorted({metric.group for metric in REGISTRY.values()} | {"implied"})
        raise UsageError(f"There is no group of metrics '{group}'. Groups: {', '.join(groups)}.")
    return [(metric, results(metric, known)) for metric in metrics]


def _computed(metric, known):
    used = [_with_denominators(figures, metric, known) for figures in _paired(metric, known)]
    rows = _rows(metric, used) if used else []
    return rows + _missing(metric, rows, known)


def _paired(metric, known):
    """Inputs that share region and period (undated ones: source): one dictionary, name of the input -> figure, for
    each."""
    found = [{inputs.moment(figure): figure for figure in inputs.figures_of(known, name, metric.measures)}
             for name in metric.paired]  # fmt: skip
    common = [moment for moment in found[0] if all(moment in other for other in found[1:])]
    return [dict(zip(metric.paired, (each[moment] for each in found), strict=True)) for moment in common]


def _with_denominators(figures, metric, known):
    first = figures[metric.paired[0]]
    return figures | {
        name: inputs.nearest(inputs.denominators(known, name).get(first["region"]), first) for name in metric.nearest
    }


def _rows(metric, used):
    """The result of each set of inputs, and what was used."""
    names = (*metric.paired, *metric.nearest)
    given = {name: Interval.of(*([figures[name][end] for figures in used] for end in _ENDS)) for name in names}
    found = spread(metric.function, given)
    poles = has_pole(metric.function, given)
    ends = [map(_without_noise, getattr(found, end).tolist()) for end in _ENDS]
    return [_row(metric, *row) for row in zip(used, zip(*ends, strict=True), poles.tolist(), strict=True)]


def _without_noise(number):
    """A number to twelve significant digits: 0.1 + 0.2 is 0.3."""
    return float(f"{number:.{_SIGNIFICANT}g}")


def _row(metric, figures, ends, pole):
    first, parts = figures[metric.paired[0]], [figures[name] for name in metric.uses]
    periods = [figures[name]["period"] for name in metric.nearest]
    return {
        "region": first["region"],
        "period": first["period"],
        "measure": "metric",
        **dict(zip(_ENDS, ends, strict=True)),
        "bound": _bound(ends, [figures[name]["bound"] for name in metric.paired]),
        "status": _status(parts, pole),
        **{f"inputs_{lang}": _told(metric, figures, lang) for lang in LANGUAGES},
        **{name: _join([part[name] for part in parts], stop) for name, stop in inputs.JOINED},
        "source_grade": inputs.weakest(*(part["source_grade"] for part in parts)),
        "denominator_period": _join(periods, "; "),
    }


def _bound(ends, bounds):
    """The bound of a result: over 200 posts are over so many posts per 10,000, where the rest is exact."""
    value, lower, upper = ends
    bound = bound_of(*ends)
    if value == lower < upper and not {"more_than", "at_least"}.isdisjoint(bounds):
        bound = "at_least"
    return "more_than" if bound == "at_least" and "more_than" in bounds else bound


def _status(parts, pole):
    """Why there is no value, or that sources disagree."""
    if any(np.isnan(part["value"]) for part in parts):
        return "no_denominator"
    if pole:
        return "not_comparable"
    return "conflicting" if any(part["status"] == "conflicting" for part in parts) else ""


def _told(metric, figures, lang):
    """The formula with each input as printed in its place; a list of them where one is missing."""
    words = {name: figures[name][f"words_{lang}"] for name in metric.uses}
    if all(words.values()):
        return formula_words(metric.formula, words, lang)
    return word("written.clauses", lang).join(filter(None, words.values()))


def _join(texts, stop):
    """The different texts."""
    return stop.join(dict.fromkeys(filter(None, texts)))


def _missing(metric, computed, known):
    """Rows without a value: periods of which an input is reported without a figure, and regions with nothing."""
    done = {(row["region"], row["period"]) for row in computed}
    gaps = {}
    for row in known.rows(known.all_of(metric.paired, metric.measures)):
        key = row["region"], row["period"]
        if key not in done and (np.isnan(row["value"]) or row["status"] not in CLEAN):
            gaps.setdefault(key, row["status"])
    told = {region for region, _ in (*done, *gaps)}
    gaps |= {(region, ""): "not_found" for region in known.regions if region not in told}
    return [{"region": region, "period": period, "status": status, "measure": "metric"}
            for (region, period), status in gaps.items()]  # fmt: skip
