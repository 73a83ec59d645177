"""Jupyter Book, run once an edition, with every warning an error."""

import hashlib
import json
import os
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from importlib import metadata
from pathlib import Path

from region_report.errors import BuildError

# Sphinx writes sets in the order of their hashes; the languages of the machine must not show in the pages.
ENVIRONMENT = {
    "PYTHONHASHSEED": "0",
    "LC_ALL": "C.UTF-8",
    "TZ": "UTC",
    "NO_COLOR": "1",
    "PYTHONWARNINGS": "ignore",
}
TOOLS = (
    "region-report",
    "jupyter-book",
    "sphinx",
    "myst-nb",
    "sphinx-book-theme",
    "pydata-sphinx-theme",
    "vl-convert-python",
)
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
    """Build the edition staged in `folder`. Returns the folder of its pages, and its fault or nothing."""
    key = folder / "_build" / ".key"
    now = everywhere(folder)
    before = key.read_text("utf-8") if key.exists() else ""
    key.unlink(missing_ok=True)
    # What shows on every page has changed: pages that did not change themselves are old as well.
    fresh = ["--all"] if now != before else []
    command = [sys.executable, "-c", JUPYTER_BOOK, "build", str(folder), "-W", "--keep-going", *fresh]
    run = subprocess.run(command, env={**os.environ, **ENVIRONMENT}, capture_output=True, text=True)
    if run.returncode:
        return None, faults(run.stdout + run.stderr, folder)
    key.write_text(now, encoding="utf-8")
    return folder / "_build" / "html", ""


def everywhere(folder):
    """A digest of what shows on every page: titles, contents, settings, the package's code, the tools."""
    parts = [(folder / name).read_text("utf-8") for name in ("_toc.yml", "_config.yml")]
    parts += [f"{path.relative_to(folder)} {title(path)}" for path in sorted((folder / "book").rglob("*.*"))]
    package = Path(__file__).resolve().parents[1]
    # All of the package: descriptions and controls come from many of its parts.
    for path in sorted(package.rglob("*")):
        if path.is_file() and path.suffix != ".pyc":
            parts.append(hashlib.sha256(path.read_bytes()).hexdigest())
    parts += [f"{tool} {metadata.version(tool)}" for tool in TOOLS]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def title(path):
    """The first heading of a page or notebook; empty where it has none."""
    if path.suffix == ".ipynb":
        cells = json.loads(path.read_text("utf-8"))["cells"]
        outputs = [out.get("data", {}).get("text/markdown", "") for cell in cells for out in cell.get("outputs", [])]
        lines = "\n".join("".join(part) for part in [*(cell["source"] for cell in cells), *outputs]).splitlines()
    elif path.suffix == ".md":
        lines = path.read_text("utf-8").splitlines()
    else:
        return ""
    return next((line for line in lines if line.startswith("# ")), "")


def faults(output, folder):
    """The lines of Jupyter Book's output that say what is wrong, without the folder's own address."""
    lines = COLOUR.sub("", output).replace(f"{folder}/", "").splitlines()
    telling = list(dict.fromkeys(line for line in lines if TELLING.search(line)))
    return "\n".join(f"  {line.strip()}" for line in telling or lines[-15:])
