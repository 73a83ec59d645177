"""Errors that speak to the person who can fix them."""

from collections import defaultdict
from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Fault:
    """One thing wrong with one place of one file.

    line counts from 1 (the heading of a CSV is line 1); 0 where the whole file is meant.
    message says what was found, what is allowed, and what to do.
    """

    file: str
    line: int
    column: str
    message: str

    def __str__(self):
        """The fault as one line, without its file."""
        where = ", ".join(part for part in (f"line {self.line}" if self.line else "", self.column) if part)
        return f"{where}: {self.message}" if where else self.message


class DataError(Exception):
    """Wrong data: all faults at once, grouped by file.

    >>> print(DataError([Fault("data/units.csv", 3, "id", "'人' has no name. Fill in name_zh.")]))
    1 problem in data/units.csv
      line 3, id: '人' has no name. Fill in name_zh.
    """

    def __init__(self, faults):
        self.faults = sorted(faults)
        super().__init__(describe(self.faults))


class UsageError(Exception):
    """A wrong call: an unknown region, chapter, language or parameter. Nothing was changed."""


class BuildError(Exception):
    """The report cannot be built on this machine; the text says what to do."""


def describe(faults):
    """The faults as text, one block a file, in the order of their lines."""
    by_file = defaultdict(list)
    for fault in faults:
        by_file[fault.file].append(fault)
    blocks = []
    for file, found in by_file.items():
        heading = f"{len(found)} problem{'s' if len(found) > 1 else ''} in {file}"
        blocks.append("\n".join([heading, *(f"  {fault}" for fault in found)]))
    return "\n".join(blocks)
