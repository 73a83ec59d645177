"""Messages to the person at work: a key and what was found, put in words only when they are shown.

The words stand in `locale/<language>/<first part of the key>.yml`, and only the files that are needed are read.
"""

import os
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import cache

from region_report.languages import ALWAYS, LOCALES

# What is told at work is in these, whichever editions there are.
LANGUAGES = ALWAYS
# What a process that runs under another locale is told; unset, the language is that of the machine.
OWN = "REGION_REPORT_MESSAGES"
# POSIX asks those of the machine in this order; the first that is not empty decides.
VARIABLES = (OWN, "LC_ALL", "LC_MESSAGES", "LANG")
_chosen = ContextVar("language of messages", default="")


@dataclass(frozen=True, init=False)
class Message:
    """What is to be said: the key of a text, and the values of its fields.

    A value is text, a number, another message, or a tuple of these, which is listed. Of values named `x_zh` and
    `x_en` the text has the one of its language as `{x}`. `str` gives the words in the language of messages.

    >>> with spoken("en"): print(Message("faults.number", found="4,5"))
    '4,5' is not a number. Write it with digits and a point.
    >>> with spoken("zh"): print(Message("faults.number", found="4,5"))
    “4,5”不是数。请用数字和小数点书写。
    """

    key: str
    values: tuple

    def __init__(self, key, /, **values):
        object.__setattr__(self, "key", key)
        object.__setattr__(self, "values", tuple(values.items()))

    def __lt__(self, other):
        return (self.key, repr(self.values)) < (other.key, repr(other.values))

    def __str__(self):
        lang = language()
        values = {name.removesuffix(f"_{lang}"): _listed(value, lang) for name, value in self.values}
        return _words(lang, self.key.partition(".")[0])[self.key].format(**values)


@contextmanager
def spoken(lang):
    """Messages that are shown inside the block are in `lang` (`zh` or `en`); empty: as they are outside of it."""
    token = _chosen.set(lang or _chosen.get())
    try:
        yield
    finally:
        _chosen.reset(token)


def language():
    """The language of messages: the chosen one, else `zh` where the environment asks for Chinese, else `en`."""
    asked = next((value for name in VARIABLES if (value := os.environ.get(name))), "")
    return _chosen.get() or ("zh" if asked.lower().startswith("zh") else "en")


def texts(path):
    """(dotted key, text, line) of every text of a locale file."""
    import yaml

    return list(_texts(yaml.compose(path.read_text("utf-8"), Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader))))


@cache
def _words(lang, name):
    return {key: text for key, text, _ in texts(LOCALES / lang / f"{name}.yml")}


def _listed(value, lang):
    """A tuple as a list in words."""
    return _words(lang, "faults")["faults.comma"].join(map(str, value)) if isinstance(value, tuple) else value


def _texts(node, prefix=""):
    if node is not None and node.id == "mapping":
        for key, value in node.value:
            yield from _texts(value, f"{prefix}.{key.value}" if prefix else key.value)
    elif node is not None:
        yield prefix, node.value, node.start_mark.line + 1
