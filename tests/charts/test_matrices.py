import pandas as pd

from region_report import charts
from region_report.metrics import comparability
from region_report.testing import observations

IDS = ["certified_social_workers", "social_work_professionals", "cases"]


def rows(made):
    return made.words["table"]["rows"]


def test_each_pair_of_indicators_has_one_cell_that_says_why():
    made = charts.comparability_matrix(comparability.matrix(IDS))
    # Three indicators: three cells on the diagonal and three pairs.
    assert [row[:3] for row in rows(made)] == [
        ["1 持证社工", "1 持证社工", "同一指标"],
        ["2 社会工作专业人才", "1 持证社工", "口径不同，不可比"],
        ["2 社会工作专业人才", "2 社会工作专业人才", "同一指标"],
        ["3 个案", "1 持证社工", "没有依据"],
        ["3 个案", "2 社会工作专业人才", "没有依据"],
        ["3 个案", "3 个案", "同一指标"],
    ]
    assert rows(made)[1][3].startswith("持证社工是取得职业资格的人")


def test_of_many_indicators_those_with_most_rules_are_drawn_and_the_caveat_says_so():
    names = [f"i{number:02}" for number in range(12)]
    pairs = pd.DataFrame(
        [
            {"left": a, "right": b, "left_zh": a, "right_zh": b, "reason_zh": "", "verdict": verdict(a, b)}
            for a in names
            for b in names
        ]
    )
    made = charts.comparability_matrix(pairs)
    drawn = {row[0].split(" ")[1] for row in rows(made)}
    assert drawn == set(names[:9]) | {"i11"}
    assert made.words["caveat"].endswith("（12个中的10个）。")


def verdict(left, right):
    """The eleventh indicator has a rule with the first; nothing else has one."""
    if left == right:
        return "itself"
    return "different" if {left, right} == {"i00", "i11"} else "no_rule"


def test_an_indicator_that_no_region_speaks_of_is_left_out():
    from region_report.metrics import coverage

    covered = coverage.coverage(
        observations("""
        region  indicator   period  printed  status
        east    volunteers          4.7万名
        west    cases       2022             not_reported
    """)
    )
    made = charts.coverage_matrix(covered)
    assert [[row[0], row[2]] for row in rows(made)] == [
        ["个案", "未找到"],
        ["个案", "未报告"],
        ["培育的志愿者", "已列出，未注明时间"],
        ["培育的志愿者", "未找到"],
    ]


def test_the_indicators_of_one_theme_stand_together():
    from region_report.metrics import coverage

    covered = coverage.coverage(
        observations("""
        indicator                     measure  period  printed
        cases                         actual   2022    877个
        pilot_communities             actual   2022    5个
        age_friendly_communities      target   2025    100个
        home_adaptations_in_hardship  target   2025    2.5万户
        community_floor_area_per_100_households  target  2025  >30
    """)
    )
    # The codelist has age-friendly communities between two indicators of the theme community.
    themes = covered.set_index("indicator_zh")["theme"]
    drawn = [themes[row[0]] for row in rows(charts.coverage_matrix(covered))]
    assert drawn == ["services", "community", "community", "elder_care", "elder_care"]


def test_the_matrix_of_one_theme_names_it_and_holds_nothing_else():
    from region_report.metrics import coverage

    covered = coverage.coverage(
        observations("""
        indicator   period  printed
        volunteers          4.7万名
        cases       2022    877个
    """)
    )
    made = charts.coverage_matrix(covered, theme="services")
    assert made.words["title"] == "社工服务：各地区、各指标的资料情况"
    assert [row[0] for row in rows(made)] == ["个案"]


def test_every_state_has_a_shape_of_its_own():
    from region_report.charts import matrices

    for looks in (matrices._COMPARABLE, matrices._COVERED, matrices._NAMED):
        assert len({(look.shape, look.filled) for look in looks.values()}) == len(looks)
