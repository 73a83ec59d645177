"""A number as the readers of one language write it."""

from decimal import Decimal

from region_report.figures.figure import FigureError

CHINESE_SCALES = (("亿", Decimal(10**8)), ("万", Decimal(10**4)))
MOST_DECIMALS = 2
CLOSED_UP = ("%", "‰")


def write(value, *, lang, unit_word=""):
    """The number in full: 万 and 亿 in Chinese where they lose nothing, else thousands separators.

    >>> write(47000, lang="zh", unit_word="名"), write(17439, lang="zh"), write(553e8, lang="zh")
    ('4.7万名', '17,439', '553亿')
    >>> write(50000, lang="en", unit_word="people"), write(44.28, lang="en", unit_word="%")
    ('50,000 people', '44.28%')

    Raises FigureError for infinity and for what is missing: neither has digits.
    """
    number = Decimal(repr(float(value)))
    if not number.is_finite():
        raise FigureError("no_digits", found=value)
    digits = scaled_digits(number) if lang == "zh" else grouped_digits(number)
    space = "" if lang == "zh" or not unit_word or unit_word in CLOSED_UP else " "
    return f"{digits}{space}{unit_word}"


def scaled_digits(number):
    """Digits with 亿 or 万 where at most two decimals say all, else grouped."""
    for word, scale in CHINESE_SCALES:
        scaled = number / scale
        if abs(number) >= scale and scaled * 100 == (scaled * 100).to_integral_value():
            return grouped_digits(scaled) + word
    return grouped_digits(number)


def grouped_digits(number):
    """Digits with thousands separators, no filling zeros, a true minus sign."""
    digits = f"{number:,f}"
    if "." in digits:
        digits = digits.rstrip("0").rstrip(".")
    return digits.replace("-", "−") if number else "0"
