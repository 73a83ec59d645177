"""Names this package gives to its own states, groups and sources, in both languages."""

from functools import cache
from importlib.resources import files

import yaml

LANGUAGES = ("zh", "en")


def word(key, lang):
    """The name under `metrics.<key>` in `locale/<lang>/metrics.yml`; KeyError where there is none."""
    found = _catalogue(lang)
    for part in key.split("."):
        found = found[part]
    return found


def status_words(frame):
    """code -> (zh, en) for every status: as the observations label them, and this package's own."""
    words = {
        code: (word(f"status.{code}", "zh"), word(f"status.{code}", "en"))
        for code in _catalogue("zh")["status"]
    }
    labelled = frame[["status", "status_zh", "status_en"]].dropna().drop_duplicates("status")
    words |= {code: (zh, en) for code, zh, en in labelled.itertuples(index=False) if code and zh}
    return {"": ("", "")} | words


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
