"""A copy of the project in another folder, for tests that change it or must not see this one."""

import os
import shutil
import subprocess
import sys

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


def copy_project(folder, *, data="data"):
    """The project's own files in `folder`, without anything rendered; `data` says which folder becomes its data."""
    root = project_root()
    for part in PARTS:
        source, target = root / part, folder / part
        if source.is_dir():
            # Rendered notebooks lie in book/ beside its pages; a copy starts without them.
            unwanted = ("*.ipynb", "regions") if part == "book" else (".ipynb_checkpoints",)
            shutil.copytree(source, target, ignore=shutil.ignore_patterns(*unwanted))
        elif source.is_file():
            shutil.copy(source, target)
    if data != "data":
        shutil.rmtree(folder / "data")
        shutil.copytree(root / data, folder / "data")
    return folder


def run(folder, *words):
    """The command of this environment, run in `folder`; its result with output as text."""
    environment = {key: value for key, value in os.environ.items() if key != "REGION_REPORT_ROOT"}
    return subprocess.run(
        [sys.executable, "-m", *words],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
