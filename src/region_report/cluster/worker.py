"""What a Dask worker does: one job at a time, in a folder of its own, with warm kernels as on one machine."""

import contextlib
import hashlib
import os
import re
import sys
import tempfile
import threading
from functools import cache
from importlib import metadata
from pathlib import Path

from region_report.cluster import packing
from region_report.errors import UsageError

# papermill changes the working directory of its process: jobs of one worker never overlap, whatever its threads.
_alone = threading.Lock()
# The project that this worker is ready for, and what ends when it becomes ready for another.
_ready = {"project": None, "resources": contextlib.ExitStack()}


def execute(task):
    """Execute a job unless its notebook is there; (name of the notebook in the exchange, who made it; None: nobody).

    task: `url` of the exchange, `project` in it, `code` of the driver, `chapter`, `parameters`, `name`, `run`.
    """
    from distributed import get_worker

    worker = get_worker()
    if (own := code()) != task["code"]:
        raise UsageError(
            f"The worker {worker.address} runs {own}, this machine {task['code']}. Install the same on both."
        )
    with _alone:
        exchange = packing.Exchange(task["url"])
        # Made by a worker that was lost since, or in an earlier run: nothing is computed twice.
        if packing.read(exchange, task["name"]):
            return task["name"], None
        _become_ready(exchange, task["project"], worker.local_directory)
        made = _made(task)
        lasting = made.parts is not None and not made.fault
        name = task["name"] if lasting else f"{task['name']}-{task['run']}"
        packing.write(exchange, name, made)
    return name, worker.address


@cache
def code():
    """What a driver and its workers must have in common: the package, Python, and what the package requires."""
    package = Path(__file__).resolve().parents[1]
    whole = hashlib.sha256()
    for path in sorted(package.rglob("*")):
        if path.is_file() and path.suffix != ".pyc":
            whole.update(f"{path.relative_to(package)} ".encode() + hashlib.sha256(path.read_bytes()).digest())
    needed = sorted(re.match(r"[\w.-]+", each)[0] for each in metadata.requires("region-report"))
    packages = hashlib.sha256(repr([(name, metadata.version(name)) for name in needed]).encode()).hexdigest()[:12]
    return (
        f"region-report {metadata.version('region-report')} "
        f"(code {whole.hexdigest()[:12]}, packages {packages}, Python {sys.version.split()[0]})"
    )


def _become_ready(exchange, project, folder):
    if _ready["project"] == project:
        return
    _ready["resources"].close()
    root = packing.unpack(exchange, project, folder)
    os.environ["REGION_REPORT_ROOT"] = str(root)
    # The package reads the schemas of the project as it is imported.
    from region_report.kernels import warm_kernels
    from region_report.render import execution

    resources = contextlib.ExitStack()
    profile = resources.enter_context(tempfile.TemporaryDirectory())
    variables = resources.enter_context(warm_kernels(variables=execution.variables()))
    execution.prepare(profile, variables, root / "_build" / "results")
    _ready.update(project=project, resources=resources)


def _made(task):
    from region_report import chapters
    from region_report.render import Job, execution, running

    job = Job(task["chapter"], task["parameters"], None)
    running.keep_observations([chapters.chapter(job.chapter)], task["parameters"]["data"])
    return execution.make(job)
