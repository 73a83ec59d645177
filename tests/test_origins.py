"""Every figure of a table says where it comes from: as printed, source, place, reading, interval, caveat."""

import re
from types import SimpleNamespace

import pytest
from both_languages import pick
from bs4 import BeautifulSoup

from region_report import metrics, open_all, tables, text
from region_report.metrics.evidence import evidence
from region_report.metrics.targets import targets
from region_report.testing import observations

HAN = re.compile(r"[㐀-鿿]")
TARGET = """
    indicator                     measure   period  printed     source    place         status
    social_work_professionals     baseline  2020    2.3万       document  table row 10
    social_work_professionals     target    2025    5万人       document  12-15
    social_work_professionals     target    2025    5万人       official  table row 10
    home_adaptations_in_hardship  actual    2024    2.5万户以上  mirror    30-38         wider_scope
    three_lists                   target    2025    建立清单    document  40-44         in_words
"""


@pytest.fixture(autouse=True)
def chinese_again():
    yield
    text.use("zh")


def said(cell):
    """The card of a cell: [(term, words)]."""
    return [(term, entry.shown) for term, entry in cell.origin]


def test_a_reported_figure_says_how_it_is_printed_where_and_how_it_was_read(lang):
    data = observations(TARGET).assign(note_zh="", note_en="")
    card = said(tables.evidence(data).cells[3][2])
    grade = data.iloc[3][f"source_grade_{lang}"]
    title = data.iloc[3][f"source_{lang}"]
    assert card == pick(
        lang,
        [("原文", "“2.5万户以上”"), ("来源", f"{title}（{grade}）"), ("位置", "第31–38字"),
         ("读作", "25,000户以上"), ("区间", "不低于2.5万"), ("状态", "口径偏宽")],
        [("As printed", "“2.5万户以上”"), ("Source", f"{title} ({grade})"), ("Place", "characters 31–38"),
         ("Read as", "at least 25,000 households"), ("Interval", "25,000 or more"), ("Status", "wider scope")],
    )  # fmt: skip


def test_a_copy_is_named_but_not_linked():
    data = observations(TARGET).assign(source_url="http://example.gov.cn/a")
    cells = tables.evidence(data).cells
    assert [dict(row[2].origin)["来源"].href for row in cells[2:4]] == ["http://example.gov.cn/a", ""]


def test_words_without_a_figure_have_no_card():
    assert tables.evidence(observations(TARGET)).cells[4][2].origin == ()


def test_a_target_of_two_sources_names_both():
    data = observations(TARGET)
    target = tables.targets(targets(data), data).cells[0][2]
    assert [words for term, words in said(target) if term == "位置"] == ["第13–15字", "表第10行"]


def test_the_required_growth_shows_both_figures_as_printed(lang):
    data = observations(TARGET)
    growth = dict(said(tables.targets(targets(data), data).cells[0][3]))
    assert "2.3万" in growth[pick(lang, "基期值", "Baseline")]
    assert "5万人" in growth[pick(lang, "目标值", "Target")]
    assert growth[pick(lang, "区间", "Interval")] == pick(lang, "16.3～17.3%", "16.3–17.3%")


def test_a_judged_status_shows_both_paths(lang):
    data = observations("""
        indicator          measure   period  printed
        nursing_bed_share  baseline  2020    48
        nursing_bed_share  target    2030    73
        nursing_bed_share  actual    2024    53
    """)
    # Compound: 2.51 % a year of 4.28 % is 0.59; linear: 5 of 25 points in 4 of 10 years.
    card = dict(said(tables.targets(targets(data), data).cells[0][-1]))
    assert card[pick(lang, "复合路径", "Compound path")] == pick(
        lang, "实际年均增速2.5%，要求4.3%，进展比 0.59", "observed growth 2.5% a year, required 4.3%, ratio 0.59"
    )
    assert card[pick(lang, "直线路径", "Linear path")] == pick(
        lang,
        "已完成20%，时间已过40%：进展有限",
        "20% of the way, 40% of the time gone: limited progress",
    )


