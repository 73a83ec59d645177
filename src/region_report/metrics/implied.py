"""What a coverage or each-has-one commitment amounts to in units: 60 % of 1,253 townships are 752."""

import math
from collections import defaultdict
from dataclasses import dataclass
from functools import partial

import numpy as np

from region_report import codelists
from region_report.errors import UsageError
from region_report.languages import LANGUAGES, columns
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
    texts: dict
    unit: str
    uses: tuple
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
        **{name: target[name] for name in ("region", "period", "nature", "source", *columns("source"))},
        **ends,
        "bound": bound_of(**ends),
        **{name: _both(target, base, lang) for name, lang in zip(columns("inputs"), LANGUAGES, strict=True)},
        "measure": "metric",
        "status": "no_denominator" if math.isnan(base["value"]) else conflict,
        "source_grade": inputs.weakest(target["source_grade"], base["source_grade"]),
        "denominator_period": base["period"],
    }


def _both(target, base, lang):
    """What went into the count, in words."""
    return word("written.clauses", lang).join(filter(None, (target[f"words_{lang}"], base[f"words_{lang}"])))


def _whole(count):
    """The least whole number of units that meets the commitment; an open end stays open."""
    return float(np.ceil(count - _TINY))


def _named(indicator, base_id, bases, row):
    """The names of an implied count. bases: what is counted, by language."""
    share = row["kind"] == _PERCENT
    texts = {}
    for lang in LANGUAGES:
        said = partial(_said, "share" if share else "each", lang, indicator=row[f"indicator_{lang}"], base=bases[lang])
        texts |= {f"name_{lang}": said(""), f"definition_{lang}": said("_definition")}
        texts[f"note_{lang}"] = word("implied.note", lang)
        texts[f"unit_{lang}"] = _classifier(bases, lang) if share else _plural(row, lang)
    return _Implied(PREFIX + indicator, texts, unit=texts["unit_en"], uses=(indicator, base_id))


def _said(kind, lang, part, **names):
    return word(f"implied.{kind}{part}", lang).format(**names)


def _classifier(bases, lang):
    """The unit of so many of a base: in Chinese one word for all of them."""
    return "个" if lang == "zh" else bases[lang]


def _plural(row, lang):
    """The unit of many: the target's own row is of one (each city has 1 facility), the count is not."""
    unit = codelists.load().by_id["units"].get(row["unit"], {})
    return unit.get(f"name_{lang}_plural") or row[f"unit_{lang}"]


def _base_names(base_id, known):
    """Language -> name of the base, from its own rows; where its count is not on file, from the codelist."""
    first = known.first(base_id)
    names, what = codelists.load().by_id["indicators"][base_id], "name"
    if first is not None:
        names, what = known.row(first), "indicator"
    # Within a sentence; 字 and 个 have no capitals.
    return {lang: names[f"{what}_{lang}"].lower() if lang != "zh" else names[f"{what}_{lang}"] for lang in LANGUAGES}
