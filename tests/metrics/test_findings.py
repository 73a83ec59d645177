"""Findings: values from small tables, and the ones the landing page must state from the shipped data."""

import json
import re

import pytest

from region_report import text
from region_report.metrics.finding import Value, Words
from region_report.metrics.findings import at_a_glance, landing, not_comparable
from region_report.observations import load_all
from region_report.paths import project_root
from region_report.testing import observations


def found(table, id):
    """The values of the finding `id` of a table; it must be there once."""
    (only,) = [each for each in at_a_glance(observations(table)) if each.id == id]
    return only.values


def test_a_number_without_an_interval_is_exact():
    assert (Value(5.0).lower, Value(5.0).upper, Value(5.0).exact) == (5.0, 5.0, True)


def test_a_workforce_target_tells_growth_step_and_density():
    table = """
        indicator                  measure      period  printed
        social_work_professionals  baseline     2020    10000人
        social_work_professionals  target       2022    14400人
        resident_population        denominator  2021    7200000人
    """
    growth = found(table, "workforce_growth_exact")
    # 1.2 x 1.2 = 1.44; 4,400 more in two years; 14,400 for 7.2 million.
    assert (growth["growth"].value, growth["step"].value) == (20.0, 2200)
    assert found(table, "workforce_density")["density"].value == 20.0
    assert found(table, "workforce_density")["population_grade"] == Words("", "")


def test_a_density_flags_residents_that_come_from_a_copy():
    table = """
        indicator                 measure      period  printed  source
        certified_social_workers  actual       2022    5人      official
        resident_population       denominator  2022    10000    mirror
    """
    flag = Words("，转载，未与原件核对", ": copy, not checked at the original")
    assert found(table, "certified_density_exact")["population_grade"] == flag
    checked = found(table.replace("mirror", "press"), "certified_density_exact")
    assert checked["population_grade"] == Words("", "")


def test_a_plan_says_how_many_of_its_rows_can_be_judged():
    values = found("""
        indicator                  measure   period  printed   place        status
        vagrant_return_rate        baseline  2020    100%      table row 1
        vagrant_return_rate        target    2025    100%      table row 1
        vagrant_return_rate        actual    2023    100%      text
        volunteer_point_coverage   target    2025    80%       table row 2
        plan_table_row_15          target    2025              table row 3  not_seen
    """, "plan_judgeable")  # fmt: skip
    assert [values[name].value for name in ("total", "seen", "judged")] == [3, 2, 1]


def test_an_outcome_from_a_copy_alone_is_no_headline():
    table = """
        indicator          measure   period  printed  source
        nursing_bed_share  baseline  2020    48%      official
        nursing_bed_share  actual    2023    58.9%    mirror
        nursing_bed_share  target    2025    55%      official
    """
    assert at_a_glance(observations(table)) == []
    values = found(table.replace("mirror", "press"), "target_judged")
    assert values["status"] == Words("已达到", "achieved")


def test_the_known_share_is_told_with_and_without_copies():
    table = """
        indicator                     measure      period  printed  source    status
        townships_known_with_station  actual       2023    20个     press     partial_evidence
        townships_known_with_station  actual       2022    30个     mirror    partial_evidence
        township_level_units          denominator  2023    200个    official
    """
    values = found(table, "stations_known_with_copies")
    assert (values["checked_share"].value, values["share"].value) == (10.0, 25.0)
    checked = found(table.replace("mirror  ", "official"), "stations_known")
    assert checked["share"].value == 25.0


def test_individual_services_are_said_to_come_first_only_where_the_source_says_so():
    table = """
        indicator                  measure  period  printed     status
        cases                      actual           10个
        group_sessions             actual           20节
        community_activities       actual           30场次
    """
    values = found(table, "services_per_case")
    assert (values["sessions"].value, values["activities"].value) == (2.0, 3.0)
    said = table + "        individual_services_first  actual           个性化服务  in_words\n"
    assert found(said, "services_individual_first")["words"].zh == "个性化服务"


