"""The rows of a table as CSV and as JSON: each is written once, however many files it stands in."""

import codecs
import csv
import json
from dataclasses import dataclass
from functools import cached_property
from types import SimpleNamespace

from region_report.data_package.tables import Table

# Excel takes a CSV without this mark for one in the machine's own encoding, and Chinese for noise.
MARK = codecs.BOM_UTF8
_ENCODE = json.JSONEncoder(ensure_ascii=False).encode


@dataclass(frozen=True)
class Lines:
    """Rows of a table by their places in it; by default all of them.

    Those that are cut from it share what it has written.
    """

    table: Table
    places: object = None
    of: object = None

    def cut(self, places):
        """These rows alone."""
        return Lines(self.table, places, self)

    def by(self, column):
        """The rows of each value of a column: value -> Lines, in the order of the rows."""
        found = {}
        for place, value in enumerate(self.table.column(column)):
            found.setdefault(value, []).append(place)
        return {value: self.cut(places) for value, places in found.items()}

    @property
    def rows(self):
        """The same rows as a Table."""
        return self.table if self.places is None else self.table.of(self.table.rows[place] for place in self.places)

    def csv(self):
        """The content of a CSV file with a byte order mark; nothing is an empty cell."""
        return MARK + b"".join(_csv([self.table.columns]) + self._chosen("_csv"))

    def json(self):
        """A list in JSON, a row a line."""
        return b"[\n" + b",\n".join(lines) + b"\n]" if (lines := self._chosen("_json")) else b"[]"

    def record(self):
        """The one row there is, in JSON."""
        (line,) = self._chosen("_json")
        return line

    def _chosen(self, kind):
        lines = getattr(self.of or self, kind)
        return lines if self.places is None else [lines[place] for place in self.places]

    @cached_property
    def _csv(self):
        return _csv(self.table.rows)

    @cached_property
    def _json(self):
        columns = self.table.columns
        return [_ENCODE(dict(zip(columns, row, strict=True))).encode() for row in self.table.rows]


def mapping(entries):
    """An object in JSON: name -> what is JSON already, a name a line or a list's rows below it."""
    return b"{\n" + b",\n".join(b"%s: %s" % (_ENCODE(name).encode(), each) for name, each in entries.items()) + b"\n}"


def _csv(rows):
    lines = []
    csv.writer(SimpleNamespace(write=lines.append), lineterminator="\n").writerows(rows)
    return [line.encode() for line in lines]
