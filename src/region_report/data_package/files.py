"""Files with the same bytes for the same content: JSON, an archive."""

import hashlib
import io
import json
import zipfile

from region_report.paths import write_whole

# One fixed moment: a file that carried the time of its making would differ with every build.
EPOCH = (2020, 1, 1, 0, 0, 0)


def write(path, content):
    """Write bytes into a file, whose folder is made where it is not there; whether they were others than lay there.

    A file is replaced as a whole, and one that stays keeps its time.
    """
    if path.is_file() and path.stat().st_size == len(content) and path.read_bytes() == content:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    write_whole(path, content)
    return True


def json_of(content):
    """What JSON can say, Chinese as it is, one space of indent."""
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode()


def packed(contents):
    """A zip of (name, content), the same bytes for the same ones."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in contents:
            entry = zipfile.ZipInfo(name, EPOCH)
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, content, zipfile.ZIP_DEFLATED)
    return made.getvalue()


def described(folder, name):
    """Address, size and hash of a file, as `index.json` and `datapackage.json` state them."""
    content = (folder / name).read_bytes()
    return {"path": name, "bytes": len(content), "hash": f"sha256:{hashlib.sha256(content).hexdigest()}"}