def test_recruits_are_a_part_of_posts_between_two_ends():
    values = found("""
        indicator                measure  period  printed
        social_work_posts        actual           200余个
        professionals_brought_in  actual           6名
        open_recruits            actual           30人
    """, "recruits_per_post")  # fmt: skip
    # 36 of 200 to 300 posts.
    assert (values["recruits"].value, values["share"].lower, values["share"].upper) == (36, 12.0, 18.0)
    assert values["posts"] == Words("200余个", "more than 200")


def test_a_whole_exact_ratio_is_written_without_decimals():
    data = observations("""
        indicator             measure  period  printed
        cases                 actual   2022    10个
        group_sessions        actual   2022    30节
        community_activities  actual   2022    35场次
    """)
    with text.edition("en"):
        assert str(text.sentences(at_a_glance(data))) == (
            "- For each case, Example also reports 3 group sessions and 3.5 community activities; the three "
            "are different units, so only ratios are shown, never a sum. "
            "[Where from: Services](#example-services)"
        )


def test_undated_figures_are_counted():
    values = found("""
        indicator        measure  period  printed
        volunteers       actual           100名
        volunteer_teams  actual   2022    10支
    """, "undated")  # fmt: skip
    assert [values[name].value for name in ("undated", "figures")] == [1, 2]


def test_where_no_figure_has_a_date_the_sentence_says_none():
    data = observations("""
        indicator        measure  period  printed
        volunteers       actual           100名
        volunteer_teams  actual           10支
    """)
    for lang, start in (
        ("zh", "的2个观测数字都没有注明时间"),
        ("en", "None of the 2 observed figures of Example carries"),
    ):
        with text.edition(lang):
            assert start in str(text.sentences(at_a_glance(data)))


def test_a_plan_of_which_nothing_can_be_judged_says_none():
    data = observations("""
        indicator                 measure  period  printed  place        status
        volunteer_point_coverage  target   2025    80%      table row 1
        plan_table_row_15         target   2025             table row 2  not_seen
    """)
    for lang, said in (
        ("zh", "规划指标表共2行，读到1行；凭目前找到的公开文字，这1项中没有一项能够判断结果。"),
        ("en", "has a table of 2 rows, of which 1 were seen; from the public text found, the outcome of none of them"),
    ):
        with text.edition(lang):
            assert said in str(text.sentences(at_a_glance(data)))


def test_a_region_without_such_figures_has_no_finding():
    assert at_a_glance(observations("""
        indicator             measure  period  printed
        social_work_stations  actual   2022    3个
    """)) == []  # fmt: skip


def test_within_a_region_the_rules_of_its_own_indicators_are_told():
    (only,) = not_comparable(observations("""
        indicator       measure  period  printed
        cases           actual   2022    5个
        group_sessions  actual   2022    10节
    """))  # fmt: skip
    assert (only.id, only.values["left"].en, only.values["right"].en) == (
        "not_comparable_within", "Cases", "Group sessions",
    )  # fmt: skip


def test_between_regions_the_left_of_one_stands_against_the_right_of_another():
    pair, share = not_comparable(observations("""
        region  indicator                  measure  period  printed
        east    certified_social_workers   actual           5人
        west    social_work_professionals  target   2025    9人
    """))  # fmt: skip
    assert (pair.id, pair.values["region"].en, pair.values["other"].en) == (
        "not_comparable_between",
        "East",
        "West",
    )
    assert share.id == "shared_nothing"


def test_a_nation_without_population_gets_no_density():
    data = observations("""
        region  indicator                 measure      period  printed
        east    certified_social_workers  actual       2022    5人
        east    resident_population       denominator  2022    10000
        state   certified_social_workers  actual       2022    93.1万人
    """)
    data = data.assign(region_level=data["region"].map({"east": "county", "state": "nation"}))
    assert [each.id for each in landing(data)] == ["certified_density_exact", "nation_without_population"]


