"""The owner's side of the warm process: starting it, telling others where it listens, ending it."""

import atexit
import contextlib
import functools
import json
import logging
import os
import secrets
import socket
import subprocess
import sys
from importlib.metadata import entry_points
from pathlib import Path

from region_report.kernels import fit

# What a notebook of the report imports, and what a kernel imports to start.
MODULES = (
    "IPython.core.completerlib",
    "IPython.core.debugger",
    "IPython.extensions.storemagic",
    "debugpy",
    "ipykernel.debugger",
    "ipykernel.kernelapp",
    "pandas",
    "pandas.core.methods.to_dict",
    "psutil",
    "altair",
    "region_report.charts",
    "region_report.metrics",
    "region_report.report",
    "region_report.tables",
    "region_report.traces",
    "sqlite3",
    "tornado.platform.asyncio",
)

# Where the warm process listens, for processes that its owner starts.
ADDRESS = "REGION_REPORT_WARM_KERNELS"

# The name of the provisioner, an entry point of the package.
PROVISIONER = "region-report-warm"

# Windows cannot fork, and macOS not safely; the descriptor that tells of a process's end is Linux's.
POSSIBLE = sys.platform == "linux" and hasattr(os, "pidfd_open")

# Of the warm process alone: one thread, and no word from the debugger about frozen modules.
_OWN = dict.fromkeys(fit.THREADS, "1") | {"PYDEVD_DISABLE_FILE_VALIDATION": "1"}

_log = logging.getLogger(__name__)


class WarmProcess:
    """A process that has imported `modules` and forks kernels. It ends with its owner, this process, or at `close`.

    variables: of its environment, beside those of its owner.

    Raises OSError where the system refuses one of the calls that this takes.
    """

    def __init__(self, modules=MODULES, variables=None):
        # Python may have the call where the kernel, or a sandbox, has not; the warm process would end at once.
        os.close(os.pidfd_open(os.getpid()))
        # An abstract name leaves no file behind, whoever is killed; who connects is checked by user id.
        self.address = f"region-report-{secrets.token_hex(16)}"
        with socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET) as listener:
            listener.bind(f"\0{self.address}")
            listener.listen(128)
            settings = {
                "listener": listener.fileno(),
                "owner": os.getpid(),
                "modules": modules,
                "code": fit.fingerprint(modules),
            }
            self._process = subprocess.Popen(
                [sys.executable, str(Path(__file__).with_name("__main__.py")), json.dumps(settings)],
                env=os.environ | (variables or {}) | _OWN,
                pass_fds=[listener.fileno()],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                # Ctrl-C is for the owner, whose end ends this process too.
                start_new_session=True,
            )
        self.pid = self._process.pid

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def close(self):
        """End the process, and with it the kernels that it forked and that still run."""
        # Not SIGTERM, which a stopped process does not hear.
        self._process.kill()
        self._process.wait()


@contextlib.contextmanager
def warm_kernels(modules=MODULES, variables=None):
    """The variables with which processes take their kernels from a warm process that lives as long as this context.

    variables: further ones, for the warm process and its kernels alike. None but these where a kernel cannot be forked,
    where the system refuses what a warm process takes (a debug message says why), or where the package was installed
    before it had a provisioner: what is started then starts its kernels the ordinary way.
    """
    variables = variables or {}
    if not (POSSIBLE and entry_points(group="jupyter_client.kernel_provisioners", name=PROVISIONER)):
        yield variables
        return
    try:
        warm = WarmProcess(modules, variables)
    except OSError as reason:
        _log.debug("Kernels are launched the ordinary way: %r.", reason)
        yield variables
        return
    with warm:
        yield variables | {ADDRESS: warm.address, "JUPYTER_DEFAULT_PROVISIONER_NAME": PROVISIONER}


def address():
    """Where this process asks for kernels: what its environment names, else a warm process of its own."""
    return os.environ.get(ADDRESS) or _own().address


@functools.cache
def _own():
    warm = WarmProcess()
    atexit.register(warm.close)
    return warm
