"""The jobs of a report: which notebook is run with which parameters, and the file it becomes."""

from dataclasses import dataclass
from pathlib import Path

from region_report import chapters, codelists, observations
from region_report.codelists.records import near
from region_report.errors import DataError, UsageError
from region_report.messages import Message
from region_report.paths import build_dir, data_dir, project_root, shown, write_whole
from region_report.render.untranslated import untranslated


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

    @property
    def source(self):
        """The file of its notebook, as it is written."""
        return project_root() / "notebooks" / f"{self.chapter}.ipynb"

    def write(self, content):
        """Write what it becomes, whole or not at all; a file that has this content already keeps its time."""
        if self.out.is_file() and self.out.read_bytes() == content:
            return
        self.out.parent.mkdir(parents=True, exist_ok=True)
        write_whole(self.out, content)


@dataclass(frozen=True)
class Result:
    """What became of a job: `fault` is empty, or one line that says which cell failed and why.

    kept: its notebook was kept from an earlier run, and nothing was executed. older: what it shows has changed since.
    """

    job: Job
    fault: str = ""
    kept: bool = False
    older: bool = False


def plan(*, regions=None, indicators=None, chapter=None, langs=None, data=None, out=None):
    """The jobs that `render_all` would run. Raises DataError with all that an edition in a further language lacks."""
    spoken = codelists.languages(data)
    langs = langs or spoken
    if unknown := [lang for lang in langs if lang not in spoken]:
        raise UsageError(Message("usage.edition", found=unknown[0], allowed=spoken))
    if faults := [fault for lang in langs for fault in untranslated(lang, data)]:
        raise DataError(faults)
    chosen = [chapters.chapter(chapter)] if chapter else chapters.chapters()
    slugs = [codelists.region(region, data).slug for region in regions or []]
    slugs = slugs or observations.slugs(data=data)
    if not slugs:
        raise UsageError(Message("usage.no_regions", folder=shown(data_dir(data))))
    values = {"region": slugs}
    if any(each.per == "indicator" for each in chosen):
        values["indicator"] = _indicators(indicators, slugs, data)
    planned = []
    for lang in langs:
        folder = _folder(lang, out, spoken[0])
        for each in chosen:
            base = {"lang": lang, "data": data or "data"}
            for extra in [{each.per: value} for value in values[each.per]] if each.per else [{}]:
                parameters = base | extra
                chapters.check_parameters(each, parameters)
                planned.append(Job(each.name, parameters, folder / f"{chapters.page(each.name, parameters)}.ipynb"))
    return planned


def remove_others(planned):
    """Remove the notebooks of regions and indicators that lie among those planned and are none of them."""
    own = {job.out for job in planned if any(per in job.parameters for per in chapters.FOLDERS)}
    for folder in {path.parent for path in own}:
        for path in set(folder.glob("*.ipynb")) - own:
            path.unlink()


def _indicators(chosen, slugs, data):
    """The chosen indicators, or all that the regions report. Raises UsageError for one that they do not report."""
    reported = observations.reported(slugs, data=data)
    if unknown := [each for each in chosen or [] if each not in reported]:
        hint = near(unknown[0], reported)
        raise UsageError(Message("faults.not_reported", found=unknown[0], near=hint, regions=tuple(slugs)))
    return chosen or reported


def _folder(lang, out, main):
    """Where the notebooks of a language lie."""
    if out:
        return Path(out) / lang
    return project_root() / "book" if lang == main else build_dir() / lang / "book"
