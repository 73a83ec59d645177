"""Which figures of two data sets belong together, and in what they differ."""

from dataclasses import dataclass

import pandas as pd

READING = ("value", "lower", "upper", "bound")
FIELDS = ("period", "printed", *READING, "source", "place", "status", "nature")
DEFINITION = ("name_zh", "name_en", "definition_zh", "definition_en", "unit", "direction", "base")
TARGET = ["region", "indicator", "target_period", "target_source"]
# The key of a figure first; then what a figure keeps where its place, its period, its wording or its source was
# corrected. Where several figures could belong together, only equal wording pairs them.
SAME = ["region", "indicator", "measure"]
MATCHES = (
    (["period", "source", "place"], True),
    (["period", "source", "printed"], True),
    (["source", "place"], False),
    (["period", "source"], False),
    (["period"], False),
)


@dataclass(frozen=True)
class Change:
    """One figure, target or definition that is not as it was.

    kind: `appeared`, `vanished`, `changed`, `moved` (only its place differs), `target` or `definition`.
    changed: names of what differs; value and interval together are `reading`. old, new: its cells on either side,
    None where it is not there.
    """

    kind: str
    changed: tuple
    old: dict | None
    new: dict | None

    @property
    def row(self):
        """The cells by which a reader knows it: of today, else as they were."""
        return self.new or self.old


@dataclass(frozen=True)
class Changes:
    """All changes from one data set to another, in the order of their keys.

    targets, definitions: None where one side has none on file, so that nothing can be said of them.
    """

    figures: tuple
    targets: tuple | None
    definitions: tuple | None

    @property
    def every(self):
        """All changes in one tuple."""
        return (*self.figures, *(self.targets or ()), *(self.definitions or ()))


def compare(old, new):
    """The `Changes` from one `DataSet` to another."""
    return Changes(_figures(old.figures, new.figures), _targets(old, new), _definitions(old, new))


def _figures(old, new):
    old, new = old.reset_index(drop=True), new.reset_index(drop=True)
    pairs = _pairs(old, new)
    before, after = old.to_dict("records"), new.to_dict("records")
    found = []
    for left, right in pairs:
        if changed := _differences(before[left], after[right]):
            found.append(Change("moved" if changed == ("place",) else "changed", changed, before[left], after[right]))
    gone = set(range(len(before))) - {left for left, _ in pairs}
    come = set(range(len(after))) - {right for _, right in pairs}
    found += [Change("vanished", (), before[number], None) for number in gone]
    found += [Change("appeared", (), None, after[number]) for number in come]
    return tuple(sorted(found, key=_order))


def _pairs(old, new):
    """(number in old, number in new) of every figure that both have, the surest matches first."""
    left, right, pairs = old, new, []
    for columns, ordered in MATCHES:
        found = _matched(left, right, [*SAME, *columns], ordered)
        pairs += list(found.itertuples(index=False, name=None))
        left, right = left.drop(found["left"]), right.drop(found["right"])
    return pairs


def _matched(left, right, keys, ordered):
    """The numbers of rows with equal keys. ordered: several equal ones pair in their order; else none of them does."""
    sides = []
    for side, frame in (("left", left), ("right", right)):
        rows = frame[keys].assign(**{side: frame.index}, nth=frame.groupby(keys).cumcount())
        sides.append(rows if ordered else rows.drop_duplicates(keys, keep=False))
    return sides[0].merge(sides[1], on=[*keys, "nth"], validate="one_to_one")[["left", "right"]]


def _differences(old, new):
    names = ("reading" if field in READING else field for field in FIELDS if _differ(old[field], new[field]))
    return tuple(dict.fromkeys(names))


def _differ(old, new):
    return old != new and not (pd.isna(old) and pd.isna(new))


def _order(change):
    row = change.row
    return (*(row[column] for column in (*SAME, "period", "source", "place")), change.kind)


def _targets(old, new):
    """The targets whose status is another one."""
    if old.targets is None or new.targets is None:
        return None
    # A source may state a target twice; its judgements are told apart by their order.
    before, after = (_keyed(each.targets, TARGET) for each in (old, new))
    return tuple(
        Change("target", ("status",), before[key], after[key])
        for key in sorted(before.keys() & after.keys())
        if before[key]["status"] != after[key]["status"]
    )


def _definitions(old, new):
    """The indicators that do not mean what they meant."""
    if old.indicators is None or new.indicators is None:
        return None
    before, after = (_keyed(each.indicators.fillna(""), ["id"]) for each in (old, new))
    found = []
    for key in sorted(before.keys() & after.keys()):
        if changed := tuple(name for name in DEFINITION if before[key][name] != after[key][name]):
            found.append(Change("definition", changed, before[key], after[key]))
    return tuple(found)


def _keyed(frame, keys):
    numbered = frame.assign(nth=frame.groupby(keys).cumcount())
    return {tuple(row[key] for key in (*keys, "nth")): row for row in numbered.to_dict("records")}
