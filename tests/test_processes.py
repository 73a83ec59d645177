import logging
import os
import signal

import pytest
from jupyter_client.provisioning import KernelProvisionerFactory

from region_report import processes, render
from region_report.errors import BuildError


@pytest.fixture
def without_locks(monkeypatch):
    """A machine whose /dev/shm may not be written."""

    def refused(*args, **options):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(processes, "ProcessPoolExecutor", refused)
    yield
    # Kernels started in this process leave it their kind.
    KernelProvisionerFactory.clear_instance()


def where(number):
    return number, os.getpid(), os.environ.get("PREPARED")


def prepare(value):
    os.environ["PREPARED"] = value


def killed(number):
    os.kill(os.getpid(), signal.SIGKILL)


@pytest.mark.parametrize(
    ("jobs", "told"),
    [(2, "(2 worked at a time). What was finished is kept, and the published site is as it was. Run it again with"
         " fewer: --jobs 1."),
     (1, "though only one worked. What was finished is kept, and the published site is as it was. Run it on a machine"
         " with more memory.")],
)  # fmt: skip
def test_a_process_that_the_machine_kills_is_told_with_what_to_do(jobs, told):
    with pytest.raises(BuildError) as error, processes.pool(jobs) as pool:
        list(processes.as_done(pool, killed, range(9)))
    assert str(error.value).startswith("A process of this run was ended from outside, most often because the machine")
    assert str(error.value).endswith(told)


def test_tasks_run_in_other_processes_and_results_come_in_their_order():
    with processes.pool(2, initializer=prepare, initargs=("yes",)) as pool:
        found = list(pool.map(where, [1, 2, 3]))
    assert [(number, prepared) for number, _, prepared in found] == [(1, "yes"), (2, "yes"), (3, "yes")]
    assert os.getpid() not in {pid for _, pid, _ in found}


def test_where_no_pool_can_be_made_tasks_run_here_and_leave_the_environment_as_it_was(without_locks, caplog):
    before = dict(os.environ)
    with processes.pool(2, initializer=prepare, initargs=("yes",), max_tasks_per_child=1) as pool:
        assert list(pool.map(where, [1, 2], chunksize=4)) == [(1, os.getpid(), "yes"), (2, os.getpid(), "yes")]
    assert dict(os.environ) == before
    assert caplog.messages == [
        "One task at a time, for lack of a pool of processes: PermissionError(13, 'Permission denied'). "
        "Mount /dev/shm to be quicker."
    ]


def test_an_error_of_a_task_is_not_taken_for_the_lack_of_a_pool(caplog):
    with pytest.raises(FileNotFoundError), caplog.at_level(logging.WARNING), processes.pool(1) as pool:
        list(pool.map(os.stat, ["/nowhere"]))
    assert not caplog.messages


def test_notebooks_are_the_same_where_no_pool_can_be_made(tmp_path, request):
    chosen = {"chapter": "indicator", "indicators": ["volunteers"], "data": "tests/data/invented", "fresh": True}
    folder, environment = os.getcwd(), dict(os.environ)
    render.render_all(**chosen, out=tmp_path / "pool")
    request.getfixturevalue("without_locks")
    assert not any(result.fault for result in render.render_all(**chosen, out=tmp_path / "here"))
    made, expected = (sorted((tmp_path / kind).rglob("*.ipynb")) for kind in ("here", "pool"))
    assert len(expected) == 2
    assert [path.read_bytes() for path in made] == [path.read_bytes() for path in expected]
    assert (os.getcwd(), dict(os.environ)) == (folder, environment)
