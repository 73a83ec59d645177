import pytest

from region_report import heading, open_nation, open_region, place, text
from region_report.errors import UsageError


def test_a_region_is_opened_by_slug_or_by_code():
    assert open_region("wenzhou").equals(open_region("330300"))
    assert open_region("wenzhou").equals(open_region(330300))


def test_an_unknown_region_is_refused_with_the_nearest_name():
    with pytest.raises(UsageError, match="wenzhou"):
        open_region("wenzou")


def test_the_heading_speaks_the_language_asked_for():
    assert [str(heading("wenzhou", lang=lang)) for lang in ("zh", "en")] == ["# 温州市", "# Wenzhou City"]


def test_the_place_is_said_in_words_with_level_and_code():
    text.use("zh")
    assert str(place("jiajiang")) == "中国 › 四川省 › 乐山市 › 夹江县（县级，行政区划代码 511126）"


def test_a_data_folder_without_a_nation_gives_an_empty_frame_of_the_same_columns():
    nation = open_nation(data="tests/data/invented")
    assert nation.empty
    assert "value" in nation.columns
