"""Rendering: chapter x region x language through papermill, each in its own kernel, reproducible to the byte."""

import contextlib
import os
import tempfile
from dataclasses import dataclass
from pathlib import Path

import nbformat
import papermill
from papermill.exceptions import PapermillExecutionError

from region_report import chapters, codelists, normal_form, observations, processes, text
from region_report.codelists.records import near
from region_report.errors import DataError, UsageError
from region_report.kernels import QuickManager, warm_kernels
from region_report.paths import build_dir, project_root


@dataclass(frozen=True)
class Job:
    """One notebook to render: a chapter, its parameters, and the file it becomes."""

    chapter: str
    parameters: dict
    out: Path

    def __str__(self):
        """The job as messages name it: chapter, region or indicator, and language."""
        per = [self.parameters[name] for name in chapters.FOLDERS if name in self.parameters]
        return " ".join([self.chapter, *per, self.parameters["lang"]])


@dataclass(frozen=True)
class Result:
    """What became of a job: `fault` is empty, or one line that says which cell failed and why."""

    job: Job
    fault: str = ""


def render_all(
    *,
    regions=None,
    indicators=None,
    chapter=None,
    langs=chapters.LANGUAGES,
    data=None,
    out=None,
    jobs=None,
    report=None,
):
    """Render chapters in each language: per-region ones for each region, per-indicator ones likewise, the others once.

    regions: slugs or codes, by default all; indicators: ids, by default all that the regions report.
    chapter: one name, by default all of them.
    out: a folder that gets `<lang>/regions/<slug>.ipynb`, `<lang>/indicators/<id>.ipynb` and `<lang>/<chapter>.ipynb`;
    by default the book's.
    jobs: processes at a time, by default one a core. report: called with each Result as it comes.
    Returns the Results in the order of the jobs. A job that fails leaves a page that says so, and stops no other.
    Raises UsageError for a wrong region, indicator, chapter, language or parameter before anything runs.
    """
    planned = plan(regions=regions, indicators=indicators, chapter=chapter, langs=langs, data=data, out=out)
    _keep_observations(planned, data)
    results = []
    # Processes, never threads: papermill changes the working directory of the process it runs in.
    with (
        tempfile.TemporaryDirectory() as profile,
        warm_kernels() as variables,
        processes.pool(jobs, initializer=_prepare, initargs=(profile, variables)) as pool,
    ):
        for result in pool.map(render_job, planned):
            results.append(result)
            if report:
                report(result)
    return results


def plan(*, regions=None, indicators=None, chapter=None, langs=chapters.LANGUAGES, data=None, out=None):
    """The jobs that `render_all` would run."""
    if unknown := [lang for lang in langs if lang not in chapters.LANGUAGES]:
        raise UsageError(f"There is no edition '{unknown[0]}'. Languages: {', '.join(chapters.LANGUAGES)}.")
    chosen = [chapters.chapter(chapter)] if chapter else chapters.chapters()
    slugs = [codelists.region(region, data).slug for region in regions or []]
    slugs = slugs or [region.slug for region in codelists.regions(data)]
    values = {"region": slugs}
    if any(each.per == "indicator" for each in chosen):
        values["indicator"] = _indicators(indicators, slugs, data)
    planned = []
    for lang in langs:
        for each in chosen:
            base = {"lang": lang, "data": data or "data"}
            for extra in [{each.per: value} for value in values[each.per]] if each.per else [{}]:
                parameters = base | extra
                chapters.check_parameters(each, parameters)
                planned.append(Job(each.name, parameters, _place(each.name, parameters, out)))
    return planned


def _keep_observations(planned, data):
    """Where chapters read all regions, the figures are parsed here once; faults are for those chapters to tell."""
    if any("region" not in job.parameters for job in planned):
        with contextlib.suppress(DataError):
            observations.keep_all(data=data)


def _indicators(chosen, slugs, data):
    """The chosen indicators, or all that the regions report. Raises UsageError for one that they do not report."""
    reported = observations.reported(slugs, data=data)
    if unknown := [each for each in chosen or [] if each not in reported]:
        raise UsageError(
            f"None of the regions reports the indicator '{unknown[0]}'.{near(unknown[0], reported)} "
            f"Regions: {', '.join(slugs)}."
        )
    return chosen or reported


def render_job(job):
    """Render one job; its notebook is written whole or not at all."""
    try:
        notebook, fault = execute(job), ""
    except (PapermillExecutionError, normal_form.NotReproducible) as error:
        fault = f"{job}: {_short(error)}"
        notebook = _page_of_failure(job)
    _write(job.out, normal_form.write(notebook))
    return Result(job, fault)


def execute(job):
    """The executed notebook of a job, in normal form."""
    executed = papermill.execute_notebook(
        prepared(job),
        None,
        parameters=job.parameters,
        kernel_name="python3",
        progress_bar=False,
        cwd=str(project_root()),
        kernel_manager_class=QuickManager,
        # What is left when the last cell has run is of no use: no need to wait until the kernel has tidied up.
        shutdown_kernel="immediate",
    )
    return normal_form.normalise(executed, job.chapter)


def prepared(job):
    """The chapter's notebook as it is run for a job: one language, labels of its own, nothing executed."""
    path = project_root() / "notebooks" / f"{job.chapter}.ipynb"
    notebook = normal_form.keep_language(nbformat.read(path, as_version=4), job.parameters["lang"])
    if "indicator" in job.parameters:
        return normal_form.own_labels(notebook, f"indicator-{job.parameters['indicator']}")
    region = job.parameters.get("region")
    return normal_form.own_labels(notebook, region) if region else notebook


def _prepare(folder, variables):
    """Kernels of this process start warm, without the user's own start-up files, and without a line of log each."""
    os.environ.update(variables)
    config = Path(folder) / "profile_default" / "ipython_kernel_config.py"
    config.parent.mkdir(exist_ok=True)
    config.write_text("c.IPKernelApp.log_level = 50\n", encoding="utf-8")
    os.environ["IPYTHONDIR"] = folder


def _place(chapter, parameters, out):
    name = f"{chapters.page(chapter, parameters)}.ipynb"
    lang = parameters["lang"]
    if out:
        return Path(out) / lang / name
    return project_root() / "book" / name if lang == "zh" else build_dir() / lang / "book" / name


def _short(error):
    if isinstance(error, PapermillExecutionError):
        return f"cell {error.cell_index}: {error.ename}: {error.evalue}"
    return str(error)


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


def _write(path, content):
    path.parent.mkdir(parents=True, exist_ok=True)
    half = path.with_suffix(f".{os.getpid()}.tmp")
    half.write_text(content, encoding="utf-8")
    os.replace(half, path)
