"""The administrative divisions of China: what codes there are, what they are called, what lies within what."""

from dataclasses import dataclass
from functools import cache

from region_report.codelists.records import read_csv
from region_report.codelists.schema import check_records, headings
from region_report.errors import DataError
from region_report.paths import shown, standard

NATION = "100000"


@dataclass(frozen=True)
class Division:
    """One division. level: province, prefecture, county or pseudo; parent: the code of the division above."""

    code: str
    name_zh: str
    level: str
    parent: str


@cache
def divisions():
    """All divisions of `data/divisions.csv` of the project, in the order of their codes.

    31 provinces, 333 prefectures and 9 codes that only hold others together, 2,978 counties (30 June 2023). Names are
    not unique: four districts are called 鼓楼区. Raises DataError with every fault of the file.
    """
    path = standard("divisions.csv")
    records, faults = read_csv(path, headings("divisions"))
    faults += check_records("divisions", records, shown(path))
    if faults:
        raise DataError(faults)
    return tuple(Division(**record.values) for record in records)


def parents(division):
    """The divisions above one, the highest first; the nation, which has no row, is not among them."""
    above = {each.code: each for each in divisions() if each.level != "county"}
    found, code = [], division.parent
    while code != NATION:
        found.insert(0, above[code])
        code = above[code].parent
    return found
