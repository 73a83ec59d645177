"""Rows of a chart: a name and a value on the first line, the drawing below them.

The words stand above the marks, not beside them, so that a phone has its whole width for both.
"""

from region_report.charts import layout, marks

MARK = 20


def place(items, *, top=0, mark=MARK, indent=0):
    """The items with their places: `text` (name in lines), `y` (upper edge), `y_mark` (the mark's middle).

    items: dictionaries with `name` and `shown` (the value in words), and perhaps `head`: a heading above the
    item, for it and those that follow. mark: pixels for the mark below the words; an item's own `mark` goes before
    it. indent: pixels kept free to the left of the names. Returns the items and their lower end.
    """
    placed = []
    for item in items:
        head = layout.wrap(item["head"]) if item.get("head") else []
        y = top + layout.LINE * len(head) + (2 if head else 0)
        room = layout.PLOT - indent - layout.text_width(item["shown"], 13) - 14
        lines = layout.wrap(item["name"], max(room, 90))
        drawn = item.get("mark", mark)
        middle = y + layout.LINE * len(lines) + drawn / 2
        words = {"heading": "\n".join(head), "y_head": top, "text": "\n".join(lines), "y": y}
        placed.append({**item, **words, "y_mark": middle})
        top = middle + drawn / 2 + mark / 2
    return placed, top - 4


def words(placed, *, indent=0):
    """The layers of headings and names, at the left, and values, at the right."""
    heads = [{"text": item["heading"], "y": item["y_head"]} for item in placed if item["heading"]]
    names = [{"text": item["text"], "y": item["y"]} for item in placed]
    values = [{"text": item["shown"], "y": item["y"]} for item in placed]
    return [
        *([marks.text(heads, fontWeight=600)] if heads else []),
        marks.text(names, x=indent),
        marks.text(values, x="width", align="right", fontSize=13, fontWeight=600),
    ]


def bands(placed, *, mark=MARK):
    """The stretches of height in which the marks of the rows stand."""
    return [(item["y_mark"] - mark / 2, item["y_mark"] + mark / 2) for item in placed]
