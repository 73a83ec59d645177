"""The line of sources below a chart."""

import pytest

from region_report import charts, text
from region_report.charts import cited
from region_report.testing import observations


def row(source, grade, inputs=""):
    """A computed figure of sources with an id and a title of one letter."""
    titles = {"source_zh": source.replace("; ", "；"), "source_en": source}
    return {"source": source, "source_grade": grade, **titles, "inputs_zh": inputs, "inputs_en": inputs}


@pytest.mark.parametrize(("lang", "stop"), [("zh", "；"), ("en", "; ")])
def test_a_source_is_named_once_although_a_computed_figure_has_joined_it_to_another(lang, stop):
    joined = [row(source, "press") for source in ("A; B", "B", "B; A", "C")]
    with text.edition(lang):
        assert cited.sources(joined) == f"A{stop}B{stop}C"


def test_a_figure_without_a_source_is_computed_here():
    assert cited.sources([row("", "")]) == "本报告据所列数字计算"
    assert cited.sources([{"baseline_source": "", "baseline_source_zh": ""}], ["baseline_source"]) == ""


@pytest.mark.parametrize(
    ("lang", "line"),
    [("zh", "A（转载，未与原件核对）；B"), ("en", "A (copy, not checked at the original); B")],
)
def test_a_copy_is_marked_at_its_title_and_nothing_else_is(lang, line):
    with text.edition(lang):
        assert cited.sources([row("A", "mirror"), row("A; B", "mirror"), row("B", "official")]) == line


@pytest.mark.parametrize(
    ("lang", "line"),
    [
        ("zh", "A；B；以上来源中有转载，未与原件核对"),
        ("en", "A; B; among these sources is a copy, not checked at the original"),
    ],
)
def test_a_copy_among_joined_sources_is_told_although_nothing_says_which_it_is(lang, line):
    with text.edition(lang):
        assert cited.sources([row("A; B", "mirror")]) == line


def test_a_figure_without_a_value_is_a_copy_where_its_input_is_one():
    assert cited.sources([row("A", "", "持证社工 5人（2022年；转载，未与原件核对）")]) == "A（转载，未与原件核对）"
    assert cited.sources([row("A", "", "持证社工 5人（2022年；媒体报道）")]) == "A"


def test_a_trend_marks_its_copies_below_it_and_in_its_table():
    made = charts.trend(
        observations("""
        indicator                 measure  period  printed  source
        certified_social_workers  actual   2020    1.4万    mirror
        certified_social_workers  actual   2021    1.5万    press
    """),
        indicator="certified_social_workers",
    )
    names = ["发布者：mirror的标题（转载，未与原件核对）", "发布者：press的标题"]
    assert made.words["source"] == "；".join(names)
    assert [line[3] for line in made.words["table"]["rows"]] == names
