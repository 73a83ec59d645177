"""Parsed observations kept in `_build/observations`: a run reads and parses each file once, not once a chapter.

What is kept counts only while every file it was made from is as it was: the codelists and their schemas, the regions,
and the code that reads them. A file with the size and times that were noted is not opened; of any other the content
decides.
"""

import contextlib
import hashlib
import os
import pickle
import sys
import time
from dataclasses import replace
from pathlib import Path

import pandas as pd

from region_report import codelists, traces
from region_report.observations.frame import outline
from region_report.paths import build_dir, data_dir, shown, standard, write_whole

# Parts beside those of the indicators: all rows, their outline, the rows that carry a status, the regions.
EVERY, OUTLINE, STATED, REGIONS = "all", "@outline", "@stated", "@regions"
_NOTE = "note.pickle"
_HALF = ".part"
_FORSAKEN = 3600
# What is left of a file when the machine stopped before its disk had it.
_CUT_OFF = EOFError, pickle.UnpicklingError
_CODE = ("figures", "codelists", "observations")
# Of a file written a moment ago a second change may leave size and times alike: its content is asked.
_SETTLED = 2 * 10**9


def keep(load, *, data=None):
    """Keep the frame of all observations unless it is kept: whole, and in parts.

    load: called with the names of the folders of regions that have changed, or with None for all regions; returns the
    frame of their rows, and name -> (region, ids of the indicators that its rows name) of each region among them.
    A part's file is named by its content, so the one of an indicator stays until a row of its own changes. Parts
    appear whole or not at all, and those that no longer count are removed.
    """
    folder, noted = _folder(data), _noted(data)
    seen = _seen(data, noted["files"])
    if not (_same(seen, noted) and all((folder / name).is_file() for name in noted["parts"].values())):
        every, known, same = _renewed(load, noted, _changed(seen, noted, data), folder)
        noted = {
            "made_by": _made_by(),
            "parts": _write_parts(folder, every, same) | {REGIONS: _write_regions(folder, known)},
            "reports": {name: ids for name, (_, ids) in known.items()},
        }
        if not _same(_seen(data, seen), {"files": seen}):
            # A file has changed while it was read, and may be as it was when somebody asks again.
            return
    _write(folder / _NOTE, pickle.dumps(noted | {"files": seen}))
    _remove_others(folder, {_NOTE, *noted["parts"].values()})


def kept(part, *, data=None):
    """The kept frame of all observations (`EVERY`) or of one indicator; None where the data have changed since.

    An indicator that no row names has an empty frame.
    """
    packed = _kept(part, data)
    return None if packed is None else _frame(packed)


def kept_regions(*, data=None):
    """All regions in the order of their codes; None where nothing is kept, or the data have changed since."""
    found = _kept(REGIONS, data)
    folder = data_dir(data) / "regions"
    return None if found is None else [replace(region, folder=folder / name) for name, region in found.items()]


def stated(frame):
    """The rows that carry a status."""
    return frame[frame["status"] != ""].reset_index(drop=True)


def _kept(part, data):
    with traces.told("observations", f"{shown(data_dir(data))} {part}") as tell:
        if not (names := kept_parts(data=data)):
            return None
        name = names.get(part, names[""])
        if (content := _read(_folder(data) / name)) is not None:
            tell(name)
        return content


def kept_parts(*, data=None):
    """Part -> a name that changes with its content; the part without a name is that of every indicator without a row.

    Empty where nothing is kept, or the data have changed since.
    """
    return _current(data).get("parts", {})


def kept_reports(*, data=None):
    """Slug -> ids of the indicators that its rows name, of every region in the order of their codes.

    Empty where nothing is kept, or the data have changed since.
    """
    return _current(data).get("reports", {})


def _remove_others(folder, wanted):
    """Remove what no longer counts. Half of a file may be one that another run is writing, unless it is old."""
    for path in folder.iterdir():
        with contextlib.suppress(FileNotFoundError):
            half = path.suffix == _HALF and time.time() - path.stat().st_mtime < _FORSAKEN
            if path.name not in wanted and not half:
                path.unlink()


def _folder(data):
    """Each data folder has its own."""
    return build_dir() / "observations" / hashlib.sha256(str(data_dir(data)).encode()).hexdigest()[:12]


def _noted(data):
    try:
        noted = pickle.loads((_folder(data) / _NOTE).read_bytes())
    except (FileNotFoundError, *_CUT_OFF):
        noted = {}
    return noted if noted.get("made_by") == _made_by() else {"made_by": _made_by(), "files": {}, "parts": {}}


def _current(data):
    """What is noted, nothing where it does not count."""
    noted = _noted(data)
    return noted if noted["parts"] and _same(_seen(data, noted["files"]), noted) else {}


def _made_by():
    return sys.version, pd.__version__


def _same(seen, noted):
    """Whether the files are those that were noted, with the same content."""
    return {path: digest for path, (_, digest) in seen.items()} == {
        path: digest for path, (_, digest) in noted["files"].items()
    }


