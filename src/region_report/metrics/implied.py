"""What a coverage or each-has-one commitment amounts to in units: 60 % of 1,253 townships are 752."""

import math
from collections import defaultdict
from dataclasses import dataclass

import numpy as np

from region_report import codelists
from region_report.errors import UsageError
from region_report.metrics import inputs
from region_report.metrics.frames import bound_of
from region_report.metrics.words import word

PREFIX = "implied_"
_PERCENT, _PER_UNIT = "percent", "per_unit"
# Floating point must not make 75 % of 112 into 85 units.
_TINY = 1e-9


@dataclass(frozen=True)
class _Implied:
    """The names of an implied count; stands where a registered metric stands."""

    id: str
    name_zh: str
    name_en: str
    definition_zh: str
    definition_en: str
    unit_zh: str
    unit: str
    uses: tuple
    note_zh: str = "按目标和单位个数折算，取能够达到目标的最小整数；来源没有给出这个数。"
    note_en: str = "Worked out from the target and the number of units; the source does not print this number."
    group: str = "implied"
    decimals: int = 0


def implied_counts(known):
    """Implied counts of every target that is a share of, or so many for each of, a counted kind of unit.

    Generic: any indicator of kind `percent` or `per_unit` with a `base` whose count is on file for the
    region. known: `records.Records`. Returns pairs of the metric (`implied_<indicator>`) and its rows, for
    `frames.metric_frame`; the period is the target's.
    """
    return [_evaluated(indicator, rows, known) for indicator, rows in _targets(known).items()]


def implied_count(indicator, known):
    """The implied count of one indicator. Raises UsageError where no target of it has a base."""
    targets = _targets(known)
    if indicator not in targets:
        raise UsageError(
            f"Nothing is implied by '{indicator}': no region here has a target of it, in percent or "
            f"per unit, with a base. Such targets: {', '.join(targets) or 'none'}."
        )
    return _evaluated(indicator, targets[indicator], known)


def _targets(known):
    """Indicator -> its rows that are such targets, in the order of the frame."""
    found = defaultdict(list)
    rows = known.rows(known.usable(known.indicators, ["target"]))
    for row in rows:
        if row["kind"] in (_PERCENT, _PER_UNIT) and row["base"]:
            found[row["indicator"]].append(row)
    return dict(found)


def _evaluated(indicator, rows, known):
    targets = inputs.one_figure(rows)
    first = targets[0]
    bases = inputs.denominators(known, first["base"])
    scale = 100.0 if first["kind"] == _PERCENT else 1.0
    found = [_row(target, inputs.nearest(bases.get(target["region"]), target), scale) for target in targets]
    return _named(indicator, first["base"], _base_names(first["base"], known), first), found


def _row(target, base, scale):
    ends = {end: _whole(target[end] * base[end] / scale) for end in ("value", "lower", "upper")}
    conflict = "conflicting" if target["status"] == "conflicting" else ""
    return {
        **{name: target[name] for name in ("region", "period", "nature", "source", "source_zh", "source_en")},
        **ends,
        "bound": bound_of(**ends),
        **{f"inputs_{lang}": stop.join(filter(None, (target[f"words_{lang}"], base[f"words_{lang}"])))
           for lang, stop in (("zh", "；"), ("en", "; "))},
        "measure": "metric",
        "status": "no_denominator" if math.isnan(base["value"]) else conflict,
        "source_grade": inputs.weakest(target["source_grade"], base["source_grade"]),
        "denominator_period": base["period"],
    }  # fmt: skip


def _whole(count):
    """The least whole number of units that meets the commitment; an open end stays open."""
    return float(np.ceil(count - _TINY))


def _named(indicator, base_id, base, row):
    base_zh, base_en = base
    share = row["kind"] == _PERCENT
    template = "implied.share" if share else "implied.each"
    return _Implied(
        id=PREFIX + indicator,
        name_zh=word(template, "zh").format(indicator=row["indicator_zh"]),
        name_en=word(template, "en").format(indicator=row["indicator_en"]),
        definition_zh=f"目标折算为{base_zh}的个数。" if share else f"每个单位的目标乘以{base_zh}个数。",
        definition_en=f"The target as a number of {base_en}."
        if share
        else f"The target for each, times the {base_en}.",
        unit_zh="个" if share else row["unit_zh"],
        unit=base_en if share else _plural(row),
        uses=(indicator, base_id),
    )


def _plural(row):
    """The unit of many: the target's own row is of one (each city has 1 facility), the count is not."""
    unit = codelists.load().by_id["units"].get(row["unit"])
    return unit["name_en_plural"] if unit else row["unit_en"]


def _base_names(base_id, known):
    """Names of the base, from its own rows; where its count is not on file, from the codelist."""
    first = known.first(base_id)
    if first is not None:
        row = known.row(first)
        return row["indicator_zh"], row["indicator_en"].lower()
    names = codelists.load().by_id["indicators"][base_id]
    return names["name_zh"], names["name_en"].lower()
