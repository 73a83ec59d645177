"""A notebook whose inputs are as they were is not executed again, whatever it reads and however it reads it."""

import shutil

import pytest
import small_chapters
from copies import change
from small_chapters import notebook

from region_report import render
from region_report.errors import UsageError


@pytest.fixture
def project(tmp_path, monkeypatch):
    folder = small_chapters.make(tmp_path / "project")
    monkeypatch.setenv("REGION_REPORT_ROOT", str(folder))
    monkeypatch.setenv("REGION_REPORT_CACHE", str(tmp_path / "kept"))
    return folder


def executed(**options):
    """The jobs that a run executes, without their language."""
    results = render.render_all(langs=["zh"], **options)
    return {str(result.job).removesuffix(" zh") for result in results if not result.kept}


ALL = {"region xingyuan", "region yuepu", "every", "own"}


def test_what_has_changed_is_executed_again_and_nothing_else(project):
    assert executed() == ALL
    pages = sorted((project / "book").rglob("*.ipynb"))
    times = [path.stat().st_mtime_ns for path in pages]
    assert executed() == set()
    assert [path.stat().st_mtime_ns for path in pages] == times

    figure = project / "data" / "regions" / "yuepu" / "observations.csv"
    before = figure.read_text("utf-8")
    change(figure, "23个", "24个")
    assert executed() == {"region yuepu", "every"}
    # As it was: the results of then are kept as well, and the pages are those of then.
    figure.write_text(before, encoding="utf-8")
    assert executed() == set()

    (project / "own" / "helper.py").write_text("def total(table):\n    return len(table) + 1\n", encoding="utf-8")
    assert executed() == {"own"}
    change(project / "data" / "units.csv", "人", "个人")
    assert executed() == ALL


def test_a_page_of_one_indicator_is_executed_again_only_for_rows_of_its_own(project):
    code = "from region_report import open_indicator\nlen(open_indicator(indicator, lang=lang, data=data))"
    notebook(project, "indicator", 'indicator: str = ""\n', code)
    chosen = {"chapter": "indicator", "indicators": ["social_work_rooms", "volunteer_teams"]}
    assert executed(**chosen) == {"indicator social_work_rooms", "indicator volunteer_teams"}
    change(project / "data" / "regions" / "yuepu" / "observations.csv", "23个", "24个")
    assert executed(**chosen) == {"indicator social_work_rooms"}
    assert executed(**chosen) == set()


def test_a_page_of_who_reports_what_is_not_executed_again_for_another_figure(project):
    code = "from region_report import open_outline\nlen(open_outline(lang=lang, data=data))"
    notebook(project, "outline", "", code)
    notebook(project, "plain", "", "from region_report import open_report\nopen_report(lang=lang, data=data)")
    assert executed() == ALL | {"outline", "plain"}
    figures = project / "data" / "regions" / "yuepu" / "observations.csv"
    change(figures, "23个", "24个")
    assert executed() == {"region yuepu", "every"}
    lines = figures.read_text("utf-8").splitlines(keepends=True)
    figures.write_text("".join(lines[:-1]), "utf-8")
    assert executed() == {"region yuepu", "every", "outline"}


def test_data_without_a_region_are_refused_before_anything_runs(project):
    for region in (project / "data" / "regions").iterdir():
        shutil.rmtree(region)
    with pytest.raises(UsageError) as refused:
        executed()
    assert str(refused.value) == (
        "There are no regions in data. Make one: region-report new-region --code CODE --data data"
    )


def test_the_page_of_a_region_that_is_gone_goes(project):
    executed()
    shutil.rmtree(project / "data" / "regions" / "yuepu")
    (project / "book" / "regions" / "note.md").touch()
    executed(regions=["xingyuan"])
    assert (project / "book" / "regions" / "yuepu.ipynb").exists()
    executed()
    assert {path.name for path in (project / "book" / "regions").iterdir()} == {"note.md", "xingyuan.ipynb"}


def test_another_language_of_the_machine_executes_nothing_again(project, monkeypatch):
    monkeypatch.setenv("LC_ALL", "")
    monkeypatch.setenv("LANG", "zh_CN.UTF-8")
    notebook(project, "own", "", "import locale\nlocale.setlocale(locale.LC_ALL, '')")
    assert executed(chapter="own") == {"own"}
    assert "'C.UTF-8'" in (project / "book" / "own.ipynb").read_text("utf-8")
    monkeypatch.setenv("LANG", "en_US.UTF-8")
    monkeypatch.setenv("LANGUAGE", "en")
    assert executed(chapter="own") == set()


def test_a_fault_in_a_kernel_is_told_in_the_language_of_the_machine(project, monkeypatch):
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    notebook(project, "own", "", "from region_report import open_region\nopen_region('nowhere', lang=lang, data=data)")
    (result,) = render.render_all(langs=["en"], chapter="own")
    assert "没有“nowhere”这个地区" in result.fault


def test_a_page_that_was_lost_or_spoilt_comes_back_without_a_kernel(project):
    executed(chapter="own")
    page = project / "book" / "own.ipynb"
    before = page.read_bytes()
    page.write_text("spoilt", encoding="utf-8")
    assert executed(chapter="own") == set()
    assert page.read_bytes() == before


def test_everything_is_executed_where_that_is_asked_for(project):
    executed(chapter="own")
    assert executed(chapter="own", fresh=True) == {"own"}


@pytest.mark.parametrize(
    "code", ["1 / 0", "import subprocess; subprocess.run(['true'], check=True)", "open('made', 'w')"]
)
def test_what_failed_or_reaches_beyond_its_files_is_not_kept(project, code):
    notebook(project, "own", "", code)
    assert executed(chapter="own") == executed(chapter="own") == {"own"}
