"""Where the words of a chart stand: broken into lines for a phone, rows and keys in pixels.

Charts are designed at 350 px; a wider page stretches the scale, not the words.
"""

import re
import unicodedata
from itertools import pairwise

from region_report.text import language

PHONE = 350
# What padding and the overhang of axis labels leave of it for the drawing.
PLOT = PHONE - 26
LINE = 16
_TYPED = str.maketrans("‘’“”", "''\"\"")
_NOT_FIRST = "，。；：、）》”’！？%…～—)],.;:"


def plain(text):
    """English quotation marks as typewriters write them: the packaged font draws curly ones wide."""
    return text.translate(_TYPED) if language() != "zh" else text


def text_width(text, size=12):
    """About how many pixels a text takes: full-width characters are square, others a good half of that."""
    return sum(size * (1.0 if unicodedata.east_asian_width(char) in "WF" else 0.56) for char in text)


def wrap(text, width=PLOT, size=12):
    """The text broken into lines that fit `width` pixels, none beginning with a closing sign."""
    lines = [""]
    for piece in _pieces(plain(text)):
        if lines[-1] and text_width((lines[-1] + piece).rstrip(), size) > width:
            lines.append("")
        lines[-1] += piece
    return [line.rstrip() for line in lines]


def _pieces(text):
    """Unbreakable pieces: a Latin word or number with what follows it, a Chinese character."""
    pieces = []
    for piece in re.findall(r"[⺀-鿿＀-￯　-〿“”‘’…—]|[^\s⺀-鿿＀-￯　-〿“”‘’…—]+\s*|\s+", text):
        glued = pieces and (piece[0] in _NOT_FIRST or piece.isspace() or pieces[-1][-1] in "（《“(")
        pieces[-1:] = [pieces[-1] + piece] if glued else [*pieces[-1:], piece]
    return pieces


def spread(wanted, gap):
    """Places as near as possible to the wanted ones, in their order, at least `gap` apart, none above 0.

    >>> spread([10, 12, 40], 16)
    [3.0, 19.0, 40.0]
    """
    blocks = []
    for place in wanted:
        blocks.append([place, 1])
        while len(blocks) > 1 and blocks[-1][0] - blocks[-2][0] < gap * (blocks[-1][1] + blocks[-2][1]) / 2:
            (high, many), (low, more) = blocks[-2:]
            blocks[-2:] = [[(high * many + low * more) / (many + more), many + more]]
    places = [centre + gap * (index - (count - 1) / 2) for centre, count in blocks for index in range(count)]
    shift = max(0.0, -places[0]) if places else 0.0
    return _pushed([float(place + shift) for place in places], gap)


def _pushed(places, gap):
    for index, (before, place) in enumerate(pairwise(places), start=1):
        places[index] = max(place, before + gap)
    return places


def apart(wanted, sizes, *, top, bottom):
    """Upper edges near the wanted ones, in their order, so that nothing of these sizes covers the next.

    >>> apart([0, 5, 90], [20, 20, 20], top=0, bottom=100)
    [0, 20, 80]
    """
    edges = []
    for place, before in zip(wanted, [None, *sizes], strict=False):
        edges.append(max(place, top if before is None else edges[-1] + before))
    floor = bottom
    for index in range(len(edges) - 1, -1, -1):
        floor -= sizes[index]
        edges[index] = floor = min(edges[index], floor)
    return edges


def key_places(labels, *, size=12, top=0):
    """Places of a key's entries in reading order: a list of (x, y), and the height the key takes."""
    places, x, y = [], 8, top + 8
    for label in labels:
        width = 24 + text_width(label, size)
        if x > 8 and x + width > PLOT:
            x, y = 8, y + 18
        places.append((x, y))
        x += width + 8
    return places, y + 14 - top
