"""Two regions side by side: what may be compared, and why not the rest."""

import pandas as pd
import pytest

from region_report.metrics import pairs
from region_report.testing import observations

DATA = observations("""
    region  indicator                  measure  period  printed
    east    nursing_bed_share          actual   2022    44%
    east    nursing_bed_share          actual   2023    50%
    west    nursing_bed_share          actual   2023    61%
    east    volunteers                 actual   2023    4.7万名
    west    volunteers                 actual   2022    5.0万名
    east    station_coverage           target   2025    60%
    west    station_coverage           actual   2023    55%
    east    certified_social_workers   actual   2023    300人
    west    social_work_professionals  actual   2023    900人
    east    cases                      actual   2023    40个
    west    resident_population        denominator  2023  100万
""")
NO_METRICS = pd.DataFrame(
    columns=["region", "indicator", "measure", "period", "value", "status", "group", "source_grade"], dtype=object
)


@pytest.fixture
def pair():
    return pairs.pairs(DATA, NO_METRICS)[0]


def compared(table):
    """(left row, right row, how they stand) of the regions of a table, its only pair."""
    (found,) = pairs.pairs(observations(table), NO_METRICS)
    return found.comparable


def names(rows):
    return [row["indicator"] for row in rows]


def test_only_the_same_indicator_measure_and_scope_stand_side_by_side(pair):
    found = [(left["indicator"], left["period"], right["period"], how) for left, right, how in pair.comparable]
    # The later figure of the east; counts of two regions are not called higher or lower.
    assert found == [("nursing_bed_share", "2023", "2023", "right"), ("volunteers", "2023", "2022", "size")]


def test_everything_else_has_its_reason(pair):
    assert [(left["indicator"], right["indicator"]) for left, right, *_ in pair.barred] == [
        ("certified_social_workers", "social_work_professionals"),
        ("certified_social_workers", "volunteers"),
    ]
    assert names(pair.promised) == ["station_coverage"]
    assert names(pair.only_left) == ["certified_social_workers", "cases"]
    # A denominator is no figure to compare: every region has it.
    assert names(pair.only_right) == ["social_work_professionals"]


@pytest.mark.parametrize(
    ("west", "how"), [((45, 55), "overlap"), ((50, 50), "equal"), ((49, 49.9), "left"), ((51, 52), "right")]
)
def test_figures_are_called_higher_only_where_their_intervals_are_apart(west, how):
    rows = DATA[DATA["indicator"] == "nursing_bed_share"].tail(2)
    rows = rows.assign(lower=[50.0, west[0]], upper=[50.0, west[1]])
    assert [found for *_, found in pairs.pairs(rows, NO_METRICS)[0].comparable] == [how]


def test_of_many_regions_those_with_most_figures_are_paired():
    lines = ["region  indicator  measure  period  printed"]
    for number in range(40):
        lines += [f"r{number}  cases  actual  20{year:02}  7个" for year in range(10, 12 + number % 3)]
    many = observations("\n".join(lines))
    found = pairs.pairs(many, NO_METRICS, most=4)
    # Forty regions would be 780 pairs.
    assert len(found) == 6
    assert pairs.left_out(many, most=4) == 36
    assert {found[0].left["region"], found[0].right["region"]} == {"r2", "r5"}


def test_the_nation_is_no_region_beside_others():
    data = DATA.assign(region_level=DATA["region"].map({"east": "province", "west": "nation"}))
    assert pairs.pairs(data, NO_METRICS) == []


def test_sources_that_disagree_are_one_figure_that_is_never_called_higher():
    ((east, _, how),) = compared("""
        region  indicator          measure  period  printed  source    status
        east    nursing_bed_share  actual   2023    70%      press     conflicting
        east    nursing_bed_share  actual   2023    60%      document  conflicting
        west    nursing_bed_share  actual   2023    50%      document
    """)
    assert (east["lower"], east["upper"], east["status"], how) == (59.5, 70.5, "conflicting", "conflicting")
    assert [row["printed"] for row in east["behind"]] == ["70%", "60%"]


def test_sources_that_agree_are_the_closer_reading_of_both():
    ((east, _, how),) = compared("""
        region  indicator          measure  period  printed  source
        east    nursing_bed_share  actual   2023    60%      document
        east    nursing_bed_share  actual   2023    60.2%    press
        west    nursing_bed_share  actual   2023    60.3%    document
    """)
    # 60% alone, 59.5 to 60.5, would meet the 60.25 to 60.35 of the west; 60.2% is 60.15 to 60.25.
    assert (east["value"], how) == (60.2, "overlap")
    assert (east["lower"], east["upper"]) == pytest.approx((60.15, 60.25))


def test_a_year_ends_after_its_months():
    ((east, *_),) = compared("""
        region  indicator          measure  period   printed
        east    nursing_bed_share  actual   2023-06  50%
        east    nursing_bed_share  actual   2023     52%
        west    nursing_bed_share  actual   2023     61%
    """)
    assert east["period"] == "2023"


@pytest.mark.parametrize(
    ("undated", "dated", "period"),
    [("document", "press", ""), ("document", "document", "2018"), ("mirror", "press", "2018")],
)
def test_an_undated_figure_stands_only_where_its_grade_is_better(undated, dated, period):
    ((east, *_),) = compared(f"""
        region  indicator                 measure  period  printed  source
        east    certified_social_workers  actual   2018    5356人   {dated}
        east    certified_social_workers  actual           17439人  {undated}
        west    certified_social_workers  actual   2023    300人    document
    """)
    assert east["period"] == period


def test_a_later_figure_stands_before_one_of_a_better_grade():
    ((east, *_),) = compared("""
        region  indicator          measure   period  printed  source
        east    nursing_bed_share  baseline  2020    48%      document
        east    nursing_bed_share  actual    2023    53%      press
        west    nursing_bed_share  actual    2023    61%      document
    """)
    assert east["period"] == "2023"


def test_a_figure_of_another_scope_is_a_reason_and_not_a_gap():
    (found,) = pairs.pairs(
        observations("""
            region  indicator                 measure  period  printed  status
            east    certified_social_workers  actual   2023    300人
            east    volunteers                actual   2023    900人
            west    certified_social_workers  actual   2022    2137人   narrower_scope
            west    cases                     actual   2023    40个
        """),
        NO_METRICS,
    )
    assert [(row["region"], other["region"], other["status"]) for row, other in found.unusable] == [
        ("east", "west", "narrower_scope")
    ]
    assert names(found.only_left) == ["volunteers"]


@pytest.mark.parametrize(
    ("east", "west", "how"),
    [
        ("至少50%", "至少60%", "promises_right"),
        ("至少60%", "50%", "promises_left"),
        ("至少60%", "60%", "equal"),
    ],
)
def test_of_two_targets_the_thresholds_are_compared(east, west, how):
    ((*_, found),) = compared(f"""
        region  indicator          measure  period  printed
        east    nursing_bed_share  target   2025    {east}
        west    nursing_bed_share  target   2025    {west}
    """)
    assert found == how


def test_of_what_is_to_become_less_the_lower_target_promises_more():
    data = DATA[DATA["indicator"] == "nursing_bed_share"].tail(2).assign(measure="target", direction="down")
    # The east's 50% is below the west's 61%.
    assert [found for *_, found in pairs.pairs(data, NO_METRICS)[0].comparable] == ["promises_left"]
