"""A table as a file shows it: cells of a CSV or of an Excel sheet, each with its address and its text."""

import csv
import io
import re
from collections import Counter
from dataclasses import dataclass

from region_report.errors import UsageError
from region_report.messages import Message

# What a file begins with, whatever it is called.
ZIP, OLD_EXCEL, PDF = b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF"
MARKS = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
SEPARATORS = ",\t;"


@dataclass(frozen=True)
class Cell:
    """One cell. text: what it shows, without line breaks; empty for a blank one.

    merged: the address of the first cell of the merged ones that it belongs to, empty for that one itself. wrong: what
    keeps its text from being known (a Message), else None.
    """

    address: str
    text: str = ""
    merged: str = ""
    wrong: object = None


@dataclass(frozen=True)
class Sheet:
    """The rows of a sheet, all of one width.

    widths: the number of cells that each row has in the file, where these may differ (CSV). said: how the file was
    read, as a Message.
    """

    name: str
    rows: tuple
    said: object
    widths: tuple = ()

    @property
    def label(self):
        """The name as the place of a figure has it: without the mark that stands between sheet and cell."""
        return re.sub(r"[!\s]+", " ", self.name).strip()


def read(path, sheet=""):
    """The sheet of a CSV file (UTF-8, UTF-16 or GB18030; comma, tab or semicolon) or of an Excel workbook.

    sheet: its name, where a workbook has several with cells. Raises UsageError for what is no such file.
    """
    if not path.is_file():
        raise wrong("folder" if path.is_dir() else "no_file", file=str(path))
    content = path.read_bytes()
    if content.startswith(OLD_EXCEL):
        raise wrong("old_excel", file=path.name)
    if content.startswith(ZIP):
        from region_report.intake import workbooks

        return workbooks.read(path, sheet)
    if content.startswith(PDF) or content.lstrip()[:1] == b"<":
        raise wrong("other_kind", file=path.name)
    if sheet:
        raise wrong("no_sheets", file=path.name)
    return _read_csv(path, content)


def wrong(why, **values):
    """The UsageError `intake.file_wrong.<why>`."""
    return UsageError(Message(f"intake.file_wrong.{why}", **values))


def letters(column):
    """The letters of a column counted from 0.

    >>> letters(0), letters(27)
    ('A', 'AB')
    """
    text, column = "", column + 1
    while column:
        column, rest = divmod(column - 1, 26)
        text = chr(65 + rest) + text
    return text


def one_line(text):
    """The text without line breaks: words of Latin letters keep a space between them."""
    text = re.sub(r"(?<=[A-Za-z,;]) *[\r\n]+ *(?=[A-Za-z(])", " ", text.strip())
    return re.sub(r" *[\r\n]+ *", "", text)


def _read_csv(path, content):
    text, encoding = _decoded(path, content)
    if not text.strip():
        raise wrong("empty", file=path.name)
    tables = {separator: _parsed(text, separator, path) for separator in SEPARATORS}
    separator = max(SEPARATORS, key=lambda each: _regular(tables[each]))
    rows = tables[separator]
    width = max(map(len, rows))
    cells = tuple(
        tuple(
            Cell(f"{letters(column)}{number}", one_line(row[column]) if column < len(row) else "")
            for column in range(width)
        )
        for number, row in enumerate(rows, start=1)
    )
    said = Message("intake.read.csv", file=path.name, encoding=encoding, separator=Message(_NAMED[separator]))
    return Sheet(path.stem, cells, said, tuple(map(_filled, rows)))


_NAMED = {",": "intake.read.comma", "\t": "intake.read.tab", ";": "intake.read.semicolon"}


def _decoded(path, content):
    """The text and the name of its encoding; GB18030 holds GBK and GB2312."""
    for mark, encoding in MARKS.items():
        if content.startswith(mark):
            try:
                return content.decode(encoding), encoding.removesuffix("-sig").upper()
            except UnicodeDecodeError:
                raise wrong("encoding", file=path.name) from None
    if b"\0" not in content:
        for encoding in ("utf-8", "gb18030"):
            try:
                return content.decode(encoding), encoding.upper()
            except UnicodeDecodeError:
                continue
    raise wrong("encoding", file=path.name)


def _parsed(text, separator, path):
    try:
        return list(csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)) or [[]]
    except csv.Error:
        if separator == ",":
            raise wrong("quotation", file=path.name) from None
        return [[]]


def _regular(rows):
    """How many cells stand in rows of the usual width: a separator that is none parts few rows, and unevenly."""
    widths = Counter(len(row) for row in rows if len(row) > 1)
    return max((width * count for width, count in widths.items()), default=0)


def _filled(row):
    """The width of a row without the blank cells at its end."""
    return max((number for number, text in enumerate(row, start=1) if text.strip()), default=0)
