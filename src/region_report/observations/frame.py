"""The observations frame: one row a figure, with labels so that nothing to the right has to read a file."""

import math
from dataclasses import dataclass

import pandas as pd

from region_report.codelists.schema import headings

# Columns of the file, what is computed, and labels; see docs/architecture.md.
LABELS = (
    "region_zh", "region_en", "region_level", "indicator_zh", "indicator_en", "definition_zh",
    "definition_en", "unit_zh", "unit_en", "kind", "theme", "stage", "direction", "base", "source_zh",
    "source_en", "source_grade", "source_grade_zh", "source_grade_en", "source_url", "source_date",
    "status_zh", "status_en",
)  # fmt: skip
COMPUTED = ("value", "lower", "upper", "bound", "unit")
FILED = tuple(headings("observations"))
COLUMNS = ["region", *FILED, *COMPUTED, *LABELS]
NUMBERS = ("value", "lower", "upper")
NOTHING = {"name_zh": "", "name_en": "", "name_en_plural": ""}


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
        row.region.name_zh, row.region.name_en, row.region.level,
        indicator["name_zh"], indicator["name_en"], indicator["definition_zh"], indicator["definition_en"],
        unit["name_zh"], unit["name_en" if one else "name_en_plural"],
        indicator["kind"], indicator["theme"], indicator["stage"], indicator["direction"], indicator["base"],
        source.label("zh"), source.label("en"), source.grade, grade["name_zh"], grade["name_en"], source.url,
        source.date, status["name_zh"], status["name_en"],
    )  # fmt: skip
