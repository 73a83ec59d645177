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
NO_METRICS = pd.DataFrame({"region": [], "value": [], "status": [], "group": [], "indicator": []})


@pytest.fixture
def pair():
    return pairs.pairs(DATA, NO_METRICS)[0]


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
