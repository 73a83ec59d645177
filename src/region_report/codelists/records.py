"""Strict reading of CSV and YAML into records that know their line, so that every fault can name it."""

import csv
import io
from dataclasses import dataclass, field

import yaml

from region_report.errors import Fault
from region_report.messages import Message
from region_report.paths import shown

# The C parser reads ten times faster; it is absent only where PyYAML was built without libyaml.
LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


@dataclass(frozen=True, slots=True)
class Record:
    """One row: its values by column as text, and where they stand.

    line counts from 1. lines holds the line of single values where it differs from the row's (YAML).
    """

    line: int
    values: dict
    lines: dict = field(default_factory=dict)

    def __getitem__(self, column):
        return self.values.get(column, "")

    def line_of(self, column):
        """The line on which the value of a column stands."""
        return self.lines.get(column, self.line)


def read_text(path):
    """The text of a UTF-8 file (with or without a byte order mark), and its faults."""
    name = shown(path)
    if not path.is_file():
        return "", [Fault(name, 0, "", Message("faults.file_missing"))]
    content = path.read_bytes()
    try:
        return content.decode("utf-8-sig"), []
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        found = f"0x{content[error.start]:02X}"
        return "", [Fault(name, line, "", Message("faults.not_utf8", found=found))]


def read_csv(path, headings, optional=()):
    """Records of a CSV file whose headings must be exactly `headings`, and the faults of its shape.

    optional: those of the headings that may be missing, or stand elsewhere; their values are then empty.
    Where a heading is wrong no record comes back: a cell under a wrong heading would give a fault a row.
    """
    text, faults = read_text(path)
    if faults:
        return [], faults
    name = shown(path)
    rows, faults = _rows(text, name)
    if not rows:
        return [], faults or [Fault(name, 1, "", Message("faults.file_empty", headings=tuple(headings)))]
    found = rows[0][1]
    faults += heading_faults(found, headings, name, optional)
    if faults:
        return [], faults
    records, nothing = [], dict.fromkeys(optional, "")
    for line, cells in rows[1:]:
        if len(cells) == len(found):
            records.append(Record(line, nothing | dict(zip(found, cells, strict=True))))
        else:
            faults.append(Fault(name, line, "", _width(cells, found)))
    return records, faults


def _rows(text, name):
    """(line, cells) of each row; a row may hold line breaks within quotes."""
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    rows, line = [], 1
    try:
        for cells in reader:
            rows.append((line, cells))
            line = reader.line_num + 1
    except csv.Error:
        return [], [Fault(name, line, "", Message("faults.quotation"))]
    return rows, []


def heading_faults(found, headings, name, optional=()):
    """Faults of the heading line: unknown, missing, doubled or disordered columns."""
    headings = tuple(headings)
    faults = [
        Fault(name, 1, heading, Message("faults.heading_unknown", near=near(heading, headings), headings=headings))
        for heading in found
        if heading not in headings
    ]
    missing = Message("faults.heading_missing", headings=headings)
    faults += [Fault(name, 1, heading, missing) for heading in headings if heading not in {*found, *optional}]
    fixed, doubled = [heading for heading in headings if heading not in optional], len(set(found)) < len(found)
    if not faults and (doubled or [heading for heading in found if heading not in optional] != fixed):
        faults.append(Fault(name, 1, "", Message("faults.heading_order", headings=headings)))
    return faults


def _width(cells, headings):
    if not cells:
        return Message("faults.line_empty")
    count = Message("faults.cells" if len(cells) > 1 else "faults.one_cell", count=len(cells))
    return Message("faults.cells_many" if len(cells) > len(headings) else "faults.cells_few",
                   cells=count, headings=len(headings))  # fmt: skip


def read_yaml(path):
    """The mapping of a YAML file as plain text values with their lines, and the faults of its shape."""
    text, faults = read_text(path)
    if faults:
        return None, faults
    try:
        node = yaml.compose(text, Loader=LOADER)
    except yaml.MarkedYAMLError as error:
        line = (error.problem_mark or error.context_mark).line + 1
        return None, [Fault(shown(path), line, "", Message("faults.yaml", problem=error.problem or error.context))]
    if not isinstance(node, yaml.MappingNode):
        return None, [Fault(shown(path), 1, "", Message("faults.yaml_entries"))]
    return node, []


def record_of(node, inner=()):
    """A YAML mapping as a record; entries named in `inner` are left out, nested ones become empty text."""
    values, lines = {}, {}
    for key, value in node.value:
        if key.value not in inner:
            values[key.value] = value.value if isinstance(value, yaml.ScalarNode) else ""
            lines[key.value] = value.start_mark.line + 1
    return Record(node.start_mark.line + 1, values, lines)


def near(word, allowed):
    """The message that asks for the allowed word which is near, empty where none is.

    >>> near("volunteer", ["volunteers", "cases"])
    Message(key='faults.near', values=(('word', 'volunteers'),))
    """
    # Only a fault needs difflib; loading sound data does not wait for its import.
    from difflib import get_close_matches

    found = get_close_matches(word, list(allowed), n=1)
    return Message("faults.near", word=found[0]) if found else ""
