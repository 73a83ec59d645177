"""Two regions side by side: what of theirs may be compared, and the reason for everything else."""

from dataclasses import dataclass
from itertools import combinations

from region_report import codelists
from region_report.metrics import inputs
from region_report.metrics.comparability import OBSERVED, forbidden, verdict

# Of more regions than this, those with most figures are paired: the number of pairs grows with the square.
MOST = 6
# A count grows with the region: two of them stand side by side, and say nothing of more or less.
_SIZED = ("count", "area")


@dataclass(frozen=True)
class Pair:
    """Two regions: rows (dictionaries of a frame) of what may be compared, and of what may not.

    left, right: a row of each region, for its names. comparable: (left row, right row, how they stand: `overlap`,
    `left`, `right` (that side is higher), `equal`, `size` (counts of regions of different size)). promised: indicators
    of which one has a target and the other a figure, as rows. barred: (left row, right row, reason_zh, reason_en) of
    the rules. only_left, only_right: rows of what only one of them has.
    """

    left: dict
    right: dict
    comparable: tuple
    promised: tuple
    barred: tuple
    only_left: tuple
    only_right: tuple


def pairs(observations, metrics, *, most=MOST, rules=None):
    """Every pair of the regions, or of the `most` regions with most figures where there are more, as a list of Pairs.

    observations: frame; the nation is left out, it is no region beside others. metrics: a metric frame of the same
    regions; what a commitment implies is left out. Of each indicator a region's latest figure stands, an undated one
    where it has no other.
    """
    rules = codelists.load().comparability if rules is None else rules
    known = {region: _latest(observations, metrics, region) for region in _chosen(observations, most)}
    return [_pair(known[left], known[right], rules) for left, right in combinations(known, 2)]


def left_out(observations, *, most=MOST):
    """How many regions with a figure of their own `pairs` leaves out."""
    return len(_counted(observations)) - len(_chosen(observations, most))


def _chosen(observations, most):
    """The regions to pair, in the order of the frame."""
    counts = _counted(observations)
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


def _latest(observations, metrics, region):
    """(indicator, observed or not) -> the latest figure of the region, its metrics last."""
    own = _figures(observations[observations["region"] == region])
    known = metrics["value"].notna() & (metrics["status"] == "") & (metrics["group"] != "implied")
    computed = metrics[known & (metrics["region"] == region)]
    found = {}
    for row in [*own.to_dict("records"), *computed.to_dict("records")]:
        key = row["indicator"], row["measure"] in OBSERVED or row["measure"] == "metric"
        if key not in found or _ends(row) > _ends(found[key]):
            found[key] = row
    return found


def _ends(row):
    """The end of a period as text that sorts by time; an undated figure comes first."""
    return str(row["period"] or "").split("/")[-1]


def _pair(left, right, rules):
    same = [(left[key], right[key]) for key in left if key in right and _same(left[key], right[key], rules)]
    compared = {row["indicator"] for row, _ in same}
    ids = [{key[0] for key in side} for side in (left, right)]
    rest = [{key[0]: row for key, row in side.items() if key[0] not in compared} for side in (left, right)]
    return Pair(
        left=next(iter(left.values())),
        right=next(iter(right.values())),
        comparable=tuple((one, other, _relation(one, other)) for one, other in same),
        promised=tuple(row for name, row in rest[0].items() if name in ids[1]),
        barred=tuple(_barred(left, right, rules)),
        only_left=tuple(row for name, row in rest[0].items() if name not in ids[1]),
        only_right=tuple(row for name, row in rest[1].items() if name not in ids[0]),
    )


def _same(left, right, rules):
    return left["measure"] == right["measure"] == "metric" or verdict(left, right, rules=rules).same


def _relation(left, right):
    """How two figures of one indicator stand to each other, as far as their intervals and their kind allow."""
    if left["kind"] in _SIZED:
        return "size"
    if left["lower"] <= right["upper"] and right["lower"] <= left["upper"]:
        exact = left["lower"] == left["upper"] == right["lower"] == right["upper"]
        return "equal" if exact else "overlap"
    return "left" if left["lower"] > right["upper"] else "right"


def _barred(left, right, rules):
    """What a rule keeps apart: one region has the one indicator, the other the other one."""
    rows = [{key[0]: row for key, row in side.items()} for side in (left, right)]
    for rule in forbidden({*rows[0], *rows[1]}, rules=rules).to_dict("records"):
        one, other = rule["left"], rule["right"]
        for first, second in ((one, other), (other, one)):
            if first in rows[0] and second in rows[1] and not (first in rows[1] and second in rows[0]):
                yield rows[0][first], rows[1][second], rule["reason_zh"], rule["reason_en"]
