"""A table of many regions for tests: each of them a line, with figures that are easily put in order."""

from region_report import codelists
from region_report import observations as observed
from region_report.testing import observations


def crowd(count, *, without=()):
    """Regions r01, r02 ...: the first has 100 certified social workers among 100,000 residents, the next 200 ...

    without: numbers of regions that have residents only.
    """
    lines = ["region  indicator  measure  period  printed"]
    for number in range(1, count + 1):
        lines.append(f"r{number:02}  resident_population  denominator  2022  100000人")
        if number not in without:
            lines.append(f"r{number:02}  certified_social_workers  actual  2022  {100 * number}人")
    frame = observations("\n".join(lines))
    names = frame["region"].str.slice(1)
    return frame.assign(region_zh="第" + names + "县", region_en="County " + names)


def provinces(monkeypatch, count):
    """Have the codelists know the regions of a crowd: the odd ones lie in Sichuan, the even ones in Zhejiang."""
    parents = [codelists.Parent("510000", "四川省", "Sichuan"), codelists.Parent("330000", "浙江省", "Zhejiang")]
    nation = codelists.Parent("100000", "中国", "China")
    known = [_region(f"r{number:02}", (nation, parents[1 - number % 2])) for number in range(1, count + 1)]
    monkeypatch.setattr(observed, "regions", lambda: known)


def _region(slug, parents):
    return codelists.Region("510101", slug, slug, slug, "county", parents, {}, (), None)
