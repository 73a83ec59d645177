"""What a reader sees who points at a mark: the figure, its interval, its period, its source and the grade of that.

A tip is a dictionary of words that a mark's record carries as `tip`; `marks` makes the tooltip of it. A mark
without one shows its description.
"""

from region_report.languages import LANGUAGES
from region_report.metrics.words import grade_words
from region_report.text import interval, label, language, period, quantity, t


def of_figure(row, name, **other):
    """The tip of a row of an observations or metric frame, under this name. other: words to put for a field."""
    words = {
        "value": quantity(row),
        "interval": interval(row),
        "period": period(row["period"]),
        "source": label(row, "source") or t("charts.computed"),
        "grade": grade(row.get("source_grade", "")),
    }
    return {"name": name, **words, **other}


def of_part(figure, heading, **other):
    """The tip of one figure of a target, as `goals.part` gives it: of what kind it is goes before its indicator."""
    return of_figure(figure, t("charts.tip.of", kind=heading, indicator=label(figure, "indicator")), **other)


def grade(code):
    """The name of a grade of sources; a dash where there is none."""
    return grade_words()[code][LANGUAGES.index(language())] if code else t("text.gap")
