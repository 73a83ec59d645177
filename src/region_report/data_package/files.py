"""Files with the same bytes for the same rows: CSV, JSON, a workbook, an archive."""

import csv
import hashlib
import io
import json
import os
import zipfile
from datetime import datetime

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from region_report.data_package import fields

# One fixed moment: a file that carried the time of its making would differ with every build.
EPOCH = (2020, 1, 1, 0, 0, 0)
# Excel takes a CSV without this mark for one in the machine's own encoding, and Chinese for noise.
ENCODING = "utf-8-sig"
_PLAIN = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


def write(path, content):
    """Write bytes into a file, whose folder is made where it is not there; whether they were others than lay there.

    A file is replaced as a whole, and one that stays keeps its time.
    """
    if path.is_file() and path.stat().st_size == len(content) and path.read_bytes() == content:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    half = path.with_name(f"{path.name}.{os.getpid()}.part")
    half.write_bytes(content)
    os.replace(half, path)
    return True


def csv_of(table):
    """A table as CSV with a byte order mark; nothing is an empty cell."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(table.columns)
    writer.writerows(table.rows)
    return text.getvalue().encode(ENCODING)


def json_of(content):
    """What JSON can say, Chinese as it is, one space of indent."""
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode()


def workbook(tables, sources=None):
    """Tables as one workbook: a sheet that explains it first, then a sheet a table, its headings fixed.

    sources: the table of sources, for a workbook that has no sheet of them.
    """
    made = io.BytesIO()
    with xlsxwriter.Workbook(made, _PLAIN) as book:
        book.set_properties({"created": datetime(*EPOCH)})
        bold = book.add_format({"bold": True})
        tables = list(tables)
        _sheet(book, "README", fields.explained(tables, sources), bold, widths=(22, 26, 40, 40, 14, 60))
        for table in tables:
            _sheet(book, table.name, [table.columns, *table.rows], bold, headings=1)
    return made.getvalue()


def archive(folder, names):
    """The named files of a folder as one zip."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as packed:
        for name in names:
            entry = zipfile.ZipInfo(name, EPOCH)
            entry.external_attr = 0o644 << 16
            packed.writestr(entry, (folder / name).read_bytes(), zipfile.ZIP_DEFLATED)
    return made.getvalue()


def described(folder, name):
    """Address, size and hash of a file, as `index.json` and `datapackage.json` state them."""
    content = (folder / name).read_bytes()
    return {"path": name, "bytes": len(content), "hash": f"sha256:{hashlib.sha256(content).hexdigest()}"}


def _sheet(book, name, rows, bold, *, headings=0, widths=()):
    sheet = book.add_worksheet(name)
    for number, row in enumerate(rows):
        _row(sheet, number, row, bold if number < headings or not number else None)
    if headings:
        sheet.freeze_panes(headings, 0)
        sheet.autofilter(0, 0, max(len(rows) - 1, 1), len(rows[0]) - 1)
    for column, width in enumerate(widths):
        sheet.set_column(column, column, width)


def _row(sheet, number, row, form):
    """The cells of a row, each by the method of its type: to find that out anew would take a third of the time."""
    for place, value in enumerate(row):
        if value is not None and value != "":
            _WRITERS[type(value)](sheet, number, place, value, form)


_WRITERS = {
    str: Worksheet.write_string,
    int: Worksheet.write_number,
    float: Worksheet.write_number,
    bool: Worksheet.write_boolean,
}
