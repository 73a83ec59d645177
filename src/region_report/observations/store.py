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
from pathlib import Path

import pandas as pd

from region_report import codelists, traces
from region_report.observations.frame import COLUMNS, NUMBERS
from region_report.paths import build_dir, data_dir, project_root, shown

EVERY = "all"
_NOTE = "note.pickle"
_HALF = ".part"
_FORSAKEN = 3600
# What is left of a file when the machine stopped before its disk had it.
_CUT_OFF = EOFError, pickle.UnpicklingError
_CODE = ("figures", "codelists", "observations")
# Of a file written a moment ago a second change may leave size and times alike: its content is asked.
_SETTLED = 2 * 10**9


def keep(load, *, data=None):
    """Keep the frame of all observations unless it is kept: whole, and in a part an indicator.

    load: called with the names of the folders of regions that have changed, or with None for all regions; returns the
    frame of their rows, and name -> (code, ids of the indicators that its rows name) of each region among them.
    A part's file is named by its content, so the one of an indicator stays until a row of its own changes. Parts
    appear whole or not at all, and those that no longer count are removed.
    """
    folder, noted = _folder(data), _noted(data)
    seen = _seen(data, noted["files"])
    if not (_same(seen, noted) and all((folder / name).is_file() for name in noted["parts"].values())):
        every, regions = _renewed(load, noted, _changed(seen, noted, data), folder)
        noted = {"made_by": _made_by(), "parts": _write_parts(folder, every), "regions": regions}
        if not _same(_seen(data, seen), {"files": seen}):
            # A file has changed while it was read, and may be as it was when somebody asks again.
            return
    _write(folder / _NOTE, pickle.dumps(noted | {"files": seen}))
    _remove_others(folder, {_NOTE, *noted["parts"].values()})


def kept(part, *, data=None):
    """The kept frame of all observations (`EVERY`) or of one indicator; None where the data have changed since.

    An indicator that no row names has an empty frame.
    """
    with traces.told("observations", f"{shown(data_dir(data))} {part}") as tell:
        if not (names := kept_parts(data=data)):
            return None
        name = names.get(part, names[""])
        if (frame := _read(_folder(data) / name)) is not None:
            tell(name)
        return frame


def kept_parts(*, data=None):
    """Part -> a name that changes with its content; the part without a name is that of every indicator without a row.

    Empty where nothing is kept, or the data have changed since.
    """
    return _current(data).get("parts", {})


def kept_regions(*, data=None):
    """Slug -> ids of the indicators that its rows name, of every region in the order of their codes.

    Empty where nothing is kept, or the data have changed since.
    """
    return {slug: ids for slug, (_, ids) in _current(data).get("regions", {}).items()}


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
    folders = [*codelists.folders(data), project_root() / "data" / "schema", *(code / name for name in _CODE)]
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
    """The frame of all observations, and its regions, of which only those of the named folders are read again."""
    old = None if names is None else _read(folder / noted["parts"][EVERY])
    if old is None:
        return load(None)
    fresh, found = load(names)
    regions = {name: known for name, known in noted["regions"].items() if name not in names} | found
    regions = dict(sorted(regions.items(), key=lambda each: (each[1][0], each[0])))
    every = pd.concat([old[~old["region"].isin(names)], fresh], ignore_index=True)
    places = every["region"].map({name: place for place, name in enumerate(regions)})
    return every.iloc[places.argsort(kind="stable")].reset_index(drop=True), regions


def _read(path):
    try:
        return _frame(pickle.loads(path.read_bytes()))
    except FileNotFoundError:
        # Another process keeps newer data at this moment.
        return None
    except _CUT_OFF:
        path.unlink(missing_ok=True)
        return None


def _write_parts(folder, every):
    """Name of the part -> name of its file; the part without a name has no row."""
    parts = {EVERY: every, "": every.iloc[:0], **dict(list(every.groupby("indicator", sort=False)))}
    names = {}
    for part, frame in parts.items():
        content = pickle.dumps(_packed(frame))
        names[part] = f"{part or 'none'}-{hashlib.sha256(content).hexdigest()[:16]}.pickle"
        if not (folder / names[part]).is_file():
            _write(folder / names[part], content)
    return names


def _packed(frame):
    """column -> numbers, or the different texts and which of them stands in each row, which reads quickest."""
    return {name: frame[name].to_numpy() if name in NUMBERS else _texts(frame[name]) for name in COLUMNS}


def _texts(column):
    places, texts = pd.factorize(column)
    return places.astype("int32"), list(texts)


def _frame(packed):
    columns = {
        name: held if name in NUMBERS else pd.array(held[1], dtype="str").take(held[0]) for name, held in packed.items()
    }
    return pd.DataFrame(columns)


def _write(path, content):
    path.parent.mkdir(parents=True, exist_ok=True)
    half = path.with_name(f"{path.name}.{os.getpid()}{_HALF}")
    half.write_bytes(content)
    os.replace(half, path)
