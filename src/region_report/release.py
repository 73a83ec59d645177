"""Keeping the data of a release in the data folder, so that the next one can say what changed."""

import json

from region_report import codelists, diff, settings
from region_report.data_package import files, tables
from region_report.diff.datasets import TABLES
from region_report.paths import data_dir


def keep(date, *, data=None):
    """Keep today's data as those of the present version, released on `date` (ISO 8601), in place of the ones before.

    Writes `released/` in the data folder: the tables that are compared, as they are published, and the version. Returns
    the folder. Raises DataError where the data have faults.
    """
    folder = data_dir(data) / diff.RELEASED
    whole = tables.tables(codelists.regions(data), data=data)
    for name in TABLES:
        files.write(folder / name, files.csv_of(whole[name.removesuffix(".csv")]))
    note = json.dumps({"version": settings.version(), "date": date}, indent=1) + "\n"
    (folder / diff.NOTE).write_text(note, encoding="utf-8")
    return folder
