"""What every column means, in both languages: the texts `data.field.*`, and those of a compound name from its parts."""

from region_report import text
from region_report.text.words import has, t

LANGUAGES = ("zh", "en")
TITLES = {lang: f"title_{lang}" for lang in LANGUAGES}
# The endings of compound names, the longer ones first: `baseline_source_grade` is the grade of a source.
ENDS = ("source_grade", "lower", "upper", "bound", "period", "printed", "source")


def words(table, column, lang):
    """Title and meaning of a column of a table, in a language. Raises MissingText for a column without them."""
    with text.edition(lang):
        return _words(table, column)


def title(table, lang):
    """The title of a table in a language."""
    with text.edition(lang):
        return t(f"data.table.{table}")


def explained(tables, sources=None):
    """The rows of the sheet that explains a workbook: what it is, its licence, every column, the sources."""
    rows = [_both("title"), _both("licence"), _both("cells"), ()]
    rows += [("sheet", "column", *(TITLES[lang] for lang in LANGUAGES), "", "meaning_zh", "meaning_en")]
    for table in tables:
        for column in table.columns:
            zh, en = (words(table.name, column, lang) for lang in LANGUAGES)
            rows.append((table.name, column, zh[0], en[0], "", zh[1], en[1]))
    return rows + ([(), sources.columns, *sources.rows] if sources else [])


def _both(key):
    found = []
    for lang in LANGUAGES:
        with text.edition(lang):
            found.append(t(f"data.{key}"))
    return tuple(found)


def _words(table, column):
    for key in (f"data.field.{table}.{column}", f"data.field.any.{column}"):
        if has(f"{key}.title"):
            return t(f"{key}.title"), t(f"{key}.meaning")
    for lang in LANGUAGES:
        if column.endswith(f"_{lang}"):
            return _ending(table, column.removesuffix(f"_{lang}"), f"in_{lang}")
    end = next((end for end in ENDS if column.endswith(f"_{end}")), None)
    return _ending(table, column.removesuffix(f"_{end}"), end) if end else (t(f"data.field.any.{column}.title"), "")


def _ending(table, column, end):
    named, meaning = _words(table, column)
    return t(f"data.end.{end}.title", of=named), t(f"data.end.{end}.meaning", of=named, meaning=meaning)
