"""The tools that a Jupyter user knows work on the project as they are: papermill, nbval, Jupyter Book."""

import nbformat
import pytest
from bs4 import BeautifulSoup
from copies import copy_project, run


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    """A copy of the project, with its own data and nothing rendered."""
    return copy_project(tmp_path_factory.mktemp("plain"))


def test_papermill_runs_a_chapter_with_its_parameters(project):
    command = "notebooks/region.ipynb out.ipynb -p region wenzhou -p lang en"
    result = run(project, "papermill", *command.split())
    assert result.returncode == 0, result.stderr
    made = nbformat.read(project / "out.ipynb", as_version=4)
    outputs = [output for cell in made.cells for output in cell.get("outputs", [])]
    assert not [output for output in outputs if output.output_type in ("error", "stream")]
    tables = BeautifulSoup("".join(output.data.get("text/html", "") for output in outputs), "html.parser")
    for card in tables.select(".report-origin dl"):
        card.decompose()
    cells = [cell.get_text(" ", strip=True) for cell in tables.select("td")]
    # Document 3: 4.7万名 volunteers; half of its last digit either way.
    assert {"4.7万名", "47,000 people interval 46,500–47,500"} <= set(cells)


def test_papermill_refuses_an_unknown_region_with_the_regions_there_are(project):
    command = "notebooks/region.ipynb refused.ipynb -p region nowhere"
    result = run(project, "papermill", *command.split())
    assert result.returncode == 1
    message = "There is no region 'nowhere' in data/regions. Regions: china, guangxi, jiajiang, wenzhou."
    assert f"UsageError: {message}" in result.stderr


def test_nbval_runs_a_reference_without_a_setting(project):
    result = run(project, "pytest", "--nbval", "-p", "no:cacheprovider", "tests/reference/zh/coverage.ipynb")
    assert result.returncode == 0, result.stdout
    reference = nbformat.read(project / "tests/reference/zh/coverage.ipynb", as_version=4)
    cells = sum(cell.cell_type == "code" for cell in reference.cells)
    assert f"{cells} passed" in result.stdout.splitlines()[-1]


def test_jupyter_book_builds_the_chinese_edition_after_a_render(project):
    rendered = run(project, "region-report", "render", "--lang", "zh")
    assert rendered.returncode == 0, rendered.stderr
    built = run(project, "jupyter-book", "build", ".", "-W", "--keep-going")
    assert built.returncode == 0, built.stdout[-3000:] + built.stderr[-3000:]
    page = project / "_build" / "html" / "book" / "regions" / "wenzhou.html"
    article = BeautifulSoup(page.read_text(encoding="utf-8"), "html.parser").find("article")
    assert "4.7万名" in [cell.get_text(strip=True) for cell in article.select("td")]
    assert len(article.select(".report-chart picture img")) > 0
