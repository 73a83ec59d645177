"""A small report that `region-report serve` shows while it is written, in one language."""

import signal
import subprocess
import sys
import urllib.request
from contextlib import contextmanager

import nbformat
import small_chapters
from nbformat.v4 import new_markdown_cell

TOC = """
format: jb-book
root: book/index
parts:
  - caption: 各地区
    chapters:
      - glob: book/regions/*
"""
HEADING = "from region_report import heading\nheading(region, lang=lang, data=data)"
WAIT = 120


def project(folder):
    """The project in `folder`: a first page of prose, and a page for each region that counts its figures."""
    small_chapters.make(folder)
    for path in [*(folder / "notebooks").glob("*.ipynb"), *(folder / "book").glob("*.md")]:
        path.unlink()
    small_chapters.notebook(folder, "region", 'region: str = ""\n', small_chapters.REGION)
    path = folder / "notebooks" / "region.ipynb"
    notebook = nbformat.read(path, as_version=4)
    notebook.cells.insert(1, new_markdown_cell("# 地区", id="title"))
    nbformat.write(notebook, path)
    (folder / "book" / "index.md").write_text("# 首页\n\n起初的一句话。\n", encoding="utf-8")
    (folder / "_toc.yml").write_text(TOC, encoding="utf-8")
    return folder


@contextmanager
def served(folder, environment):
    """Yields the address at which the report is served; at the end the server must have tidied up.

    It begins as a shell begins a process in the background: without heed to Ctrl-C.
    """
    command = [sys.executable, "-m", "region_report", "serve", "--port", "0", "--lang", "zh"]
    options = {"cwd": folder, "env": environment, "text": True, "preexec_fn": ignore_interrupts}
    server = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, **options)
    try:
        yield server.stdout.readline().split()[0].rstrip("/")
        server.send_signal(signal.SIGINT)
        _, told = server.communicate(timeout=WAIT)
        assert (server.returncode, "Traceback" in told) == (0, False), told
    finally:
        server.kill()


def ignore_interrupts():
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def get(address):
    """The text at an address."""
    with urllib.request.urlopen(address, timeout=WAIT) as answer:
        return answer.read().decode()
