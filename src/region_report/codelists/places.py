"""Which files the codelists of a data folder are: its own, and those of a folder that it takes lists from."""

from functools import lru_cache

from region_report.codelists.records import read_yaml, record_of
from region_report.errors import Fault
from region_report.messages import Message
from region_report.paths import data_dir, shown, standard

FILE = "codelists.yml"
# What is the same whatever a report is about.
METHOD = ("statuses", "grades")


def folders(data=None):
    """The folders whose codelists a data folder has: that which its `codelists.yml` names, then itself."""
    return places(data_dir(data))[0]


def places(folder):
    """The folders of the codelists of a data folder, and the faults of its `codelists.yml`."""
    path = folder / FILE
    return _places(folder, path.stat().st_mtime_ns if path.is_file() else None)


def files(name, among):
    """The files of one codelist, of which there are two where a folder adds rows to the list of another one.

    among: as from `places`. Actors are of regions, so no folder takes those of another. A folder without a list of the
    method has that of the package.
    """
    *before, own = among
    path = own / f"{name}.csv"
    if not before:
        return [standard(path.name) if name in METHOD and not path.is_file() else path]
    found = [place / f"{name}.csv" for place in before if name != "actors"]
    return found + [path for path in [path] if path.is_file()]


@lru_cache(maxsize=16)
def _places(folder, stamp):
    if stamp is None:
        return (folder,), ()
    path = folder / FILE
    node, faults = read_yaml(path)
    if faults:
        return (folder,), tuple(faults)
    record = record_of(node)
    if set(record.values) != {"from"}:
        said = Message("faults.codelists_entries", found=tuple(record.values))
        return (folder,), (Fault(shown(path), 1, "", said),)
    base = (folder / record["from"]).resolve()
    if base == folder or not (base / "indicators.csv").is_file() or (base / FILE).is_file():
        said = Message("faults.codelists_from", found=record["from"])
        return (folder,), (Fault(shown(path), record.line_of("from"), "from", said),)
    return (base, folder), ()
