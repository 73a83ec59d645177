"""From a match of the grammar to the figure it prints."""

import math
import re
from dataclasses import replace
from decimal import Decimal

from region_report.figures import grammar, numerals
from region_report.figures.figure import Figure, FigureError
from region_report.figures.numerals import Number

MORE = re.compile(" ?" + grammar.MORE)
SCALE = re.compile("(?:万亿|万|亿)$")
ROUNDED_UNITS = ("%", "‰", "百分点", "个百分点", "平方米", "平方公里", "㎡", "公顷")
INFINITY = Decimal("Infinity")


def read_match(match, printed, *, commitment=False):
    """The figure of a match of `grammar.ONE_FIGURE` (or of a pattern with the same groups)."""
    if match["full"] or match.groupdict().get("full_word"):
        return Figure(printed, 100.0, 100.0, 100.0, "exact", "%", full=True)
    low, high, unit, more = read_quantity(match)
    bound = resolve_bounds(match, printed)
    if high:
        value, lower, upper, bound = between(low, high, bound, printed)
    else:
        lower, upper = interval(low, bound, more=more and bound not in ("at_least", "more_than"), commitment=commitment)
        value, bound = low.value, "more_than" if more and not is_open(bound) else bound
    if match["sign"]:
        value, lower, upper = mirror(value, lower, upper, bound)
    elif unit == "%" and bound == "exact" and value <= 100:
        upper = min(upper, Decimal(100))
    return finish(printed, (value, lower, upper), bound, unit, holder(match))


def read_quantity(match):
    """The number (two for a range, else None for the second), its unit, and whether 余 or 多 follows."""
    if match["hundredth"]:
        unit = "%" if match["hundredth"] == "百分之" else "‰"
        return (
            *read_amounts(match["hundredths"], match["hundredths_to"], rounded=True),
            unit,
            has_more(match["hundredths"]),
        )
    if match["numerator"]:
        share = numerals.read(match["numerator"]).value * 100 / divisor(match)
        return Number(share, Decimal(1), Decimal(1), False), None, "%", False
    if match["half"]:
        return Number(Decimal(50), Decimal(10), Decimal(10), False), None, "%", False
    if match["tenths"]:
        return *read_tenths(match["tenths"], match["half_tenths"]), "%", False
    if match["bare"]:
        return (
            numerals.read(MORE.sub("", match["bare"])),
            None,
            match["bare_unit"] or "",
            has_more(match["bare"]),
        )
    unit = match["unit"] or ""
    low, high = read_amounts(match["amount"], match["amount_to"], rounded=unit in ROUNDED_UNITS)
    return low, high, unit, has_more(match["amount_to"] or match["amount"])


def has_more(amount):
    """Whether 余, 多 or 几 says that there are some more."""
    return bool(MORE.search(amount))


def read_amounts(amount, amount_to, *, rounded):
    """One number and None, or the two ends of a range; 3至5万 is 3万 to 5万."""
    pair = (amount, amount_to) if amount_to else numerals.split_pair(amount)
    if not pair:
        number = numerals.read(MORE.sub("", amount))
        return replace(number, rounded=number.rounded or rounded), None
    low, high = (numerals.read(MORE.sub("", text)) for text in pair)
    scale = SCALE.search(MORE.sub("", pair[1]))
    if scale and not SCALE.search(pair[0]) and low.value * numerals.SCALES[scale.group()] <= high.value:
        low = numerals.read(MORE.sub("", pair[0]) + scale.group())
    return low, high


def read_tenths(tenths, half):
    """成 in percent: 九成五 is 95, 八成 is 80, 六七成 is 60 to 70."""
    pair = numerals.split_pair(tenths)
    if pair:
        return tuple(percent_of_tenths(text, half) for text in pair)
    return percent_of_tenths(tenths, half), None


def percent_of_tenths(tenths, half):
    """One number of tenths, with its half or single percents."""
    extra = 5 if half == "半" else numerals.DIGITS.get(half, 0)
    step = Decimal(1 if half else 10)
    return Number(numerals.read(tenths).value * 10 + extra, step, step, True)


def divisor(match):
    """What a fraction divides by; nothing can be split into no parts."""
    number = numerals.read(match["denominator"]).value
    if not number:
        raise FigureError("by_zero", found=match.group())
    return number


def holder(match):
    """Who has the figure each: 设区市和县(市) of 每个设区市和每个县(市)."""
    return re.sub("(^|每)(一?[个座所家])?", "", match.groupdict().get("holder") or "")


def resolve_bounds(match, printed):
    """The one bound that the words around the number state; `below_near` is 近."""
    before = [match.groupdict().get("each_before"), match["before"], match["before_bare"]]
    words = [(word, {**grammar.BEFORE_WORDS, **grammar.BEFORE_BARE}[word]) for word in before if word]
    if match["half"] and match["half"].startswith("过"):
        words.append(("过", "more_than"))
    if match["after"]:
        words.append((match["after"], grammar.AFTER_WORDS[match["after"]]))
    from_below = [word for word, bound in words if bound in ("at_least", "more_than")]
    from_above = [word for word, bound in words if bound in ("at_most", "less_than")]
    if from_below and from_above:
        raise FigureError("two_bounds", found=printed, below=from_below[0], above=from_above[0])
    bounds = [bound for _, bound in words]
    return next((bound for bound in bounds if is_open(bound)), bounds[0] if bounds else "exact")


def is_open(bound):
    """Whether a bound states one end only."""
    return bound in ("at_least", "more_than", "at_most", "less_than")


def interval(number, bound, *, more, commitment):
    """What the printed digits and the bound word allow."""
    value, half = number.value, number.significant / 2
    if bound in ("at_least", "more_than"):
        return value, INFINITY
    if bound in ("at_most", "less_than"):
        return min(Decimal(0), value), value
    if more:
        return value, value + number.significant
    if bound == "below_near":
        return max(value - half, Decimal(0)), value
    if bound == "approximate":
        return max(value - half, Decimal(0)), value + half
    half = number.step / 2 if number.rounded and not commitment else Decimal(0)
    return max(value - half, Decimal(0)), value + half


def between(low, high, bound, printed):
    """Middle and ends of a range; a bound word opens one end."""
    if low.value > high.value:
        raise FigureError("range_down", found=printed, low=f"{low.value:f}", high=f"{high.value:f}")
    middle = (low.value + high.value) / 2
    if bound in ("at_least", "more_than"):
        return middle, low.value, INFINITY, bound
    if bound in ("at_most", "less_than"):
        return middle, Decimal(0), high.value, bound
    return middle, low.value, high.value, "approximate"


def mirror(value, lower, upper, bound):
    """The same below zero; a bound word keeps its direction there (≥-3 is -3 and above)."""
    if bound in ("at_least", "more_than"):
        return -value, -value, INFINITY
    if bound in ("at_most", "less_than"):
        return -value, -INFINITY, -value
    return -value, -upper, -lower


def finish(printed, numbers, bound, unit, per):
    """The figure in floats."""
    value, lower, upper = (float(number) for number in numbers)
    if not math.isfinite(value):
        raise FigureError("too_large", found=printed)
    bound = "approximate" if bound == "below_near" else bound
    return Figure(printed, value, lower, upper, bound, unit, per)
