"""A table as a notebook shows it: HTML that needs no script, and the same cells as plain text."""

import math
from dataclasses import dataclass, replace
from html import escape

import pandas as pd

from region_report.tables.bundles import bundle
from region_report.text import Markdown, say, t


@dataclass(frozen=True)
class Cell:
    """A cell: what is shown, and perhaps a second line, the number to sort by, an address, a quotation's language.

    origin: where the figure shown comes from, pairs of a term and a Cell; see `origins`.
    """

    shown: str
    detail: str = ""
    value: float = math.nan
    href: str = ""
    lang: str = ""
    origin: tuple = ()


@dataclass(frozen=True)
class Column:
    """A column: its heading, how a record's Cell (or plain text) is made, and whether it holds numbers."""

    label: str
    cell: object
    numeric: bool = False


@dataclass(frozen=True)
class Table:
    """A table with a caption; the first column names the row.

    cells: one tuple of Cells a row. notes: Cells that the rows refer to by number, listed below.
    """

    caption: str
    columns: tuple
    cells: tuple
    notes: tuple = ()

    def _repr_mimebundle_(self, include=None, exclude=None):
        return bundle(self.html, self.plain)

    @property
    def html(self):
        """The table in a region that scrolls by itself and takes the keyboard. It has no id."""
        caption = escape(self.caption)
        heads = "".join(f'<th scope="col"{_class(column)}>{escape(column.label)}</th>' for column in self.columns)
        rows = "\n".join(f"<tr>{self._row(cells)}</tr>" for cells in self.cells)
        return (
            f'<div class="report-table-scroll" tabindex="0" role="group" aria-label="{caption}">\n'
            f'<table class="report-table">\n<caption>{caption}</caption>\n'
            f"<thead><tr>{heads}</tr></thead>\n<tbody>\n{rows}\n</tbody>\n</table>\n</div>{self._notes}"
        )

    @property
    def plain(self):
        """Caption, headings and rows, one a line, cells parted by a bar."""
        heads = " | ".join(column.label for column in self.columns)
        rows = (" | ".join(_plain(cell) for cell in row) for row in self.cells)
        notes = (f"[{number}] {note.shown}" for number, note in enumerate(self.notes, 1))
        return "\n".join([self.caption, heads, *rows, *notes])

    @property
    def frame(self):
        """Headings and cells as a frame of text, the notes below as rows of their own."""
        labels = [column.label for column in self.columns]
        rows = [[_plain(cell) for cell in row] for row in self.cells]
        notes = [[f"[{number}] {note.shown}", *[""] * (len(labels) - 1)] for number, note in enumerate(self.notes, 1)]
        return pd.DataFrame(rows + notes, columns=labels)

    @property
    def _notes(self):
        if not self.notes:
            return ""
        items = "".join(f"<li>{content(note)}</li>" for note in self.notes)
        return f'\n<ol class="report-table-notes">{items}</ol>'

    def _row(self, cells):
        first, *others = zip(self.columns, cells, strict=True)
        head = f'<th scope="row"{_value(first[1])}>{content(first[1])}</th>'
        return head + "".join(f"<td{_class(column)}{_value(cell)}>{content(cell)}</td>" for column, cell in others)


def make(name, records, columns, *, notes=()) -> Table | Markdown:
    """The table `name` of the records; without any, the sentence `tables.<name>.empty`.

    Its caption is the text `tables.<name>.caption`.
    """
    if not records:
        return say(f"tables.{name}.empty")
    cells = tuple(tuple(_cell(column.cell(record)) for column in columns) for record in records)
    return Table(t(f"tables.{name}.caption"), tuple(columns), cells, tuple(notes))


def _cell(made):
    return made if isinstance(made, Cell) else Cell(made)


def _class(column):
    return ' class="num"' if column.numeric else ""


def _value(cell):
    return f' data-v="{cell.value:.12g}"' if math.isfinite(cell.value) else ""


def content(cell):
    """A cell's words as HTML; a figure with an origin opens a card that says where it comes from."""
    shown = escape(cell.shown).replace("\n", "<br>")
    if cell.lang:
        shown = f'<span lang="{cell.lang}">{shown}</span>'
    shown = f'<a href="{escape(cell.href)}">{shown}</a>' if cell.href else shown
    shown = disclosure(shown, cell.origin) if cell.origin else shown
    return f'{shown}<span class="report-detail">{escape(cell.detail)}</span>' if cell.detail else shown


def disclosure(shown, origin):
    """A figure, already HTML, that opens its origin: native, so that it works without a script and by every key."""
    said = "".join(
        f"<dt>{escape(term)}</dt><dd{_lang(cell)}>{content(replace(cell, lang=''))}</dd>" for term, cell in origin
    )
    return f'<details class="report-origin"><summary>{shown}</summary><dl>{said}</dl></details>'


def _lang(cell):
    return f' lang="{cell.lang}"' if cell.lang else ""


def _plain(cell):
    return f"{cell.shown} — {cell.detail}" if cell.detail else cell.shown
