import pytest

from region_report.testing import observations, table


def test_the_table_helper_takes_empty_cells_by_the_headings_above_them():
    assert table("""
        indicator   measure  period  printed  status
        volunteers  actual           4.7万名
        cases                2022             not_reported
    """) == [
        {"indicator": "volunteers", "measure": "actual", "period": "", "printed": "4.7万名", "status": ""},
        {"indicator": "cases", "measure": "", "period": "2022", "printed": "", "status": "not_reported"},
    ]


def test_the_table_helper_gives_several_regions_and_grades():
    frame = observations("""
        region  indicator   printed  source
        one     volunteers  3名      mirror
        two     volunteers  4名      yearbook
    """)
    assert frame[["region", "region_zh", "source_grade"]].values.tolist() == [
        ["one", "示例甲", "mirror"],
        ["two", "示例乙", "document"],
    ]


def test_the_table_helper_refuses_a_column_that_is_not_there():
    with pytest.raises(ValueError, match="'indicators' is not a column"):
        observations("""
            indicators  printed
            volunteers  3名
        """)
