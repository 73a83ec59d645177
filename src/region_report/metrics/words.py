"""Names of statuses and grades from the codelists, and this package's own words, in each language."""

import re
from functools import cache
from importlib.resources import files

import yaml

from region_report import codelists
from region_report.languages import LANGUAGES, columns

_SIGNS = {" * ": " × ", " / ": " ÷ ", "10000": "10,000"}
_FULL_WIDTH = {"(": "（", ")": "）"}


def word(key, lang):
    """The name under `metrics.<key>` in `locale/<lang>/metrics.yml`; KeyError where there is none."""
    found = _catalogue(lang)
    for part in key.split("."):
        found = found[part]
    return found


def status_words():
    """code -> names in the order of LANGUAGES, for every status of the codelist; no status has no words."""
    return _words("statuses")


def grade_words():
    """code -> names in the order of LANGUAGES, for every grade of a source; no grade has no words."""
    return _words("grades")


def of_metric(id, what, lang):
    """What the locale of a further language says of a metric: its `name`, `unit`, `definition`, `note`; or nothing."""
    return _catalogue(lang).get("of", {}).get(id, {}).get(what, "")


def _words(codelist):
    entries, names = codelists.load().by_id[codelist], columns("name")
    none = {"": ("",) * len(LANGUAGES)}
    return none | {id: tuple(entry[name] for name in names) for id, entry in entries.items()}


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
    if lang != "zh":
        return period.replace("/", "–")
    return "—".join(_in_chinese(part) for part in period.split("/"))


def _in_chinese(date):
    return "".join(f"{int(part)}{unit}" for part, unit in zip(date.split("-"), "年月日", strict=False))


@cache
def _catalogue(lang):
    path = files("region_report") / "locale" / lang / "metrics.yml"
    return yaml.safe_load(path.read_text(encoding="utf-8"))["metrics"]
