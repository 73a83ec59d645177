"""Keeping the data of a release in the data folder, so that the next one can say what changed."""

import datetime
import json
import tempfile
from pathlib import Path

from region_report import diff, observations, settings
from region_report.data_package import files, lines, tables
from region_report.diff.datasets import TABLES
from region_report.errors import UsageError
from region_report.messages import Message
from region_report.paths import data_dir


def keep(date, *, data=None):
    """Keep today's data as those of the present version, released on `date` (ISO 8601), in place of the ones before.

    Writes `released/` in the data folder: the tables that are compared, as they are published, and the version. Returns
    the folder. Raises UsageError for what is no date, DataError where the data have faults; what was kept before stays.
    """
    _check_date(date)
    folder = data_dir(data) / diff.RELEASED
    whole = tables.tables(observations.regions(data=data), data=data)
    with tempfile.TemporaryDirectory(dir=folder.parent, prefix=".released-") as made:
        half = Path(made) / folder.name
        for name in TABLES:
            files.write(half / name, lines.Lines(whole[name.removesuffix(".csv")]).csv())
        note = json.dumps({"version": settings.version(), "date": date}, indent=1) + "\n"
        (half / diff.NOTE).write_text(note, encoding="utf-8")
        if folder.exists():
            folder.rename(Path(made) / "before")
        half.rename(folder)
    return folder


def _check_date(date):
    try:
        datetime.date.fromisoformat(date)
    except ValueError:
        raise UsageError(Message("usage.release_day", found=date)) from None
