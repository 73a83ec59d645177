"""The days on which a period begins and ends."""

import calendar
from datetime import date


def days(period):
    """First and last day of a year, month, date or interval; None where there is none.

    >>> days("2020"), days("2021-02/2021-03-05")
    ((datetime.date(2020, 1, 1), datetime.date(2020, 12, 31)), (datetime.date(2021, 2, 1), datetime.date(2021, 3, 5)))
    """
    if not period:
        return None
    first, _, last = period.partition("/")
    try:
        return _first_day(first), _last_day(last or first)
    except ValueError:
        # Another fault has said that there is no such period.
        return None


def same_time(one, other):
    """Whether both end on the same day and neither spans years: 2020, 2020-12 and 2020-12-31 do."""
    one, other = days(one), days(other)
    return bool(one and other) and one[1] == other[1] and one[0].year == one[1].year == other[0].year


def _first_day(text):
    return date(*[int(part) for part in [*text.split("-"), "1", "1"][:3]])


def _last_day(text):
    parts = [int(part) for part in text.split("-")]
    year, month = parts[0], parts[1] if len(parts) > 1 else 12
    return date(year, month, parts[2] if len(parts) > 2 else calendar.monthrange(year, month)[1])
