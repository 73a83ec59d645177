"""Two regions side by side: what of theirs may be compared, and the reason for everything else."""

import math
from collections import defaultdict
from dataclasses import dataclass
from itertools import combinations

from region_report import codelists
from region_report.languages import columns
from region_report.metrics import inputs
from region_report.metrics.areas import many
from region_report.metrics.comparability import OBSERVED, forbidden, verdict
from region_report.metrics.judging import Point

# Of more regions than this, those with most figures are paired: the number of pairs grows with the square.
MOST = 6
# Among many regions the tables of a pair are long, and a page has to stay light.
MOST_OF_MANY = 4
# A count grows with the region: two of them stand side by side, and say nothing of more or less.
_SIZED = ("count", "area")


@dataclass(frozen=True)
class Pair:
    """Two regions: rows (dictionaries of a frame) of what may be compared, and of what may not.

    left, right: a row of each region, for its names. comparable: (left row, right row, how they stand: `overlap`,
    `left`, `right` (that side is higher), `promises_left`, `promises_right` (of two targets), `equal`, `size` (counts
    of regions of different size), `conflicting` (sources of one of them disagree)). promised: indicators of which one
    has a target and the other a figure, as rows. barred: (left row, right row, the reasons) of the rules.
    unusable: (row of the one that has a figure, row of the other whose status says why it cannot be used).
    only_left, only_right: rows of what only one of them has. A row has also `behind`: the rows of the sources that
    were merged into it, none for a metric.
    """

    left: dict
    right: dict
    comparable: tuple
    promised: tuple
    barred: tuple
    unusable: tuple
    only_left: tuple
    only_right: tuple


def pairs(observations, metrics, *, most=None, rules=None):
    """Every pair of the regions, or of the `most` regions with most figures where there are more, as a list of Pairs.

    most: by default six, of many regions four. observations: frame; the nation is left out, it is no region beside
    others. metrics: a metric frame of the same regions; what a commitment implies is left out. Sources of one period
    are one figure, see `inputs.figures_of`. Of each indicator a region's latest figure stands. An undated one stands
    where there is no other, or where its source has a better grade (in the order of `grades.csv`) than that of the
    latest: the region's own undated document before an old report of the press.
    """
    rules = codelists.load().comparability if rules is None else rules
    metrics = metrics[metrics["group"] != "implied"]
    known = {region: _known(observations, metrics, region) for region in _chosen(observations, most)}
    return [_pair(known[left], known[right], rules) for left, right in combinations(known, 2)]


def left_out(observations, *, most=None):
    """How many regions with a figure of their own `pairs` leaves out."""
    return len(_counted(observations)) - len(_chosen(observations, most))


def _chosen(observations, most):
    """The regions to pair, in the order of the frame."""
    counts = _counted(observations)
    most = most or (MOST_OF_MANY if many(observations) else MOST)
    first = sorted(counts, key=lambda region: -counts[region])[:most]
    return [region for region in counts if region in first]


def _counted(observations):
    """The number of figures of each region below the nation, in the order of the frame."""
    own = _figures(observations[observations["region_level"] != "nation"])
    return own.groupby("region", sort=False).size().to_dict()


def _figures(observations):
    """What a region reports or promises, in the scope of the indicator; every region has its denominators."""
    found = inputs.usable(observations)
    return found[found["measure"] != "denominator"]


def _known(observations, metrics, region):
    """What stands of a region, and what cannot be used."""
    own, computed = (frame[frame["region"] == region] for frame in (observations, metrics))
    return _standing(own, computed), _unusable(own, computed)


def _standing(own, computed):
    """(indicator, observed or not) -> the figure that stands for it, in the order of the frame, metrics last."""
    rows = _figures(own)
    filled = rows.assign(period=rows["period"].fillna(""), status=rows["status"].fillna(""))
    rows = _records(filled.assign(seen=rows["measure"].isin(OBSERVED)))
    # Targets are merged with targets only.
    apart = ([row for row in rows if row["seen"] == seen] for seen in (False, True))
    merged = [figure for each in apart for figure in inputs.one_figure(each)]
    behind = _behind(rows)
    found = {_key(row): row | {"behind": tuple(behind[_origin(row)])} for row in _latest(merged)}
    reported = {key: found[key] for key in map(_key, rows)}
    with_value = computed[computed["value"].notna() & (computed["status"] == "")].assign(seen=True)
    return reported | {_key(row): row | {"behind": ()} for row in _latest(_records(with_value))}


