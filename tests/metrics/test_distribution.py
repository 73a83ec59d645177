import math

import pytest
from crowd import crowd, provinces

from region_report import metrics
from region_report.metrics.distribution import distribution, quantile
from region_report.testing import observations

DENSITY = "certified_social_workers_per_10k"


def spread(frame, **options):
    return distribution(metrics.evaluate(DENSITY, frame), **options)


@pytest.mark.parametrize(("share", "expected"), [(0, 1), (0.25, 2.5), (0.5, 4), (0.75, 7), (1, 16)])
def test_quantiles_lie_between_the_two_nearest_values(share, expected):
    # Five values have their quartiles at places 0, 1, 2, 3, 4; six would have them between.
    assert quantile([16, 1, 4, 2.5, 7], share) == expected


def test_between_two_values_the_line_decides_and_an_open_end_stays_open():
    assert quantile([1, 2], 0.25) == 1.25
    assert quantile([1, math.inf], 0.5) == math.inf
    assert quantile([1, math.inf], 0) == 1


def test_the_spread_names_how_many_regions_have_a_figure():
    row = spread(crowd(13, without=(2, 4))).iloc[0]
    # 100 certified of 100,000 residents are 10 of 10,000; without the second and the fourth the median is the eighth.
    assert (row["area"], row["n"], row["without"]) == ("county", 11, 2)
    assert [row[name] for name in ("minimum", "median", "maximum")] == [10, 80, 130]
    assert row["lower_quartile"] == 55  # between the third, 50, and the fourth, 60


def test_the_median_has_the_interval_of_the_middle_figures():
    row = spread(crowd(13).assign(lower=lambda frame: frame["value"] * 0.9)).iloc[0]
    assert row["median_lower"] == pytest.approx(0.9 * 70)
    assert row["median"] == 70


def test_a_region_whose_sources_disagree_has_no_figure():
    frame = observations("""
        region  indicator                 measure      period  printed   source  status
        east    resident_population       denominator  2022    100000人
        east    certified_social_workers  actual       2022    100人     one     conflicting
        east    certified_social_workers  actual       2022    300人     other   conflicting
        west    resident_population       denominator  2022    100000人
        west    certified_social_workers  actual       2022    200人
    """)
    row = spread(frame).iloc[0]
    assert (row["n"], row["without"], row["median"]) == (1, 1, 20)


def test_of_several_periods_the_latest_counts():
    frame = observations("""
        region  indicator                 measure      period  printed
        east    resident_population       denominator  2022    100000人
        east    certified_social_workers  actual       2021    900人
        east    certified_social_workers  actual       2022    100人
    """)
    assert spread(frame).iloc[0]["median"] == 10


def test_regions_whose_intervals_overlap_are_not_told_apart():
    apart = spread(crowd(13)).iloc[0]
    assert [names[:2] for names in apart["lowest"]] == [("第01县", "County 01")]
    frame = crowd(13)
    certified = frame["measure"] == "actual"
    wide = spread(frame.assign(upper=frame["value"].where(~certified, 2 * frame["value"]))).iloc[0]
    # The first has 10 to 20, the second 20 to 40, the third 30 to 60.
    assert [names[1] for names in wide["lowest"]] == ["County 01", "County 02"]


def test_provinces_stand_in_the_order_of_their_codes(monkeypatch):
    provinces(monkeypatch, 13)
    found = spread(crowd(13), by="province")
    assert found[["area", "area_en", "n", "median"]].values.tolist() == [
        ["330000", "Zhejiang", 6, 70],  # 20, 40 ... 120
        ["510000", "Sichuan", 7, 70],  # 10, 30 ... 130
    ]
