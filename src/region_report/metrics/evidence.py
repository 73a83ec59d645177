"""What bears on a target without measuring what it says: another scope, a part, an undated figure."""

import pandas as pd

from region_report import codelists
from region_report.metrics import inputs

_TARGET = ["target_indicator", "target_indicator_zh", "target_indicator_en"]
_LINK = ["indicator", "target_indicator", "rule_zh", "rule_en"]


def evidence(observations, *, rules=None):
    """The observed figures that bear on a target of their region, with the reason why they do not settle it.

    rules: the frame `comparability` of the codelists. A figure bears on the target of its own indicator, and on
    that of another one only where the column `bears_on` of their rule says so: that two coverages share a
    denominator makes neither evidence for the other. Returns the rows of `observations` with `target_indicator`
    (and its names), `used` (dated and of the target's own scope, so that a status may rest on it) and
    `reason_zh, reason_en` (the note of the row or what its status means; what the rule says).
    """
    goals = observations[observations["measure"] == "target"].drop_duplicates(["region", "indicator"])
    goals = goals[["region", "indicator", "indicator_zh", "indicator_en"]].set_axis(["region", *_TARGET], axis=1)
    seen = observations[(observations["measure"] == "actual") & observations["value"].notna()]
    links = _links(codelists.load().comparability if rules is None else rules, goals)
    rows = seen.merge(links, on="indicator", validate="many_to_many")
    rows = rows.merge(goals, on=["region", "target_indicator"], validate="many_to_one")
    clean = rows["status"].fillna("").isin(inputs.CLEAN) & (rows["period"].fillna("") != "")
    own = rows["indicator"] == rows["target_indicator"]
    found = rows.assign(used=clean & own, **_reasons(rows))
    return found.drop(columns=["rule_zh", "rule_en"]).reset_index(drop=True)


def _links(rules, goals):
    """Which indicator bears on which target's indicator, and the reason of the rule that says so."""
    ids = pd.Series(goals["target_indicator"].unique(), dtype=object)
    links = [pd.DataFrame({"indicator": ids, "target_indicator": ids, "rule_zh": "", "rule_en": ""})]
    for target, other in (("right", "left"), ("left", "right")):
        named = rules.loc[rules["bears_on"] == target, [other, target, "reason_zh", "reason_en"]]
        links.append(named[named[target].isin(ids)].set_axis(_LINK, axis=1))
    return pd.concat(links, ignore_index=True)


def _reasons(rows):
    """The row's own note, else what its status means; before it, of a figure without fault, what the rule says."""
    explained = codelists.load().statuses.set_index("id")
    without_fault = rows["status"].fillna("").isin(inputs.CLEAN)
    reasons = {}
    for lang, space in (("zh", ""), ("en", " ")):
        said = rows[f"note_{lang}"].fillna("")
        said = said.where(said != "", rows["status"].map(explained[f"explanation_{lang}"]).fillna(""))
        rule = rows[f"rule_{lang}"].where(without_fault, "")
        reasons[f"reason_{lang}"] = (rule + space + said).str.strip()
    return reasons
