"""Start, interrupt, restart and end of forked kernels, and of the process that forks them."""

import asyncio
import os
import signal
import subprocess
import sys
import time

import pytest
from jupyter_client.manager import AsyncKernelManager

from region_report.kernels import process


def test_forty_kernels_start_side_by_side_each_with_ports_of_its_own(warmed):
    async def start_all():
        managers = [AsyncKernelManager(kernel_name="python3") for _ in range(40)]
        for batch in (managers[number : number + 8] for number in range(0, 40, 8)):
            await asyncio.gather(*(manager.start_kernel() for manager in batch))
        found = [(manager.provisioner.process, manager.ports) for manager in managers]
        await asyncio.gather(*(manager.shutdown_kernel(now=True) for manager in managers))
        return found

    kernels = asyncio.run(start_all())
    assert all(isinstance(forked, process.ForkedProcess) for forked, _ in kernels)
    assert len({port for _, ports in kernels for port in ports}) == 40 * 5
    assert {forked.poll() for forked, _ in kernels} == {-signal.SIGKILL}


def test_a_kernel_that_is_killed_ends_for_its_manager_and_stops_no_other(warmed):
    async def kill_one():
        one, other = await started(), await started()
        os.kill(one.provisioner.pid, signal.SIGKILL)
        await one.provisioner.process.ended(5)
        alive = await one.is_alive(), await other.is_alive(), await says(other, "1 + 1")
        await other.shutdown_kernel()
        return alive

    assert asyncio.run(kill_one()) == (False, True, "2")


def test_a_kernel_that_is_started_again_is_a_new_process_at_the_same_ports(warmed):
    async def restart():
        manager = await started()
        before, ports = manager.provisioner.pid, manager.ports
        await manager.restart_kernel()
        after = manager.provisioner.pid, manager.ports, await says(manager, "1 + 1")
        await manager.shutdown_kernel()
        return before != after[0], ports == after[1], after[2]

    assert asyncio.run(restart()) == (True, True, "2")


def test_a_kernel_asked_to_shut_down_runs_what_was_registered_for_its_end(warmed, tmp_path):
    trace = str(tmp_path / "end")

    async def end():
        manager = await started()
        await says(manager, f"import atexit, pathlib; atexit.register(pathlib.Path({trace!r}).touch); 0")
        forked = manager.provisioner.process
        await manager.shutdown_kernel()
        return forked.returncode

    assert asyncio.run(end()) == 0
    assert (tmp_path / "end").exists()


def test_kernels_write_where_they_are_asked_to(warmed, tmp_path):
    async def write(file):
        manager = await started(stderr=file)
        await says(manager, "import sys; print('aside', file=sys.__stderr__, flush=True); 0")
        await manager.shutdown_kernel()

    with open(tmp_path / "stderr", "w") as file:
        asyncio.run(write(file))
    assert "aside" in (tmp_path / "stderr").read_text()


@pytest.mark.parametrize("victim", ["owner", "warm", "driver"])
def test_no_process_outlives_its_owner_and_no_kernel_its_driver(victim):
    script = subprocess.Popen([sys.executable, "-c", FAMILY], stdout=subprocess.PIPE, text=True)
    pids = dict(zip(("owner", "warm", "driver", "kernel"), map(int, script.stdout.readline().split()), strict=True))
    os.kill(pids[victim], signal.SIGKILL)
    ended = {"owner": ["warm", "kernel"], "warm": ["kernel"], "driver": ["kernel"]}[victim]
    try:
        assert [name for name in ended if not gone(pids[name])] == []
    finally:
        for name in {"owner", "driver"} - {victim}:
            os.kill(pids[name], signal.SIGKILL)
        script.communicate()


# An owner whose driver is a process of its own, as in a pool.
FAMILY = """
import asyncio, os, sys, time
from jupyter_client.manager import AsyncKernelManager
from region_report.kernels import owner
warm = owner.WarmProcess(("ipykernel.kernelapp",))
if driver := os.fork():
    time.sleep(60)
os.environ |= {owner.ADDRESS: warm.address, "JUPYTER_DEFAULT_PROVISIONER_NAME": "region-report-warm"}
async def main():
    manager = AsyncKernelManager(kernel_name="python3")
    await manager.start_kernel()
    print(os.getppid(), warm.pid, os.getpid(), manager.provisioner.pid, flush=True)
    await asyncio.sleep(60)
asyncio.run(main())
"""


async def started(**options):
    manager = AsyncKernelManager(kernel_name="python3")
    await manager.start_kernel(**options)
    assert isinstance(manager.provisioner.process, process.ForkedProcess)
    return manager


async def says(manager, source):
    """The value of a piece of code, as text."""
    client = manager.client()
    client.start_channels()
    await client.wait_for_ready(timeout=30)
    statements, _, value = source.rpartition(";")
    asked = {"value": f"exec({statements!r}) or {value}"}
    reply = await client.execute_interactive("", user_expressions=asked, timeout=30)
    client.stop_channels()
    return reply["content"]["user_expressions"]["value"]["data"]["text/plain"]


def gone(pid):
    """Whether the process ends within ten seconds; one that has ended and is not yet asked for counts as ended."""
    for _ in range(100):
        try:
            with open(f"/proc/{pid}/stat") as file:
                if file.read().rpartition(")")[2].split()[0] == "Z":
                    return True
        except FileNotFoundError:
            return True
        time.sleep(0.1)
    return False
