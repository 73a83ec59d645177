"""The tables of two regions, as a page shows them."""

import pandas as pd
from bs4 import BeautifulSoup

from region_report import tables, text
from region_report.metrics import pairs
from region_report.testing import observations

DATA = observations("""
    region  indicator          measure  period  printed
    east    nursing_bed_share  actual   2023    50.1%
    west    nursing_bed_share  actual   2022    61.2%
    east    cases              actual   2023    40个
    west    station_coverage   target   2025    60%
""")
NO_METRICS = pd.DataFrame({"region": [], "value": [], "status": [], "group": [], "indicator": []})


def shown(left_out=0):
    with text.edition("zh"):
        made = tables.two_regions(pairs.pairs(DATA, NO_METRICS), left_out=left_out)
        return BeautifulSoup(made.html, "html.parser"), made.plain


def test_a_pair_is_a_section_that_says_how_much_may_be_compared():
    page, _ = shown()
    section = page.find("details")
    assert section["data-pair"] == "east west"
    assert section.summary.get_text().endswith("可以比较的有1项")
    assert len(section.find_all("table")) == 2


def test_values_stand_with_period_and_interval_and_how_they_relate():
    page, plain = shown()
    cells = [cell.get_text("|") for cell in page.find("table").tbody.find_all("td")]
    assert cells[0].startswith("50.1%|2023年")
    assert cells[1].startswith("61.2%|2022年")
    assert "较高；时间不同或未注明，只能作参照" in cells[2]
    assert "没有找到不等于没有" in plain


def test_the_lists_wait_for_their_script():
    page, _ = shown()
    lists = page.find_all("select")
    assert [[option["value"] for option in each.find_all("option")] for each in lists] == [["east", "west"]] * 2
    assert all(each.has_attr("disabled") for each in lists)


def test_regions_that_are_left_out_are_counted():
    assert shown()[0].find(class_="report-pairs__note") is None
    assert "另有36个地区" in shown(36)[0].find(class_="report-pairs__note").get_text()


def test_one_region_alone_gives_a_sentence():
    with text.edition("zh"):
        assert tables.two_regions([]) == text.say("tables.two_regions.empty")
