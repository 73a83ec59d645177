"""How the figures of many regions are spread: how many there are, the median, the quartiles, the ends."""

import math
import re

import pandas as pd

from region_report.languages import columns
from region_report.metrics import areas, inputs
from region_report.metrics.comparability import one_series

# Fewer figures than this have no quartiles worth the name.
FEWEST = 5
SHARES = {"minimum": 0, "lower_quartile": 0.25, "median": 0.5, "upper_quartile": 0.75, "maximum": 1}
_ENDS = ("value", "lower", "upper")
_LABELS = [
    "indicator", *columns("indicator"), "unit", *columns("unit"), "kind", "measure", "decimals",
]  # fmt: skip
_AREA = ("area", *columns("area"))


def distribution(figures, *, by="level"):
    """How each metric of a frame is spread over the regions of each level, or of each province.

    figures: a metric frame, or observations of one measure. by: `level`, or `province`, of the regions below one.
    Of each region its latest figure counts, an undated one where there is no other, none where its sources disagree.
    One row a metric and area that has a figure: the labels; `area` (a level or the code of a province), `area_zh`,
    `area_en` (empty for a level); `n` and `without`, the regions with a figure and without one; `minimum`,
    `lower_quartile`, `median`, `upper_quartile`, `maximum`, each with `_lower` and `_upper`; `lowest`, `highest`: the
    regions that may have the least and the most, each its names in the order of LANGUAGES.
    """
    grouped = _grouped(figures, by)
    sizes = grouped.groupby("area")["region"].nunique()
    places = {metric: place for place, metric in enumerate(grouped["indicator"].unique())}
    found = list(_latest(grouped).groupby(["indicator", "area"], sort=False))
    found.sort(key=lambda each: (places[each[0][0]], _rank(each[0][1])))
    rows = [_row(rows, sizes[area]) for (_, area), rows in found]
    return pd.DataFrame(rows, columns=_columns())


def comparable(observations):
    """The figures of one indicator that a distribution may hold, as a frame that `distribution` takes.

    observations: rows of one indicator. What was promised, what was a baseline, words, other scopes and figures with
    a bound (at least, about) have no value in the result, so that their regions count as without one. Raises
    NotComparable where the figures left are not of one kind.
    """
    told = observations["measure"].isin(["actual", "denominator"]) & (observations["bound"] == "exact")
    told &= observations["status"].fillna("") == ""
    one_series(observations[told])
    return observations.assign(value=observations["value"].where(told))


def quantile(numbers, share):
    """The number below which a share of the numbers lies, between the two nearest (type 7 of Hyndman and Fan).

    An upper end may be infinite, which the functions of numpy turn into no number at all.

    >>> quantile([1, 2, 4, 8], 0.5), quantile([1, 2, 4], 0.25), quantile([1, math.inf], 0)
    (3.0, 1.5, 1)
    """
    ordered = sorted(numbers)
    place = (len(ordered) - 1) * share
    below, part = ordered[math.floor(place)], place - math.floor(place)
    return below + part * (ordered[math.floor(place) + 1] - below) if part else below


def _rank(area):
    """Levels from the nation down, provinces by code."""
    return (areas.LEVELS.index(area), "") if area in areas.LEVELS else (len(areas.LEVELS), area)


def _grouped(figures, by):
    """The rows with `area` and its names; of provinces only the regions below one."""
    if by == "level":
        return figures.assign(area=figures["region_level"], **dict.fromkeys(columns("area"), ""))
    rows = figures[~figures["region_level"].isin(["nation", "province"])]
    rows = rows.merge(areas.provinces(rows), on="region", validate="many_to_one")
    rows = rows.rename(columns=lambda name: re.sub("^province", "area", name))
    return rows[rows["area"] != ""]


def _latest(rows):
    """One clean figure a region and metric."""
    rows = rows[rows["value"].notna() & (rows["status"].fillna("") == "")]
    rows = rows.assign(when=rows["period"].fillna("").map(inputs.when).astype(float))
    rows = rows.sort_values("when", ascending=False, kind="stable", na_position="last")
    return rows.drop_duplicates(["region", "indicator"]).sort_index()


def _row(rows, size):
    numbers = {end: rows[end].tolist() for end in _ENDS}
    spread = {
        f"{name}{'' if end == 'value' else f'_{end}'}": quantile(numbers[end], share)
        for name, share in SHARES.items()
        for end in _ENDS
    }
    names = list(zip(*(rows[name] for name in columns("region")), strict=True))
    ends = list(zip(names, numbers["lower"], numbers["upper"], strict=True))
    # Whose interval reaches that of the region with the least is not told apart from it.
    below = min(zip(numbers["value"], numbers["upper"], strict=True))[1]
    above = max(zip(numbers["value"], numbers["lower"], strict=True))[1]
    labels = {name: rows[name].iat[0] if name in rows else "" for name in (*_LABELS, *_AREA)}
    return labels | {"n": len(names), "without": int(size) - len(names)} | spread | {
        "lowest": tuple(name for name, lower, _ in ends if lower <= below),
        "highest": tuple(name for name, _, upper in ends if upper >= above),
    }  # fmt: skip


def _columns():
    spread = [f"{name}{end}" for name in SHARES for end in ("", "_lower", "_upper")]
    return [*_LABELS, *_AREA, "n", "without", *spread, "lowest", "highest"]
