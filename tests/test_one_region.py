"""A run for one region: what shows it is rendered, and the other pages are those there were."""

import pytest
import small_chapters
from copies import change

from region_report import render
from region_report.errors import UsageError


@pytest.fixture
def project(tmp_path, monkeypatch):
    folder = small_chapters.make(tmp_path / "project")
    monkeypatch.setenv("REGION_REPORT_ROOT", str(folder))
    monkeypatch.setenv("REGION_REPORT_CACHE", str(tmp_path / "kept"))
    return folder


def run(*, langs=("zh",), **options):
    """The jobs that a run executes, and those that it leaves older than what they show."""
    results = render.render_all(langs=langs, **options)
    executed = {str(result.job) for result in results if not result.kept}
    return executed, {str(result.job) for result in results if result.older}


def test_a_run_for_a_region_executes_what_shows_it_and_leaves_the_others_as_they_were(project):
    assert run(anew=["yuepu"])[0] == {"region xingyuan zh", "region yuepu zh", "every zh", "own zh"}
    # Both regions read the units, so both pages would be others.
    change(project / "data" / "units.csv", "percent,%", "percent,％")
    before = (project / "book" / "regions" / "xingyuan.ipynb").read_bytes()
    assert run(anew=["yuepu"]) == ({"region yuepu zh", "every zh", "own zh"}, {"region xingyuan zh"})
    assert (project / "book" / "regions" / "xingyuan.ipynb").read_bytes() == before
    assert run() == ({"region xingyuan zh"}, set())


def test_a_page_of_other_data_or_one_that_failed_is_not_taken_for_what_was_rendered(project, tmp_path):
    other = {"data": str(project.parent / "other"), "out": tmp_path / "out"}
    (project / "data").rename(other["data"])
    (project / "data").symlink_to(other["data"])
    run(out=tmp_path / "out")
    assert "region xingyuan zh" in run(anew=["yuepu"], **other)[0]
    page = tmp_path / "out" / "zh" / "regions" / "xingyuan.ipynb"
    change(project / "data" / "units.csv", "percent,%", "percent,％")
    page.write_text('{"cells": []}', encoding="utf-8")
    assert "region xingyuan zh" in run(anew=["yuepu"], **other)[0]


def test_a_region_that_is_not_there_is_refused_before_anything_runs(project):
    with pytest.raises(UsageError, match=r"^There is no region 'yuepo' in data/regions\. Did you mean 'yuepu'\?"):
        run(anew=["yuepo"])
    assert not list((project / "book").rglob("*.ipynb"))
