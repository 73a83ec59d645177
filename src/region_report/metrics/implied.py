"""What a coverage or each-has-one commitment amounts to in units: 60 % of 1,253 townships are 752."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from region_report import codelists
from region_report.errors import UsageError
from region_report.metrics import inputs
from region_report.metrics.frames import bound_of, complete
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


def implied_counts(observations):
    """Implied counts of every target that is a share of, or so many for each of, a counted kind of unit.

    Generic: any indicator of kind `percent` or `per_unit` with a `base` whose count is on file for the
    region. Returns a metric frame; ids are `implied_<indicator>`, the period is the target's.
    """
    targets = _targets(observations)
    frames = [_evaluate(indicator, rows, observations) for indicator, rows in targets.groupby("indicator", sort=False)]
    return pd.concat(frames, ignore_index=True) if frames else _empty(observations)


def implied_count(indicator, observations):
    """The implied count of one indicator. Raises UsageError where no target of it has a base."""
    targets = _targets(observations)
    if indicator not in set(targets["indicator"]):
        raise UsageError(
            f"Nothing is implied by '{indicator}': no region here has a target of it, in percent or "
            f"per unit, with a base. Such targets: {', '.join(targets['indicator'].unique()) or 'none'}."
        )
    return _evaluate(indicator, targets[targets["indicator"] == indicator], observations)


def _targets(observations):
    known = observations["kind"].isin([_PERCENT, _PER_UNIT]) & (observations["base"].fillna("") != "")
    return inputs.usable(observations[known & (observations["measure"] == "target")])


def _evaluate(indicator, rows, observations):
    targets = inputs.one_figure(rows)
    base_id = targets["base"].iloc[0]
    counts = inputs.figures_of(observations, base_id, ("denominator", "actual", "baseline"))
    bases = inputs.nearest(counts, targets)
    scale = 100.0 if targets["kind"].iloc[0] == _PERCENT else 1.0
    ends = {end: _whole(targets[end] * bases[end] / scale) for end in ("value", "lower", "upper")}
    without = bases["value"].isna()
    texts = {f"inputs_{lang}": [stop.join(filter(None, pair)) for pair in
             zip(targets[f"words_{lang}"], bases[f"words_{lang}"], strict=True)]
             for lang, stop in (("zh", "；"), ("en", "; "))}  # fmt: skip
    result = targets[["region", "period", "nature", "source", "source_zh", "source_en"]].assign(
        **ends,
        bound=bound_of(pd.DataFrame(ends)),
        **texts,
        measure="metric",
        status=np.select([without, targets["status"] == "conflicting"], ["no_denominator", "conflicting"], ""),
        source_grade=inputs.weakest(targets["source_grade"], bases["source_grade"]),
        denominator_period=bases["period"],
    )
    return complete(
        result, _named(indicator, base_id, _base_names(base_id, observations), targets.iloc[0]), observations
    )


def _whole(count):
    """The least whole number of units that meets the commitment; an open end stays open."""
    return np.ceil(count - _TINY)


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


def _base_names(base_id, observations):
    """Names of the base, from its own rows; where its count is not on file, from the codelist."""
    rows = observations[observations["indicator"] == base_id]
    if len(rows):
        return rows["indicator_zh"].iloc[0], rows["indicator_en"].iloc[0].lower()
    names = codelists.load().indicators.set_index("id")
    return names.at[base_id, "name_zh"], names.at[base_id, "name_en"].lower()


def _empty(observations):
    none = _Implied("", "", "", "", "", "", "", ("",))
    return complete(observations.iloc[:0][["region", "period", "status"]], none, observations)