def test_a_computed_figure_shows_its_inputs_and_why_that_denominator(lang):
    data = observations("""
        indicator                 measure      period  printed   source
        certified_social_workers  actual               17439人   document
        resident_population       denominator  2021    964.5万人  official
    """)
    frame = metrics.evaluate("certified_social_workers_per_10k", data)
    card = dict(said(tables.metrics_table(frame).cells[0][1]))
    assert "17439人" in card[pick(lang, "算式", "Formula")]
    assert "964.5万人" in card[pick(lang, "算式", "Formula")]
    assert card[pick(lang, "分母", "Denominator")] == pick(
        lang, "2021年，现有的最近一期（分子未注明时间）", "2021, the latest on file (the numerator is undated)"
    )


def test_the_card_is_a_native_disclosure_whose_name_is_the_figure():
    data = observations(TARGET).assign(note_zh="<注>")
    (details,) = BeautifulSoup(tables.evidence(data.iloc[:1]).html, "html.parser").select("details.report-origin")
    assert details.summary.get_text() == "2.3万人"
    assert [each.name for each in details.dl.children] == ["dt", "dd"] * 6
    assert details.dl.dd["lang"] == "zh"
    assert details.select("dd")[-1].get_text() == "<注>"


def compared(frame):
    """The cells of all tables of two regions."""
    pairs = tables.two_regions(metrics.pairs.pairs(frame, metrics.evaluate_all(frame)))
    return SimpleNamespace(cells=[row for table in pairs.tables for row in table.cells])


@pytest.fixture(scope="module", params=["zh", "en"])
def shipped(request):
    """The language, and every table of figures of the shipped data: name -> Table."""
    frame = open_all(lang=request.param)
    goals = targets(frame)
    return request.param, {
        "evidence": tables.evidence(frame),
        "reported": tables.reported(frame),
        "targets": tables.targets(goals, frame),
        "bearing": tables.bearing(evidence(frame)),
        "metrics_table": tables.metrics_table(metrics.evaluate_all(frame)),
        "two_regions": compared(frame),
    }


def figures(table):
    """The cells of a table that hold a number."""
    return [cell for row in table.cells for cell in row if cell.value == cell.value]


def test_every_shipped_figure_has_an_origin(shipped):
    for name, table in shipped[1].items():
        assert figures(table), name
        assert [cell.shown for cell in figures(table) if not cell.origin] == [], name


def test_no_shipped_figure_is_without_wording_source_grade_and_place(shipped):
    lang, made = shipped
    with text.edition(lang):
        terms = [text.t(f"origins.{key}") for key in ("printed", "source", "place", "reading", "interval")]
    for name in ("evidence", "reported", "bearing"):
        for cell in figures(made[name]):
            card = dict(said(cell))
            needed = [card[term] for term in terms]
            assert "—" not in needed, (name, cell)
            assert needed[1].endswith(pick(lang, "）", ")")), (name, cell)


def test_the_cards_of_an_english_page_speak_english_but_where_they_quote():
    frame = open_all(lang="en")
    goals = targets(frame)
    quoting = {text.t(f"origins.{key}") for key in ("formula", "target", "baseline", "latest", "caveat")}
    made = [tables.evidence(frame), tables.targets(goals, frame), tables.metrics_table(metrics.evaluate_all(frame))]
    for cell in (cell for table in made for row in table.cells for cell in row):
        for term, entry in cell.origin:
            assert not HAN.search(term)
            assert entry.lang == "zh" or term in quoting or not HAN.search(entry.shown), (term, entry)


def test_a_cell_of_a_sheet_is_told_in_words(lang):
    expected = pick(lang, "工作表表1 民政，单元格C5", "sheet 表1 民政, cell C5")
    assert tables.origins.where("表1 民政!C5") == expected
