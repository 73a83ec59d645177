"""Metrics over small tables of figures that can be computed in the head."""

import numpy as np
import pytest

from region_report.errors import UsageError
from region_report.languages import columns
from region_report.metrics import REGISTRY, evaluate, evaluate_all, evaluate_group
from region_report.metrics.intervals import Interval, spread
from region_report.testing import observations

CASES = observations("""
    indicator  measure  period  printed
    cases      actual   2022    5个
""")


def ends(frame):
    return frame[["value", "lower", "upper"]].to_numpy().tolist()


def test_missing_input_gives_missing_metric():
    data = observations("""
        indicator                measure  period  printed  status
        volunteers               actual   2022             not_reported
        volunteer_organisations  actual   2022    308个
    """)
    assert evaluate("volunteers_per_organisation", data).status.tolist() == ["not_reported"]


def test_interval_of_the_printed_digits_is_carried_through():
    data = observations("""
        indicator                measure  period  printed
        volunteers               actual   2022    4.7万名
        volunteer_organisations  actual   2022    100个
    """)
    # 4.7万 is 46,500 to 47,500.
    assert ends(evaluate("volunteers_per_organisation", data)) == [[470.0, 465.0, 475.0]]


def test_inputs_of_different_periods_are_not_paired():
    data = observations("""
        indicator                measure  period  printed
        volunteers               actual   2021    1000名
        volunteer_organisations  actual   2022    100个
    """)
    found = evaluate("volunteers_per_organisation", data)
    assert found.status.tolist() == ["not_found"]
    assert found.value.isna().all()


def test_a_figure_of_wider_scope_is_not_used():
    data = observations("""
        indicator                measure  period  printed  status
        volunteers               actual   2022    1000名   wider_scope
        volunteer_organisations  actual   2022    100个
    """)
    assert evaluate("volunteers_per_organisation", data).status.tolist() == ["wider_scope"]


def test_a_target_is_never_taken_for_an_actual():
    data = observations("""
        indicator                  measure      period      printed
        social_work_professionals  target       2025        5万人
        resident_population        denominator  2020-11-01  50000000
    """)
    assert evaluate("professionals_per_10k", data).status.tolist() == ["not_found"]
    assert ends(evaluate("professionals_target_per_10k", data)) == [[10.0, 10.0, 10.0]]


def test_the_denominator_is_the_one_nearest_in_time():
    data = observations("""
        indicator                 measure      period      printed
        certified_social_workers  actual       2021-12-31  1000人
        resident_population       denominator  2020-11-01  1000000
        resident_population       denominator  2022        2000000
        resident_population       denominator  2023        4000000
    """)
    found = evaluate("certified_social_workers_per_10k", data)
    # 2022 counts as its end: 12 months after 2021, the census is 14 months before.
    assert found.denominator_period.tolist() == ["2022"]
    assert ends(found) == [[5.0, 5.0, 5.0]]


def test_an_undated_figure_spans_all_denominators_on_file():
    data = observations("""
        indicator                 measure      period      printed
        certified_social_workers  actual                   1000人
        resident_population       denominator  2020-11-01  1000000
        resident_population       denominator  2023        2000000
    """)
    found = evaluate("certified_social_workers_per_10k", data)
    assert found.denominator_period.tolist() == ["2023"]
    assert ends(found) == [[5.0, 5.0, 10.0]]


def test_a_density_without_a_population_says_so():
    data = observations("""
        indicator                 measure  period  printed
        certified_social_workers  actual   2023    1000人
    """)
    found = evaluate("certified_social_workers_per_10k", data)
    assert (found.status.tolist(), found.value.isna().all()) == (["no_denominator"], True)


def test_a_denominator_of_zero_is_not_comparable():
    data = observations("""
        indicator       measure  period  printed
        group_sessions  actual   2022    10节
        cases           actual   2022    0个
    """)
    assert evaluate("group_sessions_per_case", data).status.tolist() == ["not_comparable"]


def test_two_sources_that_agree_are_one_figure():
    data = observations("""
        indicator                  measure      period      printed   source
        social_work_professionals  target       2025        5万人     official
        social_work_professionals  target       2025        50000人   document
        resident_population        denominator  2020-11-01  50000000  census
    """)
    found = evaluate("professionals_target_per_10k", data)
    assert (found.value.tolist(), found.status.tolist()) == ([10.0], [""])


def test_sources_that_disagree_span_an_interval_and_say_so():
    data = observations("""
        indicator                 measure      period  printed  source  status
        certified_social_workers  actual       2022    900人    a       conflicting
        certified_social_workers  actual       2022    1100人   b       conflicting
        resident_population       denominator  2022    1000000  c
    """)
    found = evaluate("certified_social_workers_per_10k", data)
    assert found.status.tolist() == ["conflicting"]
    assert ends(found) == [[10.0, 9.0, 11.0]]


def test_undated_figures_of_two_sources_are_not_paired():
    data = observations("""
        indicator       measure  period  printed  source
        group_sessions  actual           10节     one
        cases           actual           5个      other
    """)
    assert evaluate("group_sessions_per_case", data).status.tolist() == ["not_found"]


def test_inputs_stand_in_the_formula_as_printed_with_period_and_grade():
    data = observations("""
        indicator       measure  period  printed
        group_sessions  actual           10节
        cases           actual           5个
    """)
    found = evaluate("group_sessions_per_case", data).iloc[0]
    assert found.inputs_zh == "小组活动 10节（未注明时间；所据文件）÷ 个案 5个（未注明时间；所据文件）"
    assert found.inputs_en == "Group sessions 10节 (undated; source document) ÷ Cases 5个 (undated; source document)"


