"""Workbooks: a library writes what every file needs, and the cells of the rows are written below it.

The library keeps every cell as an object of its own before it writes it, which takes several times as long. The rows
are in the form that it writes: each cell with its place, each text once, in the list of texts that the cells count.
"""

import io
import re
import zipfile
from datetime import datetime
from html import escape

import xlsxwriter
from xlsxwriter.utility import xl_col_to_name

from region_report.data_package import fields
from region_report.data_package.files import EPOCH, packed

_WIDTHS = (22, 26, 40, 40, 14, 60)
_DIMENSION = re.compile(rb'<dimension ref="A1:([A-Z]+)1"/>')
_COUNTS = re.compile(rb' count="\d+" uniqueCount="\d+"')
_TEXTS = "xl/sharedStrings.xml"
_END = b"</sheetData>"
# What XML cannot hold, and what looks like the form in which a workbook writes that.
_CODED = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]|_(?=x[0-9A-Fa-f]{4}_)")


def workbook(tables, sources=None):
    """Tables as one workbook: a sheet that explains it first, then a sheet a table, its headings fixed.

    sources: the table of sources, for a workbook that has no sheet of them.
    """
    tables = list(tables)
    first, *explained = fields.explained(tables, sources)
    sheets = {f"xl/worksheets/sheet{number}.xml": table.rows for number, table in enumerate(tables, start=2)}
    sheets["xl/worksheets/sheet1.xml"] = explained
    with zipfile.ZipFile(_headings(first, tables)) as made:
        contents = {entry.filename: made.read(entry) for entry in made.infolist()}
    texts = _Texts(contents[_TEXTS])
    filled = {name: _filled(contents[name], rows, texts) for name, rows in sheets.items()}
    return packed((contents | filled | {_TEXTS: texts.content()}).items())


def _headings(first, tables):
    """The workbook with the first row of each sheet."""
    made = io.BytesIO()
    with xlsxwriter.Workbook(made, {"in_memory": True}) as book:
        book.set_properties({"created": datetime(*EPOCH)})
        bold = book.add_format({"bold": True})
        sheet = book.add_worksheet("README")
        sheet.write_row(0, 0, first, bold)
        for column, width in enumerate(_WIDTHS):
            sheet.set_column(column, column, width)
        for table in tables:
            sheet = book.add_worksheet(table.name)
            sheet.write_row(0, 0, table.columns, bold)
            sheet.freeze_panes(1, 0)
            sheet.autofilter(0, 0, max(len(table.rows), 1), len(table.columns) - 1)
    return made


def _filled(sheet, rows, texts):
    """The XML of a sheet that has one row, with these below it."""
    letters = [xl_col_to_name(column) for column in range(max(map(len, rows), default=0))]
    numbered = [(number, row) for number, row in enumerate(rows, start=2) if row]
    made = "".join(f'<row r="{number}">{_row(row, letters, number, texts)}</row>' for number, row in numbered)
    head, _, rest = sheet.partition(_END)
    head = _DIMENSION.sub(lambda found: b'<dimension ref="A1:%s%d"/>' % (found[1], len(rows) + 1), head)
    return head + made.encode() + _END + rest


def _row(row, letters, number, texts):
    return "".join(
        [
            f'<c r="{letter}{number}"{texts[value] if type(value) is str else _number(value)}</v></c>'
            for letter, value in zip(letters, row, strict=False)
            if value is not None and value != ""
        ]
    )


def _number(value):
    return f' t="b"><v>{value:d}' if isinstance(value, bool) else f"><v>{value!r}"


class _Texts(dict):
    """Text -> what follows the place in a cell that shows it. Begins with the list of texts that the library wrote."""

    def __init__(self, content):
        super().__init__()
        self._before, self._first = content, content.count(b"<si>")

    def __missing__(self, text):
        self[text] = made = f' t="s"><v>{self._first + len(self)}'
        return made

    def content(self):
        """The XML of the list, with the texts that were asked for. How often each is used it does not have to say."""
        more = "".join(map(_text, self)).encode()
        whole = self._before.replace(b"</sst>", more + b"</sst>")
        return _COUNTS.sub(b' uniqueCount="%d"' % (self._first + len(self)), whole, count=1)


def _text(text):
    written = escape(_CODED.sub(lambda found: f"_x{ord(found[0]):04X}_", text), quote=False)
    space = ' xml:space="preserve"' if text != text.strip() else ""
    return f"<si><t{space}>{written}</t></si>"
