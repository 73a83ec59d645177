"""Sheets of Excel workbooks: what a cell shows, by its value and its number format."""

import datetime
import re
from decimal import ROUND_HALF_UP, Context, Decimal

from region_report.intake.sheets import Cell, Sheet, letters, one_line, wrong
from region_report.messages import Message

PLAIN = ("General", "@", "")
# A number format of digits, perhaps grouped, between words: #,##0.0"万人"
DIGITS = re.compile(r"(?P<before>[^#0?]*)(?P<whole>[#0?,]*[#0?])(?:\.(?P<decimals>[0#?]+))?(?P<after>[^#0?]*)")
LITERAL = re.compile(r'"([^"]*)"|\\(.)')
# Colours, languages and conditions; blanks as wide as a character; filling characters.
UNSEEN = re.compile(r"\[[^\]]*\]|_.|\*.")
SPECIAL = re.compile(r"[A-Za-z!,]")


def read(path, sheet=""):
    """The sheet of an .xlsx or .xlsm file; merged cells all show what the first of them shows."""
    formulas = _chosen(_opened(path, formulas=True), sheet, path)
    values = _opened(path)[formulas.title]
    merged, hidden = _merged(formulas), _hidden(values)
    # Formats may reach to the last row a sheet can have: only what is filled counts.
    height, width = (max(place[side] for place in _filled(formulas)) for side in (0, 1))
    rows = tuple(
        tuple(_cell((row, column), values, formulas, merged, hidden) for column in range(1, width + 1))
        for row in range(1, height + 1)
    )
    return Sheet(values.title, rows, Message("intake.read.excel", file=path.name, sheet=values.title))


def _cell(place, values, formulas, merged, hidden):
    """The cell at (row, column)."""
    first = merged.get(place, place)
    address, at = (f"{letters(column - 1)}{row}" for row, column in (place, first))
    text, fault = _shown(values.cell(*first), formulas.cell(*first))
    if text and (place[0] in hidden[0] or place[1] in hidden[1]):
        fault = Message("intake.unclear.hidden", found=text)
    return Cell(address, text, "" if at == address else at, fault)


def _opened(path, *, formulas=False):
    # Only who reads a workbook waits for openpyxl.
    import openpyxl

    try:
        return openpyxl.load_workbook(path, data_only=not formulas)
    except (OSError, MemoryError):
        raise
    except Exception as error:
        # A zip that is none of Excel, or a damaged one: openpyxl raises whatever it stumbles over.
        raise wrong("other_kind", file=path.name) from error


def _chosen(book, sheet, path):
    names = [each.title for each in book.worksheets]
    if sheet and sheet not in names:
        raise wrong("no_sheet", file=path.name, found=sheet, allowed=tuple(names))
    filled = [each for each in book.worksheets if (each.title == sheet if sheet else _filled(each))]
    if len(filled) > 1:
        raise wrong("which_sheet", file=path.name, allowed=tuple(each.title for each in filled))
    if not filled or not _filled(filled[0]):
        raise wrong("empty", file=path.name)
    return filled[0]


def _filled(sheet):
    """(row, column) of the cells that hold something. Asking for a row would make the cells it does not have."""
    return [place for place, cell in sheet._cells.items() if cell.value not in (None, "")]


def _merged(sheet):
    """(row, column) -> that of the first cell, for each cell of merged ones."""
    return {
        (row, column): (found.min_row, found.min_col)
        for found in sheet.merged_cells.ranges
        for row in range(found.min_row, found.max_row + 1)
        for column in range(found.min_col, found.max_col + 1)
    }


def _hidden(sheet):
    """The numbers of the rows and of the columns that the sheet does not show."""
    rows = {number for number, row in sheet.row_dimensions.items() if row.hidden}
    groups = [column for column in sheet.column_dimensions.values() if column.hidden]
    return rows, {number for group in groups for number in range(group.min or 0, (group.max or 0) + 1)}


def _shown(cell, formula):
    """What a cell shows, and what keeps it from being known."""
    value = cell.value
    if value is None:
        unknown = isinstance(formula.value, str) and formula.value.startswith("=")
        return "", Message("intake.unclear.formula", found=formula.value) if unknown else None
    if isinstance(value, bool):
        return str(value).upper(), None
    if isinstance(value, int | float):
        text = number(value, cell.number_format)
        return text, None if text else Message("intake.unclear.format", found=cell.number_format)
    if isinstance(value, datetime.date | datetime.time):
        return _date(value, cell.number_format), None
    return one_line(str(value)), None


def number(value, form):
    """The digits that a number format shows; empty for a format that is not known here or shows none.

    >>> number(0.483, "0.0%"), number(47000, "#,##0"), number(2.3, '0.0"万人"'), number(0.1 + 0.2, "General")
    ('48.3%', '47,000', '2.3万人', '0.3')
    """
    if form in PLAIN:
        return str(value) if isinstance(value, int) else str(int(value)) if value.is_integer() else f"{value:.11g}"
    sections = form.split(";")
    # The third section is that of zero: often a hyphen, or nothing, which must not become a figure.
    section = UNSEEN.sub("", sections[2 if value == 0 and len(sections) > 2 else 0]).strip()
    bare = LITERAL.sub("", section)
    found = DIGITS.fullmatch(LITERAL.sub(lambda literal: "\0" * len(literal[1] or literal[2] or ""), section))
    if not found or SPECIAL.search(bare.replace("#,##0", "")) or bare.count("%") > 1:
        return ""
    decimals = found["decimals"] or ""
    if value == 0 and "0" not in found["whole"] + decimals:
        return ""
    digits = f"{_rounded(abs(value), len(decimals), '%' in bare):{',' if ',' in found['whole'] else ''}f}"
    least = decimals.count("0")
    while "." in digits and len(digits.partition(".")[2]) > least and digits.endswith("0"):
        digits = digits[:-1]
    words = [literal[1] or literal[2] or "" for literal in LITERAL.finditer(section)]
    return _around(found, ("-" if value < 0 else "") + digits.rstrip("."), words)


def _rounded(value, decimals, percent):
    """The number as Excel rounds it: of its 15 digits, a half away from zero (12.5 shows as 13)."""
    exact = Decimal(f"{value:.15g}") * (100 if percent else 1)
    return exact.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP, Context(prec=400))


def _around(found, digits, words):
    """The digits with the words before and behind them, whose places `\\0` holds."""
    text = "".join(words)
    parts = []
    for part in (found["before"], found["after"]):
        held = part.count("\0")
        said, text = text[:held], text[held:]
        rest = part.replace("\0", "")
        parts.append(rest + said if part is found["before"] else said + rest)
    return f"{parts[0]}{digits}{parts[1]}".strip()


def _date(value, form):
    """A date as far as its format shows it: 2023, 2023-06 or 2023-06-30."""
    if isinstance(value, datetime.time):
        return value.isoformat()
    shown = LITERAL.sub("", UNSEEN.sub("", form)).lower()
    length = 10 if "d" in shown else 7 if "m" in shown else 4
    return value.isoformat()[:length]
