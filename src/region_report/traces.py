"""What a kernel reads while it runs a notebook, written down for whoever keeps the result.

An IPython extension, loaded before the first cell. It hears of every file that Python opens and every folder that it
lists, whoever asks: this package, pandas, a researcher's own module. So no notebook has to say what it depends on.
"""

import json
import os
import site
import sys
import sysconfig
from contextlib import contextmanager
from contextvars import ContextVar
from importlib.util import source_from_cache

# The file in which a kernel writes down what it reads; without it nothing is heard.
VARIABLE = "REGION_REPORT_TRACE"
# What a kernel gets from elsewhere than files: its result cannot be known to be the same next time.
BEYOND = {
    "os.exec", "os.posix_spawn", "os.spawn", "os.system", "pty.spawn", "socket.connect", "socket.getaddrinfo",
    "sqlite3.connect", "subprocess.Popen", "urllib.Request",
}  # fmt: skip
_LISTED = {"os.listdir", "os.scandir"}
_WRITING = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_IMPORTING = ("<frozen importlib", os.path.join(os.path.dirname(os.__file__), "importlib", ""))
# The interpreter and its packages are known by their versions. Not all below its prefix: a project may lie in /usr/src.
_LIBRARIES = *map(sysconfig.get_path, ("stdlib", "platstdlib", "purelib", "platlib")), *site.getsitepackages()
_KNOWN = tuple(f"{os.path.abspath(place)}/" for place in (*_LIBRARIES, "/proc", "/sys", "/dev"))

_heard_by_name = ContextVar("heard_by_name", default=False)
_trace = None


def load_ipython_extension(_):
    """Write down from now on what this kernel reads."""
    if place := os.environ.get(VARIABLE):
        global _trace
        _trace = Trace(place)
        sys.addaudithook(_trace.hear)


@contextmanager
def told(kind, name):
    """What is read inside is not heard: instead, the block says by `tell(digest)` what it has read, under a name.

    For what is kept of other files (kind `observations`): who reads one part of it does not depend on all of them. A
    block that tells nothing has read nothing that counts.
    """
    token = _heard_by_name.set(True)
    digests = []
    try:
        yield digests.append
    finally:
        _heard_by_name.reset(token)
    for digest in digests:
        if _trace:
            _trace.write(kind, name, digest)


def stamp(path):
    """What changes when a file or folder changes; nothing where there is none."""
    try:
        found = os.stat(path)
    except OSError:
        return []
    return [found.st_mtime_ns, found.st_ctime_ns, found.st_size]


def read(place):
    """The lines of a trace: (kind, path, stamp), kind being `file`, `names`, `written`, `beyond` or that of `told`.

    None where no kernel wrote one, as where the extension could not be loaded.
    """
    try:
        with open(place, encoding="utf-8") as lines:
            found = [tuple(json.loads(line)) for line in lines]
    except (OSError, ValueError):
        return None
    return found[1:] if found else None


class Trace:
    """Writes each file, folder and event once, at the time it is heard: a kernel may be killed at any moment."""

    def __init__(self, place):
        self._out = os.open(place, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        self._heard = set()
        # IPython looks into a folder that the driver makes for it, with another name each time.
        self._known = (*_KNOWN, f"{os.environ.get('IPYTHONDIR', place)}/")
        self.write("begun", "", [])

    def hear(self, event, arguments):
        """The audit hook. Most events are none of ours, and there are thousands."""
        if _heard_by_name.get():
            return
        if event == "open":
            self._opened(*arguments)
        elif event in _LISTED:
            # An import lists folders to look for a module in, and opens the one that it finds.
            if not sys._getframe(1).f_code.co_filename.startswith(_IMPORTING):
                self._note("names", arguments[0])
        elif event in BEYOND:
            self._note("beyond", event)

    def _opened(self, path, mode, flags):
        if not isinstance(path, int):
            self._note("written" if (flags or 0) & _WRITING else "file", path)

    def _note(self, kind, path):
        # A folder may be listed by its descriptor, or without a name: the working one.
        path = "." if path is None else path
        if isinstance(path, int):
            kind, path = "beyond", "a folder by its descriptor"
        if kind != "beyond":
            path = os.path.abspath(os.fsdecode(path))
        if kind == "file":
            path = _source(path)
        if (kind, path) in self._heard or path.startswith(self._known):
            return
        self._heard.add((kind, path))
        self.write(kind, path, stamp(path) if kind != "beyond" else [])

    def write(self, kind, path, seen):
        """Write a line."""
        os.write(self._out, f"{json.dumps([kind, path, seen])}\n".encode())


def _source(path):
    """The module that a compiled file is of: Python reads the one for the other."""
    try:
        return source_from_cache(path) if path.endswith(".pyc") else path
    except ValueError:
        return path
