"""Strict reading of CSV and YAML into records that know their line, so that every fault can name it."""

import csv
import io
import re
from dataclasses import dataclass, field

import yaml

from region_report.codelists.decoding import read_text
from region_report.errors import Fault
from region_report.messages import Message
from region_report.paths import shown

# The C parser reads ten times faster; it is absent only where PyYAML was built without libyaml.
LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
# What parts the cells of a table that was not saved with commas.
SEPARATORS = {"\t": "tab", ";": "semicolon", "，": "comma", "|": "bar"}
# What libyaml says, and the key of the same in words of ours.
PROBLEMS = {
    "mapping values are not allowed in this context": "colon",
    "could not find expected ':'": "no_colon",
    "did not find expected key": "key",
    "found unexpected end of stream": "quotation",
    "found character that cannot start any token": "sign",
    "but found another document": "documents",
    "did not find expected node content": "bracket",
    "did not find expected ',' or ']'": "bracket",
    "did not find expected ',' or '}'": "bracket",
    "did not find expected '-' indicator": "hyphen",
    "block sequence entries are not allowed in this context": "hyphen",
    "found unknown escape character": "escape",
    "found undefined alias": "alias",
}
UNCLOSED = ("quotation", "bracket")


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
    """Faults of the heading line: cells parted by another sign, or unknown, missing, doubled or disordered columns."""
    headings = tuple(headings)
    if sign := _other_separator(found, set(headings) - set(optional)):
        return [Fault(name, 1, "", Message("faults.separator", sign=Message(f"faults.sign.{sign}")))]
    faults = [
        Fault(name, 1, heading, _heading_fault(place, heading, headings))
        for place, heading in enumerate(found, start=1)
        if heading not in headings
    ]
    missing = Message("faults.heading_missing", headings=headings)
    faults += [Fault(name, 1, heading, missing) for heading in headings if heading not in {*found, *optional}]
    doubled = dict.fromkeys(heading for heading in found if heading in headings and found.count(heading) > 1)
    faults += [Fault(name, 1, heading, Message("faults.heading_doubled", headings=headings)) for heading in doubled]
    fixed = [heading for heading in headings if heading not in optional]
    if not faults and [heading for heading in found if heading not in optional] != fixed:
        faults.append(Fault(name, 1, "", Message("faults.heading_order", headings=headings)))
    return faults


def _other_separator(found, headings):
    """The sign that parts the headings instead of commas, empty where none does."""
    line = ",".join(found)
    return next((key for sign, key in SEPARATORS.items() if headings <= set(line.split(sign))), "")


def _heading_fault(place, heading, headings):
    if not heading.strip():
        return Message("faults.heading_empty", place=place, headings=headings)
    return Message("faults.heading_unknown", near=near(heading, headings), headings=headings)


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
    except yaml.YAMLError as error:
        return None, [_yaml_fault(error, text, shown(path))]
    if not isinstance(node, yaml.MappingNode) or not all(isinstance(key, yaml.ScalarNode) for key, _ in node.value):
        return None, [Fault(shown(path), 1, "", Message("faults.yaml_entries"))]
    return node, []


def _yaml_fault(error, text, name):
    if not isinstance(error, yaml.MarkedYAMLError):
        # A character that YAML does not allow; the error names its place in the text, not its line.
        line = text.count("\n", 0, getattr(error, "position", 0)) + 1
        return Fault(name, line, "", Message("faults.yaml_character"))
    found = error.problem or error.context
    key = PROBLEMS.get(found, "")
    # What is not closed is sought where it was opened, not at the end of the file.
    marks = error.context_mark, error.problem_mark
    line = next(mark for mark in (marks if key in UNCLOSED else marks[::-1]) if mark).line + 1
    if re.match(" *\t", text.splitlines()[line - 1] if line <= len(text.splitlines()) else ""):
        return Fault(name, line, "", Message("faults.yaml_tab"))
    problem = Message(f"faults.problem.{key}") if key else found
    return Fault(name, line, "", Message("faults.yaml", problem=problem))


def record_of(node, inner=()):
    """A YAML mapping as a record; entries named in `inner` are left out, nested ones become empty text."""
    values, lines = {}, {}
    for key, value in node.value:
        if key.value not in inner:
            values[key.value] = value.value if isinstance(value, yaml.ScalarNode) else ""
            lines[key.value] = value.start_mark.line + 1
    return Record(node.start_mark.line + 1, values, lines)


def odd_entries(node, file, inner=()):
    """Faults of entries that a YAML mapping holds twice, of which YAML would keep the last, or that hold no value.

    inner: entries that hold others.
    """
    first, faults = {}, []
    for key, value in node.value:
        line = key.start_mark.line + 1
        if key.value in first:
            faults.append(Fault(file, line, key.value, Message("faults.entry_doubled", line=first[key.value])))
        if not isinstance(value, yaml.ScalarNode) and key.value not in inner:
            faults.append(Fault(file, line, key.value, Message("faults.entry_nested")))
        first.setdefault(key.value, line)
    return faults


def near(word, allowed):
    """The message that asks for the allowed word which is near, empty where none is.

    allowed: words, or id -> entry, of which the names and aliases are asked as well.

    >>> near("volunteer", ["volunteers", "cases"])
    Message(key='faults.near', values=(('word', 'volunteers'),))
    >>> near("志愿者人数", {"volunteers": {"name_zh": "志愿者", "aliases": "志愿者人数|志愿者数"}}).values
    (('word', 'volunteers'),)
    """
    # Only a fault needs difflib; loading sound data does not wait for its import.
    from difflib import get_close_matches

    ids = {name: id_ for id_ in allowed for name in (id_, *_names(allowed, id_))}
    found = get_close_matches(word, list(ids), n=1)
    return Message("faults.near", word=ids[found[0]]) if found else ""


def _names(allowed, id_):
    entry = allowed[id_] if isinstance(allowed, dict) else None
    if not isinstance(entry, dict):
        return []
    return [entry.get("name_zh", ""), entry.get("name_en", ""), *entry.get("aliases", "").split("|")]
