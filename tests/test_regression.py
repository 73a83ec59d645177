"""The references of `tests/reference`: what today's code makes of today's data, cell by cell."""

import json
import re
from pathlib import Path

import pytest
from copies import change, copy_project, run

from region_report.paths import project_root

REFERENCE = project_root() / "tests" / "reference"

# There are many pages of indicators, all made alike; these have targets, conflicts, rules and several regions.
INDICATORS = ("--indicator", "certified_social_workers", "--indicator", "nursing_bed_share")


@pytest.fixture(scope="module")
def fresh(tmp_path_factory):
    """The references rendered again by a copy of the project in another folder."""
    folder = copy_project(tmp_path_factory.mktemp("elsewhere"))
    made = folder / "made"
    for words in (
        ("--lang", "zh", *INDICATORS, "--out", str(made)),
        ("--data", "tests/data/invented", "--chapter", "region", "--out", str(made / "invented")),
    ):
        result = run(folder, "region-report", "render", *words)
        assert result.returncode == 0, result.stderr
    return made


def test_a_fresh_render_in_another_folder_gives_the_references_byte_for_byte(fresh):
    differences = [line for path in notebooks(REFERENCE, fresh) for line in difference(REFERENCE / path, fresh / path)]
    assert not differences, "\n".join([*differences, "If the change is meant: make accept, and review it."])


def test_there_is_a_reference_for_each_region_and_cross_region_chapter_in_zh_and_an_invented_one_in_both():
    found = {path.as_posix() for path in notebooks(REFERENCE)}
    regions = {f"zh/regions/{slug}.ipynb" for slug in ("guangxi", "jiajiang", "wenzhou")}
    assert found >= regions | {"zh/comparison.ipynb", "zh/coverage.ipynb"}
    assert {path.split("/")[1] for path in found if path.startswith("invented/")} == {"zh", "en"}


# What is changed in a copy of the project, and the call whose cell shows it in the reference of Yuepu.
INVENTED = "tests/data/invented"
CODE = "src/region_report"
CHANGES = {
    "figure": (f"{INVENTED}/regions/yuepu/observations.csv", "23个", "24个", "tables.evidence(observations)"),
    "label": (
        f"{INVENTED}/indicators.csv",
        "social_work_rooms,社工室",
        "social_work_rooms,社工站",
        "tables.evidence(observations)",
    ),
    "title": (f"{CODE}/locale/zh/headline.yml", "title: 主要数字", "title: 要点", "tables.headline("),
    "mark": (
        f"{CODE}/charts/marks.py",
        'look = {"shape": shape, "style": style, "size": size,',
        'look = {"shape": "square", "style": style, "size": size,',
        "charts.reading_ranges(",
    ),
}


@pytest.mark.parametrize("what", CHANGES)
def test_one_changed_figure_fails_nbval_with_the_cell_that_shows_it(tmp_path, what):
    file, old, new, call = CHANGES[what]
    copy = copy_project(tmp_path, code=file.startswith(CODE))
    change(copy / file, old, new)
    reference = "tests/reference/invented/zh/regions/yuepu.ipynb"
    result = run(copy, "pytest", "--nbval", "-p", "no:cacheprovider", "--color=no", "--rootdir", ".", reference)
    assert result.returncode == 1, result.stdout + result.stderr
    failed = set(re.findall(r"^FAILED (\S+::Cell \d+)", result.stdout, re.MULTILINE))
    assert f"{reference}::Cell {cell_number(copy / reference, call)}" in failed
    # Cells that do not show it pass: it is this change that fails, not the copy.
    others = {f"{reference}::Cell {cell_number(copy / reference, each)}" for each in ("place(", "downloads(")}
    assert not failed & others


def notebooks(*folders):
    return sorted({path.relative_to(folder) for folder in folders for path in Path(folder).rglob("*.ipynb")})


def cell_number(path, call):
    """The number that nbval gives the code cell with this call: it counts code cells from 0."""
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    sources = ["".join(cell["source"]) for cell in cells if cell["cell_type"] == "code"]
    return next(number for number, source in enumerate(sources) if call in source)


def difference(reference, made):
    """Lines that name each cell in which two notebooks differ."""
    if not (reference.is_file() and made.is_file()):
        return [f"{reference.name}: only in {'the references' if reference.is_file() else 'a fresh render'}"]
    if reference.read_bytes() == made.read_bytes():
        return []
    old, new = (json.loads(path.read_text(encoding="utf-8"))["cells"] for path in (reference, made))
    changed = [cell["id"] for cell, other in zip(old, new, strict=False) if cell != other]
    return [f"{reference.parent.name}/{reference.name}: cell {name} differs" for name in changed or ["count"]]
