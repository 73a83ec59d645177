"""What a folder of downloads was made from and by, so that what would be the same is not made again."""

import hashlib
import json
from pathlib import Path

import xlsxwriter

from region_report import codelists, settings
from region_report.paths import data_dir, standard

# Hidden: it is for the next build, and no download.
NOTE = ".made.json"
_PACKAGE = Path(__file__).parents[1]
# Downloads have no dates of their own: what else they hold comes from the data, this package and the words.
_CODE = ("figures", "codelists", "observations", "metrics", "text", "data_package", "locale")


def of(data, site):
    """Digests of the code and words, of the data, and of which pages the site has."""
    code = [path for name in _CODE for path in (_PACKAGE / name).rglob("*") if path.suffix in (".py", ".yml")]
    pages = [] if site is None else sorted(str(path.relative_to(site)) for path in Path(site).glob("*/book/**/*.html"))
    return {
        "code": _digest([xlsxwriter.__version__, settings.version(), *_contents([*code, *settings.own_words()])]),
        "data": _digest(_contents(_read(data))),
        "pages": _digest(pages),
    }


def times(data):
    """What changes whenever a file of the data does, even where it is changed back."""
    found = ((path, path.stat()) for path in _read(data))
    return {path: (stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns) for path, stat in found}


def read(folder):
    """What the folder was made from; nothing where its making was not finished."""
    return {key: value for key, value in _noted(folder).items() if key != "files"}


def whole(folder):
    """Whether all files that were made still lie there."""
    return all((folder / name).is_file() for name in _noted(folder)["files"])


def forget(folder):
    """From here on the folder is unfinished."""
    (folder / NOTE).unlink(missing_ok=True)


def note(folder, now, names):
    """The folder holds these files, made from that; others are removed."""
    kept = {*names, NOTE}
    for path in folder.rglob("*"):
        if path.is_file() and path.relative_to(folder).as_posix() not in kept:
            path.unlink()
    (folder / NOTE).write_text(json.dumps(now | {"files": sorted(names)}), encoding="utf-8")


def _read(data):
    """The files of the data; the schema is the project's, wherever the data lie."""
    folders = {data_dir(data), standard("schema")}
    read = {path for folder in folders for path in folder.rglob("*") if path.is_file()}
    return read | {path for folder in codelists.folders(data) for path in folder.glob("*.csv")}


def _noted(folder):
    try:
        return json.loads((folder / NOTE).read_text("utf-8"))
    except (OSError, ValueError):
        return {}


def _contents(paths):
    """Each path and its bytes, in the order of the paths."""
    for path in sorted(paths):
        yield str(path)
        yield path.read_bytes()


def _digest(pieces):
    """The digest of texts and bytes, each with its length, so that no two lists are alike."""
    found = hashlib.sha256()
    for piece in pieces:
        content = piece if isinstance(piece, bytes) else piece.encode()
        found.update(len(content).to_bytes(8, "big") + content)
    return found.hexdigest()
