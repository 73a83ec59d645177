"""Where forking is not safe, a kernel is launched the ordinary way, and the reason is a debug message."""

import asyncio
import logging
import os
import sys
import threading

import pytest
from in_kernels import choose, printed

from region_report.kernels import fit, owner, process

MODULES = ("pandas", "region_report")


def asked(folder, **environment):
    return {"command": [sys.executable], "environment": os.environ | environment, "folder": str(folder)}


def test_a_request_like_the_warm_process_itself_fits(tmp_path):
    fitting = asked(tmp_path)
    threads = len(os.listdir("/proc/self/task"))
    reason = fit.misfit(fitting, MODULES, fit.fingerprint(MODULES))
    assert reason in ("", f"{threads} threads run in the warm process")


@pytest.mark.parametrize(
    ("environment", "named"),
    [
        ({"PYTHONHASHSEED": "7"}, "PYTHONHASHSEED"),
        ({"LD_PRELOAD": "/x.so"}, "LD_PRELOAD"),
        ({"OMP_NUM_THREADS": "4"}, "OMP_NUM_THREADS"),
        ({"PYTHONPATH": "/elsewhere", "LC_ALL": "xx"}, "LC_ALL, PYTHONPATH"),
    ],
)
def test_what_python_reads_once_at_its_start_must_be_the_same(tmp_path, environment, named):
    reason = fit.misfit(asked(tmp_path, **environment), MODULES, fit.fingerprint(MODULES))
    assert reason == f"the environment differs in {named}"


def test_another_interpreter_is_not_served(tmp_path):
    reason = fit.misfit(asked(tmp_path) | {"command": ["/other/python"]}, MODULES, "")
    assert reason == f"the kernel wants /other/python, the warm process runs {sys.executable}"


def test_a_folder_with_a_module_of_the_same_name_would_be_asked_first_by_an_ordinary_kernel(tmp_path):
    (tmp_path / "pandas.py").touch()
    assert fit.misfit(asked(tmp_path), MODULES, "") == "the kernel's folder has its own pandas"


def test_code_that_changed_since_it_was_imported_is_not_served(tmp_path, monkeypatch):
    (tmp_path / "fresh.py").write_text("old = 1")
    monkeypatch.syspath_prepend(tmp_path)
    before = fit.fingerprint(["fresh"])
    assert fit.fingerprint(["fresh"]) == before
    (tmp_path / "fresh.py").write_text("old = 10")
    reason = fit.misfit(asked(tmp_path / "elsewhere"), ["fresh"], before)
    assert reason == "the code has changed since the warm process imported it"


def test_a_process_with_more_than_one_thread_does_not_fork(tmp_path):
    stop = threading.Event()
    thread = threading.Thread(target=stop.wait)
    thread.start()
    try:
        reason = fit.misfit(asked(tmp_path), MODULES, fit.fingerprint(MODULES))
    finally:
        stop.set()
        thread.join()
    assert reason.endswith("threads run in the warm process")


@pytest.mark.parametrize(
    ("command", "options", "reason"),
    [
        (
            ["kernel.py"],
            {},
            "the command is not `python -m ipykernel_launcher ...` but ['kernel.py']",
        ),
        (None, {"independent": True}, "the kernel is to outlive the process that starts it"),
        (None, {"stdout": -1}, "the launch asks for a pipe"),
        (None, {"preexec_fn": print}, "the launch asks for preexec_fn"),
        (None, {"env": {}}, "the environment differs in "),
    ],
)
def test_a_launch_that_a_fork_cannot_serve_is_refused_with_the_reason(warmed, monkeypatch, command, options, reason):
    monkeypatch.setenv("PYTHONUNBUFFERED", "1")
    with pytest.raises(process.NotForked) as refused:
        asyncio.run(process.fork(command or [sys.executable, "-m", "ipykernel_launcher"], any_port=True, **options))
    assert str(refused.value).startswith(reason)


def test_on_another_platform_nothing_is_forked(monkeypatch):
    monkeypatch.setattr(owner, "POSSIBLE", False)
    with owner.warm_kernels() as variables:
        assert variables == {}
    with pytest.raises(process.NotForked, match=r"^the platform is linux, without safe forks$"):
        asyncio.run(process.fork(["python"], any_port=True))


def test_without_a_warm_process_the_kernel_runs_all_the_same_and_the_log_says_why(warm, monkeypatch, caplog):
    choose(monkeypatch, warm | {owner.ADDRESS: "nobody-listens-here"})
    with caplog.at_level(logging.DEBUG):
        assert printed("print(1 + 1)") == "2\n"
    assert "The kernel is launched the ordinary way: the warm process cannot be asked" in caplog.text


def test_an_installation_older_than_the_provisioner_starts_its_kernels_the_ordinary_way(monkeypatch):
    monkeypatch.setattr(owner, "PROVISIONER", "not-installed")
    with owner.warm_kernels() as variables:
        assert variables == {}
