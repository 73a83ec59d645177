"""What somebody sees who has a notebook open: a picture beside the specification of a chart, a table with styles."""

from types import SimpleNamespace

import pytest
from in_kernels import asked_by_a_front_end, outputs

from region_report import frontends
from region_report.charts import chart, pictures
from region_report.tables.bundles import STYLE, bundle

SPEC = {
    "$schema": "https://vega.github.io/schema/vega-lite/v6.json",
    "data": {"values": [{"x": 1}]},
    "mark": "bar",
    "encoding": {"x": {"field": "x", "type": "quantitative"}},
    "width": "container",
    "usermeta": {"region_report": {"title": "Title", "description": "Description"}},
}
SHOWN = f"from region_report.charts import Chart\nChart({SPEC!r})"


@pytest.mark.parametrize(("request_", "shown"), [({"metadata": {"cellId": "a"}}, True), ({"metadata": {}}, False)])
def test_a_chart_has_a_picture_and_a_table_its_styles_where_the_request_names_the_cell(monkeypatch, request_, shown):
    kernel = SimpleNamespace(get_parent=lambda: request_)
    monkeypatch.setattr(frontends, "get_ipython", lambda: SimpleNamespace(kernel=kernel))
    made = chart.Chart(SPEC)._repr_mimebundle_()
    assert list(made) == [chart.MIME, *[pictures.MIME] * shown, "text/plain"]
    assert made.get(pictures.MIME, "<svg").startswith("<svg")
    # A table brings the styles that a page has from the site.
    assert bundle("<p>x</p>", "x") == {"text/html": STYLE * shown + "<p>x</p>", "text/plain": "x"}


def test_outside_of_a_notebook_there_is_no_picture():
    assert pictures.beside(SPEC) == {}


def test_a_real_kernel_tells_a_front_end_from_what_runs_a_whole_notebook():
    [run] = outputs(SHOWN)[0]
    assert set(run["data"]) == {chart.MIME, "text/plain"}
    assert set(asked_by_a_front_end(SHOWN)["data"]) == {chart.MIME, pictures.MIME, "text/plain"}
