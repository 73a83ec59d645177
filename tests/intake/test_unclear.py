"""What an import does not understand, and what it tells the analyst."""

import zipfile

import openpyxl
import pytest
from intake.reading import read, unclear

from region_report import intake
from region_report.errors import DataError, UsageError
from region_report.messages import spoken

UNIT = "Write the unit into the heading or a column 单位, or give --unit."


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "指标,2023\n护理床位占比,41.5\n",
            {
                "row 2": "no indicator is called '护理床位占比'. Near: 养老机构护理型床位占比 (nursing_bed_share). "
                "If it is the "
                "same, add the name to aliases in indicators.csv; else a new indicator is a row there."
            },
        ),
        (
            "指标,2023\n持证社工,12345\n",
            {"B2": f"'12345' has no unit, and 'certified_social_workers' may be counted in 万. {UNIT}"},
        ),
        ("指标,2023\n个案,4.7\n", {"B2": f"'4.7' has no unit, and 'cases' may be counted in 万. {UNIT}"}),
        (
            "指标,2023\n养老机构护理型床位占比,0.483\n",
            {
                "B2": "'0.483' may be a share of 1 or a percentage. Write the unit % into the heading, or the sign "
                "behind the "
                "figure."
            },
        ),
        ("单位：万人,\n指标,2023\n个案,3\n", {"B3": "the sheet counts 万人, but 'cases' counts 个, 例, 件, 宗."}),
        (
            "单位：人、万人,\n指标,2023\n志愿者,3\n",
            {
                "B3": "the title names several units that fit: 人, 万人. Write the unit into the heading or a "
                "column 单位."
            },
        ),
        ("指标,单位,2023\n个案,元,3\n", {"row 2": "'元' is no unit that is known here."}),
        ("指标,2023\n个案,300人\n", {"B2": "'300人' counts 人, but 'cases' counts 个, 例, 件, 宗."}),
        ("指标,2023\n个案,-5\n", {"B2": "'-5' is below 0, the limit for 'cases'."}),
        (
            "指标,年份,数值\n个案,23年,300\n",
            {"row 2": "'23年' cannot be read as a period. Write 2023, 2023年 or 2023-06."},
        ),
        (
            "2022—2023年统计,\n指标,数值\n个案,300\n",
            {"B3": "no year stands in its row, its column or a title that names one year."},
        ),
        (
            "指标,2023,比上年增长\n个案,,5%\n",
            {
                "column C": "the heading '比上年增长' is not understood. It may name a period, an indicator, a "
                "measure or a unit; "
                "none is guessed."
            },
        ),
        (
            "年份,护理型床位占比\n2023,41.5\n",
            {
                "column B": "the heading '护理型床位占比' is not understood. It may name a period, an indicator, a "
                "measure or "
                "a unit; none is guessed. Near: 养老机构护理型床位占比 (nursing_bed_share)."
            },
        ),
        (
            "指标,2023,\n个案,300,320\n",
            {
                "row 2": "has 3 cells under 2 headings. A number with a comma, such as 47,000, stands in quotation "
                "marks in a CSV."
            },
        ),
        (
            "指标,年份,数值\n个案,2023,300\n个案,2023,301\n",
            {"C2": "'300', but C3 has '301' for the same.", "C3": "'301', but C2 has '300' for the same."},
        ),
        ("指标,年份,数值\n,2023,300\n", {"row 2": "names no indicator."}),
        (
            "指标,年份,数值\n五社联动,2023,3\n",
            {"C2": "'five_actor_linkage' is a statement in words and has no figure. Enter it by hand."},
        ),
        (
            "指标,年份,性质,数值\n个案,2023,预测,3\n",
            {
                "row 2": "'预测' is no measure. Write actual, baseline, target or denominator, or 实际, 基期, 目标, "
                "分母."
            },
        ),
        (
            "指标,年份,数值,来源\n个案,2023,3,年鉴\n",
            {
                "C2": "the source of its row, '年鉴', is none of the region, or fits several. Write the id, "
                "title or publisher of a source, or leave out that column and give --source. Sources: bulletin."
            },
        ),
    ],
)
def test_what_could_be_two_things_is_told_and_not_read(csv_plan, text, told):
    plan = csv_plan(text)
    assert (unclear(plan), read(plan)) == (told, {})


def test_a_name_of_two_indicators_is_not_guessed(csv_plan, edit):
    edit("indicators.csv", "cases,个案,", "cases,小组活动,")
    assert unclear(csv_plan("指标,2023\n小组活动,3\n")) == {
        "B2": "its name may be any of: cases, group_sessions. Write the id instead."
    }


def test_a_figure_that_differs_from_the_one_on_file_is_told_with_both(csv_plan):
    intake.write(csv_plan("指标,2023\n个案,300\n"))
    assert unclear(csv_plan("指标,2023\n个案,301\n")) == {
        "B2": "'301', but line 2 of the file has '300' for the same. Correct one of the two."
    }


