"""The same run on a Dask cluster: two workers over TCP, one of which is killed in the middle."""

import os
import subprocess
import sys
from contextlib import contextmanager

import pytest
import small_chapters
from distributed import LocalCluster

from region_report import render
from region_report.cluster import packing, worker
from region_report.cluster.driver import Cluster
from region_report.errors import UsageError
from region_report.results import Inputs


@pytest.fixture
def project(tmp_path, monkeypatch):
    """The small chapters, and six more that take a moment."""
    folder = small_chapters.make(tmp_path / "project")
    monkeypatch.setenv("REGION_REPORT_ROOT", str(folder))
    for number in range(6):
        code = f"import time; time.sleep(0.2); from region_report import open_all; len(open_all(lang=lang)) * {number}"
        small_chapters.notebook(folder, f"more{number}", "", code)
    small_chapters.notebook(folder, "wrong", "", "1 / 0")
    return folder


@pytest.fixture
def scheduler():
    with LocalCluster(n_workers=0, protocol="tcp://", dashboard_address=None) as cluster:
        yield cluster.scheduler_address


@contextmanager
def workers(number, scheduler, folder):
    """Workers as another machine would start them: processes of their own, which know nothing of the project."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("REGION_REPORT_")}
    command = [sys.executable, "-m", "distributed.cli.dask_worker", scheduler, "--no-nanny", "--nthreads", "1"]
    started = []
    for each in range(number):
        place = folder / f"worker{each}"
        place.mkdir(parents=True)
        with (place / "log").open("w") as log:
            options = {"cwd": place, "env": environment, "stdout": log, "stderr": log}
            started.append(subprocess.Popen([*command, "--local-directory", str(place)], **options))
    try:
        yield started
    finally:
        for process in started:
            process.kill()
            process.wait()


def rendered(folder):
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*.ipynb")}


def test_two_workers_make_what_one_machine_makes_though_one_is_killed(project, scheduler, tmp_path, monkeypatch):
    monkeypatch.setenv("REGION_REPORT_CACHE", str(tmp_path / "kept here"))
    here = render.render_all(langs=["zh"], out=tmp_path / "here")
    monkeypatch.setenv("REGION_REPORT_CACHE", str(tmp_path / "kept"))
    with workers(2, scheduler, tmp_path) as started, Cluster(scheduler, str(tmp_path / "exchange")) as cluster:

        def kill_one(result, total):
            if len(cluster.made) == 2 and sum(cluster.made.values()) < total - 2:
                started[0].kill()

        there = render.render_all(langs=["zh"], out=tmp_path / "there", machines=cluster, report=kill_one)
        assert started[0].wait(10)
        assert started[1].poll() is None
    assert len(cluster.made) == 2
    assert rendered(tmp_path / "there") == rendered(tmp_path / "here")
    faults = ["wrong zh: cell 2: ZeroDivisionError: division by zero"]
    assert [each.fault for each in there if each.fault] == [each.fault for each in here if each.fault] == faults

    # What came back is kept as what was executed here; what failed is not.
    again = render.render_all(langs=["zh"], out=tmp_path / "there")
    assert [str(each.job) for each in again if not each.kept] == ["wrong zh"]


def test_what_another_run_has_left_in_the_exchange_is_taken_and_not_made_again(
    project, scheduler, tmp_path, monkeypatch
):
    with workers(1, scheduler, tmp_path):
        for number in range(2):
            monkeypatch.setenv("REGION_REPORT_CACHE", str(tmp_path / f"kept{number}"))
            with Cluster(scheduler, str(tmp_path / "exchange")) as cluster:
                results = render.render_all(langs=["zh"], chapter="own", out=tmp_path / "out", machines=cluster)
            assert (sum(cluster.made.values()), [each.kept for each in results]) == (1 - number, [False])


def test_a_worker_with_other_code_is_refused(project, scheduler, tmp_path, monkeypatch):
    monkeypatch.setattr(worker, "code", lambda: "region-report 9.9.9 (code abc, packages abc, Python 3.11.7)")
    with (
        workers(1, scheduler, tmp_path),
        Cluster(scheduler, str(tmp_path / "exchange")) as cluster,
        pytest.raises(UsageError, match=r"^The worker tcp://\S+ runs region-report \d\S+ \(code \w+, packages \w+, "),
    ):
        render.render_all(langs=["zh"], chapter="own", out=tmp_path / "out", machines=cluster)


def test_the_project_is_put_there_once_for_each_content_without_what_was_built_or_is_hidden(project, tmp_path):
    (project / "_build").mkdir()
    for name in ("_build/page.html", ".secret"):
        (project / name).write_text("x", encoding="utf-8")
    (tmp_path / "kept").mkdir()
    exchange = packing.Exchange(f"file://{tmp_path}/exchange")
    name = packing.pack(exchange, project, Inputs(tmp_path / "kept"))
    assert packing.pack(exchange, project, Inputs(tmp_path / "kept")) == name
    place = packing.unpack(exchange, name, tmp_path)
    found = {path.relative_to(place).as_posix() for path in place.rglob("*") if path.is_file()}
    assert {"_config.yml", "own/helper.py", "notebooks/own.ipynb", "data/regions/yuepu/region.yml"} <= found
    assert not {"_build/page.html", ".secret"} & found
    (project / "own" / "helper.py").write_text("x = 1\n", encoding="utf-8")
    assert packing.pack(exchange, project, Inputs(tmp_path / "kept")) != name


def test_a_project_that_was_put_there_by_half_is_put_there_again(project, tmp_path, monkeypatch):
    (tmp_path / "kept").mkdir()
    exchange, inputs = packing.Exchange(str(tmp_path / "exchange")), Inputs(tmp_path / "kept")

    def cut_off(exchange, name, content, put=packing.Exchange.put):
        put(exchange, name, content[:40])
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(packing.Exchange, "put", cut_off)
        with pytest.raises(KeyboardInterrupt):
            packing.pack(exchange, project, inputs)
    packing.unpack(exchange, packing.pack(exchange, project, inputs), tmp_path)


def test_workers_must_have_the_same_packages(monkeypatch):
    worker.code.cache_clear()
    before, version = worker.code(), worker.metadata.version
    worker.code.cache_clear()
    monkeypatch.setattr(worker.metadata, "version", lambda name: "99" if name == "pandas" else version(name))
    other = worker.code()
    worker.code.cache_clear()
    assert other != before


def test_half_a_notebook_in_the_exchange_is_none(tmp_path):
    from region_report.render.execution import Made

    exchange = packing.Exchange(str(tmp_path))
    packing.write(exchange, "results/x", Made("一本笔记".encode(), parts={}))
    assert packing.read(exchange, "results/x") == ("一本笔记".encode(), "", {})
    whole = exchange.get("results/x")
    exchange.put("results/x", whole[:-4])
    assert packing.read(exchange, "results/x") is None


def test_no_scheduler_is_told_with_its_address(tmp_path, monkeypatch):
    monkeypatch.setattr("region_report.cluster.driver._PATIENCE", 1)
    with pytest.raises(UsageError, match=r"^There is no Dask scheduler at 'tcp://127\.0\.0\.1:9': "):
        Cluster("tcp://127.0.0.1:9")
