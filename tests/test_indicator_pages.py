import pytest

from region_report import charts, codelists, downloads, open_indicator, over_time, reporters, tables, text
from region_report.errors import UsageError
from region_report.testing import observations

INVENTED = "tests/data/invented"
LISTS = codelists.load()
# Two regions; East has two dates, West one; what is promised is no second date of West.
FRAME = observations("""
    region  indicator                 measure   period  printed
    east    certified_social_workers  actual    2020    1000人
    east    certified_social_workers  actual    2023    1200人
    west    certified_social_workers  baseline  2020    900人
    west    certified_social_workers  target    2025    2000人
""")


def test_an_indicator_is_opened_with_its_figures_of_all_regions():
    frame = open_indicator("social_work_rooms", data=INVENTED)
    assert set(frame["indicator"]) == {"social_work_rooms"}
    assert set(frame["region"]) == {"yuepu"}


def test_an_unknown_indicator_is_refused():
    with pytest.raises(UsageError) as refused:
        open_indicator("social_work_room", data=INVENTED)
    assert str(refused.value) == (
        "There is no indicator 'social_work_room' in indicators.csv. Did you mean 'social_work_rooms'?"
    )


def test_the_facts_have_name_and_definition_in_both_languages(lang):
    cells = [row[1] for row in tables.facts("certified_social_workers", LISTS).cells]
    entry = LISTS.by_id["indicators"]["certified_social_workers"]
    assert [cell.shown for cell in cells[:4]] == [
        entry["name_zh"], entry["name_en"], entry["definition_zh"], entry["definition_en"],
    ]  # fmt: skip
    # Words in the other language say so.
    assert [cell.lang for cell in cells[:4]] == (["", "en", "", "en"] if lang == "zh" else ["zh", "", "zh", ""])


def test_every_kind_and_direction_of_the_codelist_has_words(lang):
    for id_ in LISTS.indicators["id"]:
        assert len(tables.facts(id_, LISTS).cells) == 13


def test_a_figure_stands_with_its_region_which_leads_to_its_page():
    row = tables.values(FRAME).cells[0]
    assert (row[0].shown, row[0].detail, row[0].href) == ("示例甲", "实际值·2020年", "../book/regions/east.html")
    assert row[1].shown == "1000人"


def test_of_too_many_figures_the_highest_regions_come_first_and_the_caption_says_so():
    frame = FRAME.assign(region_level=["county", "county", "nation", "nation"])
    table = tables.values(frame, most=3)
    assert [row[0].shown for row in table.cells] == ["示例乙", "示例乙", "示例甲"]
    assert table.caption == "各地区的数字：层级高的在前，列出3条，共4条，其余见下载"
    assert tables.values(frame, most=4).caption == "各地区的全部数字：原文、读数、出处"


def test_what_must_not_be_compared_is_said_from_both_sides():
    for one, other in (("cases", "group_sessions"), ("group_sessions", "cases")):
        rows = {row[0].href: row[1].shown for row in tables.confusable(one, LISTS).cells}
        assert rows[f"../book/indicators/{other}.html"] == "不可比"


def test_without_a_rule_one_sentence_says_so(lang):
    assert tables.confusable("service_fields", LISTS) == text.say("tables.confusable.empty")


def test_only_a_region_with_actual_figures_of_two_dates_is_drawn():
    parts = over_time(FRAME).parts
    assert [part.words["place"] for part in parts] == ["示例甲"]
    assert isinstance(parts[0], charts.Chart)


def test_of_too_many_regions_none_is_drawn():
    assert over_time(FRAME, most=0).parts == (text.say("report.no_trend"),)


def test_the_reporters_are_named_and_beyond_the_bound_counted():
    definition = LISTS.by_id["indicators"]["certified_social_workers"]["definition_zh"]
    assert str(reporters(FRAME)) == definition + "报告本指标的地区：示例甲、示例乙。共有记录4条，来源2份。"
    assert str(reporters(FRAME, most=1)) == definition + "报告本指标的地区：2个地区。共有记录4条，来源2份。"


def test_the_downloads_of_an_indicator_are_its_own(lang):
    found = str(downloads(indicator="cases"))
    assert all(f"../../../data/indicators/cases.{kind}" in found for kind in ("csv", "xlsx", "json"))


def test_the_dictionary_leads_to_the_pages_of_what_is_reported():
    cells = {row[0].detail: row for row in tables.indicators(LISTS, FRAME).cells}
    assert cells["certified_social_workers"][0].href == "../book/indicators/certified_social_workers.html"
    assert (cells["certified_social_workers"][2].shown, cells["certified_social_workers"][2].detail) == (
        "2个地区",
        "4条",
    )
    assert (cells["cases"][0].href, cells["cases"][2].shown) == ("", "—")
