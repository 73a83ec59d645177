"""Rows of a chart: a name and a value on the first line, the drawing below them.

The words stand above the marks, not beside them, so that a phone has its whole width for both.
"""

from region_report.charts import layout, marks

MARK = 20


def place(items, *, top=0, mark=MARK, indent=0):
    """The items with their places: `text` (name in lines), `y` (upper edge), `y_mark` (the mark's middle).

    items: dictionaries with `name` and `shown` (the value in words). mark: pixels for the mark below the
    words. indent: pixels kept free to the left of the names. Returns the items and their lower end.
    """
    placed = []
    for item in items:
        room = layout.PLOT - indent - layout.text_width(item["shown"], 13) - 14
        lines = layout.wrap(item["name"], max(room, 90))
        middle = top + layout.LINE * len(lines) + mark / 2
        placed.append({**item, "text": "\n".join(lines), "y": top, "y_mark": middle})
        top = middle + mark
    return placed, top - 4


def words(placed, *, indent=0):
    """The layers of names, at the left, and values, at the right."""
    names = [{"text": item["text"], "y": item["y"]} for item in placed]
    values = [{"text": item["shown"], "y": item["y"]} for item in placed]
    return [
        marks.text(names, x=indent),
        marks.text(values, x="width", align="right", fontSize=13, fontWeight=600),
    ]


def bands(placed, *, mark=MARK):
    """The stretches of height in which the marks of the rows stand."""
    return [(item["y_mark"] - mark / 2, item["y_mark"] + mark / 2) for item in placed]
