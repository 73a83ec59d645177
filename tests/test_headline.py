"""Headline figures as text: what each is, of when, how it stands, and where it comes from."""

from both_languages import pick
from bs4 import BeautifulSoup

from region_report import tables, text
from region_report.metrics.targets import targets
from region_report.testing import observations
from region_report.text import Markdown

DATA = """
    region  indicator                  measure   period  printed  source
    east    social_work_professionals  baseline  2020    2.3万    document
    east    social_work_professionals  target    2025    5万人    document
    east    volunteers                 actual            200余名  document
    west    certified_social_workers   actual    2024    900人    press
"""


def of(region):
    data = observations(DATA)
    data = data[data["region"] == region]
    return tables.headline(data, targets(data))


def test_a_card_says_figure_name_kind_period_and_status(lang):
    assert of("east").plain.splitlines()[:3] == pick(
        lang,
        ["主要数字", "社会工作专业人才 | 5万人 | 目标·2025年 | 判断：只有一次观测",
         "培育的志愿者 | 超过200人 | 已报告·未注明时间"],
        ["Headline figures", "Social work professionals | 50,000 people | Target · 2025 | Progress: one observation",
         "Volunteers developed | more than 200 people | Reported · undated"],
    )  # fmt: skip


def test_a_card_says_where_its_status_rests_on_copies(lang):
    data = observations("""
        indicator          measure   period  printed  source
        nursing_bed_share  baseline  2020    48%      mirror
        nursing_bed_share  actual    2023    58.9%    mirror
        nursing_bed_share  target    2025    55%      document
    """)
    said = pick(lang, "判断：已达到（部分据转载）", "Progress: achieved (in part from copies)")
    assert said in tables.headline(data, targets(data)).plain


def test_a_target_and_a_report_differ_by_mark_and_word():
    items = BeautifulSoup(of("east").html, "html.parser").select("li")
    assert [item["class"] for item in items] == [["is-target"], ["is-actual"]]
    assert [item.select_one(".report-headline__kind span").get_text() for item in items] == ["◆", "●"]


def test_every_card_opens_where_its_figure_comes_from():
    (first, _) = BeautifulSoup(of("east").html, "html.parser").select("details.report-origin")
    assert first.summary.get_text() == "5万人"
    assert first.summary.b.get_text() == "5万"
    assert "“5万人”" in first.dl.get_text()


def test_the_note_names_the_grade_where_a_region_has_no_document(lang):
    assert pick(lang, "媒体报道", "press report") in of("west").note
    assert of("west").note != of("east").note


def test_without_a_figure_one_sentence_is_said(lang):
    none = observations(DATA).iloc[:0]
    assert tables.headline(none, targets(none)) == Markdown(text.t("headline.empty"))


def test_the_regions_lead_to_their_pages_and_the_nation_comes_last(lang):
    data = observations(DATA)
    data = data.assign(region_level=data["region"].map({"east": "nation", "west": "county"}))
    made = tables.headlines(data, targets(data))
    links = [link["href"] for link in BeautifulSoup(made.html, "html.parser").select("a")]
    assert links == ["regions/west.html", "regions/east.html"]
    name = data[data["region"] == "west"].iloc[0][f"region_{lang}"]
    assert made.plain.splitlines()[0] == pick(
        lang, f"{name} | 县级，1条记录", f"{name} | county level, records on file: 1"
    )
