"""Words to search for: Chinese in windows of two characters, numbers by their digits, other words whole.

`static/search-words.js` cuts the reader's query in the same way; a test holds the two against each other.
"""

import re
from functools import lru_cache
from unicodedata import normalize

HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff〇"
PIECE = re.compile(rf"[{HAN}]+|(?:\d{{1,3}}(?:,\d{{3}}(?!\d))+|\d+)(?:\.\d+)?|[^\W\d_{HAN}]+")
IS_HAN = re.compile(f"[{HAN}]")


def cut(text):
    """The words of a text, as the query has them.

    >>> cut("五社联动，共17,439人"), cut("Volunteers２０２５")
    (['五社', '社联', '联动', '共', '17439', '人'], ['volunteers', '2025'])
    """
    return [word for piece in pieces(text) for word in windows(piece)]


def indexed(text):
    """The words of a text, as the index has them: also the last character of Chinese, which begins no window.

    >>> indexed("联动")
    ['联动', '动']
    """
    return [word for piece in pieces(text) for word in _indexed_piece(piece)]


def pieces(text):
    """Runs of Chinese characters, numbers and other words; width and case of letters do not count."""
    return PIECE.findall(normalize("NFKC", text).lower())


def windows(piece):
    """What one piece is found by."""
    if piece[0].isdecimal():
        return [piece.replace(",", "")]
    if len(piece) == 1 or not IS_HAN.match(piece):
        return [piece]
    return [piece[start : start + 2] for start in range(len(piece) - 1)]


@lru_cache(maxsize=50_000)
def _indexed_piece(piece):
    ending = [piece[-1]] if len(piece) > 1 and IS_HAN.match(piece) else []
    return windows(piece) + ending
