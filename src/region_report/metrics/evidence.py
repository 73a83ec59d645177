"""What bears on a target without measuring what it says: another scope, a part, an undated figure."""

import math

import pandas as pd

from region_report import codelists
from region_report.languages import LANGUAGES, columns
from region_report.metrics.records import CLEAN, records
from region_report.metrics.words import word

_ADDED = {
    "target_indicator": "object",
    **dict.fromkeys(columns("target_indicator"), "str"),
    "used": "bool",
    **dict.fromkeys(columns("reason"), "str"),
}
_INDICATOR, _REASONS = ("indicator", *columns("indicator")), columns("reason")


def evidence(observations, *, rules=None):
    """The observed figures that bear on a target of their region, with the reason why they do not settle it.

    rules: the frame `comparability` of the codelists. A figure bears on the target of its own indicator, and on
    that of another one only where the column `bears_on` of their rule says so: that two coverages share a
    denominator makes neither evidence for the other. Returns the rows of `observations` with `target_indicator`
    (and its names), `used` (dated and of the target's own scope, so that a status may rest on it) and
    `reason_zh, reason_en` (the note of the row or what its status means; what the rule says).
    """
    known = records(observations)
    if rules is not None:
        return _evidence(observations, known, rules)
    return known.remembered("evidence", lambda: _evidence(observations, known, codelists.load().comparability)).copy(
        deep=False
    )


def _evidence(observations, known, rules):
    goals = _goals(known)
    links = _links(rules, goals)
    seen = [(number, known.row(number)) for number in known.all_of(known.indicators, ["actual"])]
    found = [(number, _bearing(row, goals[row["region"], target], rule))
             for number, row in seen if not math.isnan(row["value"])
             for target, rule in links.get(row["indicator"], ()) if (row["region"], target) in goals]  # fmt: skip
    added = pd.DataFrame([bearing for _, bearing in found], columns=_ADDED).astype(_ADDED)
    rows = observations.iloc[[number for number, _ in found]].reset_index(drop=True)
    return pd.concat([rows, added], axis=1)


def _goals(known):
    """Region and indicator of each target -> its first row."""
    found = {}
    for row in known.rows(known.all_of(known.indicators, ["target"])):
        found.setdefault((row["region"], row["indicator"]), row)
    return found


def _links(rules, goals):
    """Indicator -> the indicators on whose targets it bears, each with the reasons of the rule that says so."""
    ids = dict.fromkeys(indicator for _, indicator in goals)
    links = {indicator: [(indicator, ("",) * len(LANGUAGES))] for indicator in ids}
    for target, other in (("right", "left"), ("left", "right")):
        for rule in rules[rules["bears_on"] == target].to_dict("records"):
            if rule[target] in ids:
                links.setdefault(rule[other], []).append((rule[target], [rule[name] for name in _REASONS]))
    return links


def _bearing(row, goal, rule):
    """What is added to a row that bears on a target."""
    clean = row["status"] in CLEAN
    return {
        **{f"target_{name}": goal[name] for name in _INDICATOR},
        "used": clean and row["period"] != "" and row["indicator"] == goal["indicator"],
        **{f"reason_{lang}": _reason(row, clean, rule[place], lang) for place, lang in enumerate(LANGUAGES)},
    }


def _reason(row, clean, rule, lang):
    """The row's own note, else what its status means; before it, of a figure without fault, what the rule says."""
    explained = codelists.load().by_id["statuses"].get(row["status"])
    said = row[f"note_{lang}"] or (explained[f"explanation_{lang}"] if explained else "")
    return ((rule if clean else "") + word("written.between_sentences", lang) + said).strip()
