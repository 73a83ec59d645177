"""Releases share the files that did not change, and no file is read twice: thousands of pages cost little to publish.

A file is taken for unchanged where its size and its time, to the nanosecond, are those of the release before.
"""

import hashlib
import json
import os
import shutil
from pathlib import Path
from stat import S_ISREG

from region_report.data_package import made
from region_report.paths import share
from region_report.site import drawing

DIGESTS = ".digests.json"
# Sphinx's notes to itself, and ours on the downloads.
INTERNAL = {".buildinfo", "objects.inv", ".doctrees", made.NOTE}


def place(source, target, before):
    """Put the files of a folder into `target`; those that the folder `before` has as well become links to its own.

    Never links to the source, since the tools write their files in place and a release must not change; but for the
    pictures, which are named by what they show and never written over.
    """
    for path, found in files(source):
        inner = path.relative_to(source)
        if INTERNAL & {*inner.parts}:
            continue
        (target / inner).parent.mkdir(parents=True, exist_ok=True)
        if before and _same(found, before / inner):
            share(before / inner, target / inner)
        elif path.parent.name == drawing.FOLDER:
            share(path, target / inner)
        else:
            shutil.copy2(path, target / inner)


def digest(folder, memory):
    """A name for the content of a folder: the same files with the same bytes have the same one.

    memory: a folder that keeps the digests of files between releases.
    """
    known = json.loads((memory / DIGESTS).read_text("utf-8")) if (memory / DIGESTS).exists() else {}
    kept, whole = {}, hashlib.sha256()
    for path, found in files(folder):
        key = f"{found.st_ino} {found.st_size} {found.st_mtime_ns}"
        kept[key] = known.get(key) or hashlib.sha256(path.read_bytes()).hexdigest()
        whole.update(f"{path.relative_to(folder).as_posix()}\0{kept[key]}\n".encode())
    half = memory / f"{DIGESTS}.part"
    half.write_text(json.dumps(kept), "utf-8")
    os.replace(half, memory / DIGESTS)
    return whole.hexdigest()[:16]


def stamp(folders, *others):
    """What changes when a file of these folders, or one of the other values, changes; no file is read."""
    lines = [
        f"{path} {found.st_size} {found.st_mtime_ns}"
        for folder in folders
        for path, found in files(folder)
        if path.suffix != ".pyc"
    ]
    return hashlib.sha256("\n".join([*lines, repr(others)]).encode()).hexdigest()


def files(folder):
    """(path, what the system says of it) of every file of a folder, in the order of the paths."""
    found = ((path, path.stat()) for path in sorted(Path(folder).rglob("*")))
    return [(path, stat) for path, stat in found if S_ISREG(stat.st_mode)]


def _same(found, other):
    try:
        there = other.stat()
    except FileNotFoundError:
        return False
    return (there.st_size, there.st_mtime_ns) == (found.st_size, found.st_mtime_ns)
