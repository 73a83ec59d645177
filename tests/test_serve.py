"""A report that is read while it is written: what is watched, and what a page learns."""

import json
import os
import sys
import urllib.request

import live
import pytest
from copies import change

from region_report.build import publish
from region_report.messages import spoken
from region_report.serving import watching
from region_report.serving.live import EVENTS, SCRIPT, with_script


@pytest.fixture
def project(tmp_path, monkeypatch):
    folder = live.project(tmp_path / "project")
    monkeypatch.setenv("REGION_REPORT_ROOT", str(folder))
    return folder


@pytest.mark.parametrize("name", [
    "data/regions/yuepu/observations.csv", "data/units.csv", "data/schema/units.json", "notebooks/region.ipynb",
    "book/index.md", "book/pictures/a.svg",
])  # fmt: skip
def test_what_a_person_writes_is_watched(project, name):
    assert watching.Own()(None, str(project / name))


@pytest.mark.parametrize("name", [
    "book/regions/yuepu.ipynb", "book/indicators/cases.ipynb", "book/coverage.ipynb", "book/.coverage.ipynb.7.part",
    "notebooks/.ipynb_checkpoints/region-checkpoint.ipynb", "data/regions/yuepu/.observations.csv.swp",
    "data/regions/yuepu/observations.csv~", "data/regions/yuepu/4913", "data/units.csv.7.part",
    "data/examples/regions/hainan/observations.csv",
])  # fmt: skip
def test_what_rendering_and_editors_write_is_not(project, name):
    assert not watching.Own()(None, str(project / name))


def test_of_a_folder_whose_codelists_are_taken_only_these_are_watched(project):
    own = project / "data" / "examples"
    (own / "regions").mkdir(parents=True)
    (own / "codelists.yml").write_text("from: ..\n", encoding="utf-8")
    watched = watching.Own("data/examples")
    names = ["units.csv", "regions/yuepu/region.yml", "examples/units.csv", "examples/regions/hainan/region.yml"]
    assert [watched(None, str(project / "data" / name)) for name in names] == [True, False, True, True]


# One report served: each part of a visit needs the one before it.
def test_a_page_learns_of_a_change_and_of_a_fault_and_the_last_good_site_stays(project):
    with live.served(project, os.environ | {"LANG": "C.UTF-8", "LC_ALL": ""}) as address:
        events = urllib.request.urlopen(address + EVENTS, timeout=live.WAIT)
        first = until(events, lambda state: state["version"])
        page = live.get(f"{address}/zh/book/index.html")
        assert "起初的一句话" in page
        assert f'<script src="{SCRIPT}?{first["version"]}"></script></body>' in page
        assert "EventSource" in live.get(address + SCRIPT)

        change(project / "book" / "index.md", "起初的一句话", "改过的一句话")
        second = until(events, lambda state: state["version"] != first["version"])
        assert "改过的一句话" in live.get(f"{address}/zh/book/index.html")
        assert second["fault"] == ""

        change(project / "data" / "regions" / "yuepu" / "observations.csv", "23个", "一堆")
        third = until(events, lambda state: state["fault"])
        assert third["version"] == second["version"]
        assert "1 problem in data/regions/yuepu/observations.csv" in third["fault"]
        assert "改过的一句话" in live.get(f"{address}/zh/book/index.html")

        change(project / "data" / "regions" / "yuepu" / "observations.csv", "一堆", "23个")
        assert until(events, lambda state: not state["fault"]) == second
        assert f"?{second['version']}" in live.get(f"{address}/")
    built = (project / "_build" / "site" / "zh" / "book" / "index.html").read_text("utf-8")
    assert SCRIPT not in built


def test_the_page_that_offers_the_languages_allows_the_script_as_it_is_sent():
    page = with_script(publish.chooser(["zh", "en"]).encode(), "a1").decode()
    assert "default-src 'none'; script-src 'self'; connect-src 'self';" in page
    assert page.endswith(f'<script src="{SCRIPT}?a1"></script></body>\n</html>\n')


def until(events, holds):
    """The first state of the stream for which it holds."""
    for line in events:
        if line.startswith(b"data: ") and holds(state := json.loads(line.removeprefix(b"data: "))):
            return state
    raise AssertionError("the stream has ended")


def test_a_port_that_is_taken_is_told(project):
    taken = watching.live.server(project, watching.live.State())
    with taken, pytest.raises(watching.UsageError) as refused:
        watching.serve(port=taken.server_port, tell=lambda line: None)
    assert f"{taken.server_port}" in str(refused.value)


@pytest.mark.parametrize(
    ("program", "fault"),
    [
        ("pass", ""),
        ("import sys; sys.exit('no room')", "no room"),
        ("import os; os.kill(os.getpid(), 9)", "The process that built the report was ended from outside"),
    ],
)
def test_a_build_that_failed_has_a_fault_also_where_it_said_nothing(program, fault):
    build = watching.Build()
    build._command = [sys.executable, "-c", program]
    with spoken("en"):
        told = build.run()
    assert (told.startswith(fault), bool(told)) == (True, bool(fault))


def test_a_file_of_settings_that_an_editor_is_replacing_does_not_end_the_watch(project, monkeypatch):
    monkeypatch.setattr(watching.settings, "own_words", lambda: [project / "words.zh.yml"])
    assert {path.name for path, _ in watching._settings()} == {path.name for path in project.glob("_*.yml")}
