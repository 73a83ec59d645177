"""The tables of two regions, as a page shows them."""

import pandas as pd
from bs4 import BeautifulSoup

from region_report import tables, text
from region_report.metrics import pairs
from region_report.site.search.reading import read
from region_report.testing import observations

DATA = observations("""
    region  indicator          measure  period  printed
    east    nursing_bed_share  actual   2023    50.1%
    west    nursing_bed_share  actual   2022    61.2%
    east    cases              actual   2023    40个
    west    station_coverage   target   2025    60%
""")
NO_METRICS = pd.DataFrame(
    columns=["region", "indicator", "measure", "period", "value", "status", "group", "source_grade"], dtype=object
)


def shown(left_out=0, data=DATA):
    with text.edition("zh"):
        made = tables.two_regions(pairs.pairs(data, NO_METRICS), left_out=left_out)
        return BeautifulSoup(made.html, "html.parser"), made.plain


def test_a_pair_is_a_section_that_says_how_much_may_be_compared():
    page, _ = shown()
    section = page.find("details")
    assert section["data-pair"] == "east west"
    assert section.summary.get_text().endswith("可以比较的有1项")
    assert len(section.find_all("table")) == 2


def test_values_stand_with_period_and_interval_and_how_they_relate():
    page, plain = shown()
    cells = page.find("table").tbody.find_all("td")
    assert [cell.summary.get_text() for cell in cells[:2]] == ["50.1%", "61.2%"]
    assert [cell.select_one("td > .report-detail").get_text()[:5] for cell in cells[:2]] == ["2023年", "2022年"]
    assert "较高；时间不同或未注明，只能作参照" in cells[2].get_text()
    assert "没有找到不等于没有" in plain


def test_the_lists_wait_for_their_script():
    page, _ = shown()
    lists = page.find_all("select")
    assert [[option["value"] for option in each.find_all("option")] for each in lists] == [["east", "west"]] * 2
    assert all(each.has_attr("disabled") for each in lists)


def test_the_choice_is_not_searched():
    assert shown()[0].find(class_="report-pairs__choice").has_attr("data-nosearch")
    with text.edition("zh"):
        made = tables.two_regions(pairs.pairs(DATA, NO_METRICS)).html
    passages = read("a.html", f"<article>{made}</article>").sections[0].passages
    assert [words for _, words in passages if "地区一" in words] == []
    assert any("50.1%" in words for _, words in passages)


def test_a_figure_of_several_sources_says_where_each_of_them_is():
    data = observations("""
        region  indicator          measure  period  printed  source    status
        east    nursing_bed_share  actual   2023    70%      press     conflicting
        east    nursing_bed_share  actual   2023    60%      document  conflicting
        west    nursing_bed_share  actual           50%      document
    """)
    page, _ = shown(data=data)
    east, west, relation = page.find("table").tbody.find_all("td")
    assert [each.get_text() for each in east.select("dd[lang=zh]")] == ["“70%”", "“60%”"]
    assert "未注明时间" in west.select_one("td > .report-detail").get_text()
    assert relation.get_text().startswith("来源相互矛盾，分不出高低")


def test_what_the_other_region_has_in_another_scope_is_not_said_to_be_missing():
    data = observations("""
        region  indicator                 measure  period  printed  status
        east    certified_social_workers  actual   2023    300人
        west    certified_social_workers  actual   2022    2137人   narrower_scope
        west    cases                     actual   2023    40个
    """)
    _, plain = shown(data=data)
    assert "持证社工 | 示例甲有数字，示例乙的不能用来比较：口径偏窄。" in plain
    assert "示例乙没有" not in plain


def test_regions_that_are_left_out_are_counted():
    assert shown()[0].find(class_="report-pairs__note") is None
    assert "另有36个地区" in shown(36)[0].find(class_="report-pairs__note").get_text()


def test_one_region_alone_gives_a_sentence():
    with text.edition("zh"):
        assert tables.two_regions([]) == text.say("tables.two_regions.empty")