def test_a_nation_with_population_stands_beside_the_region():
    data = observations("""
        region  indicator                 measure      period  printed
        east    certified_social_workers  actual       2022    5人
        east    resident_population       denominator  2022    10000
        state   certified_social_workers  actual       2022    900人
        state   resident_population       denominator  2022    1000000
    """)
    data = data.assign(region_level=data["region"].map({"east": "county", "state": "nation"}))
    assert [(each.id, each.values["density"].value) for each in landing(data)] == [
        ("certified_density_exact", 5.0), ("nation_density_exact", 9.0),
    ]  # fmt: skip


@pytest.fixture(scope="module")
def headlines():
    return {(each.region, each.id): each.values for each in landing(load_all())}


def test_guangxi_asks_for_16_8_percent_a_year_and_5400_people(headlines):
    values = headlines["guangxi", "workforce_growth"]
    assert (values["growth"].value, values["step"].value) == (16.8, 5400)
    assert headlines["guangxi", "workforce_density"]["density"].value == 9.9


def test_none_of_the_14_rows_seen_can_be_judged(headlines):
    values = headlines["guangxi", "plan_none_judgeable"]
    assert [values[name].value for name in ("total", "seen", "judged")] == [16, 14, 0]


def test_147_of_1253_townships_are_known_and_265_with_the_copy(headlines):
    values = headlines["guangxi", "stations_known_with_copies"]
    assert [values[name].value for name in ("checked", "known", "whole")] == [147, 265, 1253]
    assert (round(values["checked_share"].value, 1), round(values["share"].value, 1)) == (11.7, 21.1)


def test_wenzhou_has_17_9_to_18_2_certified_social_workers_per_10000(headlines):
    density = headlines["wenzhou", "certified_density"]["density"]
    # 17,439 for 9.761 million (2023) and for 9,572,903 (census).
    assert (density.value, density.lower, density.upper) == (
        17.9,
        pytest.approx(17.8651, abs=1e-4),
        pytest.approx(18.2170, abs=1e-4),
    )
    assert ("china", "nation_without_population") in headlines


def test_wenzhou_reports_sessions_and_activities_for_each_case(headlines):
    values = headlines["wenzhou", "services_individual_first"]
    assert (values["sessions"].value, values["activities"].value) == (4.4, 4.9)


def test_named_recruits_can_fill_12_to_18_percent_of_the_posts_of_jiajiang(headlines):
    share = headlines["jiajiang", "recruits_per_post"]["share"]
    assert (share.lower, share.upper) == (12.0, 18.0)


def test_certified_social_workers_and_professionals_of_two_regions_are_kept_apart():
    told = [each.values for each in not_comparable(load_all()) if each.id == "not_comparable_between"]
    pairs = [tuple(each[name].en for name in ("region", "left", "other", "right")) for each in told]
    wenzhou, guangxi = "Wenzhou City", "Guangxi Zhuang Autonomous Region"
    assert (wenzhou, "Certified social workers", guangxi, "Social work professionals") in pairs


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_finding_of_the_shipped_data_has_its_sentence(lang):
    every = load_all()
    told = landing(every) + at_a_glance(every)
    for _, region in every.groupby("region"):
        told += not_comparable(region)
    with text.edition(lang):
        assert len(str(text.sentences(told)).split("\n")) == len(told)


def test_every_headline_finding_names_the_section_where_its_figures_stand():
    every = load_all()
    assert [each.id for each in landing(every) + at_a_glance(every) if not each.section] == []


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_sections_are_named_as_the_chapter_of_a_region_heads_them(lang):
    chapter = json.loads((project_root() / "notebooks" / "region.ipynb").read_text(encoding="utf-8"))
    heads = ["".join(cell["source"]) for cell in chapter["cells"] if f"lang-{lang}" in cell["metadata"].get("tags", [])]
    for section in {each.section for each in landing(load_all())}:
        with text.edition(lang):
            name = text.t(f"sections.{section}")
        assert any(head.startswith(f"({section})=\n## {name}") for head in heads), section


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_findings_speak_one_language(lang):
    with text.edition(lang):
        written = re.sub(r"\]\(.*?\)", "", str(text.sentences(landing(load_all()))))
    letters = "abcdefghijklmnopqrstuvwxyz" if lang == "zh" else "的了为是在"
    assert not [letter for letter in letters if letter in written]
