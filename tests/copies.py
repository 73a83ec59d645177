"""A copy of the project in another folder, for tests that change it or must not see this one."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from region_report.paths import project_root

PARTS = (
    "book",
    "notebooks",
    "data",
    "_config.yml",
    "_toc.yml",
    "_config.en.yml",
    "tests/data",
    "tests/reference",
)


def copy_project(folder, *, data="data", code=False):
    """The project's own files in `folder`, without anything rendered; `data` says which folder becomes its data.

    code: copy the package as well, for a test that changes it; `run` then runs that one.
    """
    root = project_root()
    for part in (*PARTS, "src") if code else PARTS:
        source, target = root / part, folder / part
        if source.is_dir():
            # Rendered notebooks lie in book/ beside its pages; a copy starts without them.
            unwanted = ("*.ipynb", "regions", "indicators") if part == "book" else (".ipynb_checkpoints", "__pycache__")
            shutil.copytree(source, target, ignore=shutil.ignore_patterns(*unwanted))
        elif source.is_file():
            shutil.copy(source, target)
    if data != "data":
        shutil.rmtree(folder / "data")
        shutil.copytree(root / data, folder / "data")
        # The schema is the project's; a data folder does not bring one of its own.
        shutil.copytree(root / "data" / "schema", folder / "data" / "schema")
    return folder


def change(path, old, new):
    """Replace the first `old` in a file by `new`; it must be there."""
    text = path.read_text(encoding="utf-8")
    assert old in text, f"{old!r} is not in {path.name}"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def run(folder, command, *words, **variables):
    """A command of this environment, as a user types it in `folder`; its result with output as text.

    variables: of the environment, beside those that are set.
    """
    # What steers the tests themselves must not steer the command.
    own = ("REGION_REPORT_", "PYTEST_")
    environment = {key: value for key, value in os.environ.items() if not key.startswith(own)}
    if (folder / "src").is_dir():
        environment["PYTHONPATH"] = str(folder / "src")
    return subprocess.run(
        [str(Path(sys.executable).with_name(command)), *words],
        cwd=folder,
        env=environment | variables,
        capture_output=True,
        text=True,
        check=False,
    )


def keep_regions(folder, *slugs):
    """Leave only these regions of the copy's data, with their actors: a build has a page for each of the others."""
    for path in (folder / "data" / "regions").iterdir():
        if path.name not in slugs:
            shutil.rmtree(path)
    actors = folder / "data" / "actors.csv"
    heading, *rows = actors.read_text(encoding="utf-8").splitlines(keepends=True)
    actors.write_text("".join([heading, *(row for row in rows if row.split(",")[0] in slugs)]), encoding="utf-8")
    return folder
