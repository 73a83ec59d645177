"""The notebook of questions: it answers them on the shipped data, and runs on any other."""

import ast

import api_page
import nbformat
import openpyxl
import pytest
from copies import copy_project
from nbclient import NotebookClient

from region_report import PUBLIC, chapters
from region_report.metrics.targets import targets
from region_report.observations import load_all
from region_report.paths import project_root

EXPLORE = project_root() / "notebooks" / "explore.ipynb"
# What a question's answer holds on the shipped data, by words of its call: figures of documents 1 and 3, and of charts.
ANSWERS = {
    '"workforce"), every': ["50,000 people", "16.8%", "16.3–17.3%"],
    "required_growth_lower": ["16.8", "NaN"],
    "target_status(": ["Which targets can be judged"],
    "targets.judged(": ["achieved (from copies alone)"],
    "denominators.densities(": ["17.9", "17.87–18.22", "17439人", "township-level unit"],
    "findings.not_comparable(": [
        "“Certified social workers” of Wenzhou City and “Social work professionals” of Guangxi"
    ],
    "comparability_matrix(": ["Which indicators may be compared"],
    '"implied"': ["752 township-level units", "1253个"],
    "coverage_matrix(": ["What is on file for each region and indicator"],
    "period == ''": ["877个", "4.7万名"],
    "two_regions(": ["What may be compared", "higher in Wenzhou City"],
    "rr.save(": ["Saved in `_build/targets.xlsx`"],
    "alt.Chart(": ["<svg"],
}


def executed(project, **parameters):
    """The code cells of the notebook, run from top to bottom in the folder `notebooks` of a project."""
    notebook = nbformat.read(EXPLORE, as_version=4)
    cells = [cell for cell in notebook.cells if cell.cell_type == "code"]
    cells[0].source += "".join(f"\n{name} = {value!r}" for name, value in parameters.items())
    NotebookClient(notebook, kernel_name="python3", resources={"metadata": {"path": project / "notebooks"}}).execute()
    return cells


def shown(cell):
    """All texts that a cell leaves."""
    return "\n".join(str(text) for output in cell.outputs for text in output.data.values())


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    return copy_project(tmp_path_factory.mktemp("explore"))


def test_each_question_is_answered_on_the_shipped_data(project):
    cells = executed(project, language="en")
    answers = {call: shown(cell) for call in ANSWERS for cell in cells if call in cell.source}
    assert [(call, part) for call, parts in ANSWERS.items() for part in parts if part not in answers[call]] == []
    # Beside parameters and imports every code cell is a question's.
    assert len(answers) == len(cells) - 2
    saved = openpyxl.load_workbook(project / "_build" / "targets.xlsx").active
    assert saved.max_row == 1 + len(targets(load_all()))


def test_it_runs_on_other_data_in_the_other_language(project):
    cells = executed(project, language="zh", data=str(project / "tests" / "data" / "invented"))
    assert [output for cell in cells for output in cell.outputs if output.output_type in ("error", "stream")] == []
    assert "3,000人" in shown(cells[2])


def test_it_is_no_chapter_of_the_report():
    assert "lang" not in chapters.read_chapter(EXPLORE).parameters
    assert "explore" not in {chapter.name for chapter in chapters.chapters()}


def test_it_needs_the_public_interface_alone():
    source = "\n".join(cell.source for cell in nbformat.read(EXPLORE, as_version=4).cells if cell.cell_type == "code")
    calls = [ast.unparse(node.func) for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call)]
    public = {api_page.called(module, name) for module, names in PUBLIC.items() for name in names}
    assert {call for call in calls if call.startswith("rr.") and ")" not in call} <= public
