import importlib
import re
from html import unescape

import pytest
from both_languages import pick

from region_report import codelists, metrics, tables, text
from region_report.metrics import actors, comparability, coverage
from region_report.metrics.evidence import evidence
from region_report.metrics.targets import targets
from region_report.tables.table import Cell, Column, make
from region_report.testing import observations
from region_report.text import Markdown

HAN = re.compile(r"[㐀-鿿]")
FRAME = observations("""
    indicator                     measure      period   printed     source    place         status
    social_work_professionals     baseline     2020     2.3万       document  table row 10
    social_work_professionals     target       2025     5万         document  12-18
    home_adaptations_in_hardship  target       2025     2.5万户以上  document  30-38
    home_adaptations_in_hardship  actual       2025-09  9万户       mirror    text          wider_scope
    three_lists                   target       2025     建立清单    document  40-44         in_words
    certified_social_workers      actual                17439人     document  50-56
    resident_population           denominator  2021     964.5万人   official  page 3
""")
FRAME.loc[3, ["note_zh", "note_en"]] = ["含所有<老年人>家庭。", "All <older> homes."]


def rows(table):
    return [[cell.shown for cell in row] for row in table.cells]


def details(table):
    return [[cell.detail for cell in row] for row in table.cells]


def headings(table):
    return [column.label for column in table.columns]


def test_evidence_shows_each_figure_as_printed_and_as_read_with_interval_source_and_place(lang):
    table = tables.evidence(FRAME)
    assert rows(table)[2] == pick(
        lang,
        ["困难家庭老年人适老化改造", "2.5万户以上", "2.5万户以上", "[1] 第31–38字"],
        ["Home adaptations for older people in hardship", "2.5万户以上", "at least 25,000 households",
         "[1] characters 31–38"],
    )  # fmt: skip
    assert details(table)[2] == pick(
        lang,
        ["目标值·2025年", "", "区间不低于2.5万", ""],
        ["target · 2025", "", "interval 25,000 or more", ""],
    )


def test_places_are_said_in_words(lang):
    shown = [row[-1].split("] ")[1] for row in rows(tables.evidence(FRAME))]
    zh = ["表第10行", "第13–18字", "第31–38字", "正文", "第41–44字", "第51–56字", "第3页"]
    en = ["table row 10", "characters 13–18", "characters 31–38", "body text", "characters 41–44",
          "characters 51–56", "page 3"]  # fmt: skip
    assert shown == pick(lang, zh, en)


def test_each_source_is_listed_once_below_the_table_under_the_number_its_rows_name(lang):
    table = tables.evidence(FRAME)
    assert [row[-1].split(" ")[0] for row in rows(table)] == ["[1]", "[1]", "[1]", "[2]", "[1]", "[1]", "[3]"]
    assert len(table.notes) == 3
    assert table.html.count("<li>") == 3


def test_statuses_and_notes_stand_beside_the_figure_and_are_escaped():
    with text.edition("en"):
        table = tables.evidence(FRAME)
    assert details(table)[3][-1] == "wider scope; All <older> homes."
    assert "All &lt;older&gt; homes." in table.html
    assert "<older>" not in table.html


def test_printed_words_of_a_chinese_source_say_so_on_an_english_page():
    with text.edition("en"):
        english = tables.evidence(FRAME).html
    with text.edition("zh"):
        chinese = tables.evidence(FRAME).html
    assert '<td><span lang="zh">5万</span></td>' in english
    assert "<td>5万</td>" in chinese


def test_a_source_carries_its_grade_and_a_copy_is_never_linked(lang):
    frame = FRAME.assign(source_url="http://example.gov.cn/a?b=1&c=2")
    notes = tables.evidence(frame).notes
    title = FRAME.iloc[3][f"source_{lang}"]
    assert [note.shown for note in notes][1] == title + pick(
        lang, "（转载，未与原件核对）", " (copy, not checked at the original)"
    )
    assert [note.href for note in notes] == ["http://example.gov.cn/a?b=1&c=2", "", "http://example.gov.cn/a?b=1&c=2"]


def test_targets_show_every_input_beside_the_status(lang):
    table = tables.targets(targets(FRAME), FRAME)
    zh = ["社会工作专业人才", "2.3万人", "5万人", "16.8%", "只有一次观测"]
    en = ["Social work professionals", "23,000 people", "50,000 people", "16.8%", "one observation"]
    assert rows(table)[0] == pick(lang, zh, en)
    zh = ["", "2020年", "2025年", "区间16.3～17.3%·直线路径每年5,400人"]
    en = ["", "2020", "2025", "interval 16.3–17.3% · straight path: 5,400 people a year"]
    assert details(table)[0][:4] == pick(lang, zh, en)