def test_figures_of_two_sources_share_the_name_and_a_sum_stands_in_brackets():
    data = observations("""
        indicator                 measure  period  printed  source
        social_work_posts         actual   2022    100个    official
        social_work_posts         actual   2022    100个    press
        professionals_brought_in  actual   2022    6名      official
        open_recruits             actual   2022    30人     official
    """)
    found = evaluate("named_recruits_per_post", data).iloc[0]
    assert found.inputs_zh == (
        "（引进的社会工作专业人才 6名（2022年；政府网站）+ 首批公开招聘的社会工作者 30人（2022年；政府网站））÷ "
        "社工岗位 100个（2022年；政府网站）、100个（2022年；媒体报道）"
    )


def test_a_metric_names_the_weakest_grade_of_its_inputs_in_both_languages():
    data = observations("""
        indicator       measure  period  printed  source
        group_sessions  actual   2022    10节     official
        cases           actual   2022    5个      official
    """)
    found = evaluate("group_sessions_per_case", data).iloc[0]
    assert [found.source_grade, found.source_grade_zh, found.source_grade_en] == [
        "official",
        "政府网站",
        "government page",
    ]


def test_where_a_denominator_is_missing_the_figure_stands_alone():
    data = observations("""
        indicator                 measure  period  printed
        certified_social_workers  actual   2022    100人
    """)
    found = evaluate("certified_social_workers_per_10k", data).iloc[0]
    assert [found.status, found.inputs_en] == [
        "no_denominator",
        "Certified social workers 100人 (2022; source document)",
    ]


def test_a_whole_group_has_one_row_a_metric_for_a_region_with_nothing():
    data = observations("""
        indicator        measure  period  printed
        volunteer_teams  actual   2022    33支
    """)
    found = evaluate_group("ratios", data)
    assert found.indicator.tolist() == [entry.id for entry in REGISTRY.values() if entry.group == "ratios"]
    assert set(found.status) == {"not_found"}


def test_an_open_end_stays_open():
    data = observations("""
        indicator       measure  period  printed
        group_sessions  actual   2022    10节以上
        cases           actual   2022    5个
    """)
    found = evaluate("group_sessions_per_case", data)
    assert ends(found) == [[2.0, 2.0, np.inf]]
    assert found.bound.tolist() == ["at_least"]


def test_a_metric_is_not_rounded_in_the_frame():
    data = observations("""
        indicator         measure  period  printed
        service_projects  actual   2022    193个
        service_fields    actual   2022    24个
    """)
    # 193 / 24 = 8.041666...; rounded to 8.0 it would be another number that calls itself exact.
    assert ends(evaluate("projects_per_field", data)) == [[8.04166666667] * 3]


def test_more_than_200_posts_are_more_than_so_many_per_10000():
    data = observations("""
        indicator            measure      period  printed
        social_work_posts    actual               200余个
        resident_population  denominator  2020    1000000
    """)
    found = evaluate("posts_per_10k", data)
    assert ends(found) == [[2.0, 2.0, 3.0]]
    assert found.bound.tolist() == ["more_than"]


def test_what_is_more_than_a_number_is_not_the_least_where_the_denominator_varies():
    data = observations("""
        indicator            measure      period  printed
        social_work_posts    actual               200余个
        resident_population  denominator  2020    2000000
        resident_population  denominator  2023    1000000
    """)
    found = evaluate("posts_per_10k", data)
    assert ends(found) == [[2.0, 1.0, 3.0]]
    assert found.bound.tolist() == ["approximate"]


def test_metric_frames_have_the_columns_of_observations_and_a_few_more():
    data = observations("""
        indicator       measure  period  printed
        group_sessions  actual   2022    10节
        cases           actual   2022    5个
    """)
    found = evaluate_all(data)
    assert list(found.columns[: len(data.columns)]) == list(data.columns)
    assert set(found.columns[len(data.columns) :]) == {
        "decimals", "group", *columns("inputs"), "denominator_period",
    }  # fmt: skip
    assert set(found.measure) == {"metric"}


def test_an_unknown_metric_names_the_known_ones():
    with pytest.raises(UsageError) as caught:
        evaluate("happiness", CASES)
    assert str(caught.value) == f"There is no metric 'happiness'. Metrics: {', '.join(REGISTRY)}."


def test_an_unknown_group_names_the_known_ones():
    with pytest.raises(UsageError) as caught:
        evaluate_group("happiness", CASES)
    assert str(caught.value) == "There is no group of metrics 'happiness'. Groups: density, implied, ratios."


@pytest.mark.parametrize("metric", REGISTRY.values(), ids=lambda metric: metric.id)
def test_metrics_are_monotone_in_each_input(metric):
    base = {name: np.array([100.0]) for name in metric.uses}
    for name in metric.uses:
        steps = [float(metric.function(base | {name: np.array([step])})[0]) for step in range(1, 200)]
        changes = np.diff(steps)
        assert (changes >= 0).all() or (changes <= 0).all()


@pytest.mark.parametrize("metric", REGISTRY.values(), ids=lambda metric: metric.id)
def test_the_ends_of_a_metric_hold_its_values_in_between(metric):
    inputs = {name: Interval.of([50.0], [40.0], [65.0]) for name in metric.uses}
    found = spread(metric.function, inputs)
    generator = np.random.default_rng(0)
    for _ in range(100):
        inside = {name: generator.uniform(40, 65, 1) for name in metric.uses}
        assert found.lower <= metric.function(inside) <= found.upper
