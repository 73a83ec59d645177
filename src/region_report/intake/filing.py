"""From a sheet to rows of a region's `observations.csv`: what is new, what is on file, what may be written."""

import csv
import io
import re
from collections import defaultdict
from dataclasses import dataclass, field

from region_report import codelists, observations
from region_report.codelists.records import Record, near, read_csv
from region_report.codelists.schema import headings, schema
from region_report.codelists.spoken import optional
from region_report.errors import DataError
from region_report.intake import sheets
from region_report.intake.cells import Wanted
from region_report.intake.layout import lay_out
from region_report.intake.understanding import understand
from region_report.intake.vocabulary import Vocabulary
from region_report.messages import Message
from region_report.observations.plausibility import doubts
from region_report.paths import shown, write_whole


@dataclass
class Plan:
    """What an import would do. new: the items to be written, in the order of the sheet; unclear: (where, Message).

    doubtful: (where, Message) of new items that are allowed and likely wrong;
    known: (item, line) of figures that are on file; repeated: (item, the item that says the same).
    """

    table: object
    reading: object
    wanted: object
    path: object
    new: list = field(default_factory=list)
    unclear: list = field(default_factory=list)
    doubtful: list = field(default_factory=list)
    known: list = field(default_factory=list)
    repeated: list = field(default_factory=list)


def plan(path, region, *, sheet="", source="", measure="", place="", unit="", data=None):
    """Read a sheet as figures of a region; nothing is written.

    region: slug or code. source: id of a source of the region; not needed where it has one. measure, place and unit: of
    figures of which the sheet itself says none; by default they are actual, and their place is the cell.
    Raises UsageError for a file or an option that does not fit, DataError where the region's own files have faults.
    """
    lists = codelists.load(data)
    found = codelists.region(region, data)
    vocabulary = Vocabulary(lists)
    wanted = Wanted(found, _source(source, found), lists, _measure(measure), _place(place), _unit(unit, vocabulary))
    table = lay_out(sheets.read(path, sheet), vocabulary)
    reading = understand(table, wanted, vocabulary)
    made = Plan(table, reading, wanted, found.folder / "observations.csv", unclear=list(reading.unclear))
    records, on_file = _on_file(made)
    _compare(made, _once(made), on_file)
    _hold_against_the_rules(made, records)
    made.unclear.sort(key=lambda each: _row_of(each[0]))
    return made


def in_doubt(made):
    """Whether somebody has to look before the new rows are written."""
    return bool(made.unclear or made.doubtful)


def write(made):
    """Add the new rows to the file, whose rows stay as they are, byte for byte; it is there whole or as before."""
    before = made.path.read_bytes()
    end = "\r\n" if b"\r\n" in before else "\n"
    file = io.StringIO()
    # The file's own headings: it may have no column of a further language.
    names = next(csv.reader(before.decode("utf-8-sig").splitlines()))
    rows = csv.writer(file, lineterminator=end)
    rows.writerows([item.values[name] for name in names] for item in made.new)
    joint = b"" if before.endswith(b"\n") else end.encode()
    write_whole(made.path, before + joint + file.getvalue().encode())


def _source(source, region):
    known = tuple(region.sources)
    if source and source not in known:
        raise sheets.wrong("source", found=source, region=region.slug, near=near(source, known), allowed=known)
    if not known:
        raise sheets.wrong("no_source", file=shown(region.folder / "region.yml"))
    if not source and len(known) > 1:
        raise sheets.wrong("which_source", region=region.slug, allowed=known)
    return source or known[0]


def _measure(measure):
    allowed = tuple(_field("measure")["constraints"]["enum"])
    if measure and measure not in allowed:
        raise sheets.wrong("measure", found=measure, near=near(measure, allowed), allowed=allowed)
    return measure


def _place(place):
    rules = _field("place")
    if place and not re.fullmatch(rules["constraints"]["pattern"], place):
        raise sheets.wrong("place", found=place, allowed_zh=rules["allowed_zh"], allowed_en=rules["allowed_en"])
    return place


def _field(name):
    return next(each for each in schema("observations")["fields"] if each["name"] == name)


def _unit(unit, vocabulary):
    if unit and not vocabulary.unit(unit):
        raise sheets.wrong("unit", found=unit)
    return vocabulary.unit(unit) if unit else ""


def _on_file(made):
    """The records of the file, and its rows by identity. Raises DataError where the file is not sound."""
    region, lists = made.wanted.region, made.wanted.lists
    records, faults = read_csv(made.path, headings("observations"), optional("observations", lists.languages))
    rows, found = observations.read(records, region, lists, shown(made.path))
    if faults or found:
        raise DataError([*faults, *found])
    on_file = defaultdict(list)
    for row in rows:
        values = row.record
        on_file[values["indicator"], values["measure"], values["period"], values["source"]].append(row)
    return records, on_file


def _once(made):
    """The items without those that another cell says as well; where two cells differ, both are unclear."""
    groups = defaultdict(list)
    for item in made.reading.items:
        groups[item.identity].append(item)
    kept = []
    for first, *others in groups.values():
        differing = [other for other in others if not _same(first.figure, other.figure)]
        made.repeated += [(other, first) for other in others if other not in differing]
        if not differing:
            kept.append(first)
        for item, other in [(first, differing[0]), *((other, first) for other in differing)] if differing else ():
            said = Message(
                "intake.unclear.two_cells", found=item.values["printed"], cell=other.cell, other=other.values["printed"]
            )
            made.unclear.append((item.cell, said))
    return kept


def _compare(made, items, on_file):
    """Items into new ones, those on file, and those of which the file says something else."""
    for item in items:
        rows = on_file.get(item.identity, [])
        same = [row for row in rows if row.figure is not None and _same(row.figure, item.figure)]
        if same:
            made.known.append((item, same[0].record.line))
        elif rows:
            other = rows[0].record
            said = {"found": item.values["printed"], "line": other.line, "other": other["printed"] or other["status"]}
            made.unclear.append((item.cell, Message("intake.unclear.on_file", **said)))
        else:
            made.new.append(item)


def _same(one, other):
    return (one.value, one.lower, one.upper, one.bound) == (other.value, other.lower, other.upper, other.bound)


def _hold_against_the_rules(made, records):
    """New items that the file could not hold beside its other rows become unclear, with the fault as the reason.

    What it can hold but `check` would warn of is doubtful. Lines are those which the rows would have.
    """
    region, lists, file = made.wanted.region, made.wanted.lists, shown(made.path)
    start = made.path.read_bytes().rstrip(b"\r\n").count(b"\n") + 2
    while True:
        added = [Record(start + number, item.values) for number, item in enumerate(made.new)]
        rows, faults = observations.read([*records, *added], region, lists, file)
        wrong = {fault.line - start: fault.message for fault in sorted(faults, reverse=True) if fault.line >= start}
        if not wrong:
            break
        made.unclear += [(made.new[number].cell, message) for number, message in wrong.items()]
        made.new = [item for number, item in enumerate(made.new) if number not in wrong]
    before = set(doubts(rows[: len(records)], region, lists))
    for doubt in sorted(set(doubts(rows, region, lists)) - before):
        new = doubt.line >= start
        where = made.new[doubt.line - start].cell if new else Message("faults.line", line=doubt.line)
        made.doubtful.append((where, doubt.message))


def _row_of(where):
    """Where something is unclear, as the sheet is read: columns first, then row by row."""
    if isinstance(where, Message):
        values = dict(where.values)
        return int(values.get("row", 0)), 0, values.get("column", "")
    letters = where.rstrip("0123456789")
    return int(where[len(letters) :]), len(letters), letters
