"""A figure of a sheet as a row of `observations.csv`: of what, when, in which unit, from which source."""

import re
import unicodedata
from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import date

from region_report import observations
from region_report.codelists.records import Record
from region_report.codelists.schema import headings
from region_report.intake.vocabulary import IN_WAN
from region_report.messages import Message

PLAIN = re.compile(r"[-+]?\d[\d,. ]*")


@dataclass(frozen=True)
class Item:
    """A cell that was understood. values: the row of `observations.csv`; figure: what is read from it."""

    cell: str
    values: dict
    figure: object

    @property
    def identity(self):
        """What makes it the same figure in a sheet that was sorted anew: all of the key but the place."""
        return tuple(self.values[name] for name in ("indicator", "measure", "period", "source"))


@dataclass(frozen=True)
class Wanted:
    """What the person says of the whole sheet: measure and unit are those of figures of which the sheet says none."""

    region: object
    source: str
    lists: object
    measure: str = ""
    place: str = ""
    unit: str = ""


def values_of(cell, heading, row, table, wanted, vocabulary):
    """The row of `observations.csv` that a cell makes, or what is wrong (a Message)."""
    if cell.wrong:
        return None, cell.wrong
    both = {name: agreed(getattr(heading, name), row[name]) for name in ("ids", "period", "measure", "unit")}
    for name, value in both.items():
        if value is None:
            return None, Message("intake.unclear.twice", what=Message(f"intake.told.{name}"))
    when, measure = both["period"] or table.period, both["measure"] or wanted.measure
    if fault := _of_what(both["ids"], wanted) or _of_when(when, measure, table):
        return None, fault
    indicator = wanted.lists.by_id["indicators"][both["ids"][0]]
    unit = both["unit"] or _unit(table, wanted, indicator, vocabulary)
    printed, fault = _printed(cell.text, unit, indicator, vocabulary)
    source, other = _source(row["source"], wanted)
    values = {
        "indicator": indicator["id"],
        "measure": measure or "actual",
        "period": when,
        "printed": printed,
        "source": source,
        "place": wanted.place or f"{table.sheet.label}!{cell.address}",
        "nature": row["nature"] if measure == "target" else "",
    }
    return values, fault or other


def _of_what(ids, wanted):
    if len(ids) != 1:
        return Message("intake.unclear.several", allowed=ids) if ids else Message("intake.unclear.of_what")
    in_words = wanted.lists.by_id["indicators"][ids[0]]["kind"] == "words"
    return Message("intake.unclear.words", indicator=ids[0]) if in_words else None


def _of_when(when, measure, table):
    """What is wrong with the period: none, or one of which nobody says whether its figures are targets."""
    if not when:
        return Message("intake.unclear.no_period")
    planned = table.planned or int(when.split("/")[-1][:4]) > date.today().year
    return Message("intake.unclear.planned", period=when) if planned and not measure else None


def agreed(one, other):
    """What heading and row say together; None where they say different things."""
    return None if one and other and one != other else one or other


def _unit(table, wanted, indicator, vocabulary):
    """The unit that titles or the person give, empty for none; a Message where titles give several that fit."""
    if table.units:
        known = {said: vocabulary.unit(said) for said in table.units}
        fitting = {unit for unit in known.values() if unit and vocabulary.fits(unit, indicator)}
        if len(fitting) > 1:
            return Message("intake.unclear.units", found=tuple(table.units))
        return fitting.pop() if fitting else ", ".join(table.units)
    return wanted.unit if vocabulary.fits(wanted.unit, indicator) else ""


def _printed(text, unit, indicator, vocabulary):
    """The figure with the unit that the sheet gives it elsewhere, or what is wrong."""
    plain = unicodedata.normalize("NFKC", text)
    if not PLAIN.fullmatch(plain):
        return text, None
    if isinstance(unit, Message):
        return "", unit
    if not vocabulary.fits(unit, indicator):
        return "", Message(
            "intake.unclear.unit", found=unit, indicator=indicator["id"], allowed=vocabulary.allowed(indicator)
        )
    if indicator["unit"] == "percent":
        share = not unit and re.fullmatch(r"0?\.\d+|1(\.0+)?", plain)
        return (text + ("‰" if unit == "‰" else ""), Message("intake.unclear.share", found=text) if share else None)
    if unit or indicator["kind"] == "area":
        return text + unit, None
    if "." in plain or indicator["unit"] in IN_WAN:
        return "", Message("intake.unclear.no_unit", found=text, indicator=indicator["id"])
    return text, None


def _source(said, wanted):
    """The id of the source of a row: that of its cell, else the one asked for.

    A cell gives the id, the title or the publisher of one source.
    """
    if not said:
        return wanted.source, None
    sources = wanted.region.sources.items()
    found = [id_ for id_, each in sources if said in (id_, each.title_zh, each.title_en)] or [
        id_ for id_, each in sources if said in (each.publisher_zh, each.publisher_en)
    ]
    if len(found) != 1:
        return "", Message("intake.unclear.source", found=said, allowed=tuple(wanted.region.sources))
    return found[0], None


def check(candidates, wanted):
    """Items of rows, as `observations` reads them, and what is unclear: (cell, the first fault of its row).

    Cells that say the same or contradict each other are for `filing`: here each figure is read beside others only.
    """
    seen, batches, items, unclear = Counter(), defaultdict(list), [], []
    for address, values in candidates:
        same = values["indicator"], values["measure"], values["period"]
        batches[seen[same]].append((address, values))
        seen[same] += 1
    for batch in batches.values():
        filled = [{name: values.get(name, "") for name in headings("observations")} for _, values in batch]
        records = [Record(line, values) for line, values in enumerate(filled)]
        rows, faults = observations.read(records, wanted.region, wanted.lists, "")
        first = {fault.line: fault.message for fault in sorted(faults, reverse=True)}
        for (address, _), row in zip(batch, rows, strict=True):
            if row.record.line in first:
                unclear.append((address, first[row.record.line]))
            else:
                items.append(_item(address, row))
    return items, unclear


def _item(address, row):
    if row.figure.full:
        row.record.values["status"] = "derived_from_words"
    return Item(address, row.record.values, row.figure)
