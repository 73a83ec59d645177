"""What a notebook's first cell calls: the data of one region or of all, and the language of everything shown."""

from dataclasses import dataclass

from IPython.display import display

from region_report import codelists, observations, text
from region_report.errors import UsageError
from region_report.paths import use_data


def open_region(region, *, lang="zh", data=None):
    """Observations of one region; what is shown from here on speaks `lang`.

    region: slug or code (GB/T 2260) of a folder in `data/regions`. Raises UsageError for another one.
    Returns the observations frame: one row is one figure as a source prints it, values in base units.
    """
    _use(lang, data)
    return observations.load_region(codelists.region(region, data).slug, data=data)


def open_all(*, lang="zh", data=None):
    """Observations of all regions in one frame; what is shown from here on speaks `lang`."""
    _use(lang, data)
    return observations.load_all(data=data)


def open_nation(*, data=None):
    """Observations of the region whose level is `nation`, to stand beside another; empty where there is none."""
    nations = [region for region in codelists.regions(data) if region.level == "nation"]
    if len(nations) > 1:
        raise UsageError(f"{len(nations)} regions have the level 'nation'; at most one may: {_slugs(nations)}.")
    if nations:
        return observations.load_region(nations[0].slug, data=data)
    return observations.load_all(data=data).iloc[:0]


def heading(region, *, lang="zh", data=None):
    """The title of a region's page, as Markdown."""
    found = codelists.region(region, data)
    text.use(lang)
    return text.Markdown(f"# {_name(found)}")


def about(frame, *themes):
    """The rows of an observations or metric frame that belong to one of the themes."""
    return frame[frame["theme"].isin(themes)]


def observed(observations):
    """The rows with a figure that tells what is, as opposed to what is promised."""
    return observations[(observations["measure"] == "actual") & observations["value"].notna()]


def marked(observations, *statuses):
    """The rows that carry one of the statuses."""
    return observations[observations["status"].isin(statuses)]


def graded(observations, *grades):
    """The rows whose source has one of the grades."""
    return observations[observations["source_grade"].isin(grades)]


@dataclass(frozen=True)
class Shown:
    """Charts and tables one below the other, as a notebook shows them."""

    parts: tuple

    def _ipython_display_(self):
        for part in self.parts:
            display(part)


def show(*parts, empty):
    """Those of the charts and tables that have something to show; where none has, one sentence: the text `empty`.

    A chart without a figure gives a sentence of its own; in a section full of them one is enough.
    """
    kept = tuple(part for part in parts if not isinstance(part, text.Markdown))
    return Shown(kept or (text.say(empty),))


def place(region, *, data=None):
    """Where the region lies, in words: its parents, its own name, its level and code."""
    found = codelists.region(region, data)
    names = [_name(each) for each in [*found.parents, found]]
    return text.say("report.place", path=" › ".join(names), level=text.t(f"level.{found.level}"), code=found.code)


def downloads(region=None, *, indicator=None):
    """Links to the data of one region or indicator, or to all of it, as files that the site carries."""
    if region:
        return text.say("report.downloads_region", name=codelists.region(region).slug)
    return text.say("report.downloads_indicator", name=indicator) if indicator else text.say("report.downloads_all")


def _use(lang, data):
    text.use(lang)
    # The codelists that charts and metrics look up must be those of the same data.
    use_data(data)


def _name(region):
    return region["name_" + text.language()] if isinstance(region, dict) else getattr(region, "name_" + text.language())


def _slugs(regions):
    return ", ".join(region.slug for region in regions)
