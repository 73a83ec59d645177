"""Where the regions of the book lie: noted as their pages are read, for books of more regions than a list can hold."""

from dataclasses import dataclass
from itertools import groupby

from region_report import codelists
from region_report.errors import DataError, UsageError
from region_report.languages import LANGUAGES
from region_report.site.regions import FOLDER

# So many regions are listed beside every page; more of them get pages of their own that list them.
MOST = 40
ALL = "book/regions"
PROVINCES = "book/provinces/"
LEVELS = ("nation", "province", "prefecture", "county")


@dataclass(frozen=True)
class Place:
    """A region as lists show it.

    names: by language. parents: (code, names) from the province down, without the nation.
    """

    page: str
    code: str
    level: str
    names: dict
    parents: tuple

    @property
    def province(self):
        """Code and names of the province; of a region in no province, nothing."""
        return self.parents[0] if self.parents else None

    @property
    def prefecture(self):
        """Code and names of the prefecture, which may be the region itself; nothing where there is none."""
        own = (self.code, self.names) if self.parents and self.level == "prefecture" else None
        return self.parents[1] if len(self.parents) > 1 else own


def setup(app):
    """Notes are kept with what Sphinx knows of a page, and go with it."""
    app.connect("source-read", note)
    app.connect("env-purge-doc", forget)
    app.connect("env-merge-info", merge)


def note(app, docname, source):
    """Note the place of the region whose page is being read."""
    if docname.startswith(FOLDER):
        _noted(app.env)[docname] = _place(docname, app.config.region_report_data_folder)


def forget(app, env, docname):
    """A page that is read anew, or that is gone."""
    _noted(env).pop(docname, None)


def merge(app, env, docnames, other):
    """Take over what another reading process noted."""
    _noted(env).update({name: _noted(other)[name] for name in docnames if name in _noted(other)})


def places(env):
    """All places in the order of their codes."""
    return sorted(_noted(env).values(), key=lambda place: (place.code, place.page))


def place(env, docname):
    """The place of a region's page; None for another page."""
    return _noted(env).get(docname)


def province(env, docname):
    """Code and names of the province that a page is of, a region's or that of the province itself; else None."""
    if docname.startswith(PROVINCES):
        listed = (each.province for each in _noted(env).values() if each.province)
        return next(each for each in listed if each[0] == docname.removeprefix(PROVINCES))
    return _noted(env)[docname].province if docname in _noted(env) else None


def are_many(env):
    """Whether the book has more regions than a list beside each page can hold."""
    return len(_noted(env)) > MOST


def provinces(env):
    """((code, names), places) of each province, in the order of the codes."""
    inside = [each for each in places(env) if each.province]
    return _grouped(inside, lambda each: each.province)


def prefectures(found):
    """((code, names), places) of each prefecture of a province; first those in none, whose code and names are empty."""
    return _grouped(found, lambda each: each.prefecture or ("", {}))


def outside(env):
    """(level, places) of the regions that lie in no province, the highest level first."""
    found = [each for each in places(env) if not each.province]
    return [(level, many) for level in LEVELS if (many := [each for each in found if each.level == level])]


def _grouped(found, key):
    """(key, places) in the order of the keys' codes; the names are those that the first place has."""
    ordered = sorted(found, key=lambda each: key(each)[0])
    groups = [list(group) for _, group in groupby(ordered, lambda each: key(each)[0])]
    return [(key(group[0]), group) for group in groups]


def pages(env):
    """The names of the pages that list regions; none where there are few."""
    return [ALL, *(PROVINCES + code for (code, _), _ in provinces(env))] if are_many(env) else []


def _place(docname, data):
    slug = docname.removeprefix(FOLDER)
    try:
        found = codelists.region(slug, data)
    except (DataError, UsageError):
        # The page itself says that its region could not be rendered, and why.
        return Place(docname, slug, "county", dict.fromkeys(LANGUAGES, slug), ())
    parents = tuple((each.code, _names(each)) for each in found.parents[1:])
    return Place(docname, found.code, found.level, _names(found), parents)


def _names(named):
    return {lang: named.word("name", lang) for lang in LANGUAGES}


def _noted(env):
    if not hasattr(env, "region_report_places"):
        env.region_report_places = {}
    return env.region_report_places
