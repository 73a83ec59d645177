"""A system that refuses what a warm process takes, and a warm process that fails: kernels start the ordinary way."""

import asyncio
import contextlib
import errno
import logging
import os
import secrets
import signal
import socket
import sys
import time

import pytest
from in_kernels import choose, printed
from jupyter_client.provisioning import KernelProvisionerFactory

from region_report.kernels import owner, process

LAUNCH = [sys.executable, "-m", "ipykernel_launcher"]


@pytest.fixture(autouse=True)
def own_choice_of_kernels():
    """What kind of kernel a test chooses, it does not leave to the next."""
    yield
    KernelProvisionerFactory.clear_instance()


def refuse(*args, **options):
    raise OSError(errno.ENOSYS, "Function not implemented")


class NoAbstractNames(socket.socket):
    """A socket of a sandbox that binds files alone."""

    def bind(self, address):
        refuse()


@pytest.mark.parametrize(
    ("module", "name", "replaced"),
    [(os, "pidfd_open", refuse), (socket, "socket", refuse), (socket, "socket", NoAbstractNames)],
)
def test_where_the_system_refuses_a_call_there_is_no_warm_process(monkeypatch, caplog, module, name, replaced):
    monkeypatch.setattr(module, name, replaced)
    with caplog.at_level(logging.DEBUG), owner.warm_kernels() as variables:
        assert variables == {}
    assert caplog.messages == ["Kernels are launched the ordinary way: OSError(38, 'Function not implemented')."]
    assert caplog.records[0].levelno == logging.DEBUG


def test_a_launch_whose_socket_is_refused_is_ordinary_and_leaves_no_descriptor_open(monkeypatch):
    async def launch():
        before = os.listdir("/proc/self/fd")
        monkeypatch.setattr(socket, "socket", refuse)
        with pytest.raises(process.NotForked, match=r"^a socket cannot be made: OSError\(38,"):
            await process.fork(LAUNCH, any_port=True)
        monkeypatch.undo()
        return before, os.listdir("/proc/self/fd")

    before, after = asyncio.run(launch())
    assert after == before


@contextlib.contextmanager
def listening():
    """An address, and the socket there; until a test answers for it, a warm process that hangs."""
    address = secrets.token_hex(8)
    with socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET) as listener:
        listener.bind(f"\0{address}")
        listener.listen()
        yield address, listener


def test_a_warm_process_that_hangs_is_waited_for_once(monkeypatch, caplog):
    monkeypatch.setattr(process, "_PATIENCE", 0.5)
    with listening() as (address, _):
        choose(monkeypatch, {owner.ADDRESS: address, "JUPYTER_DEFAULT_PROVISIONER_NAME": owner.PROVISIONER})
        assert [printed("print(1 + 1)") for _ in range(2)] == ["2\n", "2\n"]
        began = time.monotonic()
        assert refusal() == "the warm process has failed before"
        assert time.monotonic() - began < 0.5
    assert warnings(caplog) == [
        "The warm process did not answer within 0.5 seconds: from now on kernels are launched the ordinary way."
    ]


def test_a_warm_process_that_answers_nonsense_is_asked_once(monkeypatch, caplog):
    async def ask(listener):
        asked = asyncio.ensure_future(process.fork(LAUNCH, any_port=True))
        driver, _ = await asyncio.to_thread(listener.accept)
        with driver:
            driver.send(b"nonsense")
            await asyncio.wait([asked])
        return str(asked.exception())

    with listening() as (address, listener):
        monkeypatch.setenv(owner.ADDRESS, address)
        assert asyncio.run(ask(listener)).startswith("the warm process gave a broken answer, Expecting value")
        assert refusal() == "the warm process has failed before"
    assert len(warnings(caplog)) == 1


def test_a_warm_process_that_was_stopped_is_ended_all_the_same():
    with owner.WarmProcess(()) as warm:
        os.kill(warm.pid, signal.SIGSTOP)
    with pytest.raises(ProcessLookupError):
        os.kill(warm.pid, 0)


def refusal():
    with pytest.raises(process.NotForked) as refused:
        asyncio.run(process.fork(LAUNCH, any_port=True))
    return str(refused.value)


def warnings(caplog):
    return [record.getMessage() for record in caplog.records if record.name == process.__name__]
