"""Targets: what they require, what happened, and honest reasons where nothing can be said."""

import math

import pytest

from region_report.metrics.targets import beside_nation, judged, paths, targets
from region_report.testing import observations


def only(text):
    """The single row of the targets of a table."""
    found = targets(observations(text))
    assert len(found) == 1
    return found.iloc[0]


@pytest.mark.parametrize(
    ("indicator", "baseline", "target", "growth"),
    [
        ("rural_urban_allowance_ratio", "58%", "75%", 5.3),
        ("nursing_bed_share", "44.28%", "≥55%", 4.4),
        ("social_organisation_staff", "2.3万人", "4.8万人", 15.9),
        ("social_work_professionals", "2.3万人", "5万人", 16.8),
    ],
)
def test_required_yearly_growth_of_the_plan(indicator, baseline, target, growth):
    found = only(f"""
        indicator    measure   period  printed
        {indicator}  baseline  2020    {baseline}
        {indicator}  target    2025    {target}
    """)
    assert round(found.required_growth, 1) == growth
    assert found.required_growth_lower <= found.required_growth <= found.required_growth_upper


def test_required_step_is_the_straight_line():
    found = only("""
        indicator                  measure   period  printed
        social_work_professionals  baseline  2020    2.3万人
        social_work_professionals  target    2025    5万人
    """)
    # 27,000 in five years; the baseline is 22,500 to 23,500 and the target exact.
    assert [found.required_step, found.required_step_lower, found.required_step_upper] == [5400, 5300, 5500]


def test_a_target_without_anything_else_is_only_a_target():
    assert (
        only("""
        indicator                 measure  period  printed
        volunteer_point_coverage  target   2025    80%
    """).status
        == "target_only"
    )


def test_a_dash_for_a_baseline_is_no_baseline():
    found = only("""
        indicator                 measure   period  printed  status
        volunteer_point_coverage  baseline  2020    —        not_reported
        volunteer_point_coverage  target    2025    80%
    """)
    assert (found.status, math.isnan(found.baseline)) == ("target_only", True)


def test_a_baseline_alone_is_one_observation():
    assert (
        only("""
        indicator        measure   period  printed
        lottery_outlets  baseline  2020    7000个
        lottery_outlets  target    2025    10000个
    """).status
        == "one_observation"
    )


def test_a_later_figure_is_judged_on_both_paths():
    found = only("""
        indicator        measure   period  printed
        lottery_outlets  baseline  2020    1000个
        lottery_outlets  actual    2022    1210个
        lottery_outlets  target    2024    1464个
    """)
    # 10 % a year observed; (1464 / 1000)^(1/4) - 1 = 10.0 % required; 210 of 464 = 45.3 % of the way in
    # half the time.
    assert (round(found.observed_growth, 2), round(found.required_growth, 1)) == (10.0, 10.0)
    assert (round(found.attainment, 1), found.time_gone) == (45.3, 50.0)
    assert (found.status, found.status_compound, found.status_linear) == ("on_track", "on_track", "moderate")


def test_an_interval_may_allow_two_statuses():
    found = only("""
        indicator                  measure   period  printed
        social_work_professionals  baseline  2020    2.3万人
        social_work_professionals  actual    2022    3.1万人
        social_work_professionals  target    2025    5万人
    """)
    # 16.1 % a year for 16.8 %: R = 0.96. From 23,500 to 30,500 it would be 13.9 % for 16.3 %: R = 0.85.
    assert (found.status, found.status_best, found.status_worst) == ("on_track", "on_track", "moderate")
    assert found.ratio_lower < found.ratio < found.ratio_upper


@pytest.mark.parametrize(
    ("set_on", "period", "counts"),
    [
        ("2021-12", "2025", True),  # 2025 ends after December 2021
        ("2026-03-05", "2025", False),
        ("2026-03-05", "2026", True),  # 2026 ends after 5 March 2026
        ("2026-03-05", "2026-02", False),
        ("2026-03-05", "2024/2026-03", True),
        ("", "2025", True),
    ],
)
def test_only_a_figure_from_after_the_target_was_set_is_progress(set_on, period, counts):
    data = observations(f"""
        indicator          measure   period    printed
        nursing_bed_share  baseline  2020      48%
        nursing_bed_share  actual    {period}  67.5%
        nursing_bed_share  target    2030      73%
    """)
    found = targets(data.assign(source_date=set_on)).iloc[0]
    # 67.5 % of 73 % is on the way; without it there is the baseline alone.
    assert (found.status, found.current_period) == (("on_track", period) if counts else ("one_observation", ""))


