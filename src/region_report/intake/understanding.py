"""What a table says, cell by cell: rows for `observations.csv`, and what is unclear, with the reason."""

import re
import unicodedata
from dataclasses import dataclass, field
from datetime import date

from region_report import observations
from region_report.codelists.records import Record
from region_report.codelists.schema import headings
from region_report.intake import names
from region_report.intake.periods import period
from region_report.intake.sheets import wrong
from region_report.intake.vocabulary import IN_WAN
from region_report.messages import Message

GAPS = re.compile(r"[-‐-―−－…·.]+|/|n\.?/?a\.?|无|暂无|无数据|空|nil|none", re.I)
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


@dataclass
class Reading:
    """What was made of a table. unclear: (where, Message) of what was not; gaps: cells without a figure.

    elsewhere: (row, region) of rows of other regions; merged: first cells of those that are merged among the figures;
    worded: headings of columns that hold words only.
    """

    items: list = field(default_factory=list)
    unclear: list = field(default_factory=list)
    gaps: int = 0
    elsewhere: list = field(default_factory=list)
    merged: set = field(default_factory=set)
    worded: list = field(default_factory=list)


@dataclass(frozen=True)
class Wanted:
    """What the person says of the whole sheet: measure and unit are those of figures of which the sheet says none."""

    region: object
    source: str
    lists: object
    measure: str = ""
    place: str = ""
    unit: str = ""


def understand(table, wanted, vocabulary):
    """The figures of a table. Nothing is guessed: what could be two things is unclear."""
    reading = Reading()
    values = _value_columns(table, reading)
    if other := _titled_after(table, wanted.region):
        reading.unclear.append((Message("intake.told.title"), Message("intake.unclear.other_region", found=other)))
    reading.merged = {row[column.index].merged for row in table.rows for column in values} - {""}
    for row in table.rows:
        _read_row(row, values, table, wanted, vocabulary, reading)
    if not reading.items and not reading.unclear:
        raise wrong("no_figures", sheet=table.sheet.name)
    return reading


def _titled_after(table, region):
    """Another division that the titles name while they do not name the region; those above it may be named."""
    title = " ".join(table.titles)
    own = {region.name_zh, names.short(region.name_zh), region.name_en}
    if any(name in title for name in own):
        return ""
    above = {region.code, *(each.code for each in region.parents)}
    others = [each for each in names.listed().values() if each.code not in above and each.level != "pseudo"]
    return next((each.name_zh for each in others if len(each.name_zh) > 2 and each.name_zh in title), "")


def _value_columns(table, reading):
    """The columns of figures; a column of figures whose heading is unknown is unclear as a whole."""
    keys = {column.index for column in table.keys.values()}
    found = []
    for column in table.columns:
        filled = [row[column.index] for row in table.rows if _is_figure(row[column.index])]
        in_words = not any(cell.wrong or re.search(r"\d", cell.text) for cell in filled)
        if column.index in keys or column.heading.role == "other":
            continue
        if column.clear and column.heading:
            found.append(column)
        elif filled and in_words and column.words:
            reading.worded.append(column.words)
        elif not filled or (column.index >= table.headings and table.sheet.widths):
            # Nothing there, or cells of rows that are told as too wide.
            continue
        elif not column.words:
            reading.unclear.append((filled[0].address, Message("intake.unclear.no_heading")))
        else:
            place = Message("intake.unclear.column", column=re.sub(r"\d", "", filled[0].address))
            reading.unclear.append((place, Message("intake.unclear.heading", found=column.words)))
    return found


def _is_figure(cell):
    return bool(cell.wrong or (cell.text and not cell.merged and not GAPS.fullmatch(cell.text)))


def _read_row(row, columns, table, wanted, vocabulary, reading):
    number = re.sub(r"\D", "", row[0].address)
    where = Message("intake.unclear.row", row=number)
    width = table.sheet.widths[int(number) - 1] if table.sheet.widths else 0
    if width > table.headings:
        reading.unclear.append((where, Message("intake.unclear.width", cells=width, headings=table.headings)))
        return
    if elsewhere := _of_another_region(row, table, wanted.region):
        reading.elsewhere.append((number, elsewhere))
        return
    merged = [row[column.index] for column in columns if _first(row[column.index]) in reading.merged]
    reading.unclear += [
        (cell.address, Message("intake.unclear.merged", first=_first(cell), found=cell.text)) for cell in merged
    ]
    filled = [column for column in columns if _is_figure(cell := row[column.index]) and cell not in merged]
    reading.gaps += len(columns) - len(filled) - len(merged)
    if not filled:
        return
    said, fault = _of_row(row, table, vocabulary)
    if fault:
        reading.unclear.append((where, fault))
        return
    for column in filled:
        _read_cell(row[column.index], column, said, table, wanted, vocabulary, reading)


def _first(cell):
    return cell.merged or cell.address