def test_the_step_of_a_share_is_in_percentage_points(lang):
    data = observations("""
        indicator                    measure   period  printed
        rural_urban_allowance_ratio  baseline  2020    58%
        rural_urban_allowance_ratio  target    2025    75%
    """)
    # 17 points in five years; 58 % may be 57.5 to 58.5, so that the step is 3.3 to 3.5.
    step = details(tables.targets(targets(data), data))[0][3]
    assert step.endswith(pick(lang, "直线路径每年3.4个百分点", "straight path: 3.4 percentage points a year"))


def test_the_status_of_a_target_says_where_it_rests_on_copies(lang):
    data = observations("""
        indicator          measure  period  printed  source
        nursing_bed_share  actual   2023    58.9%    mirror
        nursing_bed_share  target   2025    55%      press
    """)
    shown = rows(tables.targets(targets(data), data))[0][-1]
    assert shown == pick(lang, "已达到（部分据转载）", "achieved (in part from copies)")


def test_a_computed_figure_of_exact_inputs_has_no_interval_and_is_not_called_exact(lang):
    data = observations("""
        indicator       period  printed
        cases           2022    100个
        group_sessions  2022    400节
    """)
    table = tables.metrics_table(metrics.evaluate("group_sessions_per_case", data))
    words = pick(lang, "按所印数字，无区间", "no interval from the digits printed")
    assert details(table)[0][1] == words
    assert words in table.html.split("<dl")[1]
    assert details(tables.reported(data))[0][1] == pick(lang, "精确值", "exact")


def test_the_latest_figure_has_a_column_where_a_target_has_one(lang):
    data = observations("""
        indicator          measure   period  printed
        nursing_bed_share  baseline  2020    48%
        nursing_bed_share  target    2030    73%
        nursing_bed_share  actual    2024    53%
    """)
    table = tables.targets(targets(data), data)
    assert headings(table)[2] == pick(lang, "最新实际值", "Latest")
    assert [rows(table)[0][2], details(table)[0][2]] == pick(lang, ["53%", "2024年"], ["53%", "2024"])
    assert len(headings(tables.targets(targets(FRAME), FRAME))) == 5


def test_the_figures_of_a_section_have_their_caveat_beside_them(lang):
    table = tables.reported(FRAME)
    assert rows(table)[3][1:] == pick(lang, ["9万户", "口径偏宽；含所有<老年人>家庭。"],
                                      ["90,000 households", "wider scope; All <older> homes."])  # fmt: skip
    assert rows(table)[0][2] == "—"


def test_a_commitment_in_words_is_no_target_with_a_figure_but_a_statement():
    assert [row[:2] for row in rows(tables.statements(FRAME, measure="target"))] == [["“三清单”", "建立清单"]]
    assert "建立清单" not in tables.targets(targets(FRAME), FRAME).html


def test_what_bears_on_a_target_says_why_it_does_not_settle_it(lang):
    table = tables.bearing(evidence(FRAME))
    why = evidence(FRAME).iloc[0][f"reason_{lang}"]
    target = pick(lang, "困难家庭老年人适老化改造", "Home adaptations for older people in hardship")
    found = pick(lang, f"{target}：9万户", f"{target}: 90,000 households")
    assert rows(table) == [[target, found, why]]
    assert details(table)[0][2] == pick(lang, "[1] 正文", "[1] body text")


def test_metrics_show_value_interval_inputs_and_denominator(lang):
    table = tables.metrics_table(metrics.evaluate("certified_social_workers_per_10k", FRAME))
    # 17,439 / 964.5 = 18.081; the population lies between 964.45 and 964.55 (10,000 people).
    assert rows(table)[0][1] == pick(lang, "18.08人／万人", "18.08 people per 10,000 residents")
    assert details(table)[0][:2] == pick(
        lang, ["未注明时间", "区间18.080～18.082"], ["undated", "interval 18.080–18.082"]
    )
    assert "964.5万人" in rows(table)[0][2]
    assert pick(lang, "2021年", "2021") in rows(table)[0][2]


def test_cells_carry_the_number_that_they_are_sorted_by(lang):
    html = tables.evidence(FRAME).html
    assert ' class="num" data-v="50000">' in html


def test_a_table_has_caption_scopes_and_a_region_that_scrolls():
    made = make_one([("a", 1.0), ("b", 2.0)])
    assert made.html.splitlines() == [
        '<div class="report-table-scroll" tabindex="0" role="group" aria-label="术语 &amp; 含义">',
        '<table class="report-table">',
        "<caption>术语 &amp; 含义</caption>",
        '<thead><tr><th scope="col">甲</th><th scope="col" class="num">乙</th></tr></thead>',
        "<tbody>",
        '<tr><th scope="row">a</th><td class="num" data-v="1">1</td></tr>',
        '<tr><th scope="row">b</th><td class="num" data-v="2">2</td></tr>',
        "</tbody>",
        "</table>",
        "</div>",
    ]
    assert made.plain == "术语 & 含义\n甲 | 乙\na | 1\nb | 2"
    assert made._repr_mimebundle_() == {"text/html": made.html, "text/plain": made.plain}


