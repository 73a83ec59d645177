"""The first step of a result's key: what is known of a job before it runs."""

import hashlib
import json
import os
import platform
import sys
from pathlib import Path

from region_report import settings
from region_report.paths import CHECKOUT, data_dir, project_root, shown, standard

PACKAGE = Path(__file__).resolve().parents[1]
# The parts of the package that work on executed notebooks. A notebook that does import one is found out by its trace.
AFTER = ("build", "cli.py", "cluster", "data_package", "fonts.py", "progress.py", "release.py", "serving", "site")
# What steers the run and not its result.
_STEERING = (
    "REGION_REPORT_CACHE", "REGION_REPORT_CACHE_SIZE", "REGION_REPORT_MESSAGES", "REGION_REPORT_ROOT",
    "REGION_REPORT_TRACE", "REGION_REPORT_WARM_KERNELS",
)  # fmt: skip
# The language of the machine is not among them: kernels have one of their own (`execution.variables`).
_TELLING = ("PYTHON", "REGION_REPORT_", "TZ")


class Keys:
    """Keys of jobs; what all of them share is looked at once.

    inputs: an `Inputs`, for the digests of files. data: the data folder of the jobs.
    """

    def __init__(self, inputs, data=None):
        self._inputs = inputs
        files = [*_modules(), *sorted(standard("schema").glob("*.json")), *settings.own_words()]
        # A notebook may ask whether a file is there, which no trace tells: in the data these are few.
        shared = [
            sys.version,
            platform.machine(),
            *sorted(installed()),
            *sorted(f"{name}={value}" for name, value in os.environ.items() if _tells(name)),
            *(f"{_named(path)} {inputs.file(path)}" for path in files),
            # A link to a data folder may lead elsewhere next time, where other files lie under the same names.
            shown(data_dir(data or "data")),
            *sorted(_names(data_dir(data or "data"))),
        ]
        self._shared = hashlib.sha256(json.dumps(shared).encode()).hexdigest()

    def key(self, notebook, parameters):
        """The key of a notebook file with its parameters."""
        own = [self._shared, self._inputs.file(notebook), Path(notebook).name, parameters]
        return hashlib.sha256(json.dumps(own, sort_keys=True).encode()).hexdigest()


def in_key(path):
    """Whether a file that a kernel read is in the key of every job already."""
    inside = Path(path).is_relative_to(PACKAGE) and Path(path).relative_to(PACKAGE).parts[0] not in AFTER
    return inside or Path(path).parent == standard("schema")


def _modules():
    """The files of the package that a kernel may come to read."""
    return [
        path
        for path in sorted(PACKAGE.rglob("*"))
        if path.is_file() and path.suffix != ".pyc" and path.relative_to(PACKAGE).parts[0] not in AFTER
    ]


def installed():
    """Names and versions of what is installed, as the names of folders tell them."""
    return {
        name for place in sys.path if os.path.isdir(place) for name in os.listdir(place) if name.endswith(".dist-info")
    }


def _tells(name):
    return name.startswith(_TELLING) and name not in _STEERING


def _named(path):
    folder = next(each for each in (PACKAGE, project_root(), CHECKOUT) if path.is_relative_to(each))
    return path.relative_to(folder).as_posix()


def _names(folder):
    for place, folders, files in os.walk(folder):
        # Regions are in the trace of those notebooks that look at them; so are those of a data folder in this one.
        if "regions" in folders:
            folders.remove("regions")
        yield from (os.path.relpath(os.path.join(place, name), folder) for name in files)
