"""Where a sheet has its title, its headings, its figures and its notes."""

import re
from dataclasses import dataclass, field

from region_report.intake.periods import period, years
from region_report.intake.sheets import wrong
from region_report.intake.vocabulary import PLANNED, Heading, units_of_title

NOTE = re.compile(r"(?:附?注\d*|备注|说明|数据来源|资料来源|来源|notes?|sources?|remarks?)\s*[\d.]*\s*[:：.、]", re.I)
MARK = re.compile(r"[*①-⑳※]")
NUMBER = re.compile(r"[-+]?[\d０-９][\d０-９,，.．\s]*[%％]?")
# The day on which a table was made is no period of its figures.
MADE_ON = re.compile(r"制表|填表|填报|打印|导出|发布|更新|编制|印发|printed|exported|updated|published|prepared", re.I)
# A title may be long, and the words of a heading are few: the headings stand among the first rows.
MOST_TITLE_ROWS = 30


@dataclass(frozen=True)
class Column:
    """A column: its place among the cells, its headings as written, and what they say together.

    clear is False where one of its headings says nothing that is known.
    """

    index: int
    words: str
    heading: Heading
    clear: bool


@dataclass
class Table:
    """A sheet in its parts. titles: the texts above the headings; rows: those with figures; notes: the texts below.

    keys: role -> the column whose cells name the indicator, period, unit ... of their rows. sections: rows between
    the figures that hold only words. further: the first cell of the headings of one more table below, or None.
    """

    sheet: object
    columns: list
    first: int
    titles: list
    keys: dict = field(default_factory=dict)
    rows: list = field(default_factory=list)
    notes: list = field(default_factory=list)
    sections: list = field(default_factory=list)
    further: object = None

    @property
    def units(self):
        """The units that the titles name."""
        return [unit for title in self.titles for unit in units_of_title(title)]

    @property
    def period(self):
        """The year of the titles, where they name a single one."""
        found = sorted({year for title in self.titles if not MADE_ON.search(title) for year in years(title)})
        return found[0] if len(found) == 1 else ""

    @property
    def planned(self):
        """Whether it is a table of a plan, by its titles or by a column that says what binds."""
        return "nature" in self.keys or any(PLANNED.search(title) for title in self.titles)

    @property
    def headings(self):
        """The number of columns that have a heading, up to the last."""
        return max((column.index + 1 for column in self.columns if column.words), default=0)


def lay_out(sheet, vocabulary):
    """The parts of a sheet. Raises UsageError where no row of headings is found."""
    rows = sheet.rows
    known = [_known(row, vocabulary) for row in rows[:MOST_TITLE_ROWS]]
    first = next((n for least in (2, 1) for n, count in enumerate(known) if count >= least), None)
    if first is None:
        raise wrong("no_headings", sheet=sheet.name)
    body = first + 1
    while body < len(rows) and _continues(rows[body], rows[first:body], vocabulary):
        body += 1
    columns = _columns(rows[first:body], vocabulary)
    titles = [text for row in rows[:first] for text in _texts(row)]
    table = Table(sheet, columns, first, titles)
    below = next((n for n in range(body, len(rows)) if _heads(rows[n], rows[first:body], vocabulary)), len(rows))
    table.further = rows[below][0] if below < len(rows) else None
    _sort(table, rows[body:below], rows[first:body])
    table.keys = _keys(table, vocabulary)
    return table


def _texts(row):
    """The texts of a row, merged cells once."""
    return [cell.text for cell in row if cell.text and not cell.merged]


def _known(row, vocabulary):
    """How many texts of a row say what a heading says; 0 where it has a figure, or a single text."""
    texts = [text for text in _texts(row) if not units_of_title(text)]
    if len(texts) < 2 or any(NUMBER.fullmatch(text) and not period(text) for text in texts):
        return 0
    known = sum(bool(vocabulary.heading(text)) for text in texts)
    # One year beside words may be a figure beside its name.
    return 0 if known == 1 and any(NUMBER.fullmatch(text) for text in texts) else known


