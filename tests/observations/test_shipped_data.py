import math

import pytest

from region_report import observations as obs
from region_report.errors import describe
from region_report.observations import COLUMNS

WENZHOU = {
    "cases": (877, 877, 877, "exact"),
    "group_sessions": (3893, 3893, 3893, "exact"),
    "community_activities": (4312, 4312, 4312, "exact"),
    "service_projects": (193, 193, 193, "exact"),
    "service_fields": (24, 24, 24, "exact"),
    "volunteer_organisations": (308, 308, 308, "exact"),
    "volunteers": (47_000, 46_500, 47_500, "exact"),
}
JIAJIANG = {
    "social_work_posts": (200, 200, 300, "more_than"),
    "professionals_brought_in": (6, 6, 6, "exact"),
    "open_recruits": (30, 30, 30, "exact"),
    "trained_with_certificate": (78, 78, 78, "exact"),
    "junior_college_diplomas": (16, 16, 16, "exact"),
    "pilot_communities": (5, 5, 5, "exact"),
    "social_work_rooms": (5, 5, 5, "exact"),
    "volunteer_teams": (33, 33, 33, "exact"),
}
GUANGXI = {
    "social_work_professionals": (50_000, 50_000, 50_000, "exact"),
    "elder_care_centre_coverage": (60, 60, 60, "exact"),
    "home_adaptations_in_hardship": (25_000, 25_000, math.inf, "at_least"),
    "age_friendly_communities": (100, 100, 100, "exact"),
    "smart_care_homes": (15, 15, math.inf, "at_least"),
    "mental_health_facilities": (1, 1, 1, "exact"),
    "social_organisation_incubators": (1, 1, math.inf, "at_least"),
    "station_coverage": (100, 100, 100, "exact"),
    "volunteer_point_coverage": (80, 80, 80, "exact"),
    "city_minors_agency_coverage": (100, 100, 100, "exact"),
    "county_minors_agency_coverage": (75, 75, 75, "exact"),
    "child_director_training_rate": (100, 100, 100, "exact"),
    "funeral_homes": (1, 1, 1, "exact"),
    "public_cemeteries": (1, 1, math.inf, "at_least"),
    "cremator_compliance": (100, 100, 100, "exact"),
}
PLAN = {
    # row: (baseline, target, its lower and upper end, nature)
    "rural_urban_allowance_ratio": (58, 75, 75, 75, "anticipatory"),
    "vagrant_return_rate": (100, 100, 100, 100, "binding"),
    "disability_living_allowance_coverage": (95, 100, 100, 100, "binding"),
    "disability_nursing_allowance_coverage": (95, 100, 100, 100, "binding"),
    "nursing_bed_share": (44.28, 55, 55, 100, "binding"),
    "elder_care_centre_coverage": (None, 60, 60, 60, "anticipatory"),
    "social_organisation_staff": (23_000, 48_000, 48_000, 48_000, "anticipatory"),
    "community_floor_area_per_100_households": (25, 30, 30, math.inf, "anticipatory"),
    "social_work_professionals": (23_000, 50_000, 50_000, 50_000, "anticipatory"),
    "station_coverage": (None, 100, 100, 100, "anticipatory"),
    "volunteer_point_coverage": (None, 80, 80, 80, "anticipatory"),
    "lottery_outlets": (7_000, 10_000, 10_000, 10_000, "anticipatory"),
    "cross_province_marriage_registration_rate": (None, 100, 100, 100, ""),
}


def figures(frame):
    """indicator -> (value, lower, upper, bound)"""
    columns = ["value", "lower", "upper", "bound"]
    return {name: tuple(row) for name, *row in frame[["indicator", *columns]].itertuples(index=False)}


@pytest.mark.parametrize(("slug", "expected"), [("wenzhou", WENZHOU), ("jiajiang", JIAJIANG), ("guangxi", GUANGXI)])
def test_each_figure_of_a_document_has_its_value_interval_and_bound(slug, expected):
    frame = obs.load_region(slug)
    read = figures(frame[(frame["source"] == "document") & frame["value"].notna()])
    assert {name: read[name] for name in expected} == expected


def test_wenzhous_certified_social_workers_are_undated_in_the_document_and_counted_in_2018():
    frame = obs.load_region("wenzhou")
    rows = frame[frame["indicator"] == "certified_social_workers"]
    assert rows[["period", "value", "source_grade"]].values.tolist() == [
        ["", 17439, "document"],
        ["2018", 5356, "press"],
    ]


@pytest.mark.parametrize("indicator", PLAN)
def test_the_plans_table_has_baseline_target_and_nature(indicator):
    frame = obs.load_region("guangxi")
    rows = frame[(frame["source"] == "plan_reading") & (frame["indicator"] == indicator)].set_index("measure")
    baseline, value, lower, upper, nature = PLAN[indicator]
    target = rows.loc["target"]
    assert tuple(target[["value", "lower", "upper", "nature"]]) == (value, lower, upper, nature)
    if baseline is None:
        assert rows.loc["baseline", ["printed", "status"]].tolist() == ["—", "not_reported"]
        assert math.isnan(rows.loc["baseline", "value"])
    else:
        assert rows.loc["baseline", "value"] == baseline


