"""A site that is built again whenever a file of the report changes, by a process of its own."""

import contextlib
import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

from watchfiles import DefaultFilter, watch

from region_report import codelists, settings
from region_report.chapters import FOLDERS
from region_report.errors import UsageError
from region_report.messages import LOCALES, Message
from region_report.paths import build_dir, project_root, shown
from region_report.serving import live

# A burst of writes is one change: it ends when nothing is written for so many milliseconds.
QUIET = 300
# So often, in milliseconds, the settings are looked at, and a signal is heard.
LOOK = 500
# How long a build may take to tidy up, in seconds, once it was told to end.
TIDY = 20


def serve(*, port=8000, data=None, langs=None, tell=print):
    """Build the report, serve it at a local address, and build it again after each change, until it is ended.

    port: 0 takes a free one. data, langs: as for a build. tell: called with each line for the terminal.
    What is wrong with a change is told there and on the pages, and the site before it stays.
    Raises UsageError where the port is taken.
    """
    state, site = live.State(), build_dir() / "site"
    state.set(version=_version(site))
    server = _server(site, state, port)
    _heed_signals()
    threading.Thread(target=server.serve_forever, daemon=True).start()
    tell(f"http://127.0.0.1:{server.server_port}/  ({Message('serve.how_to_end')})")
    build = Build(data, langs)
    try:
        for changed in changes(data):
            if changed:
                tell(str(Message("serve.changed", names=tuple(changed))))
            state.set(fault=build.run(), version=_version(site))
    except KeyboardInterrupt:
        build.end()
    finally:
        state.end()
        server.shutdown()
        server.server_close()


def changes(data=None):
    """The files that have changed since the last time, as messages name them; at first none.

    The watch begins before the first answer: what changes during a build is told after it.
    """
    settings, begun = _settings(), False
    paths = [*codelists.folders(data), project_root() / "notebooks", project_root() / "book", LOCALES]
    options = {"step": QUIET, "rust_timeout": LOOK, "yield_on_timeout": True}
    for found in watch(*filter(Path.is_dir, paths), watch_filter=Own(data), **options):
        now = _settings()
        names = {shown(path) for _, path in found} | {shown(path) for path, _ in now ^ settings}
        if names or not begun:
            yield sorted(names)
        settings, begun = now, True


class Own(DefaultFilter):
    """Lets pass what a person writes: no file of a rendering, of an editor or half written, no data folder in another.

    Called with a change and the path of its file.
    """

    ignore_dirs = (*DefaultFilter.ignore_dirs, ".ipynb_checkpoints")
    # Hidden ones, `4913` of vim, `#name#` of emacs, what is renamed when it is whole.
    ignore_entity_patterns = (*DefaultFilter.ignore_entity_patterns, r"^\.", r"^4913$", r"^#.*#$", r"\.(part|tmp|bak)$")

    def __init__(self, data=None):
        super().__init__()
        self._book = project_root() / "book"
        self._data = codelists.folders(data)

    def __call__(self, change, path):
        """Whether the change counts."""
        return super().__call__(change, path) and not self._made(Path(path))

    def _made(self, path):
        if path.is_relative_to(self._book):
            inner = path.relative_to(self._book)
            return inner.parts[0] in FOLDERS.values() or inner.suffix == ".ipynb"
        # The innermost data folder decides: regions of the folder that the codelists are of are not shown.
        inside = [folder for folder in self._data if path.is_relative_to(folder)]
        if not inside:
            return False
        inner = path.relative_to(inside[-1])
        return len(inner.parts) > 1 and (
            inside[-1] != self._data[-1] or inner.parts[0] not in ("regions", "released", "schema")
        )


class Build:
    """Builds of the report, one at a time, each in a process of its own: it has the code as it is by then."""

    def __init__(self, data=None, langs=None):
        words = [*(("--data", str(data)) if data else ()), *(word for lang in langs or () for word in ("--lang", lang))]
        self._command = [sys.executable, "-m", "region_report", "build", *words]
        self._process = None

    def run(self):
        """Build; returns what is wrong, or nothing. What the build says goes to the terminal."""
        # In a session of its own, so that Ctrl-C reaches it once, from here.
        self._process = subprocess.Popen(
            self._command, cwd=project_root(), stderr=subprocess.PIPE, text=True, start_new_session=True
        )
        lines = []
        for line in self._process.stderr:
            sys.stderr.write(line)
            lines.append(line)
        if not self._process.wait():
            return ""
        # A process that was ended from outside, such as for want of memory, had no time to say why.
        return "".join(lines).strip() or str(Message("serve.ended"))

    def end(self):
        """End a build that runs, and all that it has started."""
        if self._process is None or self._process.poll() is not None:
            return
        os.killpg(self._process.pid, signal.SIGINT)
        try:
            self._process.communicate(timeout=TIDY)
        except subprocess.TimeoutExpired:
            os.killpg(self._process.pid, signal.SIGKILL)
            self._process.wait()


def _heed_signals():
    """Ctrl-C and `kill` end the server, also one in the background, which a shell lets ignore Ctrl-C."""
    for each in (signal.SIGINT, signal.SIGTERM):
        signal.signal(each, signal.default_int_handler)


def _server(site, state, port):
    try:
        return live.server(site, state, port)
    except OSError as error:
        raise UsageError(Message("serve.port_taken", port=port)) from error


def _version(site):
    """The name of the published release, empty where there is none."""
    return site.resolve().name if (site / "index.html").is_file() else ""


def _settings():
    """(path, time) of the files beside the folders: editors put another file into their place, so they are asked."""
    found = [*project_root().glob("_*.yml"), *settings.own_words()]
    times = {}
    for path in found:
        # An editor that has taken the file away is about to put another one into its place.
        with contextlib.suppress(FileNotFoundError):
            times[path] = path.stat().st_mtime_ns
    return set(times.items())
