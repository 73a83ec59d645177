"""The table of what changed between two releases."""

from region_report import diff
from region_report.tables.table import Cell, Column, make
from region_report.text import t


def changes(since):
    """Every change with what stood before and what stands now, the first `diff.LISTED` of them.

    since: a `diff.Since`. Without a change: the sentence `tables.changes.empty`.
    """
    shown = [
        Column(t("changes.column.subject"), lambda row: diff.subject(row)),
        Column(t("changes.column.kind"), lambda row: t(f"changes.kind.{row.kind}")),
        Column(t("changes.column.before"), lambda row: _side(row, 0)),
        Column(t("changes.column.after"), lambda row: _side(row, 1)),
    ]
    return make("changes", since.changes.every[: diff.LISTED], shown)


def _side(change, side):
    return Cell("\n".join(diff.details(change)[side]) or t("text.gap"))