def _seen(data, before):
    """path -> (size and times, digest) of every file that the frame is made from; before: the same of another time."""
    return {path: _looked_at(path, before.get(path)) for path in _files(data)}


def _looked_at(path, before):
    found = os.stat(path)
    stamp = found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino
    if before and before[0] == stamp:
        return before
    settled = time.time_ns() - max(found.st_mtime_ns, found.st_ctime_ns) > _SETTLED
    return stamp if settled else None, hashlib.sha256(Path(path).read_bytes()).digest()


def _files(data):
    """The paths of the files as text, for a few thousand of them."""
    code, regions = Path(__file__).parents[1], data_dir(data) / "regions"
    folders = [*codelists.folders(data), standard("schema"), *(code / name for name in _CODE)]
    found = [entry.path for folder in folders for entry in os.scandir(folder) if entry.is_file()]
    inner = [entry.path for entry in os.scandir(regions) if entry.is_dir()]
    found += [path for folder in inner for name in ("region.yml", "observations.csv")
              if os.path.isfile(path := f"{folder}/{name}")]  # fmt: skip
    return sorted(found)


def _changed(seen, noted, data):
    """Names of the folders of regions in which a file is another one; None where another file is, or none is noted."""
    before, regions = noted["files"], str(data_dir(data) / "regions")
    changed = {path for path in {*seen, *before} if seen.get(path, ("", ""))[1] != before.get(path, ("", ""))[1]}
    folders = {os.path.dirname(path) for path in changed}
    inside = before and all(os.path.dirname(folder) == regions for folder in folders)
    return {os.path.basename(folder) for folder in folders} if inside else None


def _renewed(load, noted, names, folder):
    """All observations and regions, of which only those of the named folders are read again, and what stays.

    Returns the frame, name -> (region, ids), and part -> file of each indicator whose rows are what they were.
    """
    packed = None if names is None else _read(folder / noted["parts"][EVERY])
    regions = None if packed is None else _read(folder / noted["parts"][REGIONS])
    if regions is None:
        return *load(None), {}
    old, (fresh, found) = _frame(packed), load(names)
    known = {name: (region, noted["reports"][name]) for name, region in regions.items() if name not in names} | found
    known = dict(sorted(known.items(), key=lambda each: (each[1][0].code, each[0])))
    gone = old["region"].isin(names)
    every = pd.concat([old[~gone], fresh], ignore_index=True)
    places = every["region"].map({name: place for place, name in enumerate(known)})
    every = every.iloc[places.argsort(kind="stable")].reset_index(drop=True)
    return every, known, _same_parts(noted["parts"], old[gone], fresh) if list(known) == list(regions) else {}


def _same_parts(parts, old, fresh):
    """The parts of the indicators whose rows in the regions that were read again are what they were."""
    before, now = (dict(list(frame.groupby("indicator", sort=False))) for frame in (old, fresh))
    changed = {
        name
        for name in {*before, *now}
        if name not in before
        or name not in now
        or not before[name].reset_index(drop=True).equals(now[name].reset_index(drop=True))
    }
    return {name: file for name, file in parts.items() if name not in {EVERY, OUTLINE, STATED, REGIONS, *changed}}


def _read(path):
    try:
        return pickle.loads(path.read_bytes())
    except FileNotFoundError:
        # Another process keeps newer data at this moment.
        return None
    except _CUT_OFF:
        path.unlink(missing_ok=True)
        return None


def _write_parts(folder, every, same):
    """Name of the part -> name of its file; the part without a name has no row. same: those that stay as they are."""
    parts = {EVERY: every, "": every.iloc[:0], OUTLINE: outline(every), STATED: stated(every)}
    names = dict.fromkeys(parts) | dict.fromkeys(every["indicator"].unique()) | same
    parts |= {name: rows for name, rows in every.groupby("indicator", sort=False) if name not in same}
    for part, frame in parts.items():
        content = pickle.dumps(_packed(frame))
        names[part] = _write_part(folder, part, content, hashlib.sha256(content))
    return names


def _write_regions(folder, known):
    """Where the project lies is none of the content, nor are texts that happen to be one object."""
    regions = {name: replace(region, folder=None) for name, (region, _) in known.items()}
    return _write_part(folder, REGIONS, pickle.dumps(regions), hashlib.sha256(repr(regions).encode()))


def _write_part(folder, part, content, digest):
    name = f"{part or 'none'}-{digest.hexdigest()[:16]}.pickle"
    if not (folder / name).is_file():
        _write(folder / name, content)
    return name


def _packed(frame):
    """column -> numbers, or the different texts and which of them stands in each row, which reads quickest."""
    return {name: _texts(column) if column.dtype == "str" else column.to_numpy() for name, column in frame.items()}


def _texts(column):
    places, texts = pd.factorize(column)
    return places.astype("int32"), list(texts)


def _frame(packed):
    columns = {
        name: pd.array(held[1], dtype="str").take(held[0]) if isinstance(held, tuple) else held
        for name, held in packed.items()
    }
    return pd.DataFrame(columns)


def _write(path, content):
    path.parent.mkdir(parents=True, exist_ok=True)
    write_whole(path, content)
