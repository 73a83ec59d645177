import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

from region_report import normal_form
from region_report.paths import project_root


def executed(*cells):
    return new_notebook(cells=list(cells), metadata={"papermill": {"start_time": "2026-01-01"}})


def test_only_the_cells_of_one_language_and_those_of_none_are_kept():
    notebook = executed(
        new_markdown_cell("中文", metadata={"tags": ["lang-zh"]}),
        new_markdown_cell("English", metadata={"tags": ["lang-en"]}),
        new_code_cell("1 + 1"),
    )
    assert [cell.source for cell in normal_form.keep_language(notebook, "en").cells] == ["English", "1 + 1"]


def test_times_and_papermill_marks_are_gone_and_cells_are_numbered_in_order():
    cell = new_code_cell(
        "x", id="a-02", execution_count=7, metadata={"papermill": {"duration": 1.5}, "tags": ["remove-input"]}
    )
    notebook = normal_form.normalise(executed(new_code_cell("y", id="a-01"), cell), "a")
    assert notebook.metadata.keys() == {"kernelspec", "language_info"}
    assert [cell.execution_count for cell in notebook.cells] == [1, 2]
    assert notebook.cells[1].metadata == {"tags": ["remove-input"]}


def test_the_cell_papermill_adds_has_a_fixed_id():
    added = new_code_cell("region = 'b'", metadata={"tags": ["injected-parameters"]})
    assert normal_form.normalise(executed(added), "region").cells[0].id == "region-injected"


def test_a_computed_heading_becomes_a_markdown_cell():
    output = new_output("display_data", data={"text/markdown": "# 甲市", "text/plain": "# 甲市"})
    cell = new_code_cell("heading()", id="a-03", metadata={"tags": ["heading"]}, outputs=[output])
    made = normal_form.normalise(executed(cell), "a").cells[0]
    assert (made.cell_type, made.source, made.id) == ("markdown", "# 甲市", "a-03")


def test_a_cell_that_warns_is_refused_by_name():
    output = new_output("stream", name="stderr", text="UserWarning: old\n")
    with pytest.raises(normal_form.NotReproducible, match=r"^cell a-04 wrote to stderr: UserWarning: old$"):
        normal_form.normalise(executed(new_code_cell("f()", id="a-04", outputs=[output])), "a")


def test_a_cell_that_shows_the_path_of_this_machine_is_refused_by_name():
    output = new_output("display_data", data={"text/plain": f"{project_root()}/data"})
    with pytest.raises(normal_form.NotReproducible, match=r"^cell a-05 shows the path of this machine"):
        normal_form.normalise(executed(new_code_cell("f()", id="a-05", outputs=[output])), "a")


def test_a_written_notebook_reads_back_equal_and_keeps_chinese_as_it_is():
    notebook = normal_form.normalise(executed(new_markdown_cell("温州市", id="a-01")), "a")
    written = normal_form.write(notebook)
    assert "温州市" in written
    assert nbformat.reads(written, as_version=4) == notebook


def test_a_region_has_labels_of_its_own():
    notebook = executed(new_markdown_cell("(evidence)=\n## 证据\n\n见 (evidence)= 一行"), new_code_cell("(x)=1"))
    labelled = normal_form.own_labels(notebook, "wenzhou")
    assert [cell.source for cell in labelled.cells] == [
        "(wenzhou-evidence)=\n## 证据\n\n见 (evidence)= 一行",
        "(x)=1",
    ]
