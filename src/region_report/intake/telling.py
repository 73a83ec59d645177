"""What an import understood, in words and columns."""

from unicodedata import east_asian_width

from region_report import figures
from region_report.messages import Message, language
from region_report.paths import shown

BOUNDS = {"at_least": "≥", "more_than": ">", "at_most": "≤", "less_than": "<", "approximate": "≈"}
COLUMNS = ("cell", "printed", "indicator", "measure", "period", "value")
# Of each kind of line so many are shown.
MOST = 100


def told(plan):
    """The lines that tell what was understood, what was not, and what is left out; without what was written."""
    table = plan.table
    first, last = table.rows[0][0].address[1:], table.rows[-1][0].address[1:]
    place = Message("intake.told.place", headings=table.first + 1, first=first, last=last)
    lines = [Message("intake.told.read", said=table.sheet.said, place=place)]
    if plan.new:
        lines += ["", Message("intake.told.understood", count=len(plan.new)), *_table(plan)]
    if plan.unclear:
        lines += ["", Message("intake.told.unclear", count=len(plan.unclear))]
        lines += _first_of([Message("intake.told.one", where=where, why=why) for where, why in plan.unclear])
    if plan.doubtful:
        lines += ["", Message("intake.told.doubtful", count=len(plan.doubtful))]
        lines += _first_of([Message("intake.told.one", where=where, why=why) for where, why in plan.doubtful])
    if left := _left_out(plan):
        lines += ["", Message("intake.told.left"), *left]
    return [str(line) for line in lines]


def outcome(plan, *, written):
    """The last line: what was written, or what to do."""
    values = {"count": len(plan.new), "file": shown(plan.path)}
    if written:
        return Message("intake.told.written", **values)
    if plan.new:
        return Message("intake.told.refused", **values)
    if plan.unclear:
        return Message("intake.told.nothing_clear")
    return Message("intake.told.nothing_new", **values)


def _table(plan):
    """The new figures in columns that are as wide as their widest cell."""
    rows = [[str(Message(f"intake.told.{name}")) for name in COLUMNS]]
    rows += [_cells(item, plan.wanted.lists.by_id) for item in plan.new[:MOST]]
    widths = [max(_width(row[column]) for row in rows) for column in range(len(COLUMNS))]
    lines = ["  " + "  ".join(_padded(text, width) for text, width in zip(row, widths, strict=True)) for row in rows]
    more = [Message("intake.told.more", count=len(plan.new) - MOST)] if len(plan.new) > MOST else []
    return [*(line.rstrip() for line in lines), *more]


def _cells(item, by_id):
    indicator = by_id["indicators"][item.values["indicator"]]
    unit = by_id["units"].get(indicator["unit"], {})
    figure, lang = item.figure, language()
    word = (
        unit.get("name_zh", "") if lang == "zh" else unit.get("name_en" if figure.value == 1 else "name_en_plural", "")
    )
    word = "%" if indicator["unit"] == "percent" else word
    value = BOUNDS.get(figure.bound, "") + figures.write(figure.value, lang=lang, unit_word=word)
    # A data folder may speak one language, and messages the other.
    called = indicator[f"name_{lang}"] or indicator["name_zh"] or indicator["name_en"]
    name = f"{item.values['indicator']} {called}"
    return [item.cell, item.values["printed"], name, item.values["measure"], item.values["period"], value]


def _first_of(lines):
    """The first of many lines, and how many more there are."""
    more = len(lines) - MOST
    return lines[:MOST] + ([Message("intake.told.more", count=more)] if more > 0 else [])


def _left_out(plan):
    return [line for lines in _kinds_left_out(plan) for line in _first_of(lines)]


def _kinds_left_out(plan):
    names = ("indicator", "measure", "period")
    yield [
        Message("intake.told.known", cell=item.cell, line=line, **{name: item.values[name] for name in names})
        for item, line in plan.known
    ]
    yield [Message("intake.told.repeated", cell=item.cell, other=other.cell) for item, other in plan.repeated]
    yield [Message("intake.told.elsewhere", row=row, region=region) for row, region in plan.reading.elsewhere]
    yield [Message("intake.told.remark", cell=cell.address, text=cell.text) for cell in plan.reading.remarks]
    yield [Message("intake.told.worded", found=words) for words in plan.reading.worded]
    if gaps := plan.reading.gaps:
        yield [Message("intake.told.gaps" if gaps > 1 else "intake.told.one_gap", count=gaps)]
    yield [
        Message("intake.told.section", row=row[0].address[1:], text=next(cell.text for cell in row if cell.text))
        for row in plan.table.sections
    ]
    yield [Message("intake.told.note", row=address[1:], text=text) for address, text in plan.table.notes]


def _width(text):
    """Places that a text takes where a Chinese character takes two."""
    return sum(2 if east_asian_width(character) in "WF" else 1 for character in text)


def _padded(text, width):
    return text + " " * (width - _width(text))
