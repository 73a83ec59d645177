"""The registry of metrics: one function a metric, with names, unit, inputs, formula and a worked example."""

import inspect
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from region_report import figures
from region_report.languages import ALWAYS, LANGUAGES
from region_report.metrics.intervals import Interval, spread
from region_report.metrics.words import of_metric

REGISTRY = {}


@dataclass(frozen=True)
class Metric:
    """A metric as the methods page shows it.

    uses: ids of the indicators it needs, in the order they are listed to the reader.
    nearest: those of `uses` that are denominators, taken from the period nearest to the others.
    measures: which measures of the other indicators count; a target never mixes with an observation.
    note_zh, note_en: what could mislead. A further language says the same in its locale, `metrics.of.<id>`.
    """

    id: str
    name_zh: str
    name_en: str
    group: str
    unit_zh: str
    unit: str
    decimals: int
    uses: tuple
    nearest: tuple
    measures: tuple
    source: str
    formula: str
    definition_zh: str
    definition_en: str
    note_zh: str
    note_en: str
    function: Callable

    @cached_property
    def texts(self):
        """`name`, `unit`, `definition` and `note` in each language, as `name_zh`, `unit_en` ..."""
        parts = ("name", "unit", "definition", "note")
        return {f"{part}_{lang}": self._said(part, lang) for part in parts for lang in LANGUAGES}

    def _said(self, part, lang):
        if lang not in ALWAYS:
            return of_metric(self.id, part, lang)
        return self.unit if (part, lang) == ("unit", "en") else getattr(self, f"{part}_{lang}")

    @property
    def paired(self):
        """The inputs that must belong to the same period (undated ones: to the same source)."""
        return tuple(name for name in self.uses if name not in self.nearest)


def metric(*, id, uses, nearest=(), measures=("actual", "baseline"), note_zh="", **names):
    """Register the decorated function as the metric `id`.

    names: the other fields of `Metric`. The docstring's first paragraph is the English definition, the
    second what could mislead; `definition_zh` and `note_zh` say the same in Chinese. Raises ValueError for
    an id given twice.
    """

    def register(function):
        if id in REGISTRY:
            raise ValueError(f"The metric '{id}' is registered twice.")
        definition_en, note_en = _paragraphs(function)
        inputs = {"uses": tuple(uses), "nearest": tuple(nearest), "measures": tuple(measures)}
        notes = {"note_zh": note_zh, "note_en": note_en, "definition_en": definition_en}
        REGISTRY[id] = Metric(id=id, function=function, **inputs, **notes, **names)
        return function

    return register


def example(function, **printed):
    """(value, lower, upper) of a metric's function for figures as printed, rounded to the metric's decimals.

    >>> from region_report.metrics.ratios import group_sessions_per_case
    >>> example(group_sessions_per_case, group_sessions="3893节", cases="877个")
    (4.44, 4.44, 4.44)
    """
    found = next(entry for entry in REGISTRY.values() if entry.function is function)
    commitment = found.measures == ("target",)
    parsed = {
        name: figures.parse(text, commitment=commitment and name in found.paired) for name, text in printed.items()
    }
    inputs = {name: Interval.of(figure.value, figure.lower, figure.upper) for name, figure in parsed.items()}
    result = spread(function, inputs)
    return tuple(round(float(end[0]), found.decimals) for end in (result.value, result.lower, result.upper))


def _paragraphs(function):
    """First and second paragraph of a docstring, each on one line; worked examples are left out."""
    blocks = inspect.getdoc(function).split("\n\n")
    prose = [" ".join(block.split()) for block in blocks if not block.lstrip().startswith(">>>")]
    return prose[0], prose[1] if len(prose) > 1 else ""
