"""Findings about what cannot be said: undated figures, pairs that must not be compared, what is shared."""

from collections import Counter

from region_report.metrics import comparability, inputs
from region_report.metrics.evaluation import evaluate_all
from region_report.metrics.finding import Finding, Words
from region_report.metrics.findings import values
from region_report.metrics.frames import rows_of
from region_report.metrics.records import records

# Figures of the region itself; denominators are everybody's.
_OWN = ("actual", "baseline", "target")


def undated(observations):
    """How many of a region's observed figures carry no date."""
    seen = observations[(observations["measure"] == "actual") & observations["value"].notna()]
    figures = Counter(seen["region"].tolist())
    without = values.by_region(rows_of(seen[seen["period"].fillna("") == ""]))
    return [_undated(rows, figures[region]) for region, rows in without.items()]


def within(observations):
    """Pairs of indicators of one region that readers are tempted to compare, and why they must not."""
    known, first = records(observations), {}
    for row in known.rows(known.usable(known.indicators, _OWN)):
        first.setdefault(row["indicator"], row)
    return [_pair("not_comparable_within", first[rule["left"]], first[rule["right"]], rule) for rule in _rules(first)]


def between(observations):
    """The same between the documents of two regions: one reports the left of a pair, another the right.

    Told once a pair; of several regions the first is named that has only one of the two. Figures from
    elsewhere are left out, since no reader finds them in the documents.
    """
    rows = _documents(observations)
    found = []
    for rule in _rules(rows["indicator"].unique()):
        left, right = (rows[rows["indicator"] == rule[side]] for side in ("left", "right"))
        only_left = left[~left["region"].isin(right["region"])]
        only_right = right[~right["region"].isin(left["region"])]
        if len(only_right):
            found.append(_pair("not_comparable_between", _first(left), _first(only_right), rule))
        elif len(only_left):
            found.append(_pair("not_comparable_between", _first(only_left), _first(right), rule))
    return found


def across(observations):
    """The same of many regions: of how many the documents have figures on either side of a pair."""
    rows = _documents(observations)
    regions = rows.groupby("indicator")["region"].agg(set)
    first = rows.drop_duplicates("indicator").set_index("indicator", drop=False)
    apart = [rule for rule in _rules(regions.index) if regions[rule["left"]] != regions[rule["right"]]]
    return [_across(rule, first, regions) for rule in apart]


def shared(observations):
    """For each two regions, which metrics both have; or that there is none."""
    metrics = evaluate_all(observations)
    names = metrics.drop_duplicates("indicator").set_index("indicator")
    pairs = comparability.shared(observations, metrics)
    return [_shared(pair, names) for pair in pairs.to_dict("records")]


def _documents(observations):
    """The regions' own figures as their documents have them."""
    rows = inputs.usable(observations)
    return rows[rows["measure"].isin(_OWN) & (rows["source_grade"] == "document")]


def _across(rule, first, regions):
    words = {side: values.name(first.loc[rule[side]], "indicator") for side in ("left", "right")}
    numbers = {f"{side}_count": values.count(len(regions[rule[side]])) for side in ("left", "right")}
    return Finding("not_comparable_across", words | numbers | {"reason": _reason(rule)})


def _reason(rule):
    return Words.each(lambda lang: rule[f"reason_{lang}"].rstrip("。."))


def _undated(rows, figures):
    numbers = {"undated": values.count(len(rows)), "figures": values.count(figures)}
    id = "undated" if len(rows) < figures else "undated_all"
    return values.finding(id, rows, section="evidence", **numbers)


def _rules(indicators):
    return comparability.forbidden(indicators).to_dict("records")


def _first(rows):
    return rows.iloc[0].to_dict()


def _pair(id, left, right, rule):
    words = {"left": values.name(left, "indicator"), "right": values.name(right, "indicator")}
    other = {} if id == "not_comparable_within" else {"other": values.name(right, "region")}
    return values.finding(id, [left, right], reason=_reason(rule), **words, **other)


def _shared(pair, names):
    words = {side: values.name(pair, side) for side in ("left", "right")}
    if not pair["metrics"]:
        return Finding("shared_nothing", words)
    listed = values.joined([values.name(names.loc[id], "indicator") for id in pair["metrics"]])
    return Finding("shared_metrics", {**words, "metrics": listed})
