"""From rendered notebooks and pages to the published site: both editions, the data, and one link."""

import fcntl
from contextlib import contextmanager

from region_report import codelists, fonts, render
from region_report.build import book, contents, printed, publish, stage
from region_report.paths import build_dir

__all__ = ["build"]


def build(
    *,
    anew=None,
    langs=None,
    data=None,
    out=None,
    jobs=None,
    report=None,
    told=None,
    pdf=False,
    fresh=False,
    machines=None,
):
    """Render every chapter, build an edition for each language, and publish them with the data.

    anew, data, jobs, report, fresh, machines: as in `render.render_all`; the site has every page all the same.
    out: the link that readers follow, by default `_build/site`; the site itself lies beside it in `releases/`.
    told: as in `book.build_editions`.
    pdf: whether the site has PDFs as well.
    Returns the Results of rendering. A notebook that failed is a page that says so; the site has it.
    Raises DataError where `_toc.yml` is none, BuildError where the machine lacks something, a page is missing or the
    book has a warning; the site published before then stays as it is.
    """
    # What stops a build is told before an hour of rendering, not after it.
    contents.contents()
    fonts.check_sample()
    if pdf:
        printed.check()
    # The main language first; an unknown one stays, for `render_all` to refuse.
    spoken = codelists.languages(data)
    langs = sorted(
        dict.fromkeys(langs or spoken), key=lambda lang: spoken.index(lang) if lang in spoken else len(spoken)
    )
    # Another report must not take the place of the book's own notebooks.
    rendered = None if data is None and out is None else build_dir() / "rendered"
    with _alone():
        results = render.render_all(
            anew=anew,
            langs=langs,
            data=data,
            out=rendered,
            jobs=jobs,
            report=report,
            fresh=fresh,
            machines=machines,
        )
        done = [each.job for each in results]
        staged = {lang: stage.stage(lang, done, editions=langs, data=data, pdf=pdf) for lang in langs}
        pages = book.build_editions(staged, told=told)
        papers = printed.write(staged, build_dir() / "pdf") if pdf else None
        publish.publish(pages, data=data, link=out or build_dir() / "site", papers=papers)
    return results


@contextmanager
def _alone():
    """Wait until no other build uses this project's `_build`: two at once would mix their pages."""
    build_dir().mkdir(parents=True, exist_ok=True)
    with (build_dir() / ".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
