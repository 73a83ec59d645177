"""The data of the last release, kept in the data folder under `released/`, and what changed since."""

import json
from dataclasses import dataclass

from region_report.diff.comparing import Changes, compare
from region_report.diff.datasets import of_frame, read
from region_report.errors import UsageError
from region_report.messages import Message
from region_report.paths import data_dir, shown

RELEASED = "released"
NOTE = "release.json"


@dataclass(frozen=True)
class Since:
    """The changes since a release: its version and date, empty where none is kept; then there are no changes."""

    version: str
    date: str
    changes: Changes


def since_release(every, *, data=None):
    """What changed in a data folder since the release kept in it. every: its observations frame, of all regions."""
    note = kept(data)
    if not note:
        return Since("", "", Changes((), None, None))
    folder = data_dir(data)
    now = of_frame(every, shown(folder), data)
    return Since(note["version"], note["date"], compare(read(folder / RELEASED), now))


def kept(data=None):
    """`version` and `date` of the release kept in a data folder; empty where none is. Raises UsageError for another."""
    path = data_dir(data) / RELEASED / NOTE
    if not path.is_file():
        return {}
    try:
        note = json.loads(path.read_text("utf-8"))
        return {"version": note["version"], "date": note["date"]}
    except (ValueError, KeyError, TypeError) as error:
        raise UsageError(Message("usage.released", file=shown(path))) from error
