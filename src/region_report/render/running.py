"""All jobs of a report: those whose result is kept are taken from there, the others are executed side by side."""

import contextlib
import tempfile

from region_report import chapters, codelists, observations, processes, results
from region_report.errors import DataError
from region_report.render import earlier
from region_report.render.jobs import Result, plan, remove_others


def render_all(
    *,
    regions=None,
    indicators=None,
    chapter=None,
    langs=None,
    data=None,
    out=None,
    jobs=None,
    report=None,
    fresh=False,
    machines=None,
    anew=None,
):
    """Render chapters in each language: per-region ones for each region, per-indicator ones likewise, the others once.

    regions: slugs or codes, by default all; indicators: ids, by default all that the regions report.
    chapter: one name, by default all of them. langs: by default all that the data speak (`codelists.languages`).
    out: a folder that gets `<lang>/regions/<slug>.ipynb`, `<lang>/indicators/<id>.ipynb` and `<lang>/<chapter>.ipynb`;
    by default the book's.
    jobs: processes at a time, by default one a core. report: called with each Result as it comes and with the number
    of all. fresh: execute every job, also those whose results are kept. machines: what executes the jobs elsewhere, a
    `cluster.driver.Cluster`; by default processes of this machine do.
    anew: slugs or codes; only jobs that show one of these regions are executed, and others have the notebook that was
    rendered before, or that of the kept result. What was never rendered is executed as well.
    Where all of the project is rendered, the notebooks of regions and indicators that it does not have go.
    Returns the Results in the order of the jobs. A job that fails leaves a page that says so, and stops no other.
    Raises UsageError for a wrong region, indicator, chapter, language or parameter before anything runs.
    """
    keep_observations([chapters.chapter(chapter)] if chapter else chapters.chapters(), data)
    planned = plan(regions=regions, indicators=indicators, chapter=chapter, langs=langs, data=data, out=out)
    store, inputs = results.Store(results.folder()), results.Inputs(results.folder())
    most, keys = results.limit(), results.Keys(inputs, data)
    # Where the project lies is asked once a chapter, not once a job.
    sources = {chapter: job.source for chapter, job in {job.chapter: job for job in planned}.items()}
    wanted = (
        planned if anew is None else earlier.theirs(planned, [codelists.region(each, data).slug for each in anew], data)
    )
    wanted = {job.out for job in wanted}
    done, todo = {}, {}
    for number, job in enumerate(planned):
        key, other = keys.key(sources[job.chapter], job.parameters), job.out not in wanted
        if (other or not fresh) and _take(job, store.find(key, inputs), inputs):
            done[number] = Result(job, kept=True)
        elif other and earlier.rendered(job):
            done[number] = Result(job, kept=True, older=True)
        else:
            todo[number] = key
    # Chapters over all regions take longest: begun first, none of them is left over for one process at the end.
    todo = dict(
        sorted(todo.items(), key=lambda each: any(per in planned[each[0]].parameters for per in chapters.FOLDERS))
    )
    told = report or (lambda result, total: None)
    for result in done.values():
        told(result, len(planned))
    executed = (
        machines.executed(planned, todo, store, fresh=fresh)
        if machines
        else _executed(planned, todo, jobs, store.folder)
    )
    for number, result in executed:
        done[number] = result
        told(result, len(planned))
    if not (regions or indicators or chapter or data or out):
        remove_others(planned)
    inputs.remember()
    store.prune(most)
    return [done[number] for number in range(len(planned))]


def keep_observations(chosen, data):
    """Where chapters read all regions, the figures are parsed here once; faults are for those chapters to tell."""
    if any(each.per != "region" for each in chosen):
        with contextlib.suppress(DataError):
            codelists.load(data)
            observations.keep_all(data=data)


def _take(job, entry, inputs):
    """Whether the job's file is now the kept notebook. One that was so before is not even read."""
    if entry is None:
        return False
    if inputs.file(job.out) != entry.sha256:
        content = entry.content()
        if content is None:
            return False
        job.write(content)
    entry.used()
    return True


def _executed(planned, todo, jobs, kept):
    """(number, Result) of each job of `todo` (number -> key), as they are done."""
    if not todo:
        return
    # Where nothing is executed, nobody waits for papermill.
    from region_report.kernels import warm_kernels
    from region_report.render import execution

    # Processes, never threads: papermill changes the working directory of the process it runs in.
    with (
        tempfile.TemporaryDirectory() as profile,
        warm_kernels(variables=execution.variables()) as variables,
        processes.pool(jobs, initializer=execution.prepare, initargs=(profile, variables, kept)) as pool,
    ):
        tasks = [(number, planned[number], key) for number, key in todo.items()]
        yield from processes.as_done(pool, execution.render_numbered, tasks)
