"""What the chapters over all regions show of many: numbers and shares, of the same weight for 30 and 60."""

import json

import pytest
from crowd import crowd, provinces

from region_report import charts, metrics, subject, tables, text
from region_report.metrics import areas
from region_report.metrics.coverage import coverage
from region_report.testing import observations

DENSITY = "certified_social_workers_per_10k"


@pytest.fixture(params=[30, 60])
def frame(request, monkeypatch):
    provinces(monkeypatch, request.param)
    return crowd(request.param, without=(1, 2, 3))


def density(frame):
    return metrics.evaluate(DENSITY, frame)


def size(chart):
    return len(json.dumps(chart.spec))


def test_a_dozen_regions_are_few(lang):
    assert not areas.many(crowd(areas.FEW))
    assert charts.interval_dots(density(crowd(areas.FEW))).words["kind"] == "interval_dots"
    assert charts.interval_dots(density(crowd(areas.FEW + 1))).words["kind"] == "spreads"


def test_the_chart_of_many_has_a_row_a_level_and_a_province(frame, lang):
    words = charts.interval_dots(density(frame)).words
    count = frame["region"].nunique()
    assert words["table"]["rows"][0][3:5] == [str(count - 3), "3"]
    assert len(words["table"]["rows"]) == 3


def test_the_weight_of_charts_and_tables_does_not_grow_with_the_regions(lang, monkeypatch):
    found = {}
    for count in (30, 60):
        provinces(monkeypatch, count)
        frame = crowd(count)
        values, covered = density(frame), coverage(frame)
        drawn = [charts.interval_dots(values), charts.coverage_matrix(covered)]
        listed = [tables.metrics_table(values), tables.coverage(covered), tables.headlines(frame, None)]
        found[count] = [*map(size, drawn), *(len(each.html) for each in listed)]
    assert found[60] == pytest.approx(found[30], rel=0.02)


def test_the_table_of_many_says_how_many_have_a_figure_and_names_the_ends(frame):
    levels, by_province = tables.metrics_table(density(frame)).parts
    count = frame["region"].nunique()
    row = levels.cells[0]
    assert (row[1].shown, row[1].detail) == (str(count - 3), "3个没有数字")
    assert (row[-1].shown, row[-1].detail) == (f"40.00～{10 * count}.00", f"第04县；第{count}县")
    # The unit stands once a row.
    assert row[0].detail == "县级·人／万人"
    assert [row[0].detail for row in by_province.cells] == ["浙江省·人／万人", "四川省·人／万人"]


def test_a_province_with_one_figure_says_that_it_is_no_median_of_several(monkeypatch):
    provinces(monkeypatch, 14)
    _, by_province = tables.metrics_table(density(crowd(14, without=range(3, 15, 2)))).parts
    medians = {row[0].detail.split("·")[0]: row[2].detail for row in by_province.cells}
    assert medians == {"浙江省": "", "四川省": "仅此一个地区有数字"}


