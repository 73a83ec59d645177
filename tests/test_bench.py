"""What benchmarks measure with: invented regions, and the gate that both ways say the same."""

import sys

import nbformat
import pytest

from region_report import observations
from region_report.codelists import regions
from region_report.paths import project_root


@pytest.fixture
def invented(monkeypatch):
    """The generator, as the benchmark imports it."""
    monkeypatch.syspath_prepend(project_root() / "bench")
    import invented

    yield invented
    sys.modules.pop("invented")


@pytest.fixture
def projects(invented):
    """The maker of projects, as the benchmark imports it."""
    import projects

    yield projects
    sys.modules.pop("projects")


def test_invented_regions_are_sound_and_say_that_they_are_invented(invented, tmp_path):
    invented.invent(tmp_path / "data", 10)
    assert observations.check(tmp_path / "data") == []
    frame = observations.load_all(data=tmp_path / "data")
    assert set(frame["source_en"]) == {"bench/invented.py: Invented figures, for measuring only (2024-12-31)"}
    assert frame["region"].nunique() == 10


def test_invented_regions_have_their_real_names_and_parents(invented, tmp_path):
    invented.invent(tmp_path / "data", 1)
    (region,) = regions(tmp_path / "data")
    assert (region.code, region.slug, region.name_zh, region.name_en) == (
        "110101",
        "dongcheng",
        "东城区",
        "Dongcheng District",
    )
    assert [each.name_zh for each in region.parents] == ["中国", "北京市"]


def test_the_same_regions_are_invented_again(invented, tmp_path):
    for name in ("one", "other"):
        invented.invent(tmp_path / name, 10)
    frames = [observations.load_all(data=tmp_path / name) for name in ("one", "other")]
    assert frames[0].equals(frames[1])


def test_one_figure_is_changed(invented, tmp_path):
    invented.invent(tmp_path / "data", 2)
    before = observations.load_all(data=tmp_path / "data")
    slug = invented.change_one_figure(tmp_path / "data")
    after = observations.load_all(data=tmp_path / "data")
    changed = before.index[before["printed"] != after["printed"]]
    assert len(changed) == 1
    assert before.loc[changed, "region"].tolist() == [slug]


def test_a_notebook_that_says_something_else_is_found_and_the_project_stays_where_it_is(projects, tmp_path):
    project = projects.project(tmp_path / "project", 1, whole=False)
    for folder, said in (("usual/zh/regions", "1"), ("book/regions", "2")):
        (project / folder).mkdir(parents=True, exist_ok=True)
        cell = nbformat.v4.new_markdown_cell(said, id="cell")
        nbformat.write(nbformat.v4.new_notebook(cells=[cell]), project / folder / "one.ipynb")
    root = project_root()
    assert projects.differing(project) == ["zh/one.ipynb"]
    assert project_root() == root