def make_one(records):
    columns = (
        Column("甲", lambda record: record[0]),
        Column("乙", lambda record: Cell(f"{record[1]:.0f}", value=record[1]), numeric=True),
    )
    made = make("glossary", records, columns)
    return tables.Table("术语 & 含义", made.columns, made.cells)


def every_table(frame):
    lists = codelists.load()
    return [
        tables.evidence(frame),
        tables.reported(frame),
        tables.statements(frame, measure="target"),
        tables.gaps(coverage.gaps(coverage.coverage(frame))),
        tables.targets(targets(frame), frame),
        tables.bearing(evidence(frame)),
        tables.metrics_table(metrics.evaluate_all(frame)),
        tables.methods(importlib.import_module("region_report.metrics.methods").methods()),
        tables.actors(actors.matrix(frame).assign(named=True, place="1-2")),
        tables.coverage(coverage.coverage(frame)),
        tables.comparability(comparability.matrix(lists.indicators["id"].tolist())),
        tables.sources(codelists.regions()),
        tables.indicators(lists, frame),
        tables.statuses(lists),
        tables.grades(lists),
    ]


def test_no_table_writes_chinese_on_an_english_page_but_what_it_quotes():
    frame = FRAME.assign(note_en="", region_en="East")
    with text.edition("en"):
        shown = every_table(frame)
    # What metrics and actors list is quoted as printed.
    quoted = {"Figures used", "Figures or facts reported"}
    for table in shown:
        for column, cell in ((c, cell) for row in table.cells for c, cell in zip(table.columns, row, strict=True)):
            if cell.lang != "zh" and column.label not in quoted:
                assert not HAN.search(cell.shown + cell.detail), (table.caption, column.label, cell)


def test_the_same_frame_gives_the_same_bytes(lang):
    assert [t.html for t in every_table(FRAME)] == [t.html for t in every_table(FRAME)]
    assert not any(" id=" in table.html for table in every_table(FRAME))


def test_a_pair_is_listed_once_whichever_way_round_it_is_asked():
    pairs = comparability.matrix(["certified_social_workers", "social_work_professionals", "volunteers"])
    listed = [row[:2] for row in rows(tables.comparability(pairs))]
    assert listed == [["持证社工", "社会工作专业人才"], ["持证社工", "培育的志愿者"]]


def test_a_source_is_listed_with_its_region_and_linked_only_at_the_original(lang):
    table = tables.sources(codelists.regions())
    grade = pick(lang, "转载，未与原件核对", "copy, not checked at the original")
    copies = [row for row in table.cells if row[2].shown == grade]
    assert len(copies) > 0
    assert not any(row[0].href for row in copies)
    assert {row[2].detail for row in copies} == {""}
    assert any(row[0].href.startswith("http") for row in table.cells)


def test_the_glossary_has_both_languages(lang):
    table = tables.glossary()
    term, other, _ = table.cells[0]
    assert [term.shown, other.shown] == pick(
        lang, ["五社联动", "five-actor community linkage"], ["five-actor community linkage", "五社联动"]
    )
    assert other.lang == pick(lang, "en", "zh")


def test_every_theme_and_stage_of_the_codelists_has_words(lang):
    lists = codelists.load()
    words = [f"tables.theme.{theme}" for theme in lists.indicators["theme"].unique()]
    words += [f"tables.stage.{stage}" for stage in lists.indicators["stage"].unique()]
    assert all(text.t(key) for key in words)


@pytest.mark.parametrize(
    ("made", "name"),
    [
        (lambda none: tables.evidence(none), "evidence"),
        (lambda none: tables.reported(none), "reported"),
        (lambda none: tables.targets(targets(none), none), "targets"),
        (lambda none: tables.bearing(evidence(none)), "bearing"),
        (lambda none: tables.actors(actors.matrix(none)), "actors"),
        (lambda none: tables.sources([]), "sources"),
    ],
)
def test_without_a_row_one_honest_sentence_is_said(lang, made, name):
    assert made(FRAME.iloc[:0]) == Markdown(text.t(f"tables.{name}.empty"))


def test_html_says_what_the_plain_text_says(lang):
    for table in every_table(FRAME):
        html = unescape(re.sub(r"<[^>]+>", "\n", table.html))
        assert all(cell.shown in html for row in table.cells for cell in row if "\n" not in cell.shown)


def test_a_judged_target_shows_its_status_on_both_paths(lang):
    data = observations("""
        indicator          measure   period  printed
        nursing_bed_share  baseline  2020    48
        nursing_bed_share  target    2030    73
        nursing_bed_share  actual    2024    53
    """)
    row = tables.targets(targets(data), data).cells[0][-1]
    # Compound: 2.51 % a year of 4.28 % is 0.59; linear: 5 of 25 points in 4 of 10 years is 0.50.
    assert row.shown == pick(lang, "进展有限", "limited progress")
    assert row.detail.startswith(pick(lang, "按直线路径：进展有限", "linear path: limited progress"))