def _latest(figures):
    """Of each indicator the latest figure, or the undated one of a better grade, in the order they have."""
    ranks = {grade: rank for rank, grade in enumerate(codelists.load().grades["id"])}
    groups = defaultdict(list)
    for place, figure in enumerate(figures):
        end = inputs.when(figure["period"])
        groups[_key(figure)].append((place, end, ranks.get(figure["source_grade"], len(ranks)), figure))
    return [figure for *_, figure in sorted(map(_stands, groups.values()), key=lambda each: each[0])]


def _stands(group):
    """The one of the figures of an indicator, each (place, end, rank of its grade, figure), that stands for it."""
    dated = sorted((each for each in group if not math.isnan(each[1])), key=lambda each: (-each[1], each[2]))
    undated = sorted((each for each in group if math.isnan(each[1])), key=lambda each: each[2])
    return min(dated[:1] + undated[:1], key=lambda each: each[2])


def _behind(rows):
    """What one figure is merged from: the rows of one period, and of one source where there is none."""
    found = defaultdict(list)
    for row in rows:
        found[_origin(row)].append(row)
    return found


def _origin(row):
    return (*_key(row), row["period"] or row["source"])


def _unusable(own, computed):
    """indicator -> rows with a status that keeps them from being used, one a status."""
    own = own[(own["measure"] != "denominator") & ~own.index.isin(inputs.usable(own).index)]
    found = {}
    for row in [*_records(own), *_records(computed)]:
        if row["status"] not in ("", "not_found"):
            found.setdefault(row["indicator"], {}).setdefault(row["status"], row)
    return {indicator: tuple(rows.values()) for indicator, rows in found.items()}


def _key(row):
    return row["indicator"], row["seen"]


def _records(frame):
    return frame.to_dict("records")


def _pair(one, other, rules):
    (left, left_unusable), (right, right_unusable) = one, other
    same = [(left[key], right[key]) for key in left if key in right and _same(left[key], right[key], rules)]
    compared = {row["indicator"] for row, _ in same}
    ids = [{key[0] for key in side} for side in (left, right)]
    rest = [{key[0]: row for key, row in side.items() if key[0] not in compared} for side in (left, right)]
    only_left = [row for name, row in rest[0].items() if name not in ids[1]]
    only_right = [row for name, row in rest[1].items() if name not in ids[0]]
    return Pair(
        left=next(iter(left.values())),
        right=next(iter(right.values())),
        comparable=tuple((one, other, _relation(one, other)) for one, other in same),
        promised=tuple(row for name, row in rest[0].items() if name in ids[1]),
        barred=tuple(_barred(left, right, rules)),
        unusable=(*_kept_apart(only_left, right_unusable), *_kept_apart(only_right, left_unusable)),
        only_left=tuple(row for row in only_left if row["indicator"] not in right_unusable),
        only_right=tuple(row for row in only_right if row["indicator"] not in left_unusable),
    )


def _kept_apart(rows, unusable):
    return ((row, other) for row in rows for other in unusable.get(row["indicator"], ()))


def _same(left, right, rules):
    return left["measure"] == right["measure"] == "metric" or verdict(left, right, rules=rules).same


def _relation(left, right):
    """How two figures of one indicator stand to each other, as far as their intervals and their kind allow."""
    if left["kind"] in _SIZED:
        return "size"
    if "conflicting" in (left["status"], right["status"]):
        return "conflicting"
    (lower, upper), (least, most) = _ends(left), _ends(right)
    if lower <= most and least <= upper:
        return "equal" if lower == upper == least == most else "overlap"
    higher = lower > most
    if left["measure"] != "target":
        return "left" if higher else "right"
    # Of what is to become less, the lower target promises more.
    return "promises_left" if higher == (left["direction"] != "down") else "promises_right"


def _ends(row):
    """The ends of an interval; of a target such as `at least 55` only the threshold that it promises."""
    if row["measure"] != "target":
        return row["lower"], row["upper"]
    return Point(row["value"], row["lower"], row["upper"], math.nan, row["bound"]).ends


def _barred(left, right, rules):
    """What a rule keeps apart: one region has the one indicator, the other the other one."""
    rows = [{key[0]: row for key, row in side.items()} for side in (left, right)]
    for rule in forbidden({*rows[0], *rows[1]}, rules=rules).to_dict("records"):
        one, other = rule["left"], rule["right"]
        for first, second in ((one, other), (other, one)):
            if first in rows[0] and second in rows[1] and not (first in rows[1] and second in rows[0]):
                yield rows[0][first], rows[1][second], *(rule[name] for name in columns("reason"))
