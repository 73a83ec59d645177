"""From records of `observations.csv` to figures: the rules that a schema cannot say."""

from collections import defaultdict
from dataclasses import replace

from region_report import figures
from region_report.codelists.records import near
from region_report.codelists.schema import check_records
from region_report.errors import Fault
from region_report.observations.frame import Row
from region_report.paths import shown

DASHES = ("", "—", "——", "–", "-", "－")


def read(records, region, lists, file):
    """Rows of one region's observations with their figures, and every fault found on the way.

    region: None where its own file is wrong; then its sources are not checked.
    """
    known = {name: (lists.by_id[name], lists.where(name)) for name in ("indicators", "statuses") if lists.by_id[name]}
    faults = check_records("observations", records, file, known)
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
        said = f"'{record['nature']}' stands with measure '{record['measure']}'; only a target has a nature."
        return "nature", f"{said} Empty it."
    return None


def place_fault(record, region):
    """Whether the source is one of the region's and the place fits it, as (column, message) or None."""
    source = region.sources.get(record["source"])
    if source is None:
        where, ids = shown(region.folder / "region.yml"), list(region.sources)
        said = f"'{record['source']}' is not a source in {where}.{near(record['source'], ids)}"
        return ("source", f"{said} Sources: {', '.join(ids)}.") if record["source"] else None
    start, dash, end = record["place"].partition("-")
    if not dash or not (start + end).isdecimal():
        return None
    if not source.document_sha256:
        said = f"'{record['place']}' is a character span, but the source '{source.id}' has no document_sha256."
        return "place", f"{said} Add it to region.yml, or say the place in words such as page 3."
    if int(start) >= int(end):
        return "place", f"'{record['place']}' ends before it starts. Write start-end, the end exclusive."
    return None


def _status_fault(record, indicator, status, lists):
    """Whether `printed` holds what the status says: a figure, words, or nothing."""
    printed, name = record["printed"], record["status"]
    if not status["printed"]:
        allowed = ", ".join(_statuses(lists, "figure", "words", "nothing"))
        return "status", f"'{name}' is for metrics only. Allowed: {allowed}."
    if indicator["kind"] == "words" and status["printed"] == "figure":
        allowed = ", ".join(_statuses(lists, "words", "nothing"))
        return "status", f"'{record['indicator']}' is a statement in words. Give the row one of: {allowed}."
    if status["printed"] == "nothing" and printed not in DASHES:
        said = f"'{printed}' stands with the status '{name}', which means that no value is printed."
        return "printed", f"{said} Remove one of the two."
    if status["printed"] != "nothing" and not printed:
        allowed = ", ".join(_statuses(lists, "nothing"))
        return "printed", f"is empty. Fill it in, or give the row a status: {allowed}."
    return None


def _statuses(lists, *printed):
    return [id_ for id_, status in lists.by_id["statuses"].items() if status["printed"] in printed]


def _figure(record, indicator, lists):
    """The figure of a record, its interval cut to the indicator's range, and faults of its unit and size."""
    printed = record["printed"]
    try:
        commitment = record["measure"] == "target"
        figure = figures.parse(printed + _column_unit(printed, indicator, lists), commitment=commitment)
    except figures.FigureError as error:
        return None, [("printed", str(error))]
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
        return f"'{printed}' counts {figure.unit}, but '{name}' counts {', '.join(words)}."
    if figure.per and kind != "per_unit":
        return f"'{printed}' is so many for each {figure.per}, but '{name}' is of the kind '{kind}'."
    return ""


def _range_fault(printed, figure, record, indicator):
    for limit, side, beyond in (("minimum", "below", -1), ("maximum", "above", 1)):
        bound = indicator[limit]
        if bound and (figure.value - float(bound)) * beyond > 0:
            return f"'{printed}' is {side} {bound}, the limit for '{record['indicator']}'."
    return ""


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
    faults = []
    for row in group:
        others = [other for other in group if other is not row and _apart(row.figure, other.figure)]
        marked = row.record["status"] == "conflicting"
        if others and not marked:
            other = others[0].record
            said = f"'{row.record['printed']}' disagrees with line {other.line}, '{other['printed']}'"
            said += " (same indicator, measure and period). Give both the status 'conflicting', or correct one."
            faults.append(Fault(file, row.record.line, "printed", said))
        if marked and not others:
            said = "'conflicting', but no figure of the same indicator, measure and period disagrees. Empty it."
            faults.append(Fault(file, row.record.line, "status", said))
    return faults


def _apart(one, other):
    return one.upper < other.lower or other.upper < one.lower
