"""From records of `observations.csv` to figures: the rules that a schema cannot say."""

from collections import defaultdict
from dataclasses import replace

from region_report import figures
from region_report.codelists.records import near
from region_report.codelists.schema import check_records
from region_report.codelists.spoken import optional
from region_report.errors import Fault
from region_report.messages import Message
from region_report.observations.frame import Row
from region_report.paths import shown

DASHES = ("", "—", "——", "–", "-", "－")


def read(records, region, lists, file):
    """Rows of one region's observations with their figures, and every fault found on the way.

    region: None where its own file is wrong; then its sources are not checked.
    """
    known = {name: (lists.by_id[name], lists.where(name)) for name in ("indicators", "statuses") if lists.by_id[name]}
    faults = check_records("observations", records, file, known, optional("observations", lists.languages))
    rows = []
    for record in records:
        figure, found = _read_record(record, region, lists)
        faults += [Fault(file, record.line, column, message) for column, message in found]
        rows.append(Row(record, region, figure))
    faults += _conflicts(rows, file)
    return rows, faults


def _read_record(record, region, lists):
    """The figure of a record (None where it has no value), and its faults as (column, message)."""
    indicator = lists.by_id["indicators"].get(record["indicator"])
    status = lists.by_id["statuses"].get(record["status"]) if record["status"] else {"printed": "figure"}
    if indicator is None or status is None:
        # The schema has said so already.
        return None, []
    faults = [fault for fault in (_nature_fault(record), region and place_fault(record, region)) if fault]
    if found := _status_fault(record, indicator, status, lists):
        return None, [*faults, found]
    if status["printed"] != "figure":
        return None, faults
    figure, found = _figure(record, indicator, lists)
    return figure, faults + found


def _nature_fault(record):
    if record["nature"] and record["measure"] != "target":
        return "nature", Message("faults.nature", found=record["nature"], measure=record["measure"])
    return None


def place_fault(record, region):
    """Whether the source is one of the region's and the place fits it, as (column, message) or None."""
    source = region.sources.get(record["source"])
    if source is None:
        where, ids, found = shown(region.folder / "region.yml"), tuple(region.sources), record["source"]
        said = Message("faults.source", found=found, where=where, near=near(found, ids), allowed=ids)
        return ("source", said) if found else None
    start, dash, end = record["place"].partition("-")
    if not dash or not (start + end).isdecimal():
        return None
    if not source.document_sha256:
        return "place", Message("faults.place_no_document", found=record["place"], source=source.id)
    if int(start) >= int(end):
        return "place", Message("faults.place_reversed", found=record["place"])
    return None


def _status_fault(record, indicator, status, lists):
    """Whether `printed` holds what the status says: a figure, words, or nothing."""
    printed, name = record["printed"], record["status"]
    if not status["printed"]:
        allowed = _statuses(lists, "figure", "words", "nothing")
        return "status", Message("faults.status_of_metrics", found=name, allowed=allowed)
    if indicator["kind"] == "words" and status["printed"] == "figure":
        allowed = _statuses(lists, "words", "nothing")
        return "status", Message("faults.status_of_words", indicator=record["indicator"], allowed=allowed)
    if status["printed"] == "nothing" and printed not in DASHES:
        return "printed", Message("faults.printed_beside", found=printed, status=name)
    if status["printed"] != "nothing" and not printed:
        return "printed", Message("faults.printed_empty", allowed=_statuses(lists, "nothing"))
    return None


def _statuses(lists, *printed):
    return tuple(id_ for id_, status in lists.by_id["statuses"].items() if status["printed"] in printed)


def _figure(record, indicator, lists):
    """The figure of a record, its interval cut to the indicator's range, and faults of its unit and size."""
    printed = record["printed"]
    try:
        commitment = record["measure"] == "target"
        figure = figures.parse(printed + _column_unit(printed, indicator, lists), commitment=commitment)
    except figures.FigureError as error:
        return None, [("printed", error.message)]
    fault = _unit_fault(printed, figure, record, indicator, lists) or _range_fault(printed, figure, record, indicator)
    return (None, [("printed", fault)]) if fault else (_within(figure, indicator), [])


def _column_unit(printed, indicator, lists):
    """The unit a table gives in the heading of its column: digits alone of a percentage or an area are one."""
    if not printed[-1:].isdigit() or not (indicator["unit"] == "percent" or indicator["kind"] == "area"):
        return ""
    if indicator["unit"] == "percent":
        return "%"
    return lists.by_id["units"].get(indicator["unit"], {"words": ""})["words"].split("|")[0]


def _unit_fault(printed, figure, record, indicator, lists):
    name, kind = record["indicator"], indicator["kind"]
    words = lists.by_id["units"].get(indicator["unit"], {"words": ""})["words"].split("|")
    if figure.unit and figure.unit not in words:
        return Message("faults.unit", found=printed, unit=figure.unit, indicator=name, allowed=tuple(words))
    if figure.per and kind != "per_unit":
        return Message("faults.per_unit", found=printed, per=figure.per, indicator=name, kind=kind)
    return None


def _range_fault(printed, figure, record, indicator):
    for limit, key, beyond in (("minimum", "faults.below", -1), ("maximum", "faults.above", 1)):
        bound = indicator[limit]
        if bound and (figure.value - float(bound)) * beyond > 0:
            return Message(key, found=printed, limit=bound, indicator=record["indicator"])
    return None


def _within(figure, indicator):
    """The figure with an interval within the indicator's range: a share of at least 55 % ends at 100."""
    least = float(indicator["minimum"] or "-inf")
    most = float(indicator["maximum"] or "inf")
    if least <= figure.lower and figure.upper <= most:
        return figure
    return replace(figure, lower=max(figure.lower, least), upper=min(figure.upper, most))


def _conflicts(rows, file):
    """Figures of one indicator, measure and period that cannot all be true and are not marked so."""
    groups = defaultdict(list)
    for row in rows:
        record = row.record
        if (
            row.figure is not None
            and record["period"]
            and record["status"] in ("", "derived_from_words", "conflicting")
        ):
            groups[record["indicator"], record["measure"], record["period"]].append(row)
    return [fault for group in groups.values() for fault in _conflicts_of(group, file)]


def _conflicts_of(group, file):
    """Faults of figures of the same time: each is held against the two that leave the others least room."""
    faults = []
    ends = min(group, key=lambda row: row.figure.upper), max(group, key=lambda row: row.figure.lower)
    for row in group:
        others = [other for other in ends if _apart(row.figure, other.figure)]
        marked = row.record["status"] == "conflicting"
        if others and not marked:
            other = min((each.record for each in others), key=lambda record: record.line)
            said = Message("faults.conflict", found=row.record["printed"], line=other.line, other=other["printed"])
            faults.append(Fault(file, row.record.line, "printed", said))
        if marked and not others:
            said = Message("faults.conflicting_alone", found="conflicting")
            faults.append(Fault(file, row.record.line, "status", said))
    return faults


def _apart(one, other):
    return one.upper < other.lower or other.upper < one.lower