def _of_another_region(row, table, region):
    """The region that a row names, where it is not the one asked for."""
    own = {region.name_zh, region.name_en, region.slug, region.code, names.short(region.name_zh)}
    for role in ("region", "code"):
        if column := table.keys.get(role):
            said = row[column.index].text
            if said.lower() not in {name.lower() for name in own}:
                return said or "—"
    return ""


def _of_row(row, table, vocabulary):
    """What the cells of a row say of all its figures, and what is wrong with them (a Message, or None)."""
    texts = {role: row[column.index].text for role, column in table.keys.items()}
    said = {"ids": (), "period": "", "measure": "", "unit": "", "nature": "", "source": texts.get("source", "")}
    if "indicator" in texts:
        heading = vocabulary.heading(texts["indicator"])
        said |= {"ids": heading.ids, "measure": heading.measure, "unit": heading.unit, "period": heading.period}
        if not heading.ids:
            return said, _no_indicator(texts["indicator"], vocabulary)
    if "period" in texts:
        said["period"] = period(texts["period"])
        if not said["period"]:
            return said, Message("intake.unclear.period", found=texts["period"])
    if texts.get("measure"):
        said["measure"] = vocabulary.measure(texts["measure"])
        if not said["measure"]:
            return said, Message("intake.unclear.measure", found=texts["measure"])
    said["nature"] = vocabulary.nature(texts.get("nature", ""))
    if texts.get("unit") and not GAPS.fullmatch(texts["unit"]):
        unit = vocabulary.unit(texts["unit"])
        if not unit:
            return said, Message("intake.unclear.unit_unknown", found=texts["unit"])
        if _one(said["unit"], unit) is None:
            return said, Message("intake.unclear.twice", what=Message("intake.told.unit"))
        said["unit"] = unit
    return said, None


def _no_indicator(text, vocabulary):
    if not text:
        return Message("intake.unclear.indicator_blank")
    near = tuple(Message("intake.unclear.named", name=name, id=id_) for name, id_ in vocabulary.near(text))
    said = Message("intake.unclear.near", named=near) if near else ""
    return Message("intake.unclear.indicator", found=text, near=said)


def _read_cell(cell, column, row, table, wanted, vocabulary, reading):
    """One figure into the items, or into what is unclear."""
    item, fault = _item(cell, column.heading, row, table, wanted, vocabulary)
    if fault:
        reading.unclear.append((cell.address, fault))
    else:
        reading.items.append(item)


def _item(cell, heading, row, table, wanted, vocabulary):
    """The item of a cell, or what is wrong (a Message)."""
    if cell.wrong:
        return None, cell.wrong
    both = {name: _one(getattr(heading, name), row[name]) for name in ("ids", "period", "measure", "unit")}
    for name, value in both.items():
        if value is None:
            return None, Message("intake.unclear.twice", what=Message(f"intake.told.{name}"))
    ids, when, measure, unit = both.values()
    when = when or table.period
    if len(ids) != 1:
        return None, Message("intake.unclear.several", allowed=ids) if ids else Message("intake.unclear.of_what")
    if not when:
        return None, Message("intake.unclear.no_period")
    measure = measure or wanted.measure
    if not measure and (table.planned or int(when.split("/")[-1][:4]) > date.today().year):
        return None, Message("intake.unclear.planned", period=when)
    indicator = wanted.lists.by_id["indicators"][ids[0]]
    if indicator["kind"] == "words":
        return None, Message("intake.unclear.words", indicator=ids[0])
    printed, fault = _printed(cell.text, unit or _unit(table, wanted, indicator, vocabulary), indicator, vocabulary)
    if fault:
        return None, fault
    source, fault = _source(row["source"], wanted)
    values = {"indicator": ids[0], "measure": measure or "actual", "period": when, "printed": printed,
              "source": source, "place": wanted.place or f"{table.sheet.label}!{cell.address}"}  # fmt: skip
    if measure == "target":
        values["nature"] = row["nature"]
    return (None, fault) if fault else _checked(cell.address, values, wanted)


def _one(one, other):
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
    if unit and not (vocabulary.fits(unit, indicator) or (unit == "‰" and indicator["unit"] == "percent")):
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
    """The id of the source of a row: that of its cell, else the one asked for."""
    if not said:
        return wanted.source, None
    found = [id_ for id_, each in wanted.region.sources.items() if said in (id_, each.title_zh, each.title_en)]
    return (
        (found[0], None)
        if found
        else ("", Message("intake.unclear.source", found=said, allowed=tuple(wanted.region.sources)))
    )


def _checked(address, values, wanted):
    """The item, as `observations` reads it, or its first fault."""
    record = Record(0, {name: values.get(name, "") for name in headings("observations")})
    (row,), faults = observations.read([record], wanted.region, wanted.lists, "")
    if faults:
        return None, faults[0].message
    if row.figure.full:
        record.values["status"] = "derived_from_words"
    return Item(address, record.values, row.figure), None
