"""What a table says, cell by cell: rows for `observations.csv`, and what is unclear, with the reason."""

import re
from dataclasses import dataclass, field

from region_report.intake import cells, names
from region_report.intake.periods import period
from region_report.intake.sheets import wrong
from region_report.messages import Message

GAPS = re.compile(r"[-‐-―−－…·.]+|/|n\.?/?a\.?|无|暂无|无数据|空|nil|none", re.I)


@dataclass
class Reading:
    """What was made of a table. unclear: (where, Message) of what was not; gaps: cells without a figure.

    candidates: (cell, values) of what the sheet says, before `observations` has read it.
    elsewhere: (row, region) of rows of other regions; merged: first cells of those that are merged among the figures;
    worded: headings of columns that hold words only; remarks: cells of a column of notes, in rows with figures.
    """

    items: list = field(default_factory=list)
    candidates: list = field(default_factory=list)
    unclear: list = field(default_factory=list)
    gaps: int = 0
    elsewhere: list = field(default_factory=list)
    merged: set = field(default_factory=set)
    worded: list = field(default_factory=list)
    remarks: list = field(default_factory=list)


def understand(table, wanted, vocabulary):
    """The figures of a table. Nothing is guessed: what could be two things is unclear."""
    if not table.rows:
        raise wrong("no_figures", sheet=table.sheet.name)
    reading = Reading()
    values = _value_columns(table, vocabulary, reading)
    if other := _titled_after(table, wanted.region):
        reading.unclear.append((Message("intake.told.title"), Message("intake.unclear.other_region", found=other)))
    if table.further:
        number = re.sub(r"\D", "", table.further.address)
        reading.unclear.append((Message("intake.unclear.row", row=number), Message("intake.unclear.further")))
    reading.merged = {row[column.index].merged for row in table.rows for column in values} - {""}
    for row in table.rows:
        _read_row(row, values, table, wanted, vocabulary, reading)
    reading.items, unclear = cells.check(reading.candidates, wanted)
    reading.unclear += unclear
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


def _value_columns(table, vocabulary, reading):
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
            reading.unclear.append(
                (place, Message("intake.unclear.heading", found=column.words, near=_near(column.words, vocabulary)))
            )
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
    reading.remarks += [row[column.index] for column in table.columns if _is_remark(column, row)]
    said, fault = _of_row(row, table, vocabulary)
    if fault:
        reading.unclear.append((where, fault))
        return
    for column in filled:
        cell = row[column.index]
        values, fault = cells.values_of(cell, column.heading, said, table, wanted, vocabulary)
        if fault:
            reading.unclear.append((cell.address, fault))
        else:
            reading.candidates.append((cell.address, values))


def _is_remark(column, row):
    cell = row[column.index]
    return column.heading.role == "other" and _is_figure(cell) and not re.fullmatch(r"[\d.]+", cell.text)


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
        if cells.agreed(said["unit"], unit) is None:
            return said, Message("intake.unclear.twice", what=Message("intake.told.unit"))
        said["unit"] = unit
    return said, None


def _no_indicator(text, vocabulary):
    if not text:
        return Message("intake.unclear.indicator_blank")
    return Message("intake.unclear.indicator", found=text, near=_near(text, vocabulary))


def _near(text, vocabulary):
    """Indicators that are called nearly so, as the end of a sentence; empty where there is none."""
    near = tuple(Message("intake.unclear.named", name=name, id=id_) for name, id_ in vocabulary.near(text))
    return Message("intake.unclear.near", named=near) if near else ""
