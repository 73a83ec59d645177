import math

import openpyxl
import pandas as pd
import pytest

from region_report import charts, metrics, save, tables, text
from region_report.errors import UsageError
from region_report.messages import spoken
from region_report.testing import observations

FRAME = pd.DataFrame({"名称": ["=1+1", "http://x.example"], "lower": [1.5, math.nan], "upper": [math.inf, 3.0]})


def cells(path):
    return [list(row) for row in openpyxl.load_workbook(path).active.iter_rows(values_only=True)]


def test_a_workbook_has_numbers_gaps_and_words_as_they_are(tmp_path):
    told = save(FRAME, tmp_path / "new" / "table.xlsx")
    assert cells(tmp_path / "new" / "table.xlsx") == [
        ["名称", "lower", "upper"],
        ["=1+1", 1.5, None],
        ["http://x.example", None, 3],
    ]
    assert str(told) == f"2行已存入 `{tmp_path}/new/table.xlsx`。"


def test_a_csv_begins_with_the_mark_by_which_excel_knows_utf_8(tmp_path):
    save(FRAME, tmp_path / "table.csv")
    content = (tmp_path / "table.csv").read_bytes()
    assert content.decode("utf-8-sig") == "名称,lower,upper\r\n=1+1,1.5,\r\nhttp://x.example,,3.0\r\n"
    assert content.startswith(b"\xef\xbb\xbf")


def test_the_same_table_gives_the_same_bytes_and_nothing_else_is_left(tmp_path):
    for name in ("one.xlsx", "two.xlsx"):
        save(FRAME, tmp_path / name)
    assert (tmp_path / "one.xlsx").read_bytes() == (tmp_path / "two.xlsx").read_bytes()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["one.xlsx", "two.xlsx"]


def test_a_table_is_saved_with_its_cells_in_words_and_its_notes_below_and_a_chart_with_its_numbers(tmp_path):
    rows = observations("""
        indicator          measure   period  printed
        nursing_bed_share  baseline  2020    44.28%
        nursing_bed_share  target    2025    55%
    """)
    with text.edition("en"):
        save(tables.evidence(rows), tmp_path / "evidence.xlsx")
        save(charts.slope(metrics.targets.targets(rows)), tmp_path / "slope.xlsx")
    assert cells(tmp_path / "evidence.xlsx")[1][1:3] == ["44.28%", "44.28% — interval 44.275–44.285"]
    assert cells(tmp_path / "evidence.xlsx")[-1][0].startswith("[1] Publisher: Title of document")
    assert {44.28, 55} <= set(cells(tmp_path / "slope.xlsx")[1])


@pytest.mark.parametrize(
    ("table", "name", "message"),
    [
        (FRAME, "table.xls", "'table.xls' names no kind of file that can be written. Allowed: .xlsx, .csv."),
        (
            text.Markdown("There is none."),
            "table.csv",
            "This is no table but 'Markdown'. Give a frame, or what a function of `tables` or `charts` returns; "
            "an empty table is a sentence.",
        ),
    ],
)
def test_another_kind_of_file_and_what_is_no_table_are_refused(tmp_path, table, name, message):
    with pytest.raises(UsageError) as refused:
        save(table, tmp_path / name)
    with spoken("en"):
        assert str(refused.value) == message
    assert list(tmp_path.iterdir()) == []
