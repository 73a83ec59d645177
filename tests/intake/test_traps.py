"""Sheets that would be read wrongly by whoever takes them at their word."""

import openpyxl
import pytest
from intake.reading import read, unclear

from region_report import intake
from region_report.intake.periods import period
from region_report.intake.workbooks import number

PLANNED = (
    "is of {period}, and the sheet does not say whether it is a target or an actual figure. Write 目标 or 实际 into "
    "the "
    "heading, or give --measure."
)


def test_figures_of_a_plan_are_not_taken_for_actual_ones(csv_plan):
    text = "“十四五”规划主要指标,,\n指标,单位,2025年\n持证社工,人,2000\n"
    assert unclear(csv_plan(text)) == {"C3": PLANNED.format(period="2025")}
    assert read(csv_plan(text, measure="target"))["C3"][1] == "target"


def test_a_year_to_come_has_no_actual_figure(csv_plan):
    assert unclear(csv_plan("指标,2099\n个案,300\n")) == {"B2": PLANNED.format(period="2099")}


def test_what_binds_is_noted_of_targets(csv_plan):
    plan = csv_plan("指标,2020年实际,2025年目标,属性\n个案,300,400,约束性\n小组活动,20,30,预期性\n")
    assert [(item.cell, item.values["nature"]) for item in plan.new] == [
        ("B2", ""),
        ("C2", "binding"),
        ("B3", ""),
        ("C3", "anticipatory"),
    ]


def test_the_day_on_which_a_table_was_made_is_no_period(csv_plan):
    assert unclear(csv_plan("制表日期：2024年1月5日,\n指标,数值\n个案,300\n")) == {
        "B3": "no year stands in its row, its column or a title that names one year."
    }


def test_a_title_that_names_another_region_is_unclear(csv_plan):
    assert unclear(csv_plan("桂林市民政统计,\n指标,2023\n个案,300\n")) == {
        "title": "names 桂林市, and not the region. Name another --region, or correct the title."
    }
    assert unclear(csv_plan("示例市民政统计（不含桂林市）,\n指标,2023\n个案,300\n")) == {}


def test_a_column_of_words_is_left_out_and_a_column_of_figures_is_not(csv_plan):
    plan = csv_plan("类别,指标,2023,排名\n服务,个案,300,3\n")
    assert (list(read(plan)), plan.reading.worded) == (["C2"], ["类别"])
    assert list(unclear(plan)) == ["column D"]


def test_a_further_table_on_the_sheet_is_told_and_not_read_under_the_headings_of_the_first(csv_plan):
    plan = csv_plan("表一,\n指标,2022年\n个案,300\n表二,\n指标,2023年\n小组活动,20\n")
    assert unclear(plan) == {
        "row 5": "seems to hold the headings of a further table; nothing is read from this row on. Give each table a "
        "sheet or file of its own."
    }
    assert read(plan) == {"B3": ("cases", "actual", "2022", "300", 300)}


def test_a_row_that_is_merged_into_the_headings_is_one_of_them(excel_plan):
    book = openpyxl.Workbook()
    for row in (["指标", "2023年", None], [None, "城镇", "农村"], ["个案", 300, 20]):
        book.active.append(row)
    for cells in ("A1:A2", "B1:C1"):
        book.active.merge_cells(cells)
    assert [(where, why.split(".")[0]) for where, why in unclear(excel_plan(book)).items()] == [
        ("column B", "the heading '2023年 城镇' is not understood"),
        ("column C", "the heading '2023年 农村' is not understood"),
    ]


def test_a_row_may_name_its_source_by_the_publisher(csv_plan):
    plan = csv_plan("指标,年份,数值,来源\n个案,2023,300,民政局\n")
    assert [item.values["source"] for item in plan.new] == ["bulletin"]


def test_heading_and_row_that_name_different_units_are_unclear(csv_plan):
    assert unclear(csv_plan("指标,单位,2023（万人）\n志愿者,人,4.7\n")) == {
        "C2": "row and column say different things: unit."
    }


