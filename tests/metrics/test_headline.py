"""Headline figures: the best sources there are, workforce first."""

from region_report import observations as real
from region_report.metrics.headline import headline
from region_report.testing import observations


def shown(text, **options):
    return headline(observations(text), **options)[["indicator", "value"]].to_numpy().tolist()


def test_a_region_with_a_document_shows_only_figures_of_its_document():
    assert shown("""
        indicator                 measure  period  printed  source
        volunteers                actual   2023    900名    official
        certified_social_workers  actual           17439人  document
    """) == [["certified_social_workers", 17439.0]]


def test_without_a_document_the_next_grade_is_shown():
    assert shown("""
        indicator                 measure  period  printed  source
        nursing_bed_share         target   2030    73%      press
        certified_social_workers  actual   2024    151.6万  mirror
    """) == [["nursing_bed_share", 73.0]]


def test_no_headline_is_made_of_copies_that_were_not_checked():
    assert (
        shown("""
        indicator                 measure  period  printed  source
        certified_social_workers  actual   2024    151.6万  mirror
    """)
        == []
    )


def test_each_theme_comes_once_before_any_comes_again_and_the_workforce_first():
    assert [
        indicator
        for indicator, _ in shown("""
        indicator                   measure  period  printed
        elder_care_centre_coverage  target   2025    60%
        smart_care_homes            target   2025    15个以上
        station_coverage            target   2025    全覆盖
        volunteer_point_coverage    target   2025    80%
        social_work_professionals   target   2025    5万人
    """)
    ] == ["social_work_professionals", "station_coverage", "volunteer_point_coverage", "elder_care_centre_coverage"]


def test_of_several_years_the_latest_is_shown():
    assert shown("""
        indicator                 measure  period  printed
        certified_social_workers  actual   2018    5356人
        certified_social_workers  actual   2020    9000人
    """) == [["certified_social_workers", 9000.0]]


def test_named_indicators_stand_in_the_order_named():
    found = shown(
        """
        indicator       measure  period  printed
        cases           actual   2022    877个
        group_sessions  actual   2022    3893节
        volunteers      actual   2022    100名
    """,
        indicators=["volunteers", "cases"],
    )
    assert found == [["volunteers", 100.0], ["cases", 877.0]]


def test_the_first_tile_of_guangxi_is_its_workforce_target():
    first = headline(real.load_region("guangxi")).iloc[0]
    assert (first["indicator"], first["measure"], first["value"]) == ("social_work_professionals", "target", 50000)


def test_the_nation_has_headline_figures_without_a_document():
    found = headline(real.load_region("china"))
    assert len(found)
    assert not {"document", "mirror"} & set(found["source_grade"])
