"""Sheets as analysts have them, and the figures that are read from them."""

import csv

import openpyxl
import pytest
from intake.reading import read, unclear
from typer.testing import CliRunner

from region_report import intake, observations
from region_report.cli import app

CASES = "指标,年份,数值\n个案,2023,320\n"


def test_a_wide_table_by_year_with_a_column_of_units(csv_plan):
    plan = csv_plan(
        '指标,单位,2022年,2023年末\n志愿者,万人,4.1,4.7\n个案,个,"1,300",３２０\n养老机构护理型床位占比,%,48.3,\n'
    )
    assert read(plan) == {
        "C2": ("volunteers", "actual", "2022", "4.1万人", 41_000),
        "D2": ("volunteers", "actual", "2023", "4.7万人", 47_000),
        "C3": ("cases", "actual", "2022", "1,300个", 1_300),
        "D3": ("cases", "actual", "2023", "３２０个", 320),
        "C4": ("nursing_bed_share", "actual", "2022", "48.3", 48.3),
    }
    assert (plan.unclear, plan.reading.gaps) == ([], 1)


def test_a_long_table_with_a_measure_in_each_row(csv_plan):
    plan = csv_plan(
        "指标,年份,性质,数值,单位\n持证社工,2020,基期,1000,人\n持证社工,2025,目标,0.2,万人\n持证社工,2023,,1500,人\n"
    )
    assert read(plan) == {
        "D2": ("certified_social_workers", "baseline", "2020", "1000人", 1_000),
        "D3": ("certified_social_workers", "target", "2025", "0.2万人", 2_000),
        "D4": ("certified_social_workers", "actual", "2023", "1500人", 1_500),
    }


def test_indicators_in_the_headings_and_years_in_the_rows(csv_plan):
    plan = csv_plan("年份,持证社工（人）,养老机构护理型床位占比(%)\n2021,1000,41.5\n2021年6月,1100,43\n")
    assert read(plan) == {
        "B2": ("certified_social_workers", "actual", "2021", "1000人", 1_000),
        "C2": ("nursing_bed_share", "actual", "2021", "41.5", 41.5),
        "B3": ("certified_social_workers", "actual", "2021-06", "1100人", 1_100),
        "C3": ("nursing_bed_share", "actual", "2021-06", "43", 43),
    }


def test_two_rows_of_headings_with_blanks_for_merged_cells(csv_plan):
    plan = csv_plan("指标,单位,2020年,,2025年,\n,,基期,实际,目标,实际\n持证社工,人,1000,1010,2000,—\n")
    assert [row[1:3] for row in read(plan).values()] == [("baseline", "2020"), ("actual", "2020"), ("target", "2025")]
    assert plan.reading.gaps == 1


def test_an_english_table_with_semicolons(csv_plan):
    plan = csv_plan(
        "Indicator;Unit;2022;2023 target\nVolunteers developed;10,000 people;4.1;4.7\nCases;cases;300;n/a\n"
    )
    assert read(plan) == {
        "C2": ("volunteers", "actual", "2022", "4.1万人", 41_000),
        "D2": ("volunteers", "target", "2023", "4.7万人", 47_000),
        "C3": ("cases", "actual", "2022", "300个", 300),
    }


@pytest.mark.parametrize(
    ("encoding", "separator", "said"),
    [
        ("gbk", ",", "sheet.csv (GB18030, parted by commas)"),
        ("utf-8-sig", "\t", "sheet.csv (UTF-8, parted by tabs)"),
        ("utf-16", "\t", "sheet.csv (UTF-16, parted by tabs)"),
    ],
)
def test_the_encoding_and_the_separator_are_found(csv_plan, encoding, separator, said):
    plan = csv_plan(CASES.replace(",", separator), encoding=encoding)
    assert read(plan) == {"C2": ("cases", "actual", "2023", "320", 320)}
    assert str(plan.table.sheet.said) == said


