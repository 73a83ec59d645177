"""Reading what can be compared: a data folder, the data of a published site as folder or zip, one observations.csv."""

import io
import zipfile
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from region_report import codelists, metrics, observations
from region_report.codelists.records import near
from region_report.errors import UsageError
from region_report.languages import FURTHER, columns
from region_report.messages import Message
from region_report.paths import shown

NUMBERS = ["value", "lower", "upper"]
FIGURES = [
    "region", *columns("region"), "indicator", *columns("indicator"), "measure", "period", "printed",
    *NUMBERS, "bound", "source", *columns("source"), "place", "status", "nature",
]  # fmt: skip
TARGETS = [
    "region", *columns("region"), "indicator", *columns("indicator"), "target_period", "target_source", "status",
]  # fmt: skip
INDICATORS = ["id", *columns("name"), "definition_zh", "definition_en", "unit", "direction", "base"]
TABLES = {"observations.csv": FIGURES, "targets.csv": TARGETS, "indicators.csv": INDICATORS}
ALLOWED = Message("diff.allowed")


@dataclass(frozen=True)
class DataSet:
    """Figures, targets and indicators with the columns above; targets and indicators are None where not on file."""

    name: str
    figures: pd.DataFrame
    targets: pd.DataFrame | None = None
    indicators: pd.DataFrame | None = None


def read(place):
    """The data set at a place. Raises UsageError for what is none, DataError where a data folder has faults."""
    path, name = Path(place), shown(place)
    if path.is_dir():
        if (path / "observations.csv").is_file():
            return _published(name, {file: (path / file).read_bytes() for file in TABLES if (path / file).is_file()})
        if (path / "regions").is_dir() and (path / "indicators.csv").is_file():
            data = str(path.resolve())
            return of_frame(observations.load_all(data=data), name, data)
        raise UsageError(Message("diff.no_data_set", found=name, allowed=ALLOWED))
    if not path.is_file():
        raise UsageError(Message("diff.nothing_there", found=name, allowed=ALLOWED))
    if zipfile.is_zipfile(path):
        return _published(name, _unpacked(path, name))
    return _published(name, {"observations.csv": path.read_bytes()}, alone=True)


def of_frame(every, name, data=None):
    """A data folder whose observations of all regions are read already."""
    targets = metrics.targets.targets(every)[TARGETS]
    indicators = codelists.load(data).indicators[INDICATORS]
    return DataSet(name, _sorted(_closed(every[FIGURES])), targets, indicators)


def _unpacked(path, name):
    """The tables of a zip, in whichever folder of it they lie together."""
    with zipfile.ZipFile(path) as archive:
        found = sorted((each for each in archive.namelist() if each.rsplit("/", 1)[-1] == "observations.csv"), key=len)
        if not found:
            raise UsageError(Message("diff.no_table", found=name, allowed=ALLOWED))
        folder = found[0].removesuffix("observations.csv")
        names = set(archive.namelist())
        return {file: archive.read(folder + file) for file in TABLES if folder + file in names}


def _published(name, files, *, alone=False):
    """The tables of a published data set. alone: `name` is that of the table itself."""
    tables = {
        file: _table(content, TABLES[file], name if alone else f"{name}, {file}") for file, content in files.items()
    }
    figures = tables["observations.csv"]
    for column in NUMBERS:
        figures[column] = pd.to_numeric(figures[column], errors="coerce")
    return DataSet(name, _sorted(figures), tables.get("targets.csv"), tables.get("indicators.csv"))


def _table(content, wanted, name):
    """A published CSV as text; only the columns that are compared."""
    try:
        table = pd.read_csv(io.BytesIO(content), dtype=str, keep_default_na=False, encoding="utf-8-sig")
    except (UnicodeDecodeError, pd.errors.ParserError, pd.errors.EmptyDataError) as error:
        raise UsageError(Message("diff.no_csv", found=name, allowed=ALLOWED)) from error
    # Published files speak Chinese and English; in another language the ids stand for the names.
    for column in wanted:
        stem, _, lang = column.rpartition("_")
        if lang in FURTHER and column not in table:
            table[column] = table.get(stem, table.get("id", ""))
    if missing := [column for column in wanted if column not in table]:
        hint = near(missing[0], table.columns)
        raise UsageError(
            Message("diff.columns_missing", found=name, columns=tuple(missing), near=hint, allowed=ALLOWED)
        )
    return table[wanted].copy()


def _closed(figures):
    """Open ends as gaps, as published files have them."""
    return figures.replace([float("inf"), float("-inf")], float("nan"))


def _sorted(figures):
    keys = ["region", "indicator", "measure", "period", "source", "place"]
    return figures.sort_values(keys, kind="stable").reset_index(drop=True)