def test_cells_of_a_workbook_that_do_not_show_one_figure(excel_plan):
    book = openpyxl.Workbook()
    sheet = book.active
    for row in (["指标", 2021, 2022, 2023], ["个案", 12, None, "=B2*2"], ["小组活动", 2.5, "#REF!", None]):
        sheet.append(row)
    sheet.merge_cells("B2:C2")
    sheet["B3"].number_format = '0!.0,"万"'
    plan = excel_plan(book)
    merged = "'12' is shown by merged cells that begin with B2. Part them, so that each figure has its own cell."
    assert unclear(plan) == {
        "B2": merged,
        "C2": merged,
        "D2": "holds the formula =B2*2, whose result the file does not have. Open it in a spreadsheet program and "
        "save it "
        "again.",
        "B3": 'has the number format 0!.0,"万", which is not known here or hides the number. Show the number plainly.',
        "C3": "'#REF!' holds no figure. Print one figure, such as 4.7万名, 2.5万户以上, 44.28% or 全覆盖.",
    }
    assert read(plan) == {}


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "{file} holds nothing."),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
            "{file} is an old Excel file (.xls) or locked by a password, which is not read. Save it as .xlsx or as "
            "CSV, without "
            "a password.",
        ),
        (b"<html><table>", "{file} is no table that is read here. Save it as .xlsx or as CSV."),
        (b"PK\x03\x04 no zip", "{file} is no table that is read here. Save it as .xlsx or as CSV."),
        (b"a,b\n1,\x00\n", "{file} is neither UTF-8 nor GB18030 (GBK). Save it as CSV UTF-8."),
        (
            '指标,2023\n"个案,300\n'.encode(),
            "{file}: a quotation mark is not closed, or text follows a closing one. Write one within a cell twice.",
        ),
        (
            "没有表格\n".encode(),
            "No row of headings was found in sheet. A table has a row that names years (2023年) or indicators, or "
            "headings such "
            "as 指标, 年份, 数值.",
        ),
        ("指标,2023\n".encode(), "No figures were found in sheet."),
        ("桂林市,\n指标,2023\n".encode(), "No figures were found in sheet."),
    ],
)
def test_what_is_no_table_is_refused_in_a_sentence(tmp_path, data, region, content, message):
    path = tmp_path / "sheet.csv"
    path.write_bytes(content)
    with pytest.raises(UsageError) as caught:
        intake.plan(path, "example", data=data)
    assert str(caught.value) == message.format(file="sheet.csv")


def refused(call, *arguments, **options):
    with pytest.raises(UsageError) as caught:
        call(*arguments, **options)
    return str(caught.value)


def test_a_damaged_workbook_is_refused_in_a_sentence(tmp_path, data, region):
    with zipfile.ZipFile(tmp_path / "book.xlsx", "w") as damaged:
        damaged.writestr("[Content_Types].xml", "<half")
    told = refused(intake.plan, tmp_path / "book.xlsx", "example", data=data)
    assert told == "book.xlsx is no table that is read here. Save it as .xlsx or as CSV."


def test_formats_down_to_the_last_row_are_not_read_as_rows(excel_plan):
    book = openpyxl.Workbook()
    for row in (["指标", 2023], ["个案", 300]):
        book.active.append(row)
    book.active.cell(1_048_576, 40).number_format = "0%"
    assert len(excel_plan(book).table.sheet.rows) == 2


def test_several_sheets_are_named(excel_plan):
    book = openpyxl.Workbook()
    book.active.append(["指标", 2023])
    book.active.append(["个案", 300])
    book.create_sheet("二").append(["指标"])
    assert refused(excel_plan, book) == "book.xlsx has several sheets: Sheet, 二. Say which by --sheet."
    assert refused(excel_plan, book, sheet="三") == "book.xlsx has no sheet '三'. Sheets: Sheet, 二."
    assert list(read(excel_plan(book, sheet="Sheet"))) == ["B2"]


def test_options_that_fit_nothing_are_refused_with_what_is_allowed(csv_plan):
    text = "指标,2023\n个案,300\n"
    assert refused(csv_plan, text, source="bulletn") == (
        "'bulletn' is not a source of example. Did you mean 'bulletin'? Sources: bulletin."
    )
    assert refused(csv_plan, text, measure="targt") == (
        "There is no measure 'targt'. Did you mean 'target'? Measures: actual, baseline, target, denominator."
    )
    assert refused(csv_plan, text, unit="元") == ("'元' is no unit of data/units.csv. Give one such as 人, 万人 or %.")
    assert refused(csv_plan, text, place="somewhere").startswith("'somewhere' is no place. Allowed: a character span")


def test_a_region_with_several_sources_is_asked_for_one(csv_plan, region):
    text = (region / "region.yml").read_text("utf-8")
    (region / "region.yml").write_text(text + text[text.index("  bulletin") :].replace("bulletin", "other"), "utf-8")
    assert refused(csv_plan, "指标,2023\n个案,300\n") == (
        "example has several sources. Say by --source which one the figures are from: bulletin, other."
    )


def test_a_file_with_faults_is_mended_first(csv_plan, region):
    with (region / "observations.csv").open("a", encoding="utf-8") as file:
        file.write("case,actual,2023,300,bulletin,page 1,,,,\n")
    with pytest.raises(DataError) as caught:
        csv_plan("指标,2023\n个案,300\n")
    assert "line 2, indicator: 'case' is not in" in str(caught.value)


def test_names_are_those_of_the_one_language_that_a_data_folder_speaks(english_data, csv_plan):
    planned = csv_plan("Year,Cases,Volunteer\n2023,,5\n2024,7个,\n")
    with spoken("zh"):
        told = "\n".join(intake.told(planned))
    assert "cases Cases" in told
    assert "Volunteers developed（volunteers）" in told
