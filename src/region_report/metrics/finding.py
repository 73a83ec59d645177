"""What a finding is made of: numbers with their intervals, and words in each language."""

import math
from dataclasses import dataclass, field

from region_report.languages import LANGUAGES


@dataclass(frozen=True)
class Value:
    """A number that a sentence shows; `text` writes it.

    kind: `number` or `percent` (0-100, written with a sign). decimals: how many at most.
    In a template `{x}` is the value and `{x.interval}` the span from lower to upper.
    """

    value: float
    lower: float = math.nan
    upper: float = math.nan
    kind: str = "number"
    decimals: int = 0

    def __post_init__(self):
        """A number without an interval of its own is exact."""
        if math.isnan(self.lower):
            object.__setattr__(self, "lower", self.value)
        if math.isnan(self.upper):
            object.__setattr__(self, "upper", self.value)

    @property
    def exact(self):
        """Whether the interval is a single number."""
        return self.lower == self.upper


@dataclass(frozen=True)
class Words:
    """A name or a list of names in each language; in a template it is shown in the reader's."""

    zh: str
    en: str
    # What is said in Chinese and English tells what is meant.
    further: tuple = field(default=(), compare=False)

    @classmethod
    def each(cls, say):
        """The words that `say(lang)` gives for each language."""
        zh, en, *further = map(say, LANGUAGES)
        return cls(zh, en, tuple(further))

    def of(self, lang):
        """The words in one language."""
        return (self.zh, self.en, *self.further)[LANGUAGES.index(lang)]


@dataclass(frozen=True)
class Finding:
    """One sentence of the report, still without its words.

    id: the template's key, `findings.<id>` in `locale/<lang>/findings.yml`.
    values: field of the template -> Value, Words or a plain string that reads the same in both languages.
    region: slug of the region it speaks of. sources: ids of the sources behind it. grade: the weakest of
    theirs. section: label of the section of the region's page where its figures stand, each with its origin;
    empty where it has no figure.
    """

    id: str
    values: dict
    region: str = ""
    sources: tuple = ()
    grade: str = ""
    section: str = ""
