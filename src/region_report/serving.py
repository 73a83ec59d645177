"""The built site at a local address, compressed as any public host sends it."""

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
        path = self._file()
        if "gzip" not in self.headers.get("Accept-Encoding", "") or path.suffix not in COMPRESSED or not path.is_file():
            return super().send_head()
        content = gzip.compress(path.read_bytes(), mtime=0)
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", self.guess_type(path.name))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Vary", "Accept-Encoding")
        self.end_headers()
        return BytesIO(content)

    def _file(self):
        path = Path(self.translate_path(self.path))
        return path / "index.html" if self.path.endswith("/") else path

    def log_message(self, *_):
        """Say nothing."""
