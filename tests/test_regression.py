"""The references of `tests/reference`: what today's code makes of today's data, cell by cell."""

import json
from pathlib import Path

import pytest
from copies import copy_project, run

from region_report.paths import project_root

REFERENCE = project_root() / "tests" / "reference"


@pytest.fixture(scope="module")
def fresh(tmp_path_factory):
    """The references rendered again by a copy of the project in another folder."""
    folder = copy_project(tmp_path_factory.mktemp("elsewhere"))
    made = folder / "made"
    for words in (
        ("--lang", "zh", "--out", str(made)),
        ("--data", "tests/data/invented", "--chapter", "region", "--out", str(made / "invented")),
    ):
        result = run(folder, "region_report", "render", *words)
        assert result.returncode == 0, result.stderr
    return made


def test_a_fresh_render_in_another_folder_gives_the_references_byte_for_byte(fresh):
    differences = [
        line for path in notebooks(REFERENCE, fresh) for line in difference(REFERENCE / path, fresh / path)
    ]
    assert not differences, "\n".join([*differences, "If the change is meant: make accept, and review it."])


def test_there_is_a_reference_for_each_region_and_cross_region_chapter_in_zh_and_an_invented_one_in_both():
    found = {path.as_posix() for path in notebooks(REFERENCE)}
    regions = {f"zh/regions/{slug}.ipynb" for slug in ("guangxi", "jiajiang", "wenzhou")}
    assert found >= regions | {"zh/comparison.ipynb", "zh/coverage.ipynb"}
    assert {path.split("/")[1] for path in found if path.startswith("invented/")} == {"zh", "en"}


def test_one_changed_figure_fails_nbval_with_the_cell_that_shows_it(tmp_path):
    copy = copy_project(tmp_path)
    path = next((copy / "tests/data/invented/regions").glob("*/observations.csv"))
    reference = f"tests/reference/invented/zh/regions/{path.parent.name}.ipynb"
    text = path.read_text(encoding="utf-8")
    printed = text.splitlines()[1].split(",")[3]
    path.write_text(
        text.replace(f",{printed},", f",{printed.translate(str.maketrans('12345', '23456'))},", 1),
        encoding="utf-8",
    )
    result = run(copy, "pytest", "--nbval", "-p", "no:cacheprovider", "--rootdir", str(copy), reference)
    assert result.returncode == 1, result.stdout
    assert "Notebook cell execution failed" in result.stdout or "Cell " in result.stdout
    assert f"{path.parent.name}.ipynb" in result.stdout


def notebooks(*folders):
    return sorted({path.relative_to(folder) for folder in folders for path in Path(folder).rglob("*.ipynb")})


def difference(reference, made):
    """Lines that name each cell in which two notebooks differ."""
    if not (reference.is_file() and made.is_file()):
        return [f"{reference.name}: only in {'the references' if reference.is_file() else 'a fresh render'}"]
    if reference.read_bytes() == made.read_bytes():
        return []
    old, new = (json.loads(path.read_text(encoding="utf-8"))["cells"] for path in (reference, made))
    changed = [cell["id"] for cell, other in zip(old, new, strict=False) if cell != other]
    return [f"{reference.parent.name}/{reference.name}: cell {name} differs" for name in changed or ["count"]]