def test_a_target_of_two_sources_was_set_by_the_earlier():
    data = observations("""
        indicator          measure   period  printed  source
        nursing_bed_share  baseline  2020    48%      document
        nursing_bed_share  actual    2025    67.5%    document
        nursing_bed_share  target    2030    73%      official
        nursing_bed_share  target    2030    73%      press
    """).assign(source_date=["", "", "2026-03-05", "2021-06"])
    assert targets(data).iloc[0].current_period == "2025"


def test_a_figure_past_the_target_needs_no_baseline():
    assert (
        only("""
        indicator                 measure  period  printed
        volunteer_point_coverage  actual   2023    85%
        volunteer_point_coverage  target   2025    80%
    """).status
        == "achieved"
    )


def test_a_figure_below_the_target_without_baseline_is_one_observation():
    assert (
        only("""
        indicator                 measure  period  printed
        volunteer_point_coverage  actual   2023    75%
        volunteer_point_coverage  target   2025    80%
    """).status
        == "one_observation"
    )


def test_a_constant_target_has_no_path():
    table = targets(
        observations("""
        indicator                     measure   period  printed
        minors_workstation_coverage   baseline  2020    100%
        minors_workstation_coverage   target    2025    100%
    """)
    )
    found = table.iloc[0]
    assert found.status == "one_observation"
    assert math.isnan(found.required_growth)
    assert math.isnan(found.required_step)
    assert paths(table).empty


def test_a_constant_target_is_kept():
    assert (
        only("""
        indicator            measure   period  printed
        vagrant_return_rate  baseline  2020    100%
        vagrant_return_rate  actual    2023    100%
        vagrant_return_rate  target    2025    100%
    """).status
        == "kept"
    )


def test_a_constant_target_is_missed():
    assert (
        only("""
        indicator            measure   period  printed
        vagrant_return_rate  baseline  2020    100%
        vagrant_return_rate  actual    2023    97%
        vagrant_return_rate  target    2025    100%
    """).status
        == "missed"
    )


def test_an_interval_that_holds_base_and_target_is_not_comparable():
    found = only("""
        indicator                  measure   period  printed
        social_work_professionals  baseline  2020    4.9万人
        social_work_professionals  actual    2023    4.93万人
        social_work_professionals  target    2025    49200人
    """)
    # 4.9万 is 48,500 to 49,500 and may already be the target.
    assert (found.status, math.isnan(found.ratio)) == ("not_comparable", True)


def test_a_rule_in_words_is_no_number():
    found = only("""
        indicator              measure  period  printed                      status
        allowance_growth_rule  target   2025    不低于居民上年度人均消费支出增速  in_words
    """)
    assert (found.status, found.target_printed) == ("in_words", "不低于居民上年度人均消费支出增速")


def test_after_the_target_year_the_judgement_goes_on_and_says_so():
    found = only("""
        indicator        measure   period  printed
        lottery_outlets  baseline  2010    100个
        lottery_outlets  actual    2020    150个
        lottery_outlets  target    2015    200个
    """)
    assert (found.status, found.target_year_passed, found.time_gone) == ("limited", True, 100.0)


def test_less_than_two_years_are_too_short():
    assert (
        only("""
        indicator        measure   period  printed
        lottery_outlets  baseline  2020    100个
        lottery_outlets  actual    2021    110个
        lottery_outlets  target    2025    200个
    """).status
        == "too_short"
    )


def test_a_falling_indicator_is_judged_downwards():
    found = only("""
        indicator                            measure   period  printed
        counties_without_funeral_facilities  baseline  2020    16个
        counties_without_funeral_facilities  actual    2022    8个
        counties_without_funeral_facilities  target    2024    4个
    """)
    # Halved in two years, to be quartered in four: exactly the pace required.
    assert (found.status, round(found.ratio, 6)) == ("on_track", 1.0)


def test_two_sources_of_one_target_are_one_row():
    found = targets(observations("""
        indicator                  measure  period  printed  source    status
        social_work_professionals  target   2025    5万人    official
        social_work_professionals  target   2025    5万人    document
        social_work_professionals  target   2025    社会工作专业人才数量  document  named_only
    """.replace("document  named_only", "press     named_only")))  # fmt: skip
    assert found.target_source_grade.tolist() == ["official"]


