"""The files of a folder over HTTP, compressed as any public host sends them."""

import gzip
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path

COMPRESSED = (".html", ".css", ".js", ".svg", ".json", ".csv", ".xml", ".txt", ".atom")


def server(folder, port=0):
    """A server of the files in `folder` for this machine alone; port 0 takes a free one."""
    return ThreadingHTTPServer(("127.0.0.1", port), partial(Handler, directory=str(folder)))


class Handler(SimpleHTTPRequestHandler):
    """Sends text compressed to a browser that asks for it, and writes no line for each file."""

    def send_head(self):
        """The headers of an answer; returns what is to follow, or nothing."""
        path = self.file()
        if not path.is_file() or path.suffix not in COMPRESSED or "gzip" not in self.headers.get("Accept-Encoding", ""):
            return super().send_head()
        return self.answer(path.read_bytes(), self.guess_type(path.name))

    def file(self):
        """The file that is asked for."""
        path = Path(self.translate_path(self.path))
        return path / "index.html" if self.path.endswith("/") else path

    def answer(self, content, kind, status=HTTPStatus.OK):
        """Send the headers of a content; returns it, compressed for a browser that asks for that."""
        self.send_response(status)
        self.send_header("Content-Type", kind)
        if "gzip" in self.headers.get("Accept-Encoding", ""):
            content = gzip.compress(content, mtime=0)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Vary", "Accept-Encoding")
        self.end_headers()
        return BytesIO(content)

    def log_message(self, *_):
        """Say nothing."""
