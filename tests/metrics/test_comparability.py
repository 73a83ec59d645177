"""What must not be drawn as one series, and what two regions share."""

import pytest

from region_report.metrics import evaluate_group
from region_report.metrics.comparability import NotComparable, forbidden, matrix, one_series, shared, verdict
from region_report.testing import observations


def test_certified_social_workers_and_professionals_cannot_be_one_series():
    data = observations("""
        indicator                  measure  period  printed
        certified_social_workers   actual   2018    5356人
        social_work_professionals  actual   2018    12079人
    """)
    with pytest.raises(NotComparable) as caught:
        one_series(data)
    assert str(caught.value) == (
        "certified_social_workers (actual) and social_work_professionals (actual) are not one series. "
        "Certified social workers hold the qualification; social work professionals include people without "
        "it. "
        "They are two series, and neither continues or replaces the other."
    )


def test_a_target_and_an_actual_cannot_be_one_series():
    data = observations("""
        indicator          measure  period  printed
        nursing_bed_share  actual   2023    58.9%
        nursing_bed_share  target   2025    55%
    """)
    with pytest.raises(NotComparable) as caught:
        one_series(data)
    assert str(caught.value) == (
        "nursing_bed_share (actual) and nursing_bed_share (target) are not one series. "
        "A target is a commitment and an actual figure is a result; they are not one series."
    )


def test_a_wider_scope_cannot_continue_a_series():
    data = observations("""
        indicator                     measure  period   printed  status
        home_adaptations_in_hardship  actual   2021     3500户
        home_adaptations_in_hardship  actual   2025-09  90000户  wider_scope
    """)
    with pytest.raises(NotComparable) as caught:
        one_series(data)
    assert str(caught.value) == (
        "home_adaptations_in_hardship (actual) and home_adaptations_in_hardship (actual) wider_scope are not "
        "one series. The scopes differ; a figure of wider scope proves nothing about the narrower one."
    )


def test_baseline_and_later_figures_are_one_series():
    data = observations("""
        indicator          measure   period  printed
        nursing_bed_share  baseline  2020    48%
        nursing_bed_share  actual    2023    58.9%
    """)
    assert one_series(data) is data


def test_two_indicators_without_a_rule_are_different():
    found = verdict("volunteers", "lottery_outlets")
    assert (found.same, found.rule) == (False, "no_rule")
    assert found.reason_en == (
        "The indicators differ, and no rule of the codelist says that they measure the same thing."
    )


def test_the_order_of_a_pair_does_not_matter():
    one = verdict("social_work_professionals", "certified_social_workers")
    other = verdict("certified_social_workers", "social_work_professionals")
    assert one == other
    assert (one.verdict, one.rule) == ("different", "codelist")


def test_the_matrix_has_every_pair_in_both_orders():
    found = matrix(["cases", "group_sessions", "volunteers"])
    cells = {(row.left, row.right): row.verdict for row in found.itertuples()}
    assert len(cells) == 9
    assert cells["cases", "cases"] == "itself"
    assert cells["cases", "group_sessions"] == cells["group_sessions", "cases"] == "different"
    assert cells["cases", "volunteers"] == "no_rule"


def test_forbidden_pairs_need_both_indicators():
    assert forbidden(["cases", "group_sessions"])[["left", "right"]].to_numpy().tolist() == [
        ["cases", "group_sessions"]
    ]
    assert forbidden(["cases"]).empty


def test_two_regions_share_the_indicators_both_report():
    data = observations("""
        region  indicator            measure      period  printed
        east    volunteers           actual       2022    100名
        east    volunteer_teams      actual       2022    10支
        east    resident_population  denominator  2022    10000
        west    volunteers           actual       2021    200名
        west    resident_population  denominator  2022    10000
    """)
    found = shared(data, evaluate_group("density", data))
    assert found[["left", "right", "indicators", "metrics"]].to_numpy().tolist() == [
        ["east", "west", ("volunteers",), ("volunteers_per_10k",)]
    ]