def test_years_that_are_figures_are_no_headings(csv_plan):
    plan = csv_plan("年份,个案,小组活动\n2021,2019,2020\n2022,2021,2022\n")
    assert [(cell, row[2], row[4]) for cell, row in read(plan).items()] == [
        ("B2", "2021", 2019),
        ("C2", "2021", 2020),
        ("B3", "2022", 2021),
        ("C3", "2022", 2022),
    ]


def test_a_unit_given_for_the_sheet_is_that_of_indicators_it_fits(csv_plan):
    assert [row[3] for row in read(csv_plan("指标,2023\n志愿者,47000\n个案,300\n", unit="人")).values()] == [
        "47000人",
        "300",
    ]


def test_hidden_rows_and_columns_are_told(excel_plan):
    book = openpyxl.Workbook()
    for row in (["指标", 2022, 2023], ["个案", 300, 310], ["小组活动", 20, 21]):
        book.active.append(row)
    book.active.row_dimensions[3].hidden = True
    book.active.column_dimensions["B"].hidden = True
    told = "'{}' stands in a hidden row or column. Show it, or delete it.".format
    plan = excel_plan(book)
    assert unclear(plan) == {"B2": told(300), "B3": told(20), "C3": told(21)}
    assert list(read(plan)) == ["C2"]


def test_a_figure_that_check_would_warn_of_is_written_only_if_it_is_accepted(csv_plan):
    plan = csv_plan("指标,2021,2022,2023\n个案,300,310,3200000\n")
    assert [(cell, str(said)) for cell, said in plan.doubtful] == [
        (
            "D2",
            "'3200000' is about 10,000 times line 3, '310'. Is 万 entered twice in the one, or missing in the other?",
        )
    ]
    assert (intake.in_doubt(plan), len(plan.new)) == (True, 3)


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("2023", "2023"),
        ("2023年度", "2023"),
        ("截至2023年底", "2023"),
        ("2023-06", "2023-06"),
        ("2023年6月末", "2023-06"),
        ("2023/6/30", "2023-06-30"),
        ("2023.06.30", "2023-06-30"),
        ("2021-2025", "2021/2025"),
        ("2021年至2025年", "2021/2025"),
        ("2023年1-6月", "2023-01/2023-06"),
        ("2023年第三季度", "2023-07/2023-09"),
        ("2023Q1", "2023-01/2023-03"),
        ("2023年13月", ""),
        ("2025-2021", ""),
        ("2023.5", ""),
        ("23年", ""),
        ("十四五", ""),
        ("2023年预计", ""),
    ],
)
def test_a_period_is_read_or_it_is_none(text, iso):
    assert period(text) == iso


@pytest.mark.parametrize(
    ("value", "form", "shown"),
    [
        (12345, "General", "12345"),
        (4.7, "General", "4.7"),
        (4.700000000000001, "@", "4.7"),
        (12345.6, "#,##0", "12,346"),
        (-5, "0.0", "-5.0"),
        # Excel rounds a half up, and 28.5 % is one although 0.285 * 100 is 28.499999999999996.
        (12.5, "0", "13"),
        (0.125, "0.00", "0.13"),
        (0.285, "0%", "29%"),
        (12345678.5, "#,##0", "12,345,679"),
        (0.48, "0%", "48%"),
        (0.4834, "0.00%", "48.34%"),
        (2.5, "0.##", "2.5"),
        (0, '_ * #,##0_ ;_ * -#,##0_ ;_ * "-"??_ ;_ @_ ', ""),
        (0, "0;-0;;@", ""),
        (0, "#,###", ""),
        (0, "#,##0;-#,##0;0", "0"),
        (0, "0.0%", "0.0%"),
        (47, '[Red]0"万人"', "47万人"),
        (47, '"约"0\\人', "约47人"),
        (47000, "#,##0,", ""),
        (47000, '0!.0,"万"', ""),
        (47000, "0.00E+00", ""),
        (0.5, "# ?/?", ""),
    ],
)
def test_a_number_is_shown_by_its_format_or_not_at_all(value, form, shown):
    assert number(value, form) == shown
