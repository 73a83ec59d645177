"""One spelling for one character, without moving any: full width, traditional forms, layout breaks."""

import re

TRADITIONAL = (
    "萬億個餘約間條項兩戶張對場節達設縣區鄉鎮處種類隊輛歲過內幾數擁點級蓋標點於週組從門課層幢畝樓臺擔備會時頃頓"
)
SIMPLIFIED = (
    "万亿个余约间条项两户张对场节达设县区乡镇处种类队辆岁过内几数拥点级盖标点于周组从门课层幢亩楼台担备会时顷顿"
)
SPACES = "\u3000\u00a0\u2002\u2003\u2009\u202f"
DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u301c\u223c"

# One character for one character, so that a place in the spelling is a place in the text.
SPELLING = str.maketrans(
    {
        **{chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)},
        **dict(zip(TRADITIONAL, SIMPLIFIED, strict=True)),
        **dict.fromkeys(SPACES, " "),
        **dict(zip(DASHES, "-------~~", strict=True)),
        "○": "〇",
        "∶": ":",
        "≧": "≥",
        "≦": "≤",
        "﹪": "%",
    }
)

SENTENCE_END = "。!?;:"
TABLE_LINE = re.compile(r"(?:^|[ \t])[0-9][0-9.,]*(?:[ \t]|$)")
LIST_START = re.compile(r"\(?[一二三四五六七八九十0-9]{1,3}(?:[)、]|是|\.(?![0-9]))")
SHORTEST_FULL_LINE = 15


def spell(text):
    """The text in half-width, simplified characters; as long as it was.

    >>> spell("４．７萬名")
    '4.7万名'
    """
    return text.translate(SPELLING)


def join_lines(text):
    """The spelled text without its layout breaks, and the place of each of its characters in the text.

    A break is layout where the line before it does not end its sentence and is no row of a table.

    >>> join_lines("救助资金553\\n亿元。\\n二、")[0]
    '救助资金553亿元。\\n二、'
    """
    spelled = spell(text).replace("\r", "\n")
    if "\n" not in spelled:
        return spelled, range(len(spelled))
    kept, places, position = [], [], 0
    for gap in re.finditer(r"\n{1,3}", spelled):
        end = gap.start() if is_layout(spelled, gap) else gap.end()
        kept.append(spelled[position:end])
        places.extend(range(position, end))
        position = gap.end()
    kept.append(spelled[position:])
    places.extend(range(position, len(spelled)))
    return "".join(kept), places


def is_layout(spelled, gap):
    """Whether these line ends only fold a sentence."""
    before = spelled[spelled.rfind("\n", 0, gap.start()) + 1 : gap.start()]
    after = spelled[gap.end() : gap.end() + 6]
    if not before or not after or before[-1] in SENTENCE_END or before[-1].isspace() or after[0].isspace():
        return False
    if (TABLE_LINE.search(before) and " " in before) or LIST_START.match(after):
        return False
    if before[-1].isascii() and before[-1].isalpha():
        return False
    # Digits on both sides are one number only in a line filled to its end; a heading may end in a digit.
    return not (before[-1].isdigit() and after[0].isdigit()) or len(before) >= SHORTEST_FULL_LINE
