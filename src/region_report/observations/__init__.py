"""Observations: checked, parsed, one row = one figure as a source prints it. All data pass here."""

from region_report.observations.frame import COLUMNS, Row, build
from region_report.observations.loading import check, keep_all, load_all, load_indicator, load_region, reported, slugs
from region_report.observations.reading import read

__all__ = [
    "COLUMNS",
    "Row",
    "build",
    "check",
    "keep_all",
    "load_all",
    "load_indicator",
    "load_region",
    "read",
    "reported",
    "slugs",
]
