"""One function a table: a frame in, a `Table` out, or one honest sentence where the frame is empty."""

from region_report.tables.changes import changes
from region_report.tables.figures import (
    bearing,
    evidence,
    methods,
    metrics_table,
    reported,
    statements,
    targets,
)
from region_report.tables.headline import headline, headlines
from region_report.tables.indicator import confusable, facts, values
from region_report.tables.lists import (
    actors,
    comparability,
    coverage,
    gaps,
    glossary,
    grades,
    indicators,
    sources,
    statuses,
)
from region_report.tables.pairs import two_regions
from region_report.tables.table import Table

__all__ = [
    "Table",
    "actors",
    "bearing",
    "changes",
    "comparability",
    "confusable",
    "coverage",
    "evidence",
    "facts",
    "gaps",
    "glossary",
    "grades",
    "headline",
    "headlines",
    "indicators",
    "methods",
    "metrics_table",
    "reported",
    "sources",
    "statements",
    "statuses",
    "targets",
    "two_regions",
    "values",
]
