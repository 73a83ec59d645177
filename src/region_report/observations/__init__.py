"""Observations: checked, parsed, one row = one figure as a source prints it. All data pass here."""

from region_report.observations.frame import COLUMNS, Row, build
from region_report.observations.loading import check, load_all, load_region, reported
from region_report.observations.reading import read

__all__ = ["COLUMNS", "Row", "build", "check", "load_all", "load_region", "read", "reported"]