def _continues(row, above, vocabulary):
    """Whether a row is one more row of headings: below others it names periods, measures or units only.

    A year below the heading of periods is one of the table, and so is whatever stands below that of indicators.
    """
    own = [(number, cell) for number, cell in enumerate(row) if cell.text and not cell.merged]
    if any(cell.merged in {each.address for heads in above for each in heads} for cell in row):
        return True
    if not own:
        return any(cell.text for cell in row) and all(cell.merged for cell in row if cell.text)
    heads = {number: vocabulary.heading(cell.text) for number, cell in own}
    over = {number: vocabulary.heading(above[0][number].text) for number in heads}
    if any(heading.role in ("period", "indicator", "region", "code") for heading in over.values()):
        return False
    periods_above = any(vocabulary.heading(cell.text).period for cell in above[0])
    bare = any(heads[number].period and cell.text.isdigit() for number, cell in own)
    if bare and (periods_above or (not row[0].merged and row[0].text)):
        return False
    return all((head or head.unit) and not head.ids for head in heads.values())


def _heads(row, headings, vocabulary):
    """Whether a row among the figures has the headings of a further table: words such as 指标 beside others."""
    texts = _texts(row)
    if texts in [_texts(each) for each in headings] or _known(row, vocabulary) < 2:
        return False
    return any(vocabulary.heading(text).role in ("indicator", "period", "value") for text in texts)


def _columns(rows, vocabulary):
    """The columns with what their stacked headings say; a blank one has that of its left neighbour, if below it a
    further heading parts the two."""
    columns = []
    filled = [[cell.text for cell in row] for row in rows]
    for number, texts in enumerate(filled[:-1]):
        for column in range(1, len(texts)):
            if not texts[column] and filled[number + 1][column] and not rows[number][column].merged:
                texts[column] = texts[column - 1]
    for index in range(len(rows[0])):
        stack = list(dict.fromkeys(texts[index] for texts in filled if texts[index]))
        columns.append(_column(index, stack, vocabulary))
    return columns


def _column(index, stack, vocabulary):
    parts, clear = {}, True
    for text in stack:
        said = vocabulary.heading(text)
        clear = clear and bool(said or said.unit)
        for name, value in vars(said).items():
            if value:
                clear = clear and parts.setdefault(name, value) == value
    return Column(index, " ".join(stack), Heading(**parts), clear)


def _sort(table, rows, headings):
    """Rows into those with figures, notes, and rows that only part the others."""
    repeated = [_texts(row) for row in headings]
    for row in rows:
        texts = _texts(row)
        if not texts or texts in repeated:
            continue
        if NOTE.match(texts[0]) or MARK.match(texts[0]) or (table.notes and len(texts) == 1):
            table.notes.append((row[0].address, " ".join(texts)))
        elif len(texts) == 1 and not NUMBER.fullmatch(texts[0]) and len(row) > 1:
            table.sections.append(row)
        else:
            table.rows.append(row)


def _keys(table, vocabulary):
    """role -> column of the cells that say what their row is about."""
    keys = {}
    for column in table.columns:
        if column.clear and column.heading.role not in ("", "value", "other"):
            keys.setdefault(column.heading.role, column)
    if "indicator" not in keys and not any(column.heading.ids for column in table.columns):
        _found(keys, "indicator", table, lambda text: bool(vocabulary.ids(text)))
    if "period" not in keys and not any(column.heading.period for column in table.columns):
        _found(keys, "period", table, lambda text: bool(period(text)))
    return keys


def _found(keys, role, table, fits):
    """A column without a heading that says so, whose cells most often fit the role."""
    free = [column for column in table.columns if not column.heading and column not in keys.values()]
    counts = {column.index: sum(fits(row[column.index].text) for row in table.rows) for column in free}
    if counts and (best := max(counts.values())):
        keys[role] = next(column for column in free if counts[column.index] == best)
