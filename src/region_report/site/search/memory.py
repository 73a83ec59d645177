"""What an earlier build read from each page: only pages written since then are read again.

In plain types, so that a change of the code cannot make the file unreadable; such a change writes every page anew.
"""

import json
import os
import pickle

TIMES = "search-times.json"
ENTRIES = "search-entries.pickle"


def times(pages):
    """When each page was written: [[address, time], ...] in reading order. pages: address -> file."""
    return [[address, path.stat().st_mtime_ns] for address, path in pages.items()]


def unchanged(now, folder):
    """Whether the index was made from the same pages in the same order."""
    path = folder / TIMES
    return path.exists() and json.loads(path.read_text("utf-8")) == now


def entries(now, folder):
    """address -> entry of the pages not written since they were read."""
    path = folder / ENTRIES
    if not path.exists():
        return {}
    kept = pickle.loads(path.read_bytes())
    return {address: kept[address, time] for address, time in now if (address, time) in kept}


def keep(now, entries, folder):
    """Remember the entries, which are in the order of `now`; the times come last, when the index is whole."""
    folder.mkdir(parents=True, exist_ok=True)
    keys = [(address, time) for address, time in now]
    for name, content in (
        (ENTRIES, pickle.dumps(dict(zip(keys, entries, strict=True)))),
        (TIMES, json.dumps(now).encode()),
    ):
        half = folder / f"{name}.part"
        half.write_bytes(content)
        os.replace(half, folder / name)
