"""What each region says of each indicator, and why where it says nothing."""

import pytest

from region_report import codelists
from region_report.metrics.coverage import coverage, gaps
from region_report.testing import observations

DATA = """
    indicator                     measure      period  printed     source    status
    volunteers                    actual       2022    100名
    volunteer_teams               actual               33支
    certified_social_workers      actual       2022    93.1万人    one       conflicting
    certified_social_workers      actual       2022    92.9万人    other     conflicting
    age_friendly_communities      target       2025    100个
    home_adaptations_in_hardship  actual       2025    9万户                 wider_scope
    home_adaptations_in_hardship  target       2025    2.5万户
    three_lists                   actual               清单                  in_words
    station_coverage              baseline     2020    —                     not_reported
    resident_population           denominator  2022    10000人
"""


@pytest.mark.parametrize(
    ("indicator", "state", "figures"),
    [
        ("volunteers", "shown", 1),
        ("volunteer_teams", "undated", 1),
        ("certified_social_workers", "conflicting", 2),
        ("age_friendly_communities", "target_only", 1),
        ("home_adaptations_in_hardship", "wider_scope", 2),
        ("three_lists", "in_words", 0),
        ("station_coverage", "not_reported", 0),
        ("resident_population", "shown", 1),
        ("cases", "not_found", 0),
    ],
)
def test_state_of_an_indicator(indicator, state, figures):
    found = coverage(observations(DATA)).set_index("indicator").loc[indicator]
    assert (found.state, found.figures) == (state, figures)


def test_every_indicator_of_the_codelist_has_a_state_and_a_reason():
    found = coverage(observations(DATA))
    assert found.indicator.tolist() == codelists.load().indicators["id"].tolist()
    texts = found[["state_zh", "state_en", "why_zh", "why_en"]]
    assert texts.map(bool).all(axis=None)


def test_the_note_of_a_figure_is_the_better_reason():
    data = observations("""
        indicator   measure  period  printed  status       note_zh  note_en
        volunteers  actual   2022    9万名    wider_scope  含队员   With members
    """)
    found = coverage(data).set_index("indicator").loc["volunteers"]
    assert (found.why_zh, found.why_en) == ("含队员", "With members")


def test_of_what_was_not_found_only_what_a_metric_needs_is_a_gap():
    found = gaps(coverage(observations(DATA))).set_index("indicator")["state"]
    # Cases are needed for a ratio; rural cemeteries are what another place reports.
    assert found["cases"] == "not_found"
    assert "rural_cemeteries" not in found
    assert found["certified_social_workers"] == "conflicting"
    assert "volunteers" not in found
