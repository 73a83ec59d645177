"""What is likely wrong though it is allowed: warnings, each of which a person judges.

The rules and their thresholds, with the reasons for them, are listed in docs/check.md. A warning names the indicator
(or source) and period it is about, by which `judged` of region.yml can answer it.
"""

import math
import re
from collections import defaultdict
from datetime import date
from functools import cache
from itertools import combinations, pairwise
from statistics import median

from region_report.codelists import divisions
from region_report.errors import Fault
from region_report.messages import Message
from region_report.observations.periods import days, same_time
from region_report.paths import shown

# A figure with another status is known not to stand for its indicator, so it is compared with nothing.
PLAIN = ("", "derived_from_words")
PARTS = ("narrower_scope", "partial_evidence")
# Between two figures that follow each other: regions grow by parts, pilots tenfold, and a slipped scale by 万.
JUMP = 100
SCALE = 10_000
# A true change by less than about three beside a slipped 万: half a power of ten.
ROOM = 10**0.5
# From one pilot to a hundred is news and no error.
FEWEST = 10
RESIDENTS = "resident_population"
CHINESE = re.compile(r"[\u4e00-\u9fff]")
MEASURED = ("actual", "baseline", "denominator")


def doubts(rows, region, lists):
    """The warnings of one region. rows: as `read` gives them."""
    told = [_Told(row, lists) for row in rows if row.figure is not None]
    file = shown(region.folder / "observations.csv")
    found = [
        Fault(file, line, column, message)
        for rule in (_jumps, _above_residents, _above_hundred, _targets_behind, _disagreeing, _parts, _after_sources)
        for line, column, message in rule(told, region)
    ]
    return found + _of_names(region) + _of_sources(region)


class _Told:
    """A row with a figure, and what its indicator is."""

    def __init__(self, row, lists):
        self.line, self.figure, self.record = row.record.line, row.figure, row.record
        self.indicator, self.printed = row.record["indicator"], row.record["printed"]
        self.measure, self.period, self.status = (row.record[name] for name in ("measure", "period", "status"))
        entry = lists.by_id["indicators"][self.indicator]
        self.kind, self.unit, self.direction, self.base = (entry[n] for n in ("kind", "unit", "direction", "base"))

    @property
    def plain(self):
        return self.status in PLAIN

    def warning(self, name, *, column="printed", **values):
        """(line, column, message) of a warning about this row."""
        about = {"about": self.indicator, "period": self.period, "found": self.record[column]}
        return self.line, column, Message(f"warnings.{name}", **about, **values)


def _groups(told):
    """The figures that one may compare: plain ones of an indicator, so many of all or so many each."""
    groups = defaultdict(list)
    for each in told:
        if each.plain:
            groups[each.indicator, each.figure.per].append(each)
    return groups.values()


def _jumps(told, region):
    """Of two figures that follow each other the one which lies farther from the others of its indicator."""
    for group in _groups(told):
        group = sorted((each for each in group if each.figure.value > 0), key=_when)
        usual = median(_power(each) for each in group) if group else 0
        found = {}
        for one, other in pairwise(group):
            if name := _jump(one, other):
                odd = max((one, other), key=lambda each: (round(abs(_power(each) - usual), 6), _power(each)))
                found.setdefault(odd.line, (odd, one if odd is other else other, name))
        for odd, other, name in found.values():
            yield _jump_told(odd, other, name)


def _jump(one, other):
    """`scale` for about ten thousand, `jump` for a hundred and more, else nothing."""
    least, most = sorted((one.figure.value, other.figure.value))
    if SCALE / ROOM <= most / least <= SCALE * ROOM:
        return "scale"
    counted = one.kind in ("count", "per_unit")
    return "jump" if most / least >= JUMP and not (counted and least < FEWEST) else ""


def _jump_told(odd, other, name):
    more = odd.figure.value > other.figure.value
    times = f"{10 ** abs(_power(odd) - _power(other)):,.0f}"
    side = "up" if more else "down"
    way = Message(f"warnings.{name}_{side}", times=times, line=other.line, other=other.printed)
    return odd.warning(name, way=way)


def _power(each):
    return math.log10(each.figure.value)


def _when(each):
    """In time; undated figures come last."""
    found = days(each.period)
    return (found[1] if found else date.max, each.line)


