"""Strict reading of CSV and YAML into records that know their line, so that every fault can name it."""

import csv
import io
from dataclasses import dataclass, field

import yaml

from region_report.errors import Fault
from region_report.paths import shown

HINT = "Check the indent, and put a value that holds a colon between quotation marks."
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
        return "", [Fault(name, 0, "", "the file is missing. Create it, with the headings of its schema.")]
    content = path.read_bytes()
    try:
        return content.decode("utf-8-sig"), []
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        found = f"byte 0x{content[error.start]:02X} is not UTF-8. Save the file as UTF-8."
        return "", [Fault(name, line, "", found)]


def read_csv(path, headings):
    """Records of a CSV file whose headings must be exactly `headings`, and the faults of its shape.

    Where a heading is wrong no record comes back: a cell under a wrong heading would give a fault a row.
    """
    text, faults = read_text(path)
    if faults:
        return [], faults
    name = shown(path)
    rows, faults = _rows(text, name)
    if not rows:
        return [], faults or [Fault(name, 1, "", f"the file is empty. The headings are: {', '.join(headings)}.")]
    faults += heading_faults(rows[0][1], headings, name)
    if faults:
        return [], faults
    records = []
    for line, cells in rows[1:]:
        if len(cells) == len(headings):
            records.append(Record(line, dict(zip(headings, cells, strict=True))))
        else:
            faults.append(Fault(name, line, "", _width(cells, headings)))
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
        fault = "a quotation mark is not closed, or text follows a closing one. Write one within a cell twice."
        return [], [Fault(name, line, "", fault)]
    return rows, []


def heading_faults(found, headings, name):
    """Faults of the heading line: unknown, missing, doubled or disordered columns."""
    allowed = f"The headings are: {', '.join(headings)}."
    faults = [
        Fault(name, 1, heading, f"is not a heading.{near(heading, headings)} {allowed}")
        for heading in found
        if heading not in headings
    ]
    faults += [
        Fault(name, 1, heading, f"the heading is missing. {allowed}") for heading in headings if heading not in found
    ]
    if not faults and found != list(headings):
        faults.append(Fault(name, 1, "", f"the headings are doubled or out of order. {allowed}"))
    return faults


def _width(cells, headings):
    if not cells:
        return "the line is empty. Delete it."
    found = f"{len(cells)} cell{'s' if len(cells) > 1 else ''} under {len(headings)} headings."
    if len(cells) > len(headings):
        return f"{found} Put a cell that holds a comma between quotation marks."
    return f"{found} Write an empty cell as nothing between two commas."


def read_yaml(path):
    """The mapping of a YAML file as plain text values with their lines, and the faults of its shape."""
    text, faults = read_text(path)
    if faults:
        return None, faults
    try:
        node = yaml.compose(text, Loader=LOADER)
    except yaml.MarkedYAMLError as error:
        line = (error.problem_mark or error.context_mark).line + 1
        return None, [Fault(shown(path), line, "", f"is not YAML: {error.problem or error.context}. {HINT}")]
    if not isinstance(node, yaml.MappingNode):
        return None, [Fault(shown(path), 1, "", "the file holds no entries such as `code: 330300`.")]
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
    """` Did you mean 'x'?`, or nothing where no allowed word is near.

    >>> near("volunteer", ["volunteers", "cases"])
    " Did you mean 'volunteers'?"
    """
    # Only a fault needs difflib; loading sound data does not wait for its import.
    from difflib import get_close_matches

    found = get_close_matches(word, list(allowed), n=1)
    return f" Did you mean '{found[0]}'?" if found else ""
