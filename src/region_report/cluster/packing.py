"""What passes between machines, by content: the project's files as one archive, and the notebooks that come back."""

import hashlib
import io
import json
import os
import sys
import zipfile
import zlib
from pathlib import Path

import fsspec

# One fixed moment: the same files give the same archive.
_EPOCH = (2020, 1, 1, 0, 0, 0)
_NEVER = {"_build", "__pycache__", "node_modules"}


class Exchange:
    """A folder that every machine reaches, by any address that fsspec knows: /shared/folder, s3://bucket/folder."""

    def __init__(self, url):
        self._files, self._folder = fsspec.core.url_to_fs(url)

    def has(self, name):
        """Whether something lies under the name."""
        return self._files.exists(self._place(name))

    def put(self, name, content):
        """Put bytes under a name."""
        place = self._place(name)
        self._files.makedirs(place.rpartition("/")[0], exist_ok=True)
        self._files.pipe_file(place, content)

    def move(self, name, other):
        """Give what lies under a name another one."""
        self._files.mv(self._place(name), self._place(other))

    def get(self, name):
        """The bytes under a name; None where there are none."""
        try:
            return self._files.cat_file(self._place(name))
        except FileNotFoundError:
            return None

    def remove(self, name):
        """Remove what lies under a name."""
        self._files.rm_file(self._place(name))

    def _place(self, name):
        return f"{self._folder.rstrip('/')}/{name}"


def pack(exchange, root, inputs):
    """Put the files of a project there as an archive, unless it is there; its name, which says the content.

    Everything that a notebook may read: all but what was built, what is hidden, and a Python environment.
    """
    files = {os.path.relpath(path, root): inputs.file(path) for path in _files(root)}
    name = f"inputs/{hashlib.sha256(json.dumps(files, sort_keys=True).encode()).hexdigest()}.zip"
    if not exchange.has(name):
        archive = io.BytesIO()
        with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as packed:
            for path in sorted(files):
                packed.writestr(zipfile.ZipInfo(path, _EPOCH), (root / path).read_bytes(), zipfile.ZIP_DEFLATED)
        # Under another name first: an archive that was cut off would be there, and taken, in every later run.
        half = f"{name}.{os.getpid()}.part"
        exchange.put(half, archive.getvalue())
        exchange.move(half, name)
    return name


def unpack(exchange, name, folder):
    """The files of an archive below `folder`, for this process alone."""
    place = Path(folder) / Path(name).stem
    if not place.is_dir():
        half = place.with_suffix(f".{os.getpid()}.part")
        with zipfile.ZipFile(io.BytesIO(exchange.get(name))) as packed:
            packed.extractall(half)
        half.rename(place)
    return place


def write(exchange, name, made):
    """Put a made notebook there. made: content, fault, and parts (None: what it has read cannot be known again)."""
    head = {"fault": made.fault, "parts": made.parts, "sha256": hashlib.sha256(made.content).hexdigest()}
    exchange.put(name, json.dumps(head).encode() + b"\n" + zlib.compress(made.content, 1))


def read(exchange, name):
    """(content, fault, parts) of a notebook that was put there; None where there is none, or half of one."""
    head, _, body = (exchange.get(name) or b"").partition(b"\n")
    try:
        told, content = json.loads(head), zlib.decompress(body)
    except (ValueError, zlib.error):
        return None
    right = hashlib.sha256(content).hexdigest() == told["sha256"]
    return (content, told["fault"], told["parts"]) if right else None


def _files(root):
    for place, folders, names in os.walk(root):
        folders[:] = sorted(name for name in folders if not _left(place, name))
        yield from (os.path.join(place, name) for name in names if not name.startswith("."))


def _left(place, name):
    path = os.path.join(place, name)
    hidden = name.startswith(".") or name in _NEVER or name.endswith(".egg-info")
    return hidden or os.path.abspath(path) == sys.prefix or os.path.exists(os.path.join(path, "pyvenv.cfg"))