def test_coverage_of_many_counts_the_regions_that_report(frame):
    count = frame["region"].nunique()
    indicators, by_province = tables.coverage(coverage(frame)).parts
    row = next(row for row in indicators.cells if row[0].shown == "持证社会工作者" or "持证" in row[0].shown)
    assert (row[1].shown, row[-1].shown) == (str(count - 3), "3")
    # Residents are on file for every region and do not count as reported.
    assert [[cell.shown for cell in row] for row in by_province.cells] == [
        ["浙江省", str(count // 2), "1", "1", "0", "1"],
        ["四川省", str(count // 2), "1", "1", "0", "1"],
    ]


def test_population_is_not_among_the_indicators_that_are_drawn(frame, lang):
    drawn = charts.coverage_matrix(coverage(frame)).words["table"]["rows"]
    assert len(drawn) == 1


def test_the_first_page_says_what_there_is_and_leads_to_the_regions(frame):
    contents, by_province = tables.headlines(frame, None).parts
    count = frame["region"].nunique()
    assert (contents.cells[0][0].href, contents.cells[0][1].shown) == ("../book/regions.html", str(count))
    assert [row[0].href for row in by_province.cells] == [
        "../book/provinces/330000.html",
        "../book/provinces/510000.html",
    ]


def test_the_findings_of_many_are_told_of_all_together(frame, lang):
    told = metrics.findings.landing(frame)
    assert [each.id for each in told] == ["across_reported", "across_undated", "across_density_county"]
    count = frame["region"].nunique()
    assert told[2].values["n"].value == count - 3
    assert text.sentences(told)


def test_of_many_a_line_each_is_no_chart(lang):
    frame = observations("\n".join([
        "region  indicator                 measure  period  printed",
        *(f"r{number}  certified_social_workers  actual  {year}  {number}00人"
          for number in range(1, 15) for year in (2020, 2021)),
    ]))  # fmt: skip
    assert charts.trend(frame, indicator="certified_social_workers") == text.say("charts.too_many", count="14")


def test_long_tables_of_many_list_their_first_rows_and_say_so():
    frame = crowd(70).assign(status="damaged", status_zh="原文残缺")
    table = tables.evidence(frame)
    assert len(table.cells) == 60
    assert table.caption.endswith("列出前60条，共140条，其余见下载")


def test_among_many_regions_four_are_paired():
    frame = crowd(14)
    assert len(metrics.pairs.pairs(frame, density(frame))) == 6
    assert metrics.pairs.left_out(frame) == 10


def test_the_lead_counts_many_regions_and_names_few(lang):
    assert ("60个地区" if lang == "zh" else "60 regions") in str(subject(crowd(60)))
    names = "第01县、第02县、第03县" if lang == "zh" else "of County 01, County 02 and County 03 commit"
    assert names in str(subject(crowd(3)))


def test_a_lead_names_the_nation_only_where_it_stands_alone(lang):
    frame = crowd(2).assign(region_level=lambda rows: rows["region"].map({"r01": "nation", "r02": "county"}))
    first = "第01县" if lang == "zh" else "County 01"
    assert first not in str(subject(frame))
    assert first in str(subject(frame[frame["region"] == "r01"]))


def test_what_must_not_be_compared_among_many_names_no_region():
    frame = observations("\n".join([
        "region  indicator  measure  period  printed",
        *(f"r{number:02}  cases  actual  2022  {number}个" for number in range(1, 15)),
        *(f"r{number:02}  group_sessions  actual  2022  {number}节" for number in range(1, 4)),
    ]))  # fmt: skip
    told = str(text.sentences(metrics.findings.not_comparable(frame)))
    assert "（14个地区有数字）" in told
    assert "（3个地区有数字）" in told
    assert "示例" not in told


def test_among_several_regions_no_path_stands_for_the_others(lang):
    frame = observations("\n".join([
        "region  indicator  measure  period  printed",
        *(f"r{number}  volunteers  {measure}  {period}  {count}人"
          for number in (1, 2) for measure, period, count in (("baseline", 2020, 100), ("target", 2025, 200))),
    ]))  # fmt: skip
    goals = metrics.targets.targets(frame)
    name = text.label(goals.iloc[0], "indicator")
    title = text.t("charts.required_path.title", indicator=name)
    assert charts.required_path(goals, indicator="volunteers") == text.say("charts.on_own_page", title=title, count="2")
    assert isinstance(charts.required_path(goals[goals["region"] == "r1"], indicator="volunteers"), charts.Chart)


def test_the_known_share_of_many_is_on_their_own_pages(lang):
    frame = observations("\n".join([
        "region  indicator  measure  period  printed  source",
        *(f"r{number:02}  township_level_units  denominator  2022  100个  official" for number in range(1, 15)),
        "r01  townships_known_with_station  actual  2022  20个  document",
    ]))  # fmt: skip
    known = frame[frame["indicator"] == "townships_known_with_station"].iloc[0]
    title = text.t("charts.known_share.title", indicator=text.label(known, "indicator"))
    assert charts.known_share(frame) == text.say("charts.on_own_page", title=title, count="1")


def test_the_page_of_an_indicator_of_many_begins_with_its_spread_and_lists_fewer_rows():
    spread, listed = tables.values(crowd(70).query("indicator == 'certified_social_workers'")).parts
    # 100 to 7000 persons: half of them have less than 3550, a quarter less than 1825.
    assert [cell.shown for cell in spread.cells[0]] == [
        "县级", "70", "1,825", "3,550", "5,275", "100～7,000"
    ]  # fmt: skip
    assert spread.cells[0][0].detail == "人"
    assert len(listed.cells) == 60
    assert listed.caption.endswith("列出60条，共70条，其余见下载")


def test_the_spread_of_an_indicator_leaves_out_promises_bounds_and_other_scopes(lang):
    rest = "\n".join(f"r{number:02}     volunteers  actual   2022    {number}00人" for number in range(4, 15))
    frame = observations(f"""
region  indicator   measure  period  printed  status
r01     volunteers  actual   2022    100余人
r02     volunteers  target   2025    9000人
r03     volunteers  actual   2022    300人    narrower_scope
{rest}
""")
    row = tables.values(frame).parts[0].cells[0]
    assert row[1].shown == "11"
    assert "3" in row[1].detail


def test_an_indicator_of_many_without_exact_figures_has_no_spread():
    frame = crowd(14).query("indicator == 'certified_social_workers'").assign(bound="at_least")
    assert tables.values(frame).parts[0] == text.say("tables.spread_of_indicator.empty")
