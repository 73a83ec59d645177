"""Names of statuses and grades from the codelists, and this package's own words, in both languages."""

import re
from functools import cache
from importlib.resources import files

import yaml

from region_report import codelists

LANGUAGES = ("zh", "en")
_SIGNS = {" * ": " × ", " / ": " ÷ ", "10000": "10,000"}
_FULL_WIDTH = {"(": "（", ")": "）"}


def word(key, lang):
    """The name under `metrics.<key>` in `locale/<lang>/metrics.yml`; KeyError where there is none."""
    found = _catalogue(lang)
    for part in key.split("."):
        found = found[part]
    return found


def status_words(frame=None):
    """code -> (zh, en) for every status: those of the codelist, and a frame's own labels."""
    return _words(codelists.load().statuses, "status", frame)


def grade_words(frame=None):
    """code -> (zh, en) for every grade of a source: those of the codelist, and a frame's own labels."""
    return _words(codelists.load().grades, "source_grade", frame)


def _words(codelist, column, frame):
    words = {"": ("", "")} | _pairs(codelist, "id", "name")
    if frame is None:
        return words
    return words | _pairs(frame[[column, f"{column}_zh", f"{column}_en"]].drop_duplicates(), column, column)


def _pairs(table, code, name):
    """Column by column: each tip of a chart asks for the names of grades."""
    columns = (table[column].tolist() for column in (code, f"{name}_zh", f"{name}_en"))
    return {code: (zh, en) for code, zh, en in zip(*columns, strict=True) if code}


def formula_words(formula, names, lang):
    """A formula in ids with the names that readers know, in the signs and brackets of the language."""
    for sign, shown in (_SIGNS | (_FULL_WIDTH if lang == "zh" else {})).items():
        formula = formula.replace(sign, shown)
    shown = re.sub(r"[a-z_]{2,}", lambda found: names.get(found[0], found[0]), formula)
    # A full-width bracket brings its own blank.
    return shown.replace("） ", "）").replace(" （", "（")


def period_words(period, lang):
    """A period inside a list of inputs: `2020年11月` or `2020-11`; an empty one is said to be undated."""
    if not period:
        return word("undated", lang)
    if lang == "en":
        return period.replace("/", "–")
    return "—".join(_in_chinese(part) for part in period.split("/"))


def _in_chinese(date):
    return "".join(f"{int(part)}{unit}" for part, unit in zip(date.split("-"), "年月日", strict=False))


@cache
def _catalogue(lang):
    path = files("region_report") / "locale" / lang / "metrics.yml"
    return yaml.safe_load(path.read_text(encoding="utf-8"))["metrics"]
