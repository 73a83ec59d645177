"""Findings about what cannot be said: undated figures, pairs that must not be compared, what regions share."""

from region_report.metrics import comparability
from region_report.metrics.evaluation import evaluate_all
from region_report.metrics.findings import values
from region_report.metrics.findings.model import Finding, Words


def undated(observations):
    """How many of the observed figures carry no date."""
    seen = observations[(observations["measure"] == "actual") & observations["value"].notna()]
    without = seen[seen["period"].fillna("") == ""]
    if without.empty:
        return []
    numbers = {"undated": values.count(len(without)), "figures": values.count(len(seen))}
    return [values.finding("undated", without.to_dict("records"), **numbers)]


def within(observations):
    """Pairs of indicators of one region that readers are tempted to compare, and why they must not."""
    rows = _figures(observations)
    rules = comparability.forbidden(rows["indicator"].unique())
    return [_pair("not_comparable_within", rows, rows, rule) for rule in rules.to_dict("records")]


def between(observations):
    """The same between regions: one reports the left of a pair, another the right, and neither reports both.

    Among several regions with the same indicator the first two that differ are named.
    """
    rows = _figures(observations)
    rules = comparability.forbidden(rows["indicator"].unique()).to_dict("records")
    found = []
    for rule in rules:
        left, right = (rows[rows["indicator"] == rule[side]] for side in ("left", "right"))
        others = right[~right["region"].isin(left["region"])]
        alone = left[~left["region"].isin(right["region"])]
        if len(alone) and len(others):
            found.append(_pair("not_comparable_between", alone, others, rule))
    return found


def shared(observations):
    """For each two regions, which metrics both have; or that there is none."""
    metrics = evaluate_all(observations)
    names = metrics.drop_duplicates("indicator").set_index("indicator")
    pairs = comparability.shared(observations, metrics)
    return [_shared(pair, names) for pair in pairs.to_dict("records")]


def _figures(observations):
    """Figures of the region itself; denominators are everybody's."""
    return observations[observations["value"].notna() & (observations["measure"] != "denominator")]


def _pair(id, left_rows, right_rows, rule):
    left = left_rows[left_rows["indicator"] == rule["left"]].iloc[0].to_dict()
    right = right_rows[right_rows["indicator"] == rule["right"]].iloc[0].to_dict()
    words = {"left": values.name(left, "indicator"), "right": values.name(right, "indicator")}
    reason = Words(rule["reason_zh"].rstrip("。"), rule["reason_en"].rstrip("."))
    other = {} if id.endswith("within") else {"other": values.name(right, "region")}
    return values.finding(id, [left, right], reason=reason, **words, **other)


def _shared(pair, names):
    words = {side: Words(pair[f"{side}_zh"], pair[f"{side}_en"]) for side in ("left", "right")}
    if not pair["metrics"]:
        return Finding("shared_nothing", words)
    listed = values.joined([values.name(names.loc[id], "indicator") for id in pair["metrics"]])
    return Finding(
        "shared_metrics", {**words, "count": values.count(len(pair["metrics"])), "metrics": listed}
    )
