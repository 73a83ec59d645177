"""What a notebook's first cell calls: the data of one region or of all, and the language of everything shown."""

from region_report import codelists, observations, text
from region_report.errors import UsageError


def open_region(region, *, lang="zh", data=None):
    """Observations of one region; what is shown from here on speaks `lang`.

    region: slug or code (GB/T 2260) of a folder in `data/regions`. Raises UsageError for another one.
    Returns the observations frame: one row is one figure as a source prints it, values in base units.
    """
    text.use(lang)
    return observations.load_region(codelists.region(region, data).slug, data=data)


def open_all(*, lang="zh", data=None):
    """Observations of all regions in one frame; what is shown from here on speaks `lang`."""
    text.use(lang)
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


def place(region, *, data=None):
    """Where the region lies, in words: its parents, its own name, its level and code."""
    found = codelists.region(region, data)
    names = [_name(each) for each in [*found.parents, found]]
    return text.say("report.place", path=" › ".join(names), level=text.t(f"level.{found.level}"), code=found.code)


def downloads(region=None):
    """Links to the data of one region, or of all, as files that the site carries."""
    return text.say("report.downloads_region", region=region) if region else text.say("report.downloads_all")


def _name(region):
    return region["name_" + text.language()] if isinstance(region, dict) else getattr(region, "name_" + text.language())


def _slugs(regions):
    return ", ".join(region.slug for region in regions)
