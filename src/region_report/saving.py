"""Tables as files for other programs: what an analyst takes from a notebook into Excel.

>>> import region_report as rr
>>> INVENTED = "tests/data/invented"
>>> targets = rr.metrics.targets.targets(rr.open_all(lang="en", data=INVENTED))
>>> print(rr.save(targets, "_build/doctest/targets.xlsx"))
Saved in `_build/doctest/targets.xlsx`; rows: 6.
"""

import datetime
import io
import math
from pathlib import Path

import pandas as pd

from region_report.errors import UsageError
from region_report.messages import Message
from region_report.paths import shown, write_whole
from region_report.text import number, say

# A workbook says when it was made; the same table is to give the same bytes.
_MADE = datetime.datetime(2000, 1, 1)
_PLAIN = {"strings_to_formulas": False, "strings_to_urls": False}


def save(table, path):
    """Write a table to a file that Excel opens: `.xlsx`, or `.csv` with the mark by which Excel knows UTF-8.

    table: a frame; or what a function of `tables` or `charts` returns, with its cells in words. path: relative to the
    working directory; its folder is made, and a file of that name is replaced when the new one is whole. A gap is an
    empty cell, as is an open end (`bound` says at least). Returns one sentence: how many rows, and where.
    Raises UsageError for another kind of file, and for what is no table, such as the sentence of an empty one.
    """
    frame, path = _frame(table), Path(path)
    writers = {".xlsx": _write_workbook, ".csv": _write_csv}
    if path.suffix not in writers:
        raise UsageError(Message("saving.kind", found=path.name, allowed=tuple(writers)))
    path.parent.mkdir(parents=True, exist_ok=True)
    file = io.BytesIO()
    writers[path.suffix](frame.replace([math.inf, -math.inf], math.nan), file)
    write_whole(path, file.getvalue())
    return say("saving.saved", count=number(len(frame)), path=shown(path))


def _frame(table):
    if isinstance(table, pd.DataFrame):
        return table
    if not hasattr(table, "frame"):
        raise UsageError(Message("saving.no_table", found=type(table).__name__))
    return table.frame


def _write_csv(frame, file):
    frame.to_csv(file, index=False, encoding="utf-8-sig", lineterminator="\r\n")


def _write_workbook(frame, file):
    with pd.ExcelWriter(file, engine="xlsxwriter", engine_kwargs={"options": _PLAIN}) as writer:
        writer.book.set_properties({"created": _MADE})
        frame.to_excel(writer, sheet_name="region-report", index=False, freeze_panes=(1, 0))