def test_targets_of_two_years_are_two_rows():
    found = targets(
        observations("""
        indicator          measure   period  printed
        nursing_bed_share  baseline  2020    48%
        nursing_bed_share  actual    2024    65.7%
        nursing_bed_share  target    2025    ≥55%
        nursing_bed_share  target    2030    73%
    """)
    )
    assert found.target_period.tolist() == ["2025", "2030"]
    assert found.status.tolist() == ["achieved", "on_track"]


def test_a_table_without_targets_has_the_headings_and_no_row():
    found = targets(
        observations("""
        indicator   measure  period  printed
        volunteers  actual   2022    100名
    """)
    )
    assert found.empty
    assert {"required_growth", "status", "status_zh", "evidence"} <= set(found.columns)


def test_judged_keeps_only_statuses_of_progress():
    table = targets(
        observations("""
        indicator                 measure   period  printed
        volunteer_point_coverage  target    2025    80%
        vagrant_return_rate       baseline  2020    100%
        vagrant_return_rate       actual    2023    100%
        vagrant_return_rate       target    2025    100%
    """)
    )
    assert judged(table).indicator.tolist() == ["vagrant_return_rate"]


def test_paths_lead_from_baseline_to_target():
    table = targets(
        observations("""
        indicator        measure   period  printed
        lottery_outlets  baseline  2020    100个
        lottery_outlets  target    2022    400个
    """)
    )
    found = paths(table)
    assert found.year.tolist() == [2020, 2021, 2022]
    assert found.compound.tolist() == [100, 200, 400]
    assert found.linear.tolist() == [100, 250, 400]


NATION = """
    region  indicator          measure   period  printed  source
    south   nursing_bed_share  baseline  2020    44.28%   official
    south   nursing_bed_share  target    2025    ≥55%     official
    south   lottery_outlets    target    2025    100个    official
    state   nursing_bed_share  actual    2023    58.9%    press
    state   nursing_bed_share  actual    2024    65.7%    mirror
    state   nursing_bed_share  target    2025    ≥55%     press
    state   nursing_bed_share  target    2030    73%      press
"""


def beside(text):
    data = observations(text)
    data = data.assign(region_level=data["region"].map({"south": "province", "state": "nation"}))
    return beside_nation(targets(data), data)


def test_a_target_stands_beside_the_latest_figure_of_the_nation():
    found = beside(NATION)
    assert found[["region", "indicator", "target", "nation_value", "nation_value_period"]].to_numpy().tolist() == [
        ["south", "nursing_bed_share", 55.0, 65.7, "2024"]
    ]
    assert found["nation_value_source_grade"].tolist() == ["mirror"]


def test_the_nations_own_target_is_that_of_the_same_year():
    found = beside(NATION)
    columns = ["nation_target", "nation_target_bound", "nation_target_period"]
    assert found[columns].to_numpy().tolist() == [[55.0, "at_least", "2025"]]


def test_without_a_nation_nothing_stands_beside_a_target():
    data = observations("""
        indicator          measure  period  printed
        nursing_bed_share  target   2025    ≥55%
    """)
    assert beside_nation(targets(data), data).empty


def test_the_path_towards_a_bound_ends_at_the_threshold():
    data = observations("""
        indicator          measure   period  printed
        nursing_bed_share  baseline  2020    44.28
        nursing_bed_share  target    2025    ≥55
    """)
    last = paths(targets(data)).iloc[-1]
    ends = ["compound", "compound_lower", "compound_upper", "linear", "linear_lower", "linear_upper"]
    assert last[ends].tolist() == pytest.approx([55.0] * 6)


def test_an_area_is_as_exact_as_its_last_printed_digit_and_its_target_is_exact():
    found = only("""
        indicator                                measure   period  printed
        community_floor_area_per_100_households  baseline  2020    25
        community_floor_area_per_100_households  target    2025    30平方米
    """)
    assert (found.baseline_lower, found.baseline_upper) == (24.5, 25.5)
    assert (found.target_lower, found.target_upper) == (30, 30)


def test_a_figure_of_the_nation_from_before_the_baseline_is_not_set_beside_a_target():
    regional = observations("""
        indicator                  measure   period  printed
        social_work_professionals  baseline  2020    2.3万人
        social_work_professionals  target    2025    5万人
    """)
    national = observations("""
        indicator                  measure  period  printed
        social_work_professionals  actual   2010    4.4万人
    """).assign(region="nation", region_level="nation")
    assert beside_nation(targets(regional), national).empty
    assert len(beside_nation(targets(regional), national.assign(period="2021"))) == 1
