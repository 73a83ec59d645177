"""Which of the languages that a report always has, Chinese and English, a data folder speaks: one may be enough."""

import csv
import os
import re
from functools import lru_cache

from region_report.codelists.places import places
from region_report.codelists.schema import further, headings
from region_report.languages import ALWAYS, LANGUAGES
from region_report.paths import data_dir


def languages(data=None):
    """The languages a report of a data folder has: all there are, or the one that names its indicators."""
    found = spoken(places(data_dir(data))[0])
    return LANGUAGES if found == ALWAYS else found


def spoken(among):
    """Those of Chinese and English in which the indicators have a column `name_`; both where they have neither.

    among: the folders of the codelists, as from `places`.
    """
    path = f"{among[0]}/indicators.csv"
    return _spoken(path, os.stat(path).st_mtime_ns if os.path.isfile(path) else None)


def optional(name, spoken):
    """The columns of a table that a file may lack: those of further languages, and of one that is not spoken."""
    silent = "|".join(lang for lang in ALWAYS if lang not in spoken)
    unspoken = re.compile(rf".+_({silent})(_plural)?") if silent else None
    others = [column for column in headings(name) if unspoken and unspoken.fullmatch(column)]
    return [*further(name), *others]


@lru_cache(maxsize=16)
def _spoken(path, stamp):
    if stamp is None:
        return ALWAYS
    with open(path, encoding="utf-8-sig", errors="replace", newline="") as file:
        heading = next(csv.reader(file), [])
    return tuple(lang for lang in ALWAYS if f"name_{lang}" in heading) or ALWAYS
