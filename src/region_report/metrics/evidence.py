"""What bears on a target without measuring what it says: another scope, a part, an undated figure."""

import pandas as pd

from region_report import codelists
from region_report.metrics import inputs

_TARGET = ["target_indicator", "target_indicator_zh", "target_indicator_en"]


def evidence(observations, *, rules=None):
    """The observed figures that bear on a target of their region, with the reason why they do not settle it.

    rules: the frame `comparability` of the codelists. A figure bears on the target of its own indicator; a
    figure of other scope or in part also on targets of indicators that a rule names beside its own. Returns
    the rows of `observations` with `target_indicator` (and its names), `used` (dated and of the target's
    own scope, so that a status may rest on it) and `reason_zh, reason_en` (the note of the row, or what its
    status means).
    """
    goals = observations[observations["measure"] == "target"].drop_duplicates(["region", "indicator"])
    goals = goals[["region", "indicator", "indicator_zh", "indicator_en"]].set_axis(
        ["region", *_TARGET], axis=1
    )
    seen = observations[(observations["measure"] == "actual") & observations["value"].notna()]
    links = _links(codelists.load().comparability if rules is None else rules, seen, goals)
    rows = seen.merge(links, on="indicator", validate="many_to_many")
    rows = rows[(rows["indicator"] == rows["target_indicator"]) | (rows["status"] == "partial_evidence")]
    rows = rows.merge(goals, on=["region", "target_indicator"], validate="many_to_one")
    clean = rows["status"].fillna("").isin(inputs.CLEAN) & (rows["period"].fillna("") != "")
    own = rows["indicator"] == rows["target_indicator"]
    return rows.assign(used=clean & own, **_reasons(rows)).reset_index(drop=True)


def _links(rules, seen, goals):
    """Which indicator bears on which target's indicator: itself, and those a rule puts beside it."""
    ids = pd.Series(goals["target_indicator"].unique(), dtype=object)
    itself = pd.DataFrame({"indicator": ids, "target_indicator": ids})
    there = rules[["left", "right"]].set_axis(["indicator", "target_indicator"], axis=1)
    back = rules[["right", "left"]].set_axis(["indicator", "target_indicator"], axis=1)
    links = pd.concat([itself, there, back]).drop_duplicates()
    return links[links["indicator"].isin(seen["indicator"]) & links["target_indicator"].isin(ids)]


def _reasons(rows):
    explained = codelists.load().statuses.set_index("id")
    reasons = {}
    for lang in ("zh", "en"):
        meanings = rows["status"].map(explained[f"explanation_{lang}"]).fillna("")
        notes = rows[f"note_{lang}"].fillna("")
        reasons[f"reason_{lang}"] = notes.where(notes != "", meanings)
    return reasons
