"""Every figure of the shipped data is on its region's page, in both languages."""

import ast

import nbformat
import pytest
from bs4 import BeautifulSoup

from region_report import open_region, tables, text
from region_report.paths import project_root

REGIONS = sorted(path.name for path in (project_root() / "data" / "regions").iterdir())


@pytest.fixture(autouse=True)
def chinese_again():
    yield
    text.use("zh")


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("region", REGIONS)
def test_the_table_of_evidence_has_each_row_as_printed_with_its_reading_and_its_interval(region, lang):
    observations = open_region(region, lang=lang)
    rows = shown(tables.evidence(observations).html)
    assert len(rows) == len(observations)
    for cells, observation in zip(rows, observations.to_dict("records"), strict=True):
        assert cells[0].startswith(text.label(observation, "indicator"))
        assert cells[1] == (observation["printed"] or "—")
        assert cells[2].startswith(text.quantity(observation))
        has_value = observation["value"] == observation["value"]
        assert not has_value or cells[2].endswith(text.interval(observation))


@pytest.mark.parametrize("region", REGIONS)
def test_the_rendered_page_in_chinese_shows_that_table(region):
    observations = open_region(region, lang="zh")
    page = nbformat.read(project_root() / "tests" / "reference" / "zh" / "regions" / f"{region}.ipynb", as_version=4)
    made = [
        output.data.get("text/html") for cell in page.cells for output in cell.get("outputs", []) if "data" in output
    ]
    assert tables.evidence(observations).html in made


def test_the_chapter_of_a_region_shows_the_table_of_all_its_observations_in_a_cell_for_both_languages():
    chapter = nbformat.read(project_root() / "notebooks" / "region.ipynb", as_version=4)
    code = [cell for cell in chapter.cells if cell.cell_type == "code"]
    cells = [cell for cell in code if "tables.evidence(observations)" in cell.source]
    assert [cell.metadata.get("tags", []) for cell in cells] == [["remove-input"]]
    calls = [node for node in ast.walk(ast.parse(cells[0].source)) if isinstance(node, ast.Call)]
    shown = [ast.unparse(argument) for call in calls if ast.unparse(call.func) == "show" for argument in call.args]
    assert "tables.evidence(observations)" in shown
    everything = "observations = open_region(region, lang=lang, data=data)"
    assert any(everything in cell.source for cell in chapter.cells)


def shown(html):
    """The text of each cell, row by row."""
    rows = BeautifulSoup(html, "html.parser").select("tbody tr")
    return [[cell.get_text(" ", strip=True) for cell in row.select("th, td")] for row in rows]