def _above_residents(told, region):
    if not (most := _most(each for each in told if each.indicator == RESIDENTS)):
        return
    for each in told:
        if each.plain and (each.unit, each.figure.per) == (most.unit, "") and each.figure.lower > most.figure.upper:
            yield each.warning("above_residents", line=most.line, other=most.printed)


def _above_hundred(told, region):
    for each in told:
        if each.unit == "percent" and each.figure.value > 100:
            yield each.warning("above_hundred")


def _targets_behind(told, region):
    """Targets on the wrong side of the latest baseline, by the direction that is wanted."""
    for group in _groups(told):
        base = max((each for each in group if each.measure == "baseline"), key=_when, default=None)
        for target in (each for each in group if base and each.measure == "target"):
            below, above = target.figure.value < base.figure.lower, target.figure.value > base.figure.upper
            if (target.direction == "up" and below) or (target.direction == "down" and above):
                side = Message("warnings.below" if below else "warnings.above")
                yield target.warning("target_behind", side=side, line=base.line, other=base.printed)


def _disagreeing(told, region):
    """Measured figures of one time that cannot both be true; of the same measure and period that is a fault."""
    for group in _groups(told):
        # Of each measure and way to write the time the first stands for the others, which agree with it.
        first = {}
        for each in group:
            if each.measure in MEASURED and each.period:
                first.setdefault((each.measure, each.period), each)
        for one, other in combinations(first.values(), 2):
            if same_time(one.period, other.period) and _apart(one, other):
                yield other.warning("disagrees", line=one.line, other=one.printed)


def _parts(told, region):
    """Parts that are greater than their whole: by their status, or by the base of an indicator that counts."""
    whole = {_where(each): each for each in told if each.plain and each.period}
    bases = {name: [each for each in told if each.indicator == name] for name in {each.base for each in told}}
    # The base may be of another year: only what it never was is a fault of one of the two.
    most = {name: _most(found) for name, found in bases.items()}
    for each in told:
        other = whole.get(_where(each))
        if other and each.status in PARTS and each.figure.lower > other.figure.upper:
            yield _part_told(each, each, other, other)
        elif other and each.status == "wider_scope" and each.figure.upper < other.figure.lower:
            yield _part_told(each, other, each, other)
        elif (base := most.get(each.base)) and each.kind == "count" and each.figure.lower > base.figure.upper:
            yield _part_told(each, each, base, base)


def _where(each):
    """What a part and its whole have in common."""
    found = days(each.period)
    return each.indicator, each.measure, each.figure.per, found and found[1]


def _part_told(each, part, whole, other):
    return each.warning("part_above_whole", part=part.printed, whole=whole.printed, line=other.line)


def _most(told):
    """The greatest of some figures, None where all are without an upper end."""
    closed = [each for each in told if math.isfinite(each.figure.upper)]
    return max(closed, key=lambda each: each.figure.upper, default=None)


def _after_sources(told, region):
    """What a source cannot have known: measured figures of a time after its day."""
    for each in told:
        source = region.sources.get(each.record["source"])
        period, published = days(each.period), days(source.date) if source else None
        if each.measure in MEASURED and period and published and period[0] > published[1]:
            yield each.warning("after_its_source", column="period", source=source.id, date=source.date)


def _of_names(region):
    """Codes of divisions that have another name: a slip in a code makes a page about another place."""
    listed = _names_listed()
    file = shown(region.folder / "region.yml")
    return [
        Fault(file, 0, "code", Message("warnings.named_otherwise", about=each.code, period="", found=each.name_zh,
                                       listed=listed[each.code]))
        for each in (region, *region.parents)
        if CHINESE.search(each.name_zh) and listed.get(each.code, each.name_zh) != each.name_zh
    ]  # fmt: skip


@cache
def _names_listed():
    return {each.code: each.name_zh for each in divisions()}


def _of_sources(region):
    """Pages of which nobody can find the page; a paper, a document on file or a copy needs no address."""
    bare = [each for each in region.sources.values() if each.grade == "official" and not each.url]
    file = shown(region.folder / "region.yml")
    return [Fault(file, 0, each.id, Message("warnings.no_address", about=each.id, period="")) for each in bare]


def _apart(one, other):
    return one.figure.upper < other.figure.lower or other.figure.upper < one.figure.lower
