"""The sources of what is drawn, in one line; a copy that was not checked at the original says so at its title."""

from region_report.languages import LANGUAGES
from region_report.metrics.words import grade_words
from region_report.text import label, language, t

_COPY = "mirror"


def sources(records, parts=("source",)):
    """The titles of the sources of the records, each once, copies marked; no source: computed in this report.

    parts: the columns that name sources, as `source` or `baseline_source`. A computed figure joins its sources
    without saying which of them is the copy; where no other record tells, the line says that there is one.
    """
    named = [(row, part) for row in records for part in parts]
    copies = [(row, part) for row, part in named if _is_copy(row, part)]
    known = {_titles(row, part)[-1] for row, part in copies if _alone(row, part)}
    untold = [each for each in copies if not known.intersection(_titles(*each))]
    found = dict.fromkeys(title for each in named for title in _titles(*each))
    line = t("text.clause").join(_marked(title) if title in known else title for title in found)
    return t("charts.with_copies", line=line, grade=_name()) if untold else line


def source(row):
    """The source of one figure as a table names it, a copy marked."""
    title = label(row, "source")
    return _marked(title) if title and _is_copy(row, "source") else title


def _is_copy(row, part):
    """A figure without a value has no grade of its own; the words of its inputs name theirs."""
    grade = row.get(f"{part}_grade", "")
    return bool(label(row, part)) and (grade == _COPY or (not grade and _name() in label(row, "inputs")))


def _alone(row, part):
    return ";" not in row[part]


def _titles(row, part):
    """The titles apart that a computed figure has joined.

    A title may hold the mark itself: its parts stand together in every row, so they come out together again.
    """
    empty = t("charts.computed") if part == "source" else ""
    titles = (label(row, part) or empty).split(t("text.clause").strip())
    return [title.strip() for title in titles if title.strip()]


def _marked(title):
    return title + t("text.brackets", inner=_name())


def _name():
    return grade_words()[_COPY][LANGUAGES.index(language())]
