import nbformat
import pytest
import small_book

from region_report import normal_form
from region_report.paths import project_root
from region_report.site import notebooks

REFERENCE = sorted((project_root() / "tests" / "reference").rglob("comparison.ipynb"))


@pytest.mark.parametrize("path", REFERENCE)
def test_a_rendered_notebook_is_read_as_nbformat_reads_it(path):
    text = path.read_text("utf-8")
    assert notebooks.read(text) == nbformat.reads(text, as_version=4)


def test_what_a_chart_says_stays_in_plain_types():
    text = normal_form.write(small_book.notebook("zh"))
    data = notebooks.read(text).cells[1].outputs[0]["data"]
    assert {type(value) for value in data.values()} == {dict, str}
