"""Loading the observations of one region or of a whole data folder."""

from region_report import codelists
from region_report.codelists.records import read_csv
from region_report.codelists.schema import headings
from region_report.codelists.spoken import optional
from region_report.errors import DataError
from region_report.observations import store
from region_report.observations.frame import build, outline
from region_report.observations.reading import read
from region_report.paths import shown


def load_region(slug, *, data=None):
    """Checked observations of one region (by slug or code), printed figures parsed; only its folder is read.

    One row is one figure. `value, lower, upper` are in the base unit (people, not 万; percent 0-100), NaN
    where the source gives no figure; `upper` is infinite for an open end. Text columns are empty, never NaN.
    Raises UsageError for a region that is not there, DataError with every fault of the region's files.
    """
    return build(_rows([codelists.region(slug, data)], codelists.load(data)), codelists.load(data))


def load_all(*, data=None):
    """Checked observations of all regions in one frame, in the order of their codes; see `load_region`.

    Where `keep_all` has kept them and no file has changed since, none is read.
    """
    found = store.kept(store.EVERY, data=data)
    return _read(None, data)[0] if found is None else found


def load_outline(*, data=None):
    """The `outline` of all regions: who reports what, of when, from where. It stays where only figures change."""
    found = store.kept(store.OUTLINE, data=data)
    return outline(_read(None, data)[0]) if found is None else found


def load_stated(*, data=None):
    """The rows of `load_all` that carry a status."""
    found = store.kept(store.STATED, data=data)
    return store.stated(_read(None, data)[0]) if found is None else found


def regions(*, data=None):
    """All regions, as `codelists.regions`; where `keep_all` has kept them and no file has changed, none is read."""
    found = store.kept_regions(data=data)
    return codelists.regions(data) if found is None else found


def load_indicator(indicator, *, data=None):
    """The rows of `load_all` of one indicator."""
    found = store.kept(indicator, data=data)
    if found is None:
        every, _ = _read(None, data)
        found = every[every["indicator"] == indicator].reset_index(drop=True)
    return found


def keep_all(*, data=None):
    """Keep the observations for the processes to come. Raises DataError with every fault of the files."""
    store.keep(lambda names: _read(names, data), data=data)


def slugs(*, data=None):
    """The slugs of all regions, in the order of their codes. Raises DataError for any `region.yml` that is wrong."""
    return list(store.kept_reports(data=data)) or [region.slug for region in codelists.regions(data)]


def reported(slugs, *, data=None):
    """Ids of the indicators that a row of these regions names, in the order of the codelist; no figure is parsed."""
    kept = store.kept_reports(data=data)
    named = {id_ for slug in slugs for id_ in (kept[slug] if slug in kept else _named(slug, data))}
    return [id_ for id_ in codelists.load(data).indicators["id"] if id_ in named]


def _named(slug, data):
    file = codelists.region(slug, data).folder / "observations.csv"
    return {record["indicator"] for record in _records(file, "observations", codelists.load(data))[0]}


def _read(names, data):
    """The observations of the regions in the named folders (None: of all), and name -> (region, ids of indicators)."""
    found = codelists.regions(data, names)
    rows = _rows(found, codelists.load(data))
    known = {region.slug: (region, set()) for region in found}
    for row in rows:
        known[row.region.slug][1].add(row.record["indicator"])
    return build(rows, codelists.load(data)), known


def _rows(regions, lists):
    rows, faults = [], []
    for region in regions:
        found, wrong = read_file(region.folder, region, lists)
        rows += found
        faults += wrong
    if faults:
        raise DataError(faults)
    return rows


def read_file(folder, region, lists):
    """The rows of a region's observations and every fault of them; region: None where its own file is wrong."""
    path = folder / "observations.csv"
    records, faults = _records(path, "observations", lists)
    rows, found = read(records, region, lists, shown(path))
    return rows, faults + found


def _records(path, name, lists):
    return read_csv(path, headings(name), optional(name, lists.languages))
