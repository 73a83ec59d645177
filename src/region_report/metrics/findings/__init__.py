"""What the report says at least, as computed values; the sentences are templates in
`locale/<lang>/findings.yml`.
"""

from collections import defaultdict

from region_report.metrics.areas import many
from region_report.metrics.finding import Finding, Value, Words
from region_report.metrics.findings import limits, plan, services, workforce
from region_report.metrics.findings.across import across

__all__ = ["Finding", "Value", "Words", "at_a_glance", "landing", "not_comparable"]

# In the order in which a page tells them. Each takes observations and gives the findings of each of their regions.
_OF_A_REGION = (
    workforce.target,
    plan.judgeable,
    plan.judged_targets,
    plan.stations_known,
    workforce.certified_density,
    services.per_case,
    services.recruits_per_post,
)
# A sentence for each pair of regions is read up to here: 10 pairs.
_FEW = 5


def at_a_glance(observations):
    """The findings of one region, for the top of its page; of several regions, of each in turn.

    observations: an observations frame. A region that lacks the figures for a finding has no such sentence.
    Returns a list of Finding; `text.sentences` writes them.
    """
    found = [_by_region(find(observations)) for find in (*_OF_A_REGION, limits.undated)]
    return [finding for region in _regions(observations) for each in found for finding in each[region]]


def not_comparable(observations):
    """What must not be compared, and why: within one region, or between regions where the frame has several.

    Between regions it speaks of the documents' own figures, then of the metrics that two regions share; of many
    regions it says how many have each, and names none.
    """
    below = observations[observations["region_level"] != "nation"]
    regions = below["region"].nunique()
    if many(below):
        return limits.across(below)
    if regions > 1:
        return limits.between(below) + (limits.shared(below) if regions <= _FEW else [])
    return limits.within(observations)


def landing(observations):
    """The findings over all regions, for the landing page, told finding by finding; of many regions, of all together.

    Only regions below the nation are headlines; the nation stands beside them.
    """
    if many(observations):
        return across(observations)
    below = observations[observations["region_level"] != "nation"]
    nation = observations[observations["region_level"] == "nation"]
    found = []
    for find in _OF_A_REGION:
        by_region = _by_region(find(below))
        own = [finding for region in _regions(below) for finding in by_region[region]]
        found += own
        if own and find is workforce.certified_density:
            found += workforce.beside_nation(nation)
    return found


def _regions(observations):
    """Slugs of the regions, in the order of the frame."""
    return observations["region"].unique().tolist()


def _by_region(findings):
    by_region = defaultdict(list)
    for finding in findings:
        by_region[finding.region].append(finding)
    return by_region