def test_rows_of_the_plan_that_were_not_seen_are_said_to_be_not_seen():
    frame = obs.load_region("guangxi").set_index("place")
    rows = frame.loc[["table row 15", "table row 16"], ["indicator", "printed", "status"]]
    assert rows.values.tolist() == [
        ["plan_table_row_15", "", "not_seen"],
        ["plan_table_row_16", "", "not_seen"],
    ]


def test_guangxi_names_six_indicators_and_ten_projects():
    frame = obs.load_region("guangxi")
    assert (frame["status"] == "named_only").sum() == 6
    assert (frame["indicator"] == "major_project").sum() == 10
    counts = frame[frame["indicator"].isin(["plan_main_indicators", "plan_major_projects"])]
    assert counts["printed"].tolist() == ["16项", "10个", "16项", "10项"]


def test_a_wider_or_narrower_scope_is_said_and_partial_evidence_adds_up():
    frame = obs.load_region("guangxi")
    homes = frame[(frame["indicator"] == "home_adaptations_in_hardship") & (frame["measure"] == "actual")]
    assert homes[["period", "status"]].values.tolist() == [
        ["2025-09", "wider_scope"],
        ["2021", "partial_evidence"],
    ]
    known = frame[frame["indicator"] == "townships_known_with_station"]
    assert dict(zip(known["source_grade"], known["value"], strict=True)) == {"press": 147, "mirror": 118}


def test_homes_beds_meals_and_demonstration_counties_of_guangxi_are_on_file():
    read = figures(obs.load_region("guangxi"))
    names = ["home_care_beds", "day_care_centres", "meal_points", "population_65_plus", "minors_demonstration_counties"]
    assert [read[name] for name in names] == [
        (16_000, 15_500, 16_500, "exact"),
        (9_400, 9_400, 9_500, "more_than"),
        (721, 721, 721, "exact"),
        (6_114_117, 6_114_117, 6_114_117, "exact"),
        (20, 20, math.inf, "at_least"),
    ]


def test_the_area_of_jiajiang_is_undated_and_from_a_copy():
    frame = obs.load_region("jiajiang").set_index("indicator")
    area = frame.loc["land_area", ["value", "unit_en", "period", "source_grade_en"]].tolist()
    assert area == [749, "square kilometres", "", "copy, not checked at the original"]
    assert frame.loc["land_area", ["lower", "upper"]].tolist() == [748.5, 749.5]


def test_words_of_a_document_are_translated_at_the_head_of_their_english_note():
    frame = obs.load_all()
    words = frame[frame["status"].isin(["in_words", "named_only"])]
    assert len(words) > 30
    assert words["note_en"].str.match("“[^”]+[.]” |“[^”]+[.]”$").all()


def test_one_unit_is_in_the_singular_also_where_it_is_at_least_one():
    frame = obs.load_region("guangxi").set_index("indicator")
    names = ["social_organisation_incubators", "mental_health_facilities", "age_friendly_communities"]
    assert frame.loc[names, "unit_en"].tolist() == ["incubator", "facility", "communities"]


def test_the_units_of_each_level_add_up():
    frame = obs.load_all()
    units = frame[frame["measure"] == "denominator"].set_index(["region", "indicator"])["value"]
    for slug in ("guangxi", "wenzhou", "jiajiang"):
        levels = [units[slug, level] for level in ("subdistricts", "towns", "townships")]
        assert sum(levels) == units[slug, "township_level_units"]
    for slug in ("guangxi", "wenzhou"):
        parts = [units[slug, part] for part in ("districts", "counties_and_county_level_cities")]
        assert sum(parts) == units[slug, "county_level_units"]
    cities = units["guangxi", "prefecture_level_cities"] + units["guangxi", "counties_and_county_level_cities"]
    assert cities == units["guangxi", "cities_and_counties"]


def test_sources_that_disagree_are_both_kept_and_marked():
    frame = obs.load_region("china")
    rows = frame[(frame["indicator"] == "certified_social_workers") & (frame["period"] == "2022")]
    assert rows[["printed", "status"]].values.tolist() == [
        ["93.1万人", "conflicting"],
        ["92.9万人", "conflicting"],
    ]


def test_nothing_that_a_mirror_says_sends_readers_to_it():
    frame = obs.load_all()
    assert set(frame.loc[frame["source_grade"] == "mirror", "source_url"]) == {""}


def test_a_frame_has_every_column_and_text_is_never_missing():
    frame = obs.load_all()
    assert frame.columns.tolist() == COLUMNS
    assert not frame.drop(columns=["value", "lower", "upper"]).isna().any(axis=None)
    assert (frame["value"].isna() | ((frame["lower"] <= frame["value"]) & (frame["value"] <= frame["upper"]))).all()


def test_the_shipped_data_have_no_fault():
    assert describe(obs.check()) == ""
    assert describe(obs.check("tests/data/invented")) == ""


def test_each_figure_that_needs_care_has_a_note_in_both_languages():
    frame = obs.load_all()
    assert (frame["note_zh"].eq("") == frame["note_en"].eq("")).all()
    careful = frame["status"].isin(["wider_scope", "narrower_scope", "partial_evidence", "conflicting", "damaged"])
    assert (frame.loc[careful, "note_zh"] != "").all()
