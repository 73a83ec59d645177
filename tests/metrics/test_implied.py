"""Coverage and each-has-one commitments as numbers of units."""

import pytest

from region_report.errors import UsageError
from region_report.metrics import evaluate, evaluate_group
from region_report.testing import observations


def test_a_coverage_is_the_least_whole_number_of_units():
    data = observations("""
        indicator                   measure      period  printed
        elder_care_centre_coverage  target       2025    60%
        township_level_units        denominator  2023    1253
    """)
    # 60 % of 1,253 is 751.8; 751 units would be 59.9 %.
    found = evaluate("implied_elder_care_centre_coverage", data)
    assert found[["value", "lower", "upper"]].to_numpy().tolist() == [[752.0, 752.0, 752.0]]


def test_three_quarters_of_111_counties_are_84():
    data = observations("""
        indicator                      measure      period  printed
        county_minors_agency_coverage  target       2025    75%
        county_level_units             denominator  2023    111
    """)
    assert evaluate("implied_county_minors_agency_coverage", data).value.tolist() == [84.0]


def test_rounding_errors_do_not_add_a_unit():
    data = observations("""
        indicator                      measure      period  printed
        county_minors_agency_coverage  target       2025    55%
        county_level_units             denominator  2023    100
    """)
    # 55 * 100 / 100 is exact, 0.55 * 100 in floating point is 55.00000000000001.
    assert evaluate("implied_county_minors_agency_coverage", data).value.tolist() == [55.0]


def test_full_coverage_means_every_unit():
    data = observations("""
        indicator             measure      period  printed
        station_coverage      target       2025    全覆盖
        township_level_units  denominator  2023    1253
    """)
    assert evaluate("implied_station_coverage", data).value.tolist() == [1253.0]


def test_at_least_one_each_is_open_above():
    data = observations("""
        indicator                      measure      period  printed
        social_organisation_incubators  target       2025    每个设区市至少1个
        prefecture_level_cities         denominator  2023    14
    """)
    found = evaluate_group("implied", data)
    assert found.value.tolist() == [14.0]
    assert found.bound.tolist() == ["at_least"]


@pytest.mark.parametrize(
    ("indicator", "printed", "base", "count", "units"),
    [
        ("mental_health_facilities", "每个设区市建设1所", "prefecture_level_cities", "14个", ("所", "facilities")),
        ("funeral_homes", "每个设区市和每个县(市)建有1家", "cities_and_counties", "84个", ("家", "funeral homes")),
        ("station_coverage", "全覆盖", "township_level_units", "1253个", ("个", "township-level units")),
    ],
)
def test_many_units_are_named_in_the_plural(indicator, printed, base, count, units):
    found = evaluate_group(
        "implied",
        observations(f"""
        indicator    measure      period  printed
        {indicator}  target       2025    {printed}
        {base}       denominator  2023    {count}
    """),
    )
    assert found[["unit_zh", "unit_en"]].to_numpy().tolist() == [list(units)]


def test_an_open_target_is_not_turned_into_a_share():
    data = observations("""
        indicator                 measure      period  printed
        volunteer_point_coverage  target       2025    80%
        township_level_units      denominator  2023    1253
    """)
    # The base, the number of community facilities, is not on file and no column names it.
    assert evaluate_group("implied", data).empty


def test_two_wordings_of_one_target_imply_one_count():
    data = observations("""
        indicator                   measure      period  printed  source
        elder_care_centre_coverage  target       2025    60%      plan
        elder_care_centre_coverage  target       2025    60%      news
        township_level_units        denominator  2023    10       codes
    """)
    assert evaluate_group("implied", data).value.tolist() == [6.0]


def test_nothing_is_implied_without_the_number_of_units():
    data = observations("""
        indicator                   measure  period  printed
        elder_care_centre_coverage  target   2025    60%
    """)
    assert evaluate_group("implied", data).status.tolist() == ["no_denominator"]


def test_an_implied_count_that_does_not_exist_names_those_that_do():
    data = observations("""
        indicator                   measure  period  printed
        elder_care_centre_coverage  target   2025    60%
    """)
    with pytest.raises(UsageError) as caught:
        evaluate("implied_volunteers", data)
    assert str(caught.value) == (
        "Nothing is implied by 'volunteers': no region here has a target of it, in percent or per unit, with "
        "a base. Such targets: elder_care_centre_coverage."
    )
