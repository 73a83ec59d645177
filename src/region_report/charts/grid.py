"""The drawing that all matrices share: names at the left, a shape in each cell, a key above."""

from dataclasses import dataclass

import altair as alt

from region_report.charts import layout, marks
from region_report.charts.chart import Column, compose
from region_report.charts.views import made
from region_report.text import t

# Pixels of a column on a phone, and the most that all columns together take of the width.
_COLUMN = 40
_MOST = 0.54


@dataclass(frozen=True)
class Look:
    """How a state is drawn: no two states share a shape, whatever the colour."""

    shape: str
    style: str
    filled: bool = True


def matrix(kind, cells, looks, *, heads=None, **words):
    """The chart `kind`: a shape in each cell of a table, with a key of the states that occur.

    cells: dictionaries with `row`, `column` (their names), `state`, `shown` (the state's name) and `why`, in
    the order of rows and columns. looks: state -> Look; a state without one has an empty cell. heads: column
    -> what stands above it. words: title, unit, source and perhaps caveat.
    """
    row_names = list(dict.fromkeys(cell["row"] for cell in cells))
    columns = list(dict.fromkeys(cell["column"] for cell in cells))
    used = [state for state in looks if any(cell["state"] == state for cell in cells)]
    key, top = _key(cells, looks, used)
    names = 1 - min(_MOST, _COLUMN * len(columns) / layout.PLOT)
    head, legend, top = _head([(heads or {}).get(column, column) for column in columns], names, top + 8)
    places, bottom = _rows(row_names, names, top)
    x = _scale(len(columns), names)
    placed = [{**cell, **_place(cell, columns, places), "description": _described(cell)} for cell in cells]
    shapes = [_shapes([cell for cell in placed if cell["state"] == state], x, looks[state]) for state in used]
    layers = [*key, *legend, *_columns_drawn(head, x), *_rows_drawn(places), *shapes]
    return compose(kind, layers, placed, _table_columns(), height=bottom, **words)


def _key(cells, looks, used):
    names = {cell["state"]: cell["shown"] for cell in cells}
    entries = [(names[state], looks[state].shape, looks[state].style, looks[state].filled) for state in used]
    return marks.key(entries, top=0)


def _scale(count, names):
    """Columns at 0, 1, 2 ... in the part of the width that the names leave."""
    first = -0.5 - count * names / (1 - names)
    return made(alt.X, "x:Q", axis=None, scale={"domain": [first, count - 0.5], "nice": False})


def _head(columns, names, top):
    """What stands above the columns, the line that explains it, and where the rows begin.

    Names too long for their columns become numbers, and a line above says what they stand for.
    """
    width = layout.PLOT * (1 - names) / len(columns) - 4
    lines = [layout.wrap(name, width) for name in columns]
    legend = []
    if max(layout.text_width(line) for broken in lines for line in broken) > width:
        told = [f"{place} {name}" for place, name in enumerate(columns, start=1)]
        said = layout.wrap(t("text.clause").join(told), layout.PLOT)
        legend = [marks.text([{"y": top, "text": "\n".join(said)}], style="soft", lineHeight=15)]
        top += 15 * len(said) + 6
        lines = [[str(place)] for place in range(1, len(columns) + 1)]
    tallest = max(len(broken) for broken in lines)
    records = [
        {"x": index, "y": top + 15 * (tallest - len(broken)), "text": "\n".join(broken)}
        for index, broken in enumerate(lines)
    ]
    return records, legend, top + 15 * tallest + 6


def _rows(names, share, top):
    places = {}
    for name in names:
        lines = layout.wrap(name, layout.PLOT * share - 8)
        height = layout.LINE * len(lines) + 8
        places[name] = {"text": "\n".join(lines), "y": top + 5, "middle": top + height / 2, "edge": top}
        top += height
    return places, top


def _place(cell, columns, places):
    return {"x": columns.index(cell["column"]), "y": places[cell["row"]]["middle"]}


def _described(cell):
    described = t("charts.cell", row=cell["row"], column=cell["column"], state=cell["shown"])
    return f"{described}{t('text.clause')}{cell['why']}" if cell["why"] else described


def _shapes(cells, x, look):
    data = [{key: cell[key] for key in ("x", "y", "description")} for cell in cells]
    return marks.points(data, x, shape=look.shape, style=look.style, filled=look.filled, size=80)


def _columns_drawn(head, x):
    return [marks.text(head, x=x, align="center", style="soft", lineHeight=15)]


def _rows_drawn(places):
    names = [{"text": place["text"], "y": place["y"]} for place in places.values()]
    return [marks.separators([place["edge"] for place in places.values()]), marks.text(names)]


def _table_columns():
    return [
        Column("row", t("charts.column.row"), lambda cell: cell["row"]),
        Column("column", t("charts.column.column"), lambda cell: cell["column"]),
        Column("state", t("charts.column.status"), lambda cell: cell["shown"]),
        Column("why", t("charts.column.why"), lambda cell: cell["why"]),
    ]
