"""A server whose pages learn that the site has changed: a script in each, and a stream of events.

Both are added as a page is sent; the built site knows nothing of them.
"""

import json
import threading
from functools import partial
from http import HTTPStatus
from http.server import ThreadingHTTPServer
from pathlib import Path

from region_report import text
from region_report.serving.files import Handler

EVENTS = "/.region-report/events"
SCRIPT = "/.region-report/reload.js"
HTML = "text/html; charset=utf-8"
EMPTY = b"<!DOCTYPE html><title>region-report</title><body></body>"
# The page that offers the languages has no script of its own, and so a policy that allows none.
STRICT, LOOSER = b"default-src 'none';", b"default-src 'none'; script-src 'self'; connect-src 'self';"
# A browser that has gone is noticed when something is sent to it.
BEAT = 15


class State:
    """What is served and what is wrong, for any number of pages that wait for another state."""

    def __init__(self):
        self.ended = False
        self._now = {"version": "", "fault": ""}
        self._changed = threading.Condition()

    def now(self):
        """`version`, a name of the site that is served, and `fault`, why the last build has made none."""
        with self._changed:
            return dict(self._now)

    def set(self, **changes):
        """Tell all who wait."""
        with self._changed:
            self._now |= changes
            self._changed.notify_all()

    def end(self):
        """Let go all who wait."""
        with self._changed:
            self.ended = True
            self._changed.notify_all()

    def after(self, known, timeout=BEAT):
        """The state as soon as it differs from `known`; after `timeout` seconds as it is."""
        with self._changed:
            self._changed.wait_for(lambda: self.ended or self._now != known, timeout)
            return dict(self._now)


def server(folder, state, port=0):
    """A server of the site in `folder` for this machine alone, whose pages follow the state; port 0: any free one."""
    return ThreadingHTTPServer(("127.0.0.1", port), partial(LiveHandler, state=state, directory=str(folder)))


class LiveHandler(Handler):
    """Sends pages with the script, and the events that it waits for."""

    def __init__(self, *request, state, **options):
        self.state = state
        super().__init__(*request, **options)

    def do_GET(self):
        """Events, or a file."""
        if self.path == EVENTS:
            self._tell()
        else:
            super().do_GET()

    def send_head(self):
        """As for any file; of a page with the script, and of a site that is not there a page that says so."""
        if self.path.startswith(SCRIPT):
            return self.answer(script(), "text/javascript; charset=utf-8")
        path, version = self.file(), self.state.now()["version"]
        if path.suffix == ".html" and path.is_file():
            return self.answer(with_script(path.read_bytes(), version), HTML)
        if not version:
            return self.answer(with_script(EMPTY, ""), HTML, HTTPStatus.ACCEPTED)
        return super().send_head()

    def end_headers(self):
        """A browser asks for each file again: it may be another one by now."""
        self.send_header("Cache-Control", "no-cache")
        super().end_headers()

    def _tell(self):
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.end_headers()
        known = None
        try:
            while not self.state.ended:
                now = self.state.after(known)
                self.wfile.write(f"data: {json.dumps(now)}\n\n".encode() if now != known else b":\n\n")
                known = now
        except OSError:
            # The page was closed.
            return


def with_script(page, version):
    """A page as it is sent: with the script, which knows of which version of the site the page is.

    >>> with_script(b"<p>1</p></body>", "a1")
    b'<p>1</p><script src="/.region-report/reload.js?a1"></script></body>'
    """
    tag = f'<script src="{SCRIPT}?{version}"></script>'.encode()
    page = page.replace(STRICT, LOOSER, 1)
    before, end, after = page.rpartition(b"</body>")
    return before + tag + end + after if end else page + tag


def script():
    """The script of the pages, with its words in each language."""
    words = {}
    for lang in text.LANGUAGES:
        with text.edition(lang):
            words[lang] = {key: text.t(f"serve.{key}") for key in ("building", "fault", "close")}
    code = (Path(__file__).parent / "reload.js").read_text("utf-8")
    return code.replace("WORDS", json.dumps(words, ensure_ascii=False), 1).encode()
