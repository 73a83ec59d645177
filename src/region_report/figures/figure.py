"""What a printed figure says."""

from dataclasses import dataclass

from region_report.messages import Message


class FigureError(ValueError):
    """What was given is not exactly one figure; `message` says why and what to do."""

    def __init__(self, key, **values):
        self.message = Message(f"faults.{key}", **values)
        super().__init__(self.message)


@dataclass(frozen=True)
class Figure:
    """One figure: the words as given, and the interval they allow.

    value, lower and upper are in the base unit (people, not 万; percent 0-100); upper may be infinite.
    bound is exact, at_least, more_than, at_most, less_than or approximate.
    unit is the measure word (`人`, `场次`, `%`), half-width and simplified; empty where none is printed.
    per is what each of has the figure (`设区市`, `县(市)`), empty where the figure is a total.
    full says that the words, not digits, claim full coverage.
    """

    printed: str
    value: float
    lower: float
    upper: float
    bound: str
    unit: str
    per: str = ""
    full: bool = False
