"""What the arithmetic of a page costs, counted in calls."""

from collections import Counter
from pathlib import Path

import pandas as pd
import pytest
from counted import calls

from region_report import metrics
from region_report import observations as obs
from region_report.metrics import evaluation
from region_report.paths import project_root

INVENTED = project_root() / "tests" / "data" / "invented"
PANDAS = str(Path(pd.__file__).parent)


def region():
    return obs.load_region("xingyuan", data=INVENTED)


def regions(number):
    """The same region so many times, each under a name of its own."""
    return pd.concat([region().assign(region=f"region-{place}") for place in range(number)], ignore_index=True)


def arithmetic(frame):
    """What the cells of a region's page compute."""
    for group in ("density", "ratios", "implied"):
        metrics.evaluate_group(group, frame)
    metrics.targets.targets(frame)
    metrics.evidence.evidence(frame)
    metrics.findings.at_a_glance(frame)
    metrics.denominators.densities(frame)


@pytest.fixture
def computed(monkeypatch):
    """How often each metric has been computed."""
    count, compute = Counter(), evaluation._computed

    def counted(metric, known):
        count[metric.id] += 1
        return compute(metric, known)

    monkeypatch.setattr(evaluation, "_computed", counted)
    return count


def test_a_page_computes_each_metric_once(computed):
    arithmetic(region())
    assert computed
    assert set(computed.values()) == {1}


def test_a_page_asks_little_of_pandas():
    arithmetic(region())
    # Some 135,000 calls; with frames for every pairing and every denominator there were 5,800,000.
    assert calls(arithmetic, region(), within=PANDAS) < 200_000


@pytest.mark.parametrize(
    "told",
    [
        arithmetic,
        metrics.evaluate_all,
        metrics.findings.landing,
        metrics.coverage.coverage,
        metrics.actors.matrix,
        lambda frame: metrics.pairs.pairs(frame, metrics.evaluate_all(frame)),
    ],
)
def test_thrice_the_regions_cost_no_more_than_thrice(told):
    few, many = regions(8), regions(24)
    told(few)
    assert calls(told, regions(24)) < 3.1 * calls(told, regions(8))
    # What is left is plain arithmetic: the calls of pandas hardly grow.
    assert calls(told, many, within=PANDAS) < 2 * calls(told, regions(8), within=PANDAS)


def test_a_changed_frame_is_computed_anew(computed):
    frame = region()
    before = metrics.evaluate("volunteers_per_10k", frame)["value"].tolist()
    frame.loc[frame["indicator"] == "volunteers", ["value", "lower", "upper"]] *= 2
    after = metrics.evaluate("volunteers_per_10k", frame)["value"].tolist()
    assert after == pytest.approx([2 * value for value in before], nan_ok=True)
    assert computed == {"volunteers_per_10k": 2}


def test_a_result_may_be_changed_without_harm_to_the_next():
    frame = region()
    first = metrics.targets.targets(frame)
    wanted = first["target"].tolist()
    first["target"] = 0.0
    assert metrics.targets.targets(frame)["target"].tolist() == pytest.approx(wanted, nan_ok=True)
