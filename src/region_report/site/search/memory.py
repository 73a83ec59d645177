"""What an earlier build read from each page: only pages written since then are read again.

Each page has a file of its own, so that no build holds the words of all pages at once. In plain types: a change of the
code cannot make a file unreadable; after such a change all is forgotten.
"""

import json
import pickle
import shutil
from pathlib import Path

from region_report.paths import write_whole

TIMES = "search-times.json"
FOLDER = "search"


def times(pages):
    """When each page was written: [[address, time], ...] in reading order. pages: address -> file."""
    return [[address, path.stat().st_mtime_ns] for address, path in pages.items()]


def forget(folder):
    """Read every page again."""
    (folder / TIMES).unlink(missing_ok=True)
    shutil.rmtree(folder / FOLDER, ignore_errors=True)


def before(folder):
    """The times of the pages that the index was made from; empty where none is whole."""
    path = folder / TIMES
    return json.loads(path.read_text("utf-8")) if path.exists() else []


def begin(folder):
    """From here on the index is not whole: what is cut off now is made anew from all pages."""
    (folder / TIMES).unlink(missing_ok=True)


def changed(before, now):
    """The numbers of the pages that were written since; None where others have come or gone, or changed places."""
    if [address for address, _ in before] != [address for address, _ in now]:
        return None
    return [number for number, each in enumerate(now) if each != before[number]]


def kept(folder, address, time):
    """The entry of a page as it was at a time; None where another one, or none, is kept."""
    known, entry = _kept(_place(folder, address))
    return entry if known == time else None


def entries(now, folder, make):
    """The entry of each page, one after the other; `make(address)` makes that of a page written since it was kept."""
    for address, time in now:
        path = _place(folder, address)
        kept = _kept(path)
        if kept[0] != time:
            kept = (time, make(address))
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(pickle.dumps(kept))
        yield kept[1]


def keep(now, folder):
    """Remember that the index is whole, and forget the pages that are gone."""
    wanted = {_place(folder, address) for address, _ in now}
    for path in sorted((folder / FOLDER).rglob("*.pickle")):
        if path not in wanted:
            path.unlink()
    write_whole(folder / TIMES, json.dumps(now))


def _kept(path):
    """Time and entry of a page; none where a build was cut off while it wrote."""
    try:
        return pickle.loads(path.read_bytes())
    except (FileNotFoundError, EOFError, pickle.UnpicklingError):
        return 0, None


def _place(folder, address):
    return Path(folder, FOLDER, f"{address}.pickle")
