"""One job executed: its notebook through papermill, in a kernel of its own, written whole or not at all."""

import contextlib
import os
import tempfile
from dataclasses import dataclass
from pathlib import Path

import nbformat
import papermill
from papermill.engines import papermill_engines

from region_report import codelists, messages, normal_form, results, text, traces
from region_report.kernels import QuickManager
from region_report.paths import project_root
from region_report.render.jobs import Result


class CellFailed(Exception):
    """A cell raised an error; the message says which cell and what."""


@dataclass(frozen=True)
class Made:
    """A notebook as it is written, and its fault. parts: digests of what it read; None where that is not known."""

    content: bytes
    fault: str = ""
    parts: dict | None = None


# Of this process: where results are kept, as `prepare` sets it.
_keeping = {}


def variables():
    """Of the environment of every kernel: one locale on all machines, so that its notebook is the same on all.

    What a kernel says of a fault is in the language of this process all the same.
    """
    return {"LC_ALL": "C.UTF-8", "LANGUAGE": "", messages.OWN: messages.language()}


def prepare(profile, variables, kept=None):
    """Make this process ready to execute jobs: warm kernels without a user's own start-up files or a line of log each.

    profile: an empty folder. variables: of the environment. kept: the folder of results, where they are to be kept.
    """
    os.environ.update(variables)
    config = Path(profile) / "profile_default" / "ipython_kernel_config.py"
    config.parent.mkdir(exist_ok=True)
    settings = ["c.IPKernelApp.log_level = 50", f"c.InteractiveShellApp.extensions = ['{traces.__name__}']"]
    config.write_text("\n".join(settings), encoding="utf-8")
    os.environ["IPYTHONDIR"] = profile
    if kept:
        _keeping.update(store=results.Store(kept), inputs=results.Inputs(kept))


def render_job(job, key=""):
    """Render one job; its notebook is written whole or not at all.

    key: of its result, which is kept where `prepare` has named a folder; of a job that fails, nothing is.
    """
    made = make(job)
    if key and made.parts is not None:
        _keeping["store"].keep(key, made.parts, made.content)
    job.write(made.content)
    return Result(job, made.fault)


def render_numbered(task):
    """As `render_job`, for tasks whose results come in any order: (number, Result) of (number, job, key)."""
    number, job, key = task
    return number, render_job(job, key)


def make(job):
    """The notebook of a job, executed; of one that fails, a page that says so."""
    with tempfile.NamedTemporaryFile(prefix="region-report-", suffix=".trace") as trace:
        try:
            content = normal_form.write(execute(job, trace.name)).encode()
        except (CellFailed, RuntimeError, normal_form.NotReproducible) as error:
            # A kernel that dies, for want of memory perhaps, is a RuntimeError; others go on.
            return Made(normal_form.write(_page_of_failure(job)).encode(), f"{job}: {' '.join(str(error).split())}")
        return Made(content, parts=_keeping["inputs"].parts(traces.read(trace.name)) if _keeping else None)


def execute(job, trace=""):
    """The executed notebook of a job, in normal form. trace: the file in which the kernel writes what it reads."""
    os.environ[traces.VARIABLE] = trace
    # In two steps: in one, papermill would write the executed notebook once more as text, for nobody.
    options = {"kernel_name": "python3", "progress_bar": False}
    notebook = papermill.execute_notebook(prepared(job), None, parameters=job.parameters, prepare_only=True, **options)
    with contextlib.chdir(project_root()):
        executed = papermill_engines.execute_notebook_with_engine(
            None,
            notebook,
            kernel_manager_class=QuickManager,
            # What is left when the last cell has run is of no use: no need to wait until the kernel has tidied up.
            shutdown_kernel="immediate",
            **options,
        )
    _check(executed)
    return normal_form.normalise(executed, job.chapter)


def prepared(job):
    """The chapter's notebook as it is run for a job: one language, labels of its own, nothing executed."""
    notebook = normal_form.keep_language(nbformat.read(job.source, as_version=4), job.parameters["lang"])
    if "indicator" in job.parameters:
        return normal_form.own_labels(notebook, f"indicator-{job.parameters['indicator']}")
    region = job.parameters.get("region")
    return normal_form.own_labels(notebook, region) if region else notebook


def _check(notebook):
    for number, cell in enumerate(notebook.cells):
        for output in cell.get("outputs", []):
            if output.output_type == "error":
                raise CellFailed(f"cell {number}: {output.ename}: {output.evalue}")


def _page_of_failure(job):
    lang, data = job.parameters["lang"], job.parameters["data"]
    name = job.chapter
    if "region" in job.parameters:
        name = getattr(codelists.region(job.parameters["region"], data), f"name_{lang}")
    elif "indicator" in job.parameters:
        name = codelists.load(data).by_id["indicators"][job.parameters["indicator"]][f"name_{lang}"]
    with text.edition(lang):
        words = text.t("render.failed", page=name)
    cell = nbformat.v4.new_markdown_cell(f"# {name}\n\n{words}", id=f"{job.chapter}-failed")
    return normal_form.normalise(nbformat.v4.new_notebook(cells=[cell]), job.chapter)