def test_the_title_gives_the_year_and_the_unit_and_notes_are_left_out(csv_plan):
    plan = csv_plan(
        "2023年民政统计,,\n单位：万人,,\n指标,数值,备注\n一、社会工作,,\n（一）志愿者,4.7,初步\n"
        "注：2023年为初步数。,,\n"
    )
    assert read(plan) == {"B5": ("volunteers", "actual", "2023", "4.7万人", 47_000)}
    assert [str(line).strip() for line in intake.told(plan)[-4:]] == [
        "Left out:",
        "C5, a remark: 初步",
        "row 4, words only: 一、社会工作",
        "row 6, a note: 注：2023年为初步数。",
    ]


def workbook(*rows, merged=(), formats=()):
    book = openpyxl.Workbook()
    sheet = book.active
    for row in rows:
        sheet.append(row)
    for cells in merged:
        sheet.merge_cells(cells)
    for cell, form in formats:
        sheet[cell].number_format = form
    return book


def test_a_workbook_with_merged_titles_percent_cells_and_number_formats(excel_plan):
    book = workbook(
        ["民政主要指标", None, None, None],
        [None, None, None, "单位：万人"],
        ["指标", "2022年", None, 2023],
        [None, "目标", "实际", "实际"],
        ["志愿者", 4, 4.1, 47_000],
        ["养老机构护理型床位占比", 0.5, 0.4834, None],
        ["持证社工", 1.2, 12345, "1300人"],
        merged=["A1:D1", "A3:A4", "B3:C3"],
        formats=[("B6", "0%"), ("C6", "0.0%"), ("D5", '#,##0"人"'), ("B7", '0.0"万人"'), ("C7", '_ * #,##0"名"_ ')],
    )
    assert read(excel_plan(book)) == {
        "B5": ("volunteers", "target", "2022", "4万人", 40_000),
        "C5": ("volunteers", "actual", "2022", "4.1万人", 41_000),
        "D5": ("volunteers", "actual", "2023", "47,000人", 47_000),
        "B6": ("nursing_bed_share", "target", "2022", "50%", 50),
        "C6": ("nursing_bed_share", "actual", "2022", "48.3%", 48.3),
        "B7": ("certified_social_workers", "target", "2022", "1.2万人", 12_000),
        "C7": ("certified_social_workers", "actual", "2022", "12,345名", 12_345),
        "D7": ("certified_social_workers", "actual", "2023", "1300人", 1_300),
    }


def test_the_place_of_a_figure_is_its_sheet_and_cell(excel_plan):
    book = workbook(["指标", "2023"], ["个案", 320])
    book.active.title = "表1 民政"
    (item,) = excel_plan(book).new
    assert item.values["place"] == "表1 民政!B2"


def test_rows_of_other_regions_are_left_out(csv_plan):
    plan = csv_plan("地区,年份,个案\n示例市,2022,300\n他市,2022,400\n示例,2023,310\n990900,2021,290\n")
    assert list(read(plan)) == ["C2", "C4", "C5"]
    assert plan.reading.elsewhere == [("3", "他市")]


def test_options_say_what_the_sheet_does_not(csv_plan):
    plan = csv_plan("指标,2025\n志愿者,4.7\n", measure="target", unit="万人", place="page 3")
    (item,) = plan.new
    assert [item.values[name] for name in ("measure", "printed", "place")] == ["target", "4.7万人", "page 3"]


def test_full_coverage_in_words_is_marked_as_read_by_rule(csv_plan):
    (item,) = csv_plan("指标,2023\n养老机构护理型床位占比,全覆盖\n").new
    assert (item.figure.value, item.values["status"]) == (100, "derived_from_words")


