"""Findings about many regions together: what they report, what is undated or judged, how a density is spread."""

from region_report import codelists
from region_report.metrics import reporting
from region_report.metrics.coverage import coverage
from region_report.metrics.distribution import FEWEST, distribution
from region_report.metrics.evaluation import evaluate
from region_report.metrics.finding import Finding, Value, Words
from region_report.metrics.findings import values
from region_report.metrics.registry import REGISTRY
from region_report.metrics.targets import judged, targets
from region_report.metrics.words import formula_words

_DENSITY = "certified_social_workers_per_10k"


def across(observations):
    """The findings over the regions below the nation; of the density only of levels with five figures or more.

    What is computed of the whole frame is remembered with it, so the nation is left out of the results.
    """
    return [*_reported(observations), *_undated(observations), *_judged(observations), *_spread(observations)]


def _below(frame):
    return frame[frame["region_level"] != "nation"]


def _reported(observations):
    """How many indicators a region gives figures of."""
    covered = _below(coverage(observations))
    shown = covered[covered["state"].isin(reporting.FIGURES) & (covered["stage"] != "context")]
    counts = shown.groupby("region").size().reindex(covered["region"].unique(), fill_value=0)
    numbers = {"median": Value(float(counts.median()), decimals=1), "least": values.count(counts.min())}
    return [
        Finding(
            "across_reported", {"regions": values.count(len(counts)), "most": values.count(counts.max()), **numbers}
        )
    ]


def _undated(observations):
    observations = _below(observations)
    seen = observations[(observations["measure"] == "actual") & observations["value"].notna()]
    if seen.empty:
        return []
    without = (seen["period"] == "").sum()
    share = Value(100 * float(without) / len(seen), kind="percent")
    return [
        Finding(
            "across_undated", {"figures": values.count(len(seen)), "undated": values.count(without), "share": share}
        )
    ]


def _judged(observations):
    found = _below(targets(observations))
    if found.empty:
        return []
    numbers = {"targets": len(found), "regions": found["region"].nunique(), "judged": len(judged(found))}
    return [Finding("across_targets", {name: values.count(number) for name, number in numbers.items()})]


def _spread(observations):
    """The median and the quartiles of one density, level by level, with n and formula."""
    found = distribution(_below(evaluate(_DENSITY, observations)))
    return [_of_level(row) for row in found.to_dict("records") if row["n"] >= FEWEST]


def _of_level(row):
    numbers = {name: _value(row, name) for name in ("median", "lower_quartile", "upper_quartile")}
    counts = {"n": values.count(row["n"]), "regions": values.count(row["n"] + row["without"])}
    return Finding(
        f"across_density_{row['area']}",
        {"metric": values.name(row, "indicator"), "formula": _formula(), **counts, **numbers},
    )


def _formula():
    names = codelists.load().by_id["indicators"]
    metric = REGISTRY[_DENSITY]
    return Words.each(
        lambda lang: formula_words(metric.formula, {id_: names[id_][f"name_{lang}"] for id_ in metric.uses}, lang)
    )


def _value(row, name):
    return values.number(row, name, decimals=int(row["decimals"]))
