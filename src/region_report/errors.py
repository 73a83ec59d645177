"""Errors that speak to the person who can fix them."""

from collections import Counter, defaultdict
from dataclasses import dataclass

from region_report.messages import Message

# Of faults of one kind in one file so many are shown: who mends these sees what is wrong with the others.
SHOWN = 10


@dataclass(frozen=True, order=True)
class Fault:
    """One thing wrong with one place of one file.

    line counts from 1 (the heading of a CSV is line 1); 0 where the whole file is meant.
    column is the heading of a CSV, the entry of a YAML file, or a Message; empty where the whole line is meant.
    message says what was found, what is allowed, and what to do.
    """

    file: str
    line: int
    column: str | Message
    message: Message

    @property
    def code(self):
        """What kind of fault it is, the same in every language: `reference`, `number` ..."""
        return self.message.key.partition(".")[2]

    @property
    def found(self):
        """The value that stands there, None where none is meant."""
        return dict(self.message.values).get("found")

    def __str__(self):
        """The fault as one line, without its file."""
        line = Message("faults.line", line=self.line) if self.line else ""
        if not line and not self.column:
            return str(self.message)
        between = Message("faults.between") if line and self.column else ""
        return str(Message("faults.at", line=line, between=between, column=self.column, message=self.message))


class DataError(Exception):
    """Wrong data: all faults at once, grouped by file.

    >>> print(DataError([Fault("data/units.csv", 3, "maximum", Message("faults.number", found="4,5"))]))
    1 problem in data/units.csv
      line 3, maximum: '4,5' is not a number. Write it with digits and a point.
    """

    def __init__(self, faults):
        self.faults = sorted(faults)
        super().__init__(self.faults)

    def __str__(self):
        return describe(self.faults)


class UsageError(Exception):
    """A wrong call: an unknown region, chapter, language or parameter. Nothing was changed."""


class BuildError(Exception):
    """The report cannot be built on this machine; the text says what to do."""


def describe(faults, called="faults"):
    """The faults as text, one block a file, in the order given; of many of one kind in a file the first `SHOWN`.

    called: `warnings` for what is told in the same way and is none.
    """
    by_file = defaultdict(list)
    for fault in faults:
        by_file[fault.file].append(fault)
    return "\n".join(_block(file, found, called) for file, found in by_file.items())


def _block(file, found, called):
    heading = Message(f"{called}.in_file" if len(found) > 1 else f"{called}.one_in_file", count=len(found), file=file)
    lines, seen = [str(heading)], Counter()
    for fault in found:
        seen[fault.code] += 1
        if seen[fault.code] <= SHOWN:
            lines.append(f"  {fault}")
    more = ((code, count - SHOWN) for code, count in seen.items() if count > SHOWN)
    return "\n".join([*lines, *(f"  {Message('faults.more', count=count, code=code)}" for code, count in more)])
