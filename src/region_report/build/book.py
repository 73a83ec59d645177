"""Jupyter Book, run for all editions at once, with every warning an error."""

import hashlib
import json
import os
import re
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import yaml

from region_report import codelists, settings
from region_report.build import copies
from region_report.errors import BuildError
from region_report.results import installed

# Sphinx writes sets in the order of their hashes; the languages of the machine must not show in the pages. A library
# that computes in threads would leave them behind where the editions part.
ENVIRONMENT = {
    "PYTHONHASHSEED": "0",
    "LC_ALL": "C.UTF-8",
    "TZ": "UTC",
    "NO_COLOR": "1",
    "PYTHONWARNINGS": "ignore",
    "OPENBLAS_NUM_THREADS": "1",
}
JUPYTER_BOOK = "from region_report.site.books import main; main()"
TELLING = re.compile(r"WARNING|ERROR|SEVERE|^[\w.]*(?:Error|Exception): \S")
# What Sphinx says, and our own drawing, as they go on.
FAR = re.compile(r"(?P<doing>[a-z ]+)\.\.\. \[ *(?P<percent>\d+)%\]")
COLOUR = re.compile(r"\x1b\[[0-9;]*m")


def build_editions(staged, *, told=None):
    """Build each staged edition; language -> folder of its pages.

    Where nothing has changed since the last build, its pages stay as they are.
    told: called with an edition, what is done, and how far it is in percent, as it goes on.
    Raises BuildError with the warnings of every edition that has any.
    """
    keys = {folder: key(folder) for folder in staged.values()}
    due = [folder for folder in staged.values() if noted(folder) != [*keys[folder], names(pages(folder))]]
    commands = {folder: command(folder, keys[folder]) for folder in due}
    wrong = {}
    for folder, (code, output) in run(commands, told or (lambda lang, doing, percent: None)).items():
        if code:
            wrong[folder] = faults(output, folder)
        else:
            note(folder).write_text("\n".join([*keys[folder], names(pages(folder))]), encoding="utf-8")
    if wrong:
        told = [f"The edition '{lang}' was not built.\n{wrong[each]}" for lang, each in staged.items() if each in wrong]
        raise BuildError("\n".join(told))
    return {lang: pages(folder) for lang, folder in staged.items()}


def pages(folder):
    """The folder of the pages of the edition that is staged in `folder`."""
    return folder / "_build" / "html"


def note(folder):
    """The file that says what the pages of an edition were made of."""
    return folder / "_build" / ".key"


def noted(folder):
    """What the pages of an edition were made of: what makes every page, the files, which pages there were."""
    return note(folder).read_text("utf-8").split("\n") if note(folder).exists() else [""]


def key(folder):
    """The first two of these as they are now."""
    return everywhere(folder), times(folder)


def command(folder, now):
    """The arguments of Jupyter Book for an edition; from here on its pages are not finished. now: its `key`."""
    # By a clock that was put back, Sphinx takes what has changed for older than its pages.
    put_back = note(folder).exists() and note(folder).stat().st_mtime > time.time()
    # What makes every page has changed: pages that did not change themselves are old as well.
    fresh = ["--all"] if now[0] != noted(folder)[0] or put_back else []
    note(folder).unlink(missing_ok=True)
    return ["build", str(folder), "-W", "--keep-going", *fresh]


def run(commands, told):
    """Run Jupyter Book with the arguments of each edition, side by side; (exit code, output) of each."""
    if not commands:
        return {}
    ends = {folder: os.pipe() for folder in commands}
    asked = json.dumps([[arguments, ends[folder][1]] for folder, arguments in commands.items()])
    process = subprocess.Popen(
        [sys.executable, "-c", JUPYTER_BOOK, asked],
        env={**os.environ, **ENVIRONMENT},
        pass_fds=[out for _, out in ends.values()],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    for _, out in ends.values():
        os.close(out)
    with ThreadPoolExecutor(len(commands)) as readers:
        outputs = list(readers.map(lambda folder: _read(ends[folder][0], folder.name, told), commands))
    said, _ = process.communicate()
    # Where it ended by itself nothing was built, and it says why.
    codes = [process.returncode] * len(commands) if process.returncode else json.loads(said.splitlines()[-1])
    return {folder: (code, output or said) for folder, code, output in zip(commands, codes, outputs, strict=True)}


def _read(end, lang, told):
    lines = []
    with open(end, encoding="utf-8", errors="replace") as output:
        for line in output:
            if far := FAR.match(COLOUR.sub("", line)):
                told(lang, far["doing"], int(far["percent"]))
            lines.append(line)
    return "".join(lines)


def everywhere(folder):
    """A digest of what every page is made with: settings, the package's code, Python and all that is installed."""
    parts = [sys.version, *sorted(installed()), (folder / "_config.yml").read_text("utf-8")]
    package = Path(__file__).resolve().parents[1]
    # All of the package: descriptions and controls come from many of its parts.
    for path in [*sorted(package.rglob("*")), *settings.own_words()]:
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
