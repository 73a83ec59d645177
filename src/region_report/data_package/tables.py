"""The tables of the data package: which there are, their columns, their rows as plain values."""

import math
from dataclasses import dataclass

from region_report import codelists, metrics, observations
from region_report.codelists.schema import always

OBSERVATIONS = (
    "region", "region_zh", "region_en", "indicator", "indicator_zh", "indicator_en", "measure", "period",
    "printed", "value", "lower", "upper", "bound", "unit", "source", "source_zh", "source_en", "source_grade",
    "source_grade_zh", "source_grade_en", "source_url", "place", "status", "nature", "note_zh", "note_en",
)  # fmt: skip
METRICS = (
    "region", "region_zh", "region_en", "indicator", "indicator_zh", "indicator_en", "group", "period", "value",
    "lower", "upper", "bound", "unit", "status", "denominator_period", "inputs_zh", "inputs_en",
)  # fmt: skip
_POINT = ("", "_lower", "_upper", "_bound", "_period", "_printed", "_source", "_source_grade")
TARGETS = (
    "region", "region_zh", "region_en", "indicator", "indicator_zh", "indicator_en", "unit", "nature",
    *(f"{part}{end}" for part in ("baseline", "current", "target") for end in _POINT),
    *(f"{name}{end}" for name in ("required_growth", "required_step", "observed_growth", "attainment", "ratio")
      for end in ("", "_lower", "_upper")),
    "time_gone", "status", "status_compound", "status_linear", "status_best", "status_worst", "evidence",
)  # fmt: skip
REGIONS = ("slug", "code", "name_zh", "name_en", "level", "parent", "figures")
LISTS = ("indicators", "units", "statuses", "grades", "comparability", "canonical_actors", "actors")


@dataclass(frozen=True)
class Table:
    """A table by its name: columns, and rows as tuples of text, numbers, truth values and None for nothing."""

    name: str
    columns: tuple
    rows: tuple

    @property
    def records(self):
        """The rows as dictionaries."""
        return [dict(zip(self.columns, row, strict=True)) for row in self.rows]

    def column(self, name):
        """The values of a column."""
        place = self.columns.index(name)
        return [row[place] for row in self.rows]

    def by(self, name):
        """The rows of each value of a column: value -> Table, in the order of the rows."""
        found = {}
        for value, row in zip(self.column(name), self.rows, strict=True):
            found.setdefault(value, []).append(row)
        return {value: self.of(rows) for value, rows in found.items()}

    def of(self, rows):
        """The same table with other rows."""
        return Table(self.name, self.columns, tuple(rows))


def tables(regions, *, data=None):
    """Name -> Table of everything in a data folder; one may refer only to those that it names in its schema.

    regions: all of the folder's, as from `codelists.regions`.
    """
    every, lists = observations.load_all(data=data), codelists.load(data)
    frames = {"observations": every[list(OBSERVATIONS)]}
    frames["targets"] = metrics.targets.targets(every)[list(TARGETS)]
    frames["metrics"] = _defined(metrics.evaluate_all(every), lists)[list(METRICS)]
    frames |= {name: getattr(lists, name)[always(name)] for name in LISTS}
    found = {name: _table(name, frame) for name, frame in frames.items()}
    figures = every.groupby("region").size().to_dict()
    found["regions"] = Table("regions", REGIONS, tuple(_region(each, figures.get(each.slug, 0)) for each in regions))
    return found | {"sources": _sources(regions)}


def _defined(evaluated, lists):
    """The rows of those metrics whose indicators this report has; a report on another topic has few of them."""
    known = set(lists.indicators["id"])
    foreign = [name for name, metric in metrics.REGISTRY.items() if not set(metric.uses) <= known]
    return evaluated[~evaluated["indicator"].isin(foreign)]


def _table(name, frame):
    columns = [[_plain(value) for value in frame[column].tolist()] for column in frame.columns]
    return Table(name, tuple(frame.columns), tuple(zip(*columns, strict=True)))


def _plain(value):
    """A cell as CSV and JSON can say it: no empty text, no gap, no open end (`bound` says that it is open)."""
    if isinstance(value, float):
        if not math.isfinite(value):
            return None
        return int(value) if value.is_integer() else value
    return None if value == "" else value


def _region(region, figures):
    parent = region.parents[-1].code if region.parents else None
    return (region.slug, region.code, region.name_zh, region.name_en, region.level, parent, figures)


def _sources(regions):
    columns = always("sources")
    rows = [
        (region.slug, *(_plain(getattr(source, column)) for column in columns))
        for region in regions
        for source in region.sources.values()
    ]
    return Table("sources", ("region", *columns), tuple(rows))
