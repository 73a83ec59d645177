"""Where the project, its data and its results lie."""

import os
import shutil
import threading
from contextvars import ContextVar
from pathlib import Path

# The folder of drawn charts: of those that are kept, and of those beside the pages.
PICTURES = "charts"

# The project that this package comes with.
CHECKOUT = Path(__file__).resolve().parents[2]

_data = ContextVar("data", default="data")


def project_root():
    """The folder with `_config.yml` and `data/`.

    The environment variable REGION_REPORT_ROOT, or the nearest such folder at or above the working
    directory, or the checkout this package is installed from.
    """
    if named := os.environ.get("REGION_REPORT_ROOT"):
        return Path(named).resolve()
    here = Path.cwd().resolve()
    for folder in (here, *here.parents):
        if (folder / "_config.yml").is_file() and (folder / "data").is_dir():
            return folder
    return CHECKOUT


def use_data(data):
    """Take `data` for the data folder wherever none is named; None: the project's own."""
    _data.set(data or "data")


def data_dir(data=None):
    """The data folder: `data` (absolute, or relative to the project), else the one in use."""
    return (project_root() / (data or _data.get())).resolve()


def standard(name):
    """What a report need not have of its own in `data/`, its own where it has it: schemas, lists of the method."""
    own = project_root() / "data" / name
    return own if own.exists() else CHECKOUT / "data" / name


def build_dir():
    """The folder for everything that is made and can be made again."""
    return project_root() / "_build"


def shown(path):
    """A path as messages show it: relative to the project where it lies inside it; links stay as they are."""
    path = Path(os.path.abspath(path))
    root = project_root()
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else str(path)


def write_whole(path, content):
    """Write text or bytes into a file: it is there whole, or as before. A file that is replaced keeps its permissions.

    What a killed process leaves is hidden and ends with `.part`.
    """
    # Two threads may write the same file.
    half = path.with_name(f".{path.name}.{os.getpid()}-{threading.get_ident()}.part")
    try:
        half.write_bytes(content.encode() if isinstance(content, str) else content)
        if path.exists():
            shutil.copymode(path, half)
        os.replace(half, path)
    except BaseException:
        half.unlink(missing_ok=True)
        raise


def share(path, place):
    """One file at two places where the disk can, else a copy with its time. Only for what is never written over."""
    try:
        os.link(path, place)
    except OSError:
        shutil.copy2(path, place)
