"""What the report says at least, as computed values; the sentences are templates in
`locale/<lang>/findings.yml`.
"""

from region_report.metrics.areas import many
from region_report.metrics.finding import Finding, Value, Words
from region_report.metrics.findings import limits, plan, services, workforce
from region_report.metrics.findings.across import across

__all__ = ["Finding", "Value", "Words", "at_a_glance", "landing", "not_comparable"]

# In the order in which a page tells them. Each takes the observations of one region and gives its findings.
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
    finds = (*_OF_A_REGION, limits.undated)
    return [found for region in _regions(observations) for find in finds for found in find(region)]


def not_comparable(observations):
    """What must not be compared, and why: within one region, or between regions where the frame has several.

    Between regions it speaks of the documents' own figures, then of the metrics that two regions share.
    """
    below = observations[observations["region_level"] != "nation"]
    regions = below["region"].nunique()
    if regions > 1:
        return limits.between(below) + (limits.shared(below) if regions <= _FEW else [])
    return limits.within(observations)


def landing(observations):
    """The findings over all regions, for the landing page, told finding by finding; of many regions, of all together.

    Only regions below the nation are headlines; the nation stands beside them.
    """
    if many(observations):
        return across(observations[observations["region_level"] != "nation"])
    below = observations[observations["region_level"] != "nation"]
    nation = observations[observations["region_level"] == "nation"]
    regions, found = _regions(below), []
    for find in _OF_A_REGION:
        own = [each for region in regions for each in find(region)]
        found += own
        if own and find is workforce.certified_density:
            found += workforce.beside_nation(nation)
    return found


def _regions(observations):
    """One frame a region, in the order of the frame."""
    return [frame for _, frame in observations.groupby("region", sort=False)]
