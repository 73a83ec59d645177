"""Observations for tests, written as a table that a reader can compute by hand."""

import unicodedata
from pathlib import Path

from region_report import codelists
from region_report.codelists.records import Record
from region_report.codelists.schema import headings
from region_report.errors import DataError
from region_report.observations import build, read

NUMERALS = "甲乙丙丁戊己庚辛壬癸"
DEFAULTS = {"region": "example", "measure": "actual", "source": "document"}


def observations(text, *, data=None):
    """A real observations frame of a table written with spaces, on the codelists of a data folder.

    text: a heading line, then one line a figure. Cells are parted by two or more spaces and may be empty
    where the others stand under their headings. Columns are those of `observations.csv` and `region` (a
    made-up slug); left out, region is `example`, measure `actual`, source `document` and place `row 1`,
    `row 2` ... A source named like a grade (`official`, `mirror`) has that grade, any other is a document.
    Raises DataError as loading would.

    >>> observations('''
    ...     indicator   period  printed
    ...     volunteers          4.7万名
    ... ''')[["region", "value", "lower", "upper"]].values.tolist()
    [['example', 47000.0, 46500.0, 47500.0]]
    """
    lists = codelists.load(data)
    records = [record for _, record in _records(text)]
    rows, faults = [], []
    for number, slug in enumerate(dict.fromkeys(record["region"] for record in records)):
        own = [Record(each.line, _without_region(each)) for each in records if each["region"] == slug]
        found, wrong = read(own, _region(slug, number, own, lists), lists, "the table of the test")
        rows += found
        faults += wrong
    if faults:
        raise DataError(faults)
    return build(rows, lists)


def table(text):
    """The cells of a table written with spaces: one mapping a line, headings to text."""
    return [cells for _, cells in _lines(text)]


def _records(text):
    for number, (line, cells) in enumerate(_lines(text), start=1):
        unknown = set(cells) - {"region", *headings("observations")}
        if unknown:
            raise ValueError(f"'{min(unknown)}' is not a column of observations.csv.")
        values = dict.fromkeys(headings("observations"), "") | DEFAULTS | {"place": f"row {number}"}
        yield number, Record(line, values | {column: cell for column, cell in cells.items() if cell})


def _lines(text):
    lines = [(number, line) for number, line in enumerate(text.splitlines(), start=1) if line.strip()]
    columns = _cells(lines[0][1])
    for number, line in lines[1:]:
        cells = _cells(line)
        placed = list(range(len(cells))) if len(cells) == len(columns) else [_column(cell, columns) for cell in cells]
        if len(set(placed)) < len(placed):
            raise ValueError(f"line {number}: two cells stand under one heading: {line.strip()!r}")
        by_column = {columns[place][0]: cell[0] for place, cell in zip(placed, cells, strict=True)}
        yield number, {heading: by_column.get(heading, "") for heading, *_ in columns}


def _cells(line):
    """(text, start in characters, start in columns of a terminal) of each cell; 汉字 are two columns wide."""
    cells, start = [], 0
    for part in line.replace("\t", "  ").split("  "):
        if part.strip():
            inner = start + len(part) - len(part.lstrip())
            cells.append((part.strip(), inner, _width(line[:inner])))
        start += len(part) + 2
    return cells


def _column(cell, columns):
    """The heading under which a cell stands, in characters or as a terminal shows it."""
    distances = [min(abs(cell[1] - chars), abs(cell[2] - wide)) for _, chars, wide in columns]
    return distances.index(min(distances))


def _width(text):
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in text)


def _without_region(record):
    return {column: record[column] for column in headings("observations")}


def _region(slug, number, records, lists):
    sources = {each["source"]: _source(each["source"], lists) for each in records}
    return codelists.Region(
        "000000", slug, f"示例{NUMERALS[number % 10]}", slug.title(), "county", (), sources, (), Path(slug)
    )


def _source(id_, lists):
    grade = id_ if id_ in lists.by_id["grades"] else "document"
    names = {
        "title_zh": f"{id_}的标题",
        "title_en": f"Title of {id_}",
        "publisher_zh": "发布者",
        "publisher_en": "Publisher",
    }
    return codelists.Source(
        id=id_,
        **names,
        date="",
        url="",
        grade=grade,
        licence_zh="不详",
        licence_en="none",
        document_sha256="0" * 64,
        checked_at_original=True,
    )