def test_what_is_written_is_sound_and_the_rows_before_stay_as_they_are(csv_plan, region, data):
    file = region / "observations.csv"
    before = file.read_bytes().replace(b"\n", b"\r\n") + b'cases,actual,2020,"280",bulletin,page 1,,,,'
    file.write_bytes(before)
    plan = csv_plan('指标,2022,2023\n个案,300,"1,320"\n志愿者,4万余人,4.7万名\n')
    intake.write(plan)
    after = file.read_bytes()
    assert after.startswith(before + b"\r\n")
    added = list(csv.reader(after[len(before) + 2 :].decode().split("\r\n")[:-1]))
    assert added == [
        ["cases", "actual", "2022", "300", "bulletin", "sheet!B2", "", "", "", ""],
        ["cases", "actual", "2023", "1,320", "bulletin", "sheet!C2", "", "", "", ""],
        ["volunteers", "actual", "2022", "4万余人", "bulletin", "sheet!B3", "", "", "", ""],
        ["volunteers", "actual", "2023", "4.7万名", "bulletin", "sheet!C3", "", "", "", ""],
    ]
    assert observations.check(data) == []
    assert observations.load_region("example", data=data)["value"].tolist() == [280, 300, 1320, 40_000, 47_000]


def test_a_sheet_is_not_entered_twice_though_its_rows_have_moved(csv_plan, region):
    intake.write(csv_plan(CASES))
    plan = csv_plan("指标,年份,数值\n小组活动,2023,20\n个案,2023,320\n")
    assert list(read(plan)) == ["C2"]
    assert [(item.cell, line) for item, line in plan.known] == [("C3", 2)]


def run(path, data, *options):
    return CliRunner().invoke(app, ["import", str(path), "--region", "example", "--data", str(data), *options])


def test_what_was_understood_is_shown_before_it_is_written(tmp_path, region, data):
    (tmp_path / "a.csv").write_text("指标,2022,2023\n志愿者,4.1万人,\n个案,300,312\n", "utf-8")
    result = run(tmp_path / "a.csv", data)
    assert result.output == (
        "a.csv (UTF-8, parted by commas): headings in row 1, figures in rows 2 to 3.\n"
        "\n"
        "Understood: 3\n"
        "  cell  printed  indicator                        measure  period  value\n"
        "  B2    4.1万人  volunteers Volunteers developed  actual   2022    41,000 people\n"
        "  B3    300      cases Cases                      actual   2022    300 cases\n"
        "  C3    312      cases Cases                      actual   2023    312 cases\n"
        "\n"
        "Left out:\n"
        "  1 cell without a figure: a gap stays a gap.\n"
        "\n"
        f"Rows added to {region}/observations.csv: 3\n"
    )
    assert result.exit_code == 0
    again = run(tmp_path / "a.csv", data, "--lang", "zh")
    assert again.output.endswith("\n\n没有写入任何内容：没有新的数字。\n")
    assert again.exit_code == 0


def test_what_is_unclear_is_said_and_only_accept_writes_the_rest(tmp_path, region, data):
    file = region / "observations.csv"
    before = file.read_bytes()
    (tmp_path / "a.csv").write_text("指标,2023\n志愿者,4.7\n个案,312\n", "utf-8")
    refused = run(tmp_path / "a.csv", data)
    assert (refused.exit_code, file.read_bytes()) == (2, before)
    assert refused.output.endswith(
        "Not understood: 1\n"
        "  B2: '4.7' has no unit, and 'volunteers' may be counted in 万. Write the unit into the heading or a "
        "column 单位, or "
        "give --unit.\n"
        "\n"
        "Nothing was written: look at what is told above. Mend the sheet, or write the understood rows (1) with "
        "--accept.\n"
    )
    accepted = run(tmp_path / "a.csv", data, "--accept")
    assert (accepted.exit_code, file.read_bytes()) == (0, before + b"cases,actual,2023,312,bulletin,a!B3,,,,\n")


def test_a_figure_that_contradicts_another_source_is_unclear(csv_plan, region):
    text = (region / "region.yml").read_text("utf-8")
    (region / "region.yml").write_text(text + text[text.index("  bulletin") :].replace("bulletin", "other"), "utf-8")
    with (region / "observations.csv").open("a", encoding="utf-8") as file:
        file.write("cases,actual,2023,300,other,page 1,,,,\n")
    assert unclear(csv_plan(CASES, source="bulletin")) == {
        "C2": "'320' disagrees with line 2, '300' (same indicator, measure and period). Give both the status "
        "'conflicting', or correct one."
    }
