"""Jupyter Book, run once an edition, with every warning an error."""

import hashlib
import os
import re
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import yaml

from region_report import codelists
from region_report.build import copies
from region_report.errors import BuildError
from region_report.results import installed

# Sphinx writes sets in the order of their hashes; the languages of the machine must not show in the pages.
ENVIRONMENT = {
    "PYTHONHASHSEED": "0",
    "LC_ALL": "C.UTF-8",
    "TZ": "UTC",
    "NO_COLOR": "1",
    "PYTHONWARNINGS": "ignore",
}
JUPYTER_BOOK = "from jupyter_book.cli.main import main; main()"
TELLING = re.compile(r"WARNING|ERROR|SEVERE|^[\w.]*(?:Error|Exception): \S")
COLOUR = re.compile(r"\x1b\[[0-9;]*m")


def build_editions(staged):
    """Build each staged edition; language -> folder of its pages.

    Raises BuildError with the warnings of every edition that has any.
    """
    with ThreadPoolExecutor(max_workers=len(staged)) as pool:
        built = dict(zip(staged, pool.map(build_edition, staged.values()), strict=True))
    if faults := [f"The edition '{lang}' was not built.\n{fault}" for lang, (_, fault) in built.items() if fault]:
        raise BuildError("\n".join(faults))
    return {lang: pages for lang, (pages, _) in built.items()}


def build_edition(folder):
    """Build the edition staged in `folder`. Returns the folder of its pages, and its fault or nothing.

    Where nothing has changed since the last build, its pages are returned as they are.
    """
    key, pages = folder / "_build" / ".key", folder / "_build" / "html"
    tools, sources = everywhere(folder), times(folder)
    before = key.read_text("utf-8").split("\n") if key.exists() else [""]
    if before == [tools, sources, names(pages)]:
        return pages, ""
    # By a clock that was put back, Sphinx takes what has changed for older than its pages.
    put_back = key.exists() and key.stat().st_mtime > time.time()
    key.unlink(missing_ok=True)
    # What makes every page has changed: pages that did not change themselves are old as well.
    fresh = ["--all"] if tools != before[0] or put_back else []
    command = [sys.executable, "-c", JUPYTER_BOOK, "build", str(folder), "-W", "--keep-going", *fresh]
    run = subprocess.run(command, env={**os.environ, **ENVIRONMENT}, capture_output=True, text=True)
    if run.returncode:
        return None, faults(run.stdout + run.stderr, folder)
    key.write_text("\n".join([tools, sources, names(pages)]), encoding="utf-8")
    return pages, ""


def everywhere(folder):
    """A digest of what every page is made with: settings, the package's code, Python and all that is installed."""
    parts = [sys.version, *sorted(installed()), (folder / "_config.yml").read_text("utf-8")]
    package = Path(__file__).resolve().parents[1]
    # All of the package: descriptions and controls come from many of its parts.
    for path in sorted(package.rglob("*")):
        if path.is_file() and path.suffix != ".pyc":
            parts.append(hashlib.sha256(path.read_bytes()).hexdigest())
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def times(folder):
    """A digest of the size and time of every file that the pages are made of: those staged, and those of the data."""
    data = yaml.safe_load((folder / "_config.yml").read_text("utf-8"))["sphinx"]["config"]["region_report_data_folder"]
    toc = (folder / "_toc.yml").stat()
    return copies.stamp([folder / "book", *codelists.folders(data)], toc.st_size, toc.st_mtime_ns)


def names(pages):
    """A digest of which pages there are: one that somebody removed is written again."""
    found = sorted(os.path.join(place, name) for place, _, files in os.walk(pages / "book") for name in files)
    return hashlib.sha256("\n".join(os.path.relpath(path, pages) for path in found).encode()).hexdigest()


def faults(output, folder):
    """The lines of Jupyter Book's output that say what is wrong, without the folder's own address."""
    lines = COLOUR.sub("", output).replace(f"{folder}/", "").splitlines()
    telling = list(dict.fromkeys(line for line in lines if TELLING.search(line)))
    return "\n".join(f"  {line.strip()}" for line in telling or lines[-15:])
