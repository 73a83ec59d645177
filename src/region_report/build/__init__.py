"""From rendered notebooks and pages to the published site: both editions, the data, and one link."""

from region_report import fonts, render
from region_report.build import book, publish, stage
from region_report.build.printed import pdf
from region_report.chapters import LANGUAGES
from region_report.fonts import BuildError
from region_report.paths import build_dir

__all__ = ["BuildError", "build", "pdf"]


def build(*, regions=None, langs=LANGUAGES, data=None, out=None, jobs=None, report=None):
    """Render every chapter, build an edition for each language, and publish them with the data.

    regions, data, jobs, report: as in `render.render_all`. out: the link that readers follow, by default
    `_build/site`; the site itself lies beside it in `releases/`.
    Returns the Results of rendering. A notebook that failed is a page that says so; the site has it.
    Raises BuildError where the machine lacks something, a page is missing or the book has a warning; the site
    published before then stays as it is.
    """
    fonts.check_sample()
    langs = [lang for lang in LANGUAGES if lang in langs] or list(langs)
    whole = regions is None and data is None and out is None
    # A part of the report, or another one, must not take the place of the book's own notebooks.
    rendered = None if whole else build_dir() / "rendered"
    results = render.render_all(
        regions=regions, langs=langs, data=data, out=rendered, jobs=jobs, report=report
    )
    staged = {lang: stage.stage(lang, [each.job for each in results], editions=langs) for lang in langs}
    publish.publish(book.build_editions(staged), data=data, link=out or build_dir() / "site")
    return results
