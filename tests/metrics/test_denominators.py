"""What a figure comes to over each denominator on file."""

import pytest

from region_report import metrics
from region_report.testing import observations

DATA = observations("""
    indicator             measure      period      printed  source
    volunteers            actual                   4.7万名  document
    volunteers            actual       2020        4万名    document
    resident_population   denominator  2020        1000万   official
    resident_population   denominator  2022        940万    official
    township_level_units  denominator  2022        100个    official
    village_committees    denominator  2022        600个    official
    residents_committees  denominator  2022        200个    official
    residents_committees  denominator  2023        250个    official
""")


def found(denominator, period=""):
    table = metrics.denominators.densities(DATA)
    row = table[(table["denominator"] == denominator) & (table["period"] == period)].iloc[0]
    return [pytest.approx(row[end], rel=1e-9) for end in ("value", "lower", "upper")]


def test_every_figure_is_set_against_every_denominator():
    table = metrics.denominators.densities(DATA)
    # Two figures, each over the nearest, two populations, the townships, and the villages of the one year with both.
    assert table.groupby("denominator").size().to_dict() == {
        "nearest": 2, "residents:2020": 2, "residents:2022": 2, "townships:2022": 2, "communities:2022": 2,
    }  # fmt: skip


def test_a_density_has_the_interval_of_figure_and_denominator():
    # 4.7万 is 46,500 to 47,500; 940万 is 9.395 to 9.405 million.
    assert found("residents:2022") == [10_000 * 47_000 / 9.4e6, 10_000 * 46_500 / 9.405e6, 10_000 * 47_500 / 9.395e6]
    assert found("townships:2022") == [470, 465, 475]
    assert found("communities:2022", "2020") == [50, 35_000 / 800, 45_000 / 800]


def test_the_nearest_is_what_the_report_shows():
    table = metrics.denominators.densities(DATA)
    own = metrics.evaluate("volunteers_per_10k", DATA)
    nearest = table[table["denominator"] == "nearest"]
    assert (
        nearest[["period", "value", "lower", "upper"]].values.tolist()
        == own[["period", "value", "lower", "upper"]].values.tolist()
    )


def test_names_and_units_say_what_is_counted_and_per_what():
    table = metrics.denominators.densities(DATA).set_index("denominator")
    row = table.loc["townships:2022"].iloc[0]
    assert (row["unit_zh"], row["unit_en"]) == ("人／乡镇（街道）", "people per township-level unit")
    assert row["denominator_period"] == "2022"
    assert "＋" in table.loc["communities:2022"].iloc[0]["denominator_zh"]
    assert row["source"] == "document; official"


def test_a_region_without_denominators_has_no_rows():
    nothing = observations("""
        indicator   measure  period  printed
        volunteers  actual   2020    4万名
    """)
    assert metrics.denominators.densities(nothing).empty


def test_more_than_so_many_stays_more_than_for_each_unit():
    data = observations("""
        indicator             measure      period  printed
        social_work_posts     actual       2022    200余个
        township_level_units  denominator  2022    100个
        resident_population   denominator  2022    100万
    """)
    table = metrics.denominators.densities(data).set_index("denominator")
    assert table.loc["townships:2022", "bound"] == "more_than"


def test_a_sum_tells_a_conflict_in_either_count_and_names_the_sources_of_both():
    data = observations("""
        indicator             measure      period  printed  source    status
        volunteers            actual       2022    1000名   document
        village_committees    denominator  2022    600个    official
        residents_committees  denominator  2022    200个    official  conflicting
        residents_committees  denominator  2022    400个    press     conflicting
    """)
    row = metrics.denominators.densities(data).set_index("denominator").loc["communities:2022"]
    assert row["status"] == "conflicting"
    # Between 1000 over 600 + 400 and 1000 over 600 + 200.
    assert (row["lower"], row["upper"]) == (1, 1.25)
    assert "press" in row["source"]
