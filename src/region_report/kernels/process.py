"""The driver's side: asking the warm process for a kernel, and what `Popen` is to a kernel that was forked instead."""

import asyncio
import json
import logging
import os
import select
import signal
import socket
import subprocess
import sys

from region_report.kernels import owner

# Seconds for the warm process to import everything, on a machine that is busy.
_PATIENCE = 60
# Addresses where no answer came in time, or a broken one: to ask there again would cost every notebook as much.
_GIVEN_UP = set()
_UNDERSTOOD = {"env", "cwd", "stdin", "stdout", "stderr", "independent"}

_log = logging.getLogger(__name__)


class NotForked(Exception):
    """A kernel cannot be forked; the message is the reason, as a log shows it."""


class ForkedProcess:
    """A kernel that another process forked: as much of `subprocess.Popen` as a provisioner uses."""

    stdin = stdout = stderr = None

    def __init__(self, connection, pid):
        self._connection, self.pid, self.returncode = connection, pid, None

    def poll(self):
        """The exit code; None while the kernel runs."""
        return self.wait(0)

    def wait(self, timeout=None):
        """The exit code, waited for at most `timeout` seconds; None where the kernel runs longer."""
        if self.returncode is None and select.select([self._connection], [], [], timeout)[0]:
            with self._connection as connection:
                answer = _received(connection.recv(4096))
            # Where the warm process was killed nobody can say how its kernel ended; it does end.
            self.returncode = answer.get("ended", -signal.SIGKILL)
        return self.returncode

    async def ended(self, timeout):
        """Wait until the kernel has ended, at most `timeout` seconds, without looking every so often."""
        loop, seen = asyncio.get_running_loop(), asyncio.Event()
        if self.poll() is None:
            loop.add_reader(self._connection, seen.set)
            try:
                await asyncio.wait_for(seen.wait(), timeout)
            except TimeoutError:
                pass
            finally:
                loop.remove_reader(self._connection)

    def send_signal(self, signum):
        """Send a signal to the kernel, if it runs."""
        if self.poll() is None:
            os.kill(self.pid, signum)

    def terminate(self):
        """Send SIGTERM."""
        self.send_signal(signal.SIGTERM)

    def kill(self):
        """Send SIGKILL."""
        self.send_signal(signal.SIGKILL)


async def fork(command, *, any_port, **asked):
    """A kernel forked for a launch, and the ports that it listens on.

    any_port: the kernel may choose its ports. asked: what `jupyter_client.launcher.launch_kernel` takes.
    Raises NotForked.
    """
    request = _request(command, asked) | {"any_port": any_port}
    streams = _streams(asked)
    try:
        connection = _connection()
        try:
            answer = await _answer(connection, request, streams)
        except BaseException:
            connection.close()
            raise
    finally:
        for stream in streams:
            os.close(stream)
    return ForkedProcess(connection, answer["pid"]), answer["ports"]


def _request(command, asked):
    if not owner.POSSIBLE:
        raise NotForked(f"the platform is {sys.platform}, without safe forks")
    if command[1:3] != ["-m", "ipykernel_launcher"]:
        raise NotForked(f"the command is not `python -m ipykernel_launcher ...` but {command}")
    if strange := sorted(set(asked) - _UNDERSTOOD):
        raise NotForked(f"the launch asks for {', '.join(strange)}")
    if asked.get("independent"):
        raise NotForked("the kernel is to outlive the process that starts it")
    environment = dict(os.environ if asked.get("env") is None else asked["env"])
    environment.pop(owner.ADDRESS, None)
    environment["JPY_PARENT_PID"] = str(os.getpid())
    return {"command": command, "environment": environment, "folder": os.path.abspath(asked.get("cwd") or ".")}


def _streams(asked):
    """Descriptors for the kernel's 0, 1 and 2, to be closed after use."""
    wanted = [asked.get(name) for name in ("stdin", "stdout", "stderr")]
    if subprocess.PIPE in wanted or subprocess.STDOUT in wanted:
        raise NotForked("the launch asks for a pipe")
    # As ordinary kernels do, ours reads nothing from its standard input, and writes where its driver does.
    default = [subprocess.DEVNULL, 1, 2]
    return [_stream(theirs if theirs is not None else ours) for theirs, ours in zip(wanted, default, strict=True)]


def _stream(wanted):
    if wanted == subprocess.DEVNULL:
        return os.open(os.devnull, os.O_RDWR)
    return os.dup(wanted if isinstance(wanted, int) else wanted.fileno())


def _connection():
    try:
        return socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    except OSError as error:
        raise NotForked(f"a socket cannot be made: {error!r}") from error


async def _answer(connection, request, streams):
    """The answer to the request: number and ports of the kernel, once it listens."""
    try:
        address = owner.address()
        if address in _GIVEN_UP:
            raise NotForked("the warm process has failed before")
        answer = await _asked(address, connection, request, streams)
    except OSError as error:
        raise NotForked(f"the warm process cannot be asked: {error!r}") from error
    if "ports" not in answer:
        raise NotForked(answer.get("refused", f"the forked kernel did not start: {answer}"))
    return answer


async def _asked(address, connection, request, streams):
    loop = asyncio.get_running_loop()
    try:
        connection.settimeout(_PATIENCE)
        connection.connect(f"\0{address}")
        socket.send_fds(connection, [json.dumps(request).encode()], streams)
        connection.setblocking(False)
        return _received(await asyncio.wait_for(loop.sock_recv(connection, 4096), _PATIENCE))
    except TimeoutError as error:
        raise _given_up(address, f"did not answer within {_PATIENCE} seconds") from error
    except ValueError as error:
        raise _given_up(address, f"gave a broken answer, {error}") from error


def _given_up(address, fault):
    """The reason, for this launch; the warning is for all that follow, and comes once."""
    if address not in _GIVEN_UP:
        _GIVEN_UP.add(address)
        _log.warning("The warm process %s: from now on kernels are launched the ordinary way.", fault)
    return NotForked(f"the warm process {fault}")


def _received(message):
    return json.loads(message) if message else {}
