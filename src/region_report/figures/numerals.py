"""The value of printed digits, and how far down they go."""

import re
from dataclasses import dataclass
from decimal import Decimal

from region_report.figures.figure import FigureError

DIGITS = {digit: value for value, digit in enumerate("〇一二三四五六七八九")} | {"零": 0, "两": 2}
TENS = {"十": 10, "百": 100, "千": 1000}
SCALES = {"万亿": 10**12, "亿": 10**8, "万": 10**4}

SECTIONS = re.compile(r"(?P<digits>[^万亿]*)(?P<scale>万亿|亿|万|$)")
PAIR = re.compile(
    r"(?P<head>(?:[二三四五六七八九]?十)?)(?P<low>[一二两三四五六七八九])(?P<high>[二三四五六七八九])"
    r"(?P<tail>[十百千]?(?:万亿|亿|万)?)"
)


@dataclass(frozen=True)
class Number:
    """A number and the place values of its digits.

    step is the place value of the last printed digit, significant that of the last digit other than
    a filling zero; rounded says whether the writer may have rounded (a 万 or 亿 form, or decimals).
    """

    value: Decimal
    step: Decimal
    significant: Decimal
    rounded: bool


def read(text):
    """The number that Arabic digits, Chinese numerals and scales together print.

    >>> read("2300万").value, read("2300万").step, read("2300万").significant
    (Decimal('23000000'), Decimal('10000'), Decimal('1000000'))
    >>> int(read("一百九十").value), int(read("三万五千").value), int(read("两万三").value)
    (190, 35000, 23000)
    """
    total, scale = Decimal(0), 0
    for match in SECTIONS.finditer(text.replace(" ", "")):
        if not match.group():
            break
        above, scale = scale, SCALES.get(match["scale"], 1)
        # A scale alone counts once: 近万人 is near 10,000.
        last = read_section(match["digits"] or "一", above=above if scale == 1 else 0)
        total += last.value * scale
    scaled = max(scale, above) > 1
    step = (last.step if scale > 1 or not scaled else last.significant) * scale
    rounded = last.step < 1 or (scaled and step != 1)
    return Number(total, Decimal(step), last.significant * scale, rounded)


def read_section(text, *, above=0):
    """The number below one scale.

    above: the scale that a single last digit follows (the 三 of 两万三 is 3,000), else 0.
    """
    if text[0] in "0123456789.":
        return read_arabic(text)
    whole, _, decimals = text.partition("点")
    if decimals:
        return read_arabic(f"{int(read_chinese(whole))}.{''.join(str(DIGITS[digit]) for digit in decimals)}")
    value = read_chinese(whole)
    if above and len(whole) == 1 and whole in DIGITS:
        value = value * above // 10
    return Number(Decimal(value), Decimal(1), significant_place(value), False)


def read_arabic(text):
    """Digits with thousands separators, decimals and perhaps 百 or 千."""
    unit = TENS.get(text[-1], 1)
    digits = text.rstrip("百千").replace(",", "")
    value = Decimal(digits)
    step = Decimal(1).scaleb(value.as_tuple().exponent)
    significant = step if "." in digits else significant_place(int(value))
    return Number(value * unit, step * unit, significant * unit, "." in digits)


def read_chinese(text):
    """The value of Chinese numerals below 万."""
    if len(text) > 1 and all(character in DIGITS for character in text):
        return int(Decimal("".join(str(DIGITS[character]) for character in text)))
    total, digit, place, zero = 0, None, 10**4, False
    for character in text:
        if (character in TENS and TENS[character] >= place) or (character in DIGITS and digit):
            raise FigureError("numeral", found=text)
        if character in TENS:
            place = TENS[character]
            total += (1 if digit is None else digit) * place
            digit, zero = None, False
        else:
            digit, zero = DIGITS[character], zero or character in "零〇"
    # 一百五 is 150, 一百零五 is 105.
    return total + (digit or 0) * (place // 10 if 10 < place < 10**4 and not zero else 1)


def significant_place(value):
    """The place value of the last digit that is not zero."""
    if not value:
        return Decimal(1)
    place = 1
    while value % (place * 10) == 0:
        place *= 10
    return Decimal(place)


def split_pair(text):
    """The two ends that neighbouring numerals (and 三五) name: 两三百 is 200 to 300; else None.

    >>> split_pair("两三百"), split_pair("十七八"), split_pair("二三"), split_pair("三二")
    (('两百', '三百'), ('十七', '十八'), ('二', '三'), None)
    """
    match = PAIR.fullmatch(text)
    if not match:
        return None
    low, high = DIGITS[match["low"]], DIGITS[match["high"]]
    if high != low + 1 and (low, high) != (3, 5):
        return None
    return match["head"] + match["low"] + match["tail"], match["head"] + match["high"] + match["tail"]
