"""Tables of many regions list their first rows and say how many there are."""

from dataclasses import replace

from region_report.tables.table import Table
from region_report.text import number, t

MOST = 60


def first(make, records, *, most=MOST):
    """The table that `make` makes of the first `most` records; of more, its caption says so.

    make: a function of records. The whole is in the downloads.
    """
    made = make(records[:most])
    if not isinstance(made, Table) or len(records) <= most:
        return made
    counts = {"shown": number(most), "all": number(len(records))}
    return replace(made, caption=t("tables.first", caption=made.caption, **counts))
