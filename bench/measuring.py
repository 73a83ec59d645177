"""Running commands to measure them: CPU of the whole process tree, wall time, the most memory; and what must hold."""

import ctypes
import os
import statistics
import subprocess
import sys
import threading
import time
from dataclasses import dataclass
from pathlib import Path

import pandas
import psutil

# So many seconds between two looks at the memory.
PAUSE = 0.5
# Of Linux's prctl: processes whose parent has ended become children of this one.
SUBREAPER = 36


@dataclass(frozen=True)
class Used:
    """What a command used: seconds of CPU and wall, the most memory of its process tree in bytes, load before it."""

    cpu: float
    wall: float
    memory: int
    load: float


def measure(command, cwd, **variables):
    """Run a command to its end. CPU counts every process that was waited for; memory is the sum of the shares (PSS).

    Stops the benchmark, with the end of the command's output, where it fails.
    """
    load = os.getloadavg()[0]
    log = Path(cwd) / "bench.log"
    start = time.monotonic()
    with log.open("wb") as out:
        process = subprocess.Popen(command, cwd=cwd, env=environment(**variables), stdout=out, stderr=out)
        memory = Memory(process.pid)
        _, status, used = os.wait4(process.pid, 0)
    wall = time.monotonic() - start
    most = memory.stop()
    if status:
        sys.exit(f"{' '.join(map(str, command))} failed:\n{log.read_text('utf-8', errors='replace')[-3000:]}")
    if left := psutil.Process().children(recursive=True):
        sys.exit(f"{' '.join(map(str, command))} left processes behind: {left}")
    return Used(used.ru_utime + used.ru_stime, wall, most, load)


def environment(**variables):
    """The environment of a measured command: what steers the report itself is not taken over."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("REGION_REPORT_")}
    return kept | variables


class Memory(threading.Thread):
    """Watches the memory of a process and all below it."""

    def __init__(self, pid):
        super().__init__(daemon=True)
        self._pid, self._most, self._done = pid, 0, threading.Event()
        self.start()

    def run(self):
        """Look again and again, until `stop`."""
        while not self._done.wait(PAUSE):
            self._most = max(self._most, proportional(self._pid))

    def stop(self):
        """The most that was seen, in bytes."""
        self._done.set()
        self.join()
        return self._most


def proportional(pid):
    """Bytes of memory of a process tree: what several processes share counts once."""
    try:
        root = psutil.Process(pid)
        tree = [root, *root.children(recursive=True)]
    except psutil.NoSuchProcess:
        return 0
    return sum(map(_share, tree))


def _share(process):
    try:
        return process.memory_full_info().pss
    except (psutil.NoSuchProcess, psutil.AccessDenied, AttributeError):
        return 0


def check_machine():
    """Stop where packages are not byte-compiled: every kernel would compile them anew, and every gain look double.

    What a measured command leaves behind becomes a child of this process from here on, and `measure` stops there.
    """
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(SUBREAPER, 1)
    if not (Path(pandas.__file__).parent / "__pycache__").is_dir():
        sys.exit(f"pandas is not byte-compiled. Run: {sys.executable} -m compileall -q {sys.prefix}")


def ratio(pairs, column):
    """Median, least and greatest of the rounds' ratios: (baseline, ours) of a column of `Used`."""
    found = sorted(getattr(baseline, column) / getattr(ours, column) for baseline, ours in pairs)
    return statistics.median(found), found[0], found[-1]


def shown(ratios):
    """`5.1 (4.9 to 5.3)`."""
    median, least, most = ratios
    return f"{median:.2f} ({least:.2f} to {most:.2f})"
