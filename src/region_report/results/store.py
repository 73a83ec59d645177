"""Kept results in a folder: written whole or not at all, found by key, checked on reading, bounded in size."""

import contextlib
import hashlib
import json
import os
import re
import time
import zlib
from collections import defaultdict
from datetime import date
from pathlib import Path

from region_report.errors import UsageError
from region_report.messages import Message
from region_report.paths import build_dir

FOLDER = "REGION_REPORT_CACHE"
SIZE = "REGION_REPORT_CACHE_SIZE"
DEFAULT = "2GB"
_UNITS = {"": 1, "kB": 10**3, "MB": 10**6, "GB": 10**9}
_ENTRY = re.compile(r"[0-9a-f]{64}-[0-9a-f]{16}")
# Half of an entry that a killed run left; one that is being written is younger.
_HALF = re.compile(r".*\.\d+\.tmp")
_FORSAKEN = 3600


def folder():
    """Where results are kept: the environment variable REGION_REPORT_CACHE, else `_build/results`."""
    named = os.environ.get(FOLDER)
    return Path(named).absolute() if named else build_dir() / "results"


def limit():
    """How many bytes the kept results may take: REGION_REPORT_CACHE_SIZE, else 2 GB."""
    return size(os.environ.get(SIZE) or DEFAULT, SIZE)


def size(written, name):
    """The number of bytes that a size such as `500MB` means. name: of the setting, for the message."""
    found = re.fullmatch(r"(\d+(?:\.\d+)?) ?(kB|MB|GB|)", written)
    if not found:
        raise UsageError(Message("usage.size", name=name, found=written))
    return int(float(found[1]) * _UNITS[found[2]])


class Store:
    """The results in a folder. Several processes may use it at once. Raises UsageError where it may not be written."""

    def __init__(self, folder):
        self.folder = Path(folder)
        with contextlib.suppress(PermissionError):
            self.folder.mkdir(parents=True, exist_ok=True)
        if not os.access(self.folder, os.W_OK):
            raise UsageError(Message("usage.store", folder=self.folder, name=FOLDER))
        self._known = None

    def find(self, key, inputs):
        """The kept result of a key whose parts are as they were then, as an `Entry`; None where there is none."""
        if self._known is None:
            self._known = defaultdict(list)
            for path, _ in self._entries():
                self._known[path.name.partition("-")[0]].append(path)
        for path in self._known.get(key, ()):
            entry = Entry(path)
            if entry.sound and all(inputs.digest(part) == digest for part, digest in entry.parts.items()):
                return entry
        return None

    def keep(self, key, parts, content):
        """Keep a notebook as the result of a key with these parts (part -> digest)."""
        name = f"{key}-{hashlib.sha256(json.dumps(parts, sort_keys=True).encode()).hexdigest()[:16]}"
        head = {"parts": parts, "sha256": hashlib.sha256(content).hexdigest()}
        path = self.folder / key[:2] / name
        path.parent.mkdir(exist_ok=True)
        half = path.with_suffix(f".{os.getpid()}.tmp")
        half.write_bytes(json.dumps(head).encode() + b"\n" + zlib.compress(content, 1))
        os.replace(half, path)

    def look(self):
        """Number and bytes of the kept results, and the day on which the one was used that was not for longest."""
        found = [stat for _, stat in self._entries()]
        oldest = min((stat.st_mtime for stat in found), default=0)
        since = f", the oldest last used on {date.fromtimestamp(oldest)}" if found else ""
        return f"{len(found)} results, {sum(stat.st_size for stat in found) / 10**6:.1f} MB{since}"

    def prune(self, most):
        """Remove the results that were not used for longest, until the rest takes at most `most` bytes."""
        found = sorted(self._entries(), key=lambda each: (each[1].st_mtime_ns, each[0].name))
        total = sum(stat.st_size for _, stat in found)
        for path, stat in found:
            if total <= most:
                break
            _remove(path)
            total -= stat.st_size
        for path in self.folder.glob("*/*.tmp"):
            if _HALF.fullmatch(path.name) and time.time() - _age(path) > _FORSAKEN:
                _remove(path)

    def _entries(self):
        """(path, stat) of each kept result; another process may remove some meanwhile."""
        for place in sorted(self.folder.glob("[0-9a-f][0-9a-f]")):
            for each in os.scandir(place):
                if _ENTRY.fullmatch(each.name):
                    try:
                        yield Path(each.path), each.stat()
                    except FileNotFoundError:
                        continue


class Entry:
    """A kept result: a line with its parts and the digest of its notebook, then the notebook, compressed."""

    def __init__(self, path):
        self.path, self.parts, self.sha256 = path, {}, ""
        try:
            with path.open("rb") as file:
                head = json.loads(file.readline())
            self.parts, self.sha256 = head["parts"], head["sha256"]
        except (OSError, ValueError, KeyError, TypeError):
            self.discard()

    @property
    def sound(self):
        """Whether its first line can be read."""
        return bool(self.sha256)

    def content(self):
        """The notebook; None where its bytes are not those that were kept."""
        try:
            content = zlib.decompress(self.path.read_bytes().partition(b"\n")[2])
        except (OSError, zlib.error):
            content = b""
        if hashlib.sha256(content).hexdigest() == self.sha256:
            return content
        self.discard()
        return None

    def used(self):
        """Note that it was used: those that are not go first. Of another user's, only the user may."""
        with contextlib.suppress(FileNotFoundError, PermissionError):
            os.utime(self.path)

    def discard(self):
        """Remove it; its job is executed again."""
        self.sha256 = ""
        _remove(self.path)


def _remove(path):
    """Remove a file, unless another process has, or it is another user's."""
    with contextlib.suppress(FileNotFoundError, PermissionError):
        os.unlink(path)


def _age(path):
    try:
        return path.stat().st_mtime
    except FileNotFoundError:
        return time.time()
