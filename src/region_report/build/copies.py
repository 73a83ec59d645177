"""Releases share the files that did not change, and no file is read twice: thousands of pages cost little to publish.

A file is taken for unchanged where its size and its time, to the nanosecond, are those of the release before.
"""

import hashlib
import json
import os
import shutil
from stat import S_ISREG

from region_report.data_package import made
from region_report.paths import PICTURES, share, write_whole

DIGESTS = ".digests.json"
# Sphinx's notes to itself, and ours on the downloads.
INTERNAL = {".buildinfo", "objects.inv", ".doctrees", made.NOTE}


def place(source, target, before):
    """Put the files of a folder into `target`; those that the folder `before` has as well become links to its own.

    Never links to the source, since the tools write their files in place and a release must not change; but for the
    pictures, which are named by what they show and never written over.
    """
    earlier = {}
    for inner, found in files(source):
        folder, _, name = inner.rpartition("/")
        parts = folder.split("/")
        if INTERNAL & {*parts, name}:
            continue
        if folder not in earlier:
            os.makedirs(f"{target}/{folder}", exist_ok=True)
            earlier[folder] = before and _earlier(source, folder, before)
        if earlier[folder] and _same(found, f"{earlier[folder]}/{name}"):
            share(f"{earlier[folder]}/{name}", f"{target}/{inner}")
        elif parts[-1] == PICTURES:
            share(f"{source}/{inner}", f"{target}/{inner}")
        else:
            shutil.copy2(f"{source}/{inner}", f"{target}/{inner}")


def digest(folder, memory):
    """A name for the content of a folder: the same files with the same bytes have the same one.

    memory: a folder that keeps the digests of files between releases.
    """
    known = json.loads((memory / DIGESTS).read_text("utf-8")) if (memory / DIGESTS).exists() else {}
    kept, whole = {}, hashlib.sha256()
    for inner, found in files(folder):
        key = f"{found.st_ino} {found.st_size} {found.st_mtime_ns}"
        kept[key] = known.get(key) or hashlib.sha256((folder / inner).read_bytes()).hexdigest()
        whole.update(f"{inner}\0{kept[key]}\n".encode())
    write_whole(memory / DIGESTS, json.dumps(kept))
    return whole.hexdigest()[:16]


def stamp(folders, *others):
    """What changes when a file of these folders, or one of the other values, changes; no file is read."""
    lines = [
        f"{folder}/{inner} {found.st_size} {found.st_mtime_ns}"
        for folder in folders
        for inner, found in files(folder)
        if not inner.endswith(".pyc")
    ]
    return hashlib.sha256("\n".join([*lines, repr(others)]).encode()).hexdigest()


def files(folder):
    """(path below it as text, what the system says of it) of every file of a folder, in the order of the paths.

    Text, as thousands of regions have 200,000 files: a `Path` of each would cost more than all else here.
    """
    return list(_below(folder, "")) if os.path.isdir(folder) else []


def _below(folder, inner):
    with os.scandir(folder) as found:
        entries = sorted(found, key=lambda entry: entry.name)
    for entry in entries:
        if entry.is_dir(follow_symlinks=False):
            yield from _below(entry.path, f"{inner}{entry.name}/")
        elif S_ISREG((stat := entry.stat()).st_mode):
            yield f"{inner}{entry.name}", stat


def _earlier(source, folder, before):
    """The folder in `before` that has become this one: of the same name, or the one that has lost its name.

    The parts of the search lie in a folder whose name changes with any of them.
    """
    if os.path.isdir(f"{before}/{folder}"):
        return f"{before}/{folder}"
    above, _, _ = folder.rpartition("/")
    if not os.path.isdir(f"{before}/{above}"):
        return None
    lost = set(os.listdir(f"{before}/{above}")) - set(os.listdir(f"{source}/{above}"))
    return f"{before}/{above}/{lost.pop()}" if len(lost) == 1 else None


def _same(found, other):
    try:
        there = os.stat(other)
    except (FileNotFoundError, NotADirectoryError):
        return False
    return (there.st_size, there.st_mtime_ns) == (found.st_size, found.st_mtime_ns)
