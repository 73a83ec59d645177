"""Names this package gives to its own states, groups and sources, in both languages."""

from functools import cache
from importlib.resources import files

import yaml

from region_report import codelists

LANGUAGES = ("zh", "en")


def word(key, lang):
    """The name under `metrics.<key>` in `locale/<lang>/metrics.yml`; KeyError where there is none."""
    found = _catalogue(lang)
    for part in key.split("."):
        found = found[part]
    return found


def status_words(frame=None):
    """code -> (zh, en) for every status: those of the codelist, this package's verdicts, and a frame's own
    labels.
    """
    words = {"": ("", "")}
    words |= _pairs(codelists.load().statuses[["id", "name_zh", "name_en"]])
    words |= {
        code: tuple(word(f"status.{code}", lang) for lang in LANGUAGES) for code in _catalogue("zh")["status"]
    }
    return (
        words
        if frame is None
        else words | _pairs(frame[["status", "status_zh", "status_en"]].drop_duplicates())
    )


def _pairs(table):
    return {code: (zh, en) for code, zh, en in table.itertuples(index=False) if code}


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
