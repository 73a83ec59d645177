"""Numbers, units, intervals and periods as the reader of the edition writes them."""

import math

from region_report import figures
from region_report.languages import columns
from region_report.text.words import language, t

# For a row whose unit stands elsewhere.
WITHOUT_UNIT = dict.fromkeys(columns("unit"), "")
_BOUNDS = ("at_least", "more_than", "at_most", "less_than", "approximate")
# A sign stands at its number: no space in any language, no plural.
_SIGNS = {"percent": "%", "%": "%", "‰": "‰"}


def number(value, *, decimals=None, lang=None):
    """A number as the edition's reader writes it: 5万, 4.7万, 17,439 in Chinese; 50,000 in English.

    decimals: round to so many places first (-3: to thousands); None keeps every digit the value has.
    A gap is shown as a dash, never as 0.
    """
    lang = lang or language()
    if value is None or math.isnan(value):
        return t("text.gap")
    if math.isinf(value):
        return "∞" if value > 0 else "−∞"
    if decimals is None:
        # Seven places: what is beyond them is noise of the machine's arithmetic, not of a source.
        return figures.write(round(float(value), 7), lang=lang)
    value = round(float(value), decimals)
    if decimals <= 0:
        return figures.write(value, lang=lang)
    return f"{value:,.{decimals}f}".replace("-", "−")


def percent(value, *, decimals=None):
    """A share given as 0-100, with its sign."""
    shown = number(value, decimals=decimals)
    return shown if shown == t("text.gap") else f"{shown}%"


def decimals_allowed(lower, upper, *, most=None):
    """How many decimals an interval allows: the last digit shown is worth no more than half its width.

    most: the decimals of a figure whose interval is no hindrance; None: as many as the figure has.

    >>> decimals_allowed(151.0, 154.2), decimals_allowed(46500, 47500), decimals_allowed(18.1, 18.1, most=1)
    (0, -2, 1)
    """
    width = upper - lower
    if not math.isfinite(width) or width <= 0:
        return most
    # The ends of intervals are sums of floats: 0.2 / 2 must count as 0.1, whatever its last bit.
    allowed = -math.floor(round(math.log10(width / 2), 9))
    return allowed if most is None else min(allowed, most)


def quantity(row):
    """A figure with its unit and its bound: 2.5万户以上; at least 25,000 households.

    row: a row of an observations or metric frame. What has no value is shown as its status. A
    metric is rounded to what its interval allows.
    """
    value = row["value"]
    if value is None or math.isnan(value):
        return label(row, "status") or t("text.gap")
    return bounded(with_unit(_rounded(row), row), _bound(row))


def reading(row):
    """What the words of a source were read as, with all the digits of the number: 25,000户以上 of 2.5万户以上."""
    return bounded(with_unit(number(row["value"], lang="en"), row), _bound(row))


def compact(row):
    """A figure in the least room: number and sign of its bound, no unit. ≥2.5万; >200."""
    shown = _rounded(row)
    bound = _bound(row)
    sign = t(f"text.bound_sign.{bound}") if bound in _BOUNDS else ""
    unit = label(row, "unit")
    return f"{sign}{shown}{unit if unit in _SIGNS.values() else ''}"


def with_unit(shown, row):
    """A number already written, with the unit of its row."""
    unit = label(row, "unit")
    if not unit:
        return shown
    if unit in _SIGNS.values() or language() == "zh":
        return f"{shown}{unit}"
    return f"{shown} {unit}"


def with_step_unit(shown, row):
    """A yearly step already written, with its unit: a share moves by points, not by percent of itself."""
    return shown + t("text.points") if row["kind"] == "percent" else with_unit(shown, row)


def bounded(shown, bound):
    """A quantity with the words of its bound; the quantity itself where it has none."""
    return t(f"text.bound.{bound}", quantity=shown) if bound in _BOUNDS else shown


def interval(row_or_lower, upper=None, *, decimals=None):
    """The interval the digits allow, without unit: 4.65万～4.75万; 46,500–47,500; or that it is exact.

    A computed figure of exact inputs has none, and says so. row_or_lower: a row of a frame, or the lower end;
    then `upper` as well.
    """
    if upper is None:
        row = row_or_lower
        most = int(row["decimals"]) if row.get("measure") == "metric" else None
        if row.get("measure") == "metric" and row["lower"] == row["upper"]:
            # Its inputs are printed to the last digit; nobody vouches for more than those digits.
            return t("text.no_interval")
        return interval(row["lower"], row["upper"], decimals=most)
    lower = row_or_lower
    if math.isnan(lower) or math.isnan(upper):
        return t("text.gap")
    if lower == upper:
        return t("text.exact")
    ends = {"lower": number(lower, decimals=decimals), "upper": number(upper, decimals=decimals)}
    # An interval whose ends would look alike says what it is only with another decimal.
    while decimals is not None and ends["lower"] == ends["upper"]:
        decimals += 1
        ends = {"lower": number(lower, decimals=decimals), "upper": number(upper, decimals=decimals)}
    if math.isinf(upper):
        return t("text.open_above", **ends)
    return t("text.open_below" if math.isinf(lower) else "text.range", **ends)


def period(value):
    """A period in words; a figure without one is said to be undated.

    value: ISO 8601 year, month, date, or two of them with a slash between; empty or missing: undated.
    """
    if value is None or value != value or not str(value).strip():
        return t("metrics.undated")
    start, _, end = str(value).partition("/")
    if not end:
        return _moment(start)
    if len(start) == len(end) == 4:
        return t("text.years", start=start, end=end)
    return t("text.range", lower=_moment(start), upper=_moment(end))


def label(row, what):
    """The name in the edition's language of the `indicator`, `region`, `source`, `unit` ... of a row.

    The unit percent is its sign. Empty where the row names nothing.
    """
    name = _present(row, f"{what}_{language()}") or ""
    return _SIGNS.get(name, name) if what == "unit" else name


def _rounded(row):
    """The number of a metric, rounded; that of a source is shown as exactly as it is printed.

    A threshold such as more than 6.548 has one digit more than its wide interval allows and is rounded to the
    side on which the words stay true: more than 6.5, never more than 7.
    """
    most, value = _present(row, "decimals"), row["value"]
    if row.get("measure") != "metric" or most is None:
        return number(value)
    decimals = decimals_allowed(row["lower"], row["upper"], most=int(most))
    side = {"more_than": math.floor, "at_least": math.floor, "less_than": math.ceil, "at_most": math.ceil}
    if (bound := _bound(row)) in side:
        decimals = min(decimals + 1, int(most))
        value = side[bound](round(value * 10**decimals, 7)) / 10**decimals
    return number(value, decimals=decimals)


def _bound(row):
    """The bound of a row; a computed figure whose interval has no upper end is a least one."""
    bound = _present(row, "bound") or "exact"
    if row.get("measure") == "metric" and bound == "approximate":
        # Rounded to what its interval allows, and the interval stands beside it: no "about" on every number.
        return "exact"
    return "at_least" if bound == "exact" and math.isinf(row["upper"]) else bound


def _moment(value):
    parts = [int(part) for part in value.split("-")]
    name = ("year", "month", "date")[len(parts) - 1]
    year, month, day = (*parts, 1, 1)[:3]
    return t(f"text.{name}", year=year, month=t("text.months").split()[month - 1], day=day)


def _present(row, name):
    """A field of a row, or None where it is missing, NaN or empty."""
    value = row.get(name)
    return None if value is None or value != value or value == "" else value
