"""Digests of what notebooks read: files, names in a folder, and one file of each folder in a folder."""

import hashlib
import json
import os
import time
from collections import defaultdict
from pathlib import Path

from region_report import traces
from region_report.observations import store
from region_report.paths import project_root, write_whole
from region_report.results.keys import in_key

MEMORY = "digests.json"
# A file may change again within one tick of the clock and keep its stamp: what is so young is read again next time.
_SETTLED = 1_000_000_000


class Inputs:
    """Parts and their digests, each computed once in the life of this object.

    A part is `file PATH`, `names FOLDER`, `each FOLDER/*/NAME` or `observations FOLDER INDICATOR`; paths lie in the
    project or are absolute.
    folder: holds the digests of earlier runs, with the stamps of the files they are of.
    """

    def __init__(self, folder):
        self._root = project_root()
        self._memory = Path(folder) / MEMORY
        self._before = _remembered(self._memory)
        self._begun = time.time_ns()
        self._files, self._parts, self._observed, self._young = {}, {}, {}, set()

    def digest(self, part):
        """The digest of a part as it is; of a file that is not there as well."""
        if part not in self._parts:
            kind, _, path = part.partition(" ")
            self._parts[part] = getattr(self, f"_{kind}")(path)
        return self._parts[part]

    def file(self, path):
        """The digest of a file, or of the names in a folder."""
        return self._stamped(str(path))[1]

    def parts(self, trace):
        """Digest by part of what a trace says was read; None where that cannot be known again.

        So it is where a kernel asked another program or machine, wrote into the project, or read a file that has
        changed between this object's look at it and the kernel's, or code that has changed since the key was made.
        """
        if trace is None or any(kind == "beyond" or (kind == "written" and self._own(path)) for kind, path, _ in trace):
            return None
        if any(in_key(path) and max(stamp[:2], default=0) > self._begun for kind, path, stamp in trace):
            return None
        made = _made(trace)
        seen = [each for each in trace if each[1] not in made and not in_key(each[1])]
        named = {f"{kind} {name}": digest for kind, name, digest in seen if kind == "observations"}
        looked = [each for each in seen if each[0] != "observations"]
        if any(self._stamped(path)[0] != stamp for _, path, stamp in looked):
            return None
        if any(self.digest(part) != digest for part, digest in named.items()):
            return None
        return {part: self.digest(part) for part in [*self._joined(looked), *sorted(named)]}

    def remember(self):
        """Keep the digests of files for the next run, which then reads only what has changed."""
        others = {path: found for path, found in self._before.items() if path not in self._files}
        known = {path: found for path, found in others.items() if os.path.exists(path)}
        known |= {path: found for path, found in self._files.items() if found[0] and path not in self._young}
        if known != self._before:
            write_whole(self._memory, json.dumps(known))

    def _own(self, path):
        """Whether a file that was written is the project's: where a result is kept, nobody would write it again."""
        inside = Path(path).is_relative_to(self._root) and "__pycache__" not in path
        return inside and not Path(path).is_relative_to(self._root / "_build")

    def _joined(self, seen):
        """The parts of what was seen. Hundreds of files of one name, one a folder, are one part."""
        files = {path for kind, path, _ in seen if kind == "file"}
        listed = {path for kind, path, _ in seen if kind == "names"}
        alike = defaultdict(set)
        for path in files:
            folder, name = os.path.split(path)
            alike[os.path.dirname(folder), name].add(path)
        parts = [f"names {self._shown(path)}" for path in listed]
        for (folder, name), paths in alike.items():
            whole = len(paths) > 1 and folder in listed and paths == set(map(str, Path(folder).glob(f"*/{name}")))
            together = [f"each {self._shown(folder)}/*/{name}"]
            parts += together if whole else [f"file {self._shown(path)}" for path in paths]
        return sorted(parts)

    def _shown(self, path):
        return os.path.relpath(path, self._root) if Path(path).is_relative_to(self._root) else path

    def _file(self, path):
        return self.file(self._root / path)

    def _names(self, path):
        return self.file(self._root / path)

    def _observations(self, part):
        data, _, indicator = part.rpartition(" ")
        if data not in self._observed:
            self._observed[data] = store.kept_parts(data=data)
        parts = self._observed[data]
        return parts.get(indicator, parts[""]) if parts else ""

    def _each(self, pattern):
        folder, name = self._root / os.path.dirname(os.path.dirname(pattern)), os.path.basename(pattern)
        found = sorted(folder.glob(f"*/{name}"))
        return _hashed("\n".join(f"{path.parent.name} {self.file(path)}" for path in found).encode())

    def _stamped(self, path):
        """Stamp and digest of a file or folder as they were at the first look."""
        if path not in self._files:
            now = traces.stamp(path)
            before = self._before.get(path)
            if max(now[:2], default=0) > time.time_ns() - _SETTLED:
                self._young.add(path)
            self._files[path] = before if before and before[0] == now and now else [now, _content(path)]
        return self._files[path]


def _remembered(memory):
    try:
        return json.loads(memory.read_text("utf-8"))
    except (OSError, ValueError):
        return {}


def _made(trace):
    """The files that a kernel wrote before it read them: what it read then was its own."""
    first = {}
    for kind, path, _ in trace:
        if kind in ("file", "written"):
            first.setdefault(path, kind)
    return {path for path, kind in first.items() if kind == "written"}


def _content(path):
    if os.path.isdir(path):
        return _hashed("\n".join(sorted(os.listdir(path))).encode())
    try:
        return _hashed(Path(path).read_bytes())
    except OSError:
        return ""


def _hashed(content):
    return hashlib.sha256(content).hexdigest()
