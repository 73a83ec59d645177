"""The published measure of progress, its traps, and the compound growth of Chinese plans."""

import csv
import math
from pathlib import Path

import pytest

from region_report.metrics.progress import growth, progress

PUBLISHED = Path(__file__).parents[1] / "data" / "progress_published.csv"
# What the two repositories call the statuses, and what this report calls them.
NAMES = {
    "target_achieved": "achieved",
    "substantial_progress": "on_track",
    "moderate_progress": "moderate",
    "limited_progress": "limited",
    "deterioration": "moving_away",
}


def published_cases():
    with PUBLISHED.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_there_are_24_published_cases():
    assert len(published_cases()) == 24


@pytest.mark.parametrize("case", published_cases(), ids=lambda case: f"{case['source']} {case['series'][:60]}")
def test_published_case_is_reproduced(case):
    names = ("base_value", "base_year", "current_value", "current_year", "target", "target_year")
    found = progress(*(float(case[name]) for name in names), direction=int(case["direction"]))
    assert found.ratio == pytest.approx(float(case["progress_value"]), abs=1e-9, rel=1e-9)
    assert found.score == pytest.approx(float(case["score"]), abs=1e-9, rel=1e-9)
    assert found.status == NAMES[case["status"]]


@pytest.mark.parametrize(
    ("first", "last", "printed"),
    [(718.4, 2697.5, 30.29), (32.0, 44.6, 6.87), (411.2, 968.0, 18.68)],
)
def test_yearly_growth_of_the_twelfth_plan_is_compound(first, last, printed):
    assert round(growth(first, last, 5), 2) == printed


def test_one_yearly_growth_is_misprinted_in_the_twelfth_plan():
    # 154.3 to 320.8 is printed as 15.3; five years of 15.3 % would only give 154.3 x 1.153^5 = 314.4.
    assert round(growth(154.3, 320.8, 5), 2) == 15.76


def test_a_base_of_zero_has_no_growth():
    assert progress(0, 2020, 5, 2023, 10, 2025).status == "not_comparable"


def test_a_target_of_zero_has_no_path():
    assert progress(10, 2020, 5, 2023, 0, 2025, direction=-1).status == "not_comparable"


def test_signs_that_differ_have_no_growth():
    assert progress(-5, 2020, 3, 2023, 10, 2025).status == "not_comparable"


def test_a_target_that_is_met_needs_no_growth():
    assert progress(0, 2020, 12, 2023, 10, 2025).status == "achieved"


def test_less_than_two_years_are_too_short():
    found = progress(10, 2020, 11, 2021, 20, 2025)
    assert (found.status, math.isnan(found.ratio)) == ("too_short", True)


def test_a_base_already_past_the_target_is_kept_or_missed():
    assert progress(60, 2020, 58, 2023, 55, 2025).status == "kept"
    assert progress(60, 2020, 54, 2023, 55, 2025).status == "missed"


def test_a_constant_target_is_kept_or_missed():
    assert progress(100, 2020, 100, 2023, 100, 2025).status == "kept"
    assert progress(100, 2020, 99, 2023, 100, 2025).status == "missed"


def test_after_the_target_year_the_same_target_is_judged():
    # 100 should have become 200 in five years (14.87 % a year); in ten it became 150 (4.14 % a year).
    found = progress(100, 2010, 150, 2020, 200, 2015)
    assert found.status == "limited"
    assert found.ratio == pytest.approx(4.1380 / 14.8698, abs=1e-4)


def test_an_open_target_asks_for_open_growth():
    assert growth(100, math.inf, 5) == math.inf
