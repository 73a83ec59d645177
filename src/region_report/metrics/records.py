"""What an observations frame holds, as plain records: read once a frame, with what has been computed from it."""

import weakref
from collections import defaultdict
from functools import cached_property

import numpy as np

from region_report import codelists
from region_report.languages import columns
from region_report.metrics.words import grade_words, status_words

# Everything else (wider scope, partial evidence, damaged ...) measures something else than the indicator says.
CLEAN = ("", "conflicting", "derived_from_words")
# A frame that a researcher has joined may have gaps here; they mean the same as an empty cell.
_MAY_LACK = ("period", "status", "base")
_kept = {}


def records(observations):
    """The Records of an observations frame: the same ones as long as the frame and its codelists are what they were."""
    key, lists = id(observations), codelists.load()
    reference, found = _kept.get(key, (None, None))
    if reference is None or reference() is not observations or not found.hold(observations, lists):
        found = Records(observations, lists)
        _kept[key] = weakref.ref(observations, lambda _: _kept.pop(key, None)), found
    return found


class Records:
    """The rows of one observations frame, found by indicator and measure.

    columns: the frame's. regions: slug -> number of its first row, in the order of the frame. A row is known by its
    number, counted from 0.
    """

    def __init__(self, frame, lists):
        # A copy that shares all cells: pandas gives a frame that is changed new cells, and this one keeps the old.
        self._frame, self._lists = frame.copy(deep=False), lists
        self._arrays = [column.to_numpy() for _, column in frame.items()]
        self._results = {}
        self.columns = list(frame.columns)
        cells = {name: column.tolist() for name, column in frame.items()}
        for name in _MAY_LACK:
            cells[name] = [value if isinstance(value, str) else "" for value in cells[name]]
        self._rows = list(zip(*cells.values(), strict=True))
        self.regions = {}
        for number, region in enumerate(cells["region"]):
            self.regions.setdefault(region, number)

    def hold(self, frame, lists):
        """Whether the frame still has the cells that were read, and the codelists are the same."""
        same = lists is self._lists and frame.columns.is_(self._frame.columns) and frame.index.is_(self._frame.index)
        return same and all(
            np.shares_memory(column.to_numpy(), read)
            for (_, column), read in zip(frame.items(), self._arrays, strict=True)
        )

    def remembered(self, key, compute):
        """What `compute()` gives, computed once for each key."""
        if key not in self._results:
            self._results[key] = compute()
        return self._results[key]

    def row(self, number):
        """One row as a dictionary; period, status and base are empty text where the frame has a gap."""
        return dict(zip(self.columns, self._rows[number], strict=True))

    def rows(self, numbers):
        """Several rows as dictionaries."""
        return [self.row(number) for number in numbers]

    def all_of(self, indicators, measures):
        """The numbers of all rows of these indicators and measures, in the order of the frame."""
        return sorted(number for name in indicators for measure in measures for number in self._places[name, measure])

    def usable(self, indicators, measures):
        """Those of `all_of` whose figure has a value and measures what the indicator says."""
        return [number for number in self.all_of(indicators, measures) if self._is_usable(number)]

    def first(self, indicator):
        """The number of an indicator's first row, whatever its measure; None where it has none."""
        return self._first.get(indicator)

    @cached_property
    def indicators(self):
        """Ids of the indicators, in the order of the frame."""
        return list(self._first)

    @cached_property
    def status_words(self):
        """code -> names in the order of LANGUAGES of every status: those of the codelist, and the frame's own."""
        return status_words() | self._labels("status")

    @cached_property
    def grade_words(self):
        """code -> names in the order of LANGUAGES of every grade of a source, likewise."""
        return grade_words() | self._labels("source_grade")

    def _labels(self, column):
        places = self._at(column, *columns(column))
        told = dict.fromkeys(tuple(row[place] for place in places) for row in self._rows)
        return {code: names for code, *names in told if code}

    @cached_property
    def _places(self):
        indicator, measure = self._at("indicator", "measure")
        found = defaultdict(list)
        for number, row in enumerate(self._rows):
            found[row[indicator], row[measure]].append(number)
        return found

    @cached_property
    def _first(self):
        (indicator,) = self._at("indicator")
        found = {}
        for number, row in enumerate(self._rows):
            found.setdefault(row[indicator], number)
        return found

    def _is_usable(self, number):
        row, (value, status) = self._rows[number], self._of_usable
        return row[value] == row[value] and row[status] in CLEAN

    @cached_property
    def _of_usable(self):
        return self._at("value", "status")

    def _at(self, *names):
        return [self.columns.index(name) for name in names]
