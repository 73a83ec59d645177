"""What a reader sees who points at a mark."""

import json

import pytest

from region_report import charts, text
from region_report.charts import tips
from region_report.paths import project_root
from region_report.testing import observations

NEEDED = {"tip.value", "tip.interval", "tip.period", "tip.source", "tip.grade"}
REFERENCES = sorted((project_root() / "tests" / "reference").rglob("*.ipynb"))
# These show what is on file or what may be compared: their cells are words, not figures.
WORDS = ("comparability_matrix", "coverage_matrix", "actors_matrix")


def marks(spec):
    """Every single mark of a specification, however deep its layers lie."""
    for layer in spec.get("layer", []):
        yield from marks(layer)
    if "mark" in spec:
        yield spec


def drawn_in(path):
    """The specifications of a rendered notebook."""
    for cell in json.loads(path.read_text("utf-8"))["cells"]:
        for output in cell.get("outputs", []):
            if charts.MIME in output.get("data", {}):
                yield output["data"][charts.MIME]


def lacking(spec):
    """The fields that the tooltips of a chart's marks lack; of lines, the points say the figures."""
    for mark in marks(spec):
        told = mark["encoding"]
        if told.get("description", {}).get("field") == "description":
            shown = told["tooltip"]
            yield from NEEDED - {each["field"] for each in (shown if isinstance(shown, list) else [shown])}


def test_every_mark_tells_value_interval_period_source_and_grade(drawn):
    for name, made in drawn.items():
        assert name in WORDS or set(lacking(made.spec)) == set(), name


@pytest.mark.parametrize("path", REFERENCES, ids=lambda path: path.stem)
def test_every_figure_of_the_report_tells_value_interval_period_source_and_grade(path):
    for spec in drawn_in(path):
        kind = spec["usermeta"]["region_report"]["kind"]
        assert kind in WORDS or set(lacking(spec)) == set(), kind


def test_a_tip_has_the_words_of_its_figure():
    row = observations("""
        indicator   measure  period  printed  source
        volunteers  actual   2022    4.7万名  mirror
    """).iloc[0]
    with text.edition("zh"):
        assert tips.of_figure(row, "志愿者") == {
            "name": "志愿者",
            "value": "4.7万人",
            "interval": "4.65万～4.75万",
            "period": "2022年",
            "source": row["source_zh"],
            "grade": text.label(row, "source_grade"),
        }


def test_a_computed_figure_without_a_source_says_that_it_is_computed():
    row = observations("""
        indicator   measure  period  printed
        volunteers  actual   2022    4.7万名
    """).iloc[0].to_dict() | {"source_zh": "", "source_grade": ""}
    with text.edition("zh"):
        told = tips.of_figure(row, "志愿者")
    assert (told["source"], told["grade"]) == ("本报告据所列数字计算", "—")
