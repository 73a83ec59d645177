"""The observations frame: one row a figure, with labels so that nothing to the right has to read a file."""

import math
from dataclasses import dataclass

import pandas as pd

from region_report.codelists.schema import headings
from region_report.languages import LANGUAGES, columns

# Columns of the file, what is computed, and labels; see docs/architecture.md.
LABELS = (
    *columns("region"), "region_level", *columns("indicator", "definition", "unit"), "kind", "theme", "stage",
    "direction", "base", *columns("source"), "source_grade", *columns("source_grade"), "source_url", "source_date",
    *columns("status"),
)  # fmt: skip
COMPUTED = ("value", "lower", "upper", "bound", "unit")
FILED = tuple(headings("observations"))
COLUMNS = ["region", *FILED, *COMPUTED, *LABELS]
NUMBERS = ("value", "lower", "upper")
# What a row says of its figure; the rest says what it is of, where it stands and when.
FIGURE = ("printed", "place", "value", "lower", "upper", "bound")
_NAMES, _INDICATOR = columns("name"), columns("name", "definition")
# What has no unit or no status.
NOTHING = dict.fromkeys([*_NAMES, *(f"name_{lang}_plural" for lang in LANGUAGES)], "")


@dataclass(frozen=True, slots=True)
class Row:
    """A record of `observations.csv`, its region, and the figure read from it (None where there is none)."""

    record: object
    region: object
    figure: object


def build(rows, lists):
    """The observations frame of rows of one or more regions; see `load_region`.

    An indicator's unit in English is in the plural, unless the figure is one (1, or at least 1).
    """
    cells = [_cells(row, lists.by_id) for row in rows]
    frame = pd.DataFrame(dict(zip(COLUMNS, zip(*cells, strict=True), strict=True)) if cells else {}, columns=COLUMNS)
    return frame.astype({column: float if column in NUMBERS else str for column in COLUMNS})


def outline(frame):
    """Which figures an observations frame has, without the figures: `known` says whether a row has one."""
    return frame.drop(columns=list(FIGURE)).assign(known=known(frame))


def known(frame):
    """Whether each row of an observations frame, or of its outline, has a figure."""
    return frame["known"] if "known" in frame else frame["value"].notna()


def _cells(row, by_id):
    """The cells of one row, in the order of COLUMNS."""
    values = row.record.values
    indicator = by_id["indicators"][values["indicator"]]
    return (
        row.region.slug,
        *(values[column] for column in FILED),
        *_computed(row.figure),
        indicator["unit"],
        *_labels(row, indicator, by_id),
    )


def _computed(figure):
    if figure is None:
        return math.nan, math.nan, math.nan, ""
    return figure.value, figure.lower, figure.upper, figure.bound


def _labels(row, indicator, by_id):
    unit = by_id["units"].get(indicator["unit"], NOTHING)
    status = by_id["statuses"].get(row.record["status"], NOTHING)
    source = row.region.sources[row.record["source"]]
    grade = by_id["grades"][source.grade]
    one = row.figure is not None and row.figure.value == 1
    return (
        *(row.region.word("name", lang) for lang in LANGUAGES), row.region.level,
        *(indicator[name] for name in _INDICATOR), *(_unit(unit, lang, one) for lang in LANGUAGES),
        indicator["kind"], indicator["theme"], indicator["stage"], indicator["direction"], indicator["base"],
        *map(source.label, LANGUAGES), source.grade, *(grade[name] for name in _NAMES), source.url,
        source.date, *(status[name] for name in _NAMES),
    )  # fmt: skip


def _unit(unit, lang, one):
    """The name of a unit at a figure; a language without a plural has one name for both."""
    return (not one and unit.get(f"name_{lang}_plural")) or unit[f"name_{lang}"]
