"""What the codelists and regions are made of."""

from dataclasses import dataclass, field
from pathlib import Path

import pandas as pd

from region_report.languages import ALWAYS
from region_report.messages import Message
from region_report.paths import shown


@dataclass(frozen=True)
class Codelists:
    """The codelists of a data folder, each as a frame with one row an entry and an `id` column.

    indicators (`minimum` and `maximum` are numbers), units, statuses, grades, canonical_actors; and the
    tables comparability (pairs of indicators) and actors (an actor as one document names it).
    """

    folder: Path
    indicators: pd.DataFrame
    units: pd.DataFrame
    statuses: pd.DataFrame
    grades: pd.DataFrame
    canonical_actors: pd.DataFrame
    comparability: pd.DataFrame
    actors: pd.DataFrame
    by_id: dict = field(repr=False, default_factory=dict)
    """`by_id["units"]["person"]["name_zh"]`: the same entries for looking one up."""
    files: dict = field(repr=False, default_factory=dict)
    """`files["units"]`: the paths of its rows, two where the folder adds to the list of another one."""

    languages: tuple = ALWAYS
    """Which of Chinese and English the folder speaks; in the other one its names are empty."""

    def where(self, name):
        """The file of a codelist as messages name it, or both of two."""
        files = [shown(path) for path in self.files[name]]
        return Message("faults.both", one=files[0], other=files[1]) if len(files) > 1 else "".join(files)


class Worded:
    """Something with entries in each language: `name_zh`, `name_en`, and those of further languages in `words`."""

    def word(self, what, lang):
        """The entry `what` (`name`, `title` ...) in a language; empty where a further language has none."""
        column = f"{what}_{lang}"
        return getattr(self, column) if lang in ALWAYS else self.words.get(column, "")


@dataclass(frozen=True)
class Source(Worded):
    """Where figures come from. `document_sha256` names the file whose text has their character spans."""

    id: str
    title_zh: str
    title_en: str
    publisher_zh: str
    publisher_en: str
    date: str
    url: str
    grade: str
    licence_zh: str
    licence_en: str
    document_sha256: str
    checked_at_original: bool
    words: dict = field(default_factory=dict, hash=False)

    def label(self, lang):
        """Publisher, title and date in one line, in the language of an edition; empty in one without a title."""
        publisher, title = self.word("publisher", lang), self.word("title", lang)
        if lang == "zh":
            return f"{publisher}：{title}" + (f"（{self.date}）" if self.date else "") if title else ""
        return f"{publisher}: {title}" + (f" ({self.date})" if self.date else "") if title else ""


@dataclass(frozen=True)
class Parent(Worded):
    """A region of a higher level, for saying where a region lies."""

    code: str
    name_zh: str
    name_en: str
    words: dict = field(default_factory=dict, hash=False)


@dataclass(frozen=True)
class SetAside:
    """An expression of a document that looks like a figure and is none, with the reason."""

    source: str
    place: str
    printed: str
    reason: str


@dataclass(frozen=True)
class Judged:
    """A warning of `region-report check` that was looked into: the row, or the source, is right as it stands.

    about: id of the indicator or of the source. period: of the row. line: in region.yml.
    """

    warning: str
    about: str
    period: str
    reason: str
    line: int


@dataclass(frozen=True)
class Region(Worded):
    """A region: its code (GB/T 2260) is its key, its slug the name of its folder.

    parents: the highest first. sources: by id. set_aside: expressions that are no figures. judged: warnings.
    """

    code: str
    slug: str
    name_zh: str
    name_en: str
    level: str
    parents: tuple
    sources: dict
    set_aside: tuple
    folder: Path
    words: dict = field(default_factory=dict, hash=False)
    judged: tuple = ()
