"""What the report says at least, as computed values; the sentences are templates in
`locale/<lang>/findings.yml`.
"""

import pandas as pd

from region_report.metrics.findings import limits, plan, services, workforce
from region_report.metrics.findings.model import Finding, Value, Words

__all__ = ["Finding", "Value", "Words", "at_a_glance", "by_id", "landing"]

# In the order in which a page tells them. Each takes the observations of one region and gives its findings.
_OF_A_REGION = (
    workforce.target,
    plan.judgeable,
    plan.judged_targets,
    plan.stations_known,
    workforce.certified_density,
    services.per_case,
    services.recruits_per_post,
    limits.undated,
)


def at_a_glance(observations):
    """The findings of one region, for the top of its page; of several regions, of each in turn.

    observations: an observations frame. A region that lacks the figures for a finding has no such sentence.
    Returns a list of Finding; `text.sentences` writes them.
    """
    own = [found for region in _regions(observations) for find in _OF_A_REGION for found in find(region)]
    return own + [found for region in _regions(observations) for found in limits.within(region)]


def landing(observations):
    """The findings over all regions, for the landing page: each region's, the nation's beside, what must
    not compare.

    Told finding by finding, not region by region. Only regions below the nation are headlines.
    """
    below = observations[observations["region_level"] != "nation"]
    nation = observations[observations["region_level"] == "nation"]
    found = []
    for find in _OF_A_REGION[:-1]:
        own = [each for region in _regions(below) for each in find(region)]
        found += own + (
            workforce.beside_nation(nation) if own and find is workforce.certified_density else []
        )
    return found + limits.between(below) + limits.shared(below)


def by_id(findings, *ids):
    """Those of the findings whose id is one of `ids`, in their order."""
    return [found for found in findings if found.id in ids]


def _regions(observations):
    """One frame a region, in the order of the frame."""
    names = pd.unique(observations["region"])
    return [observations[observations["region"] == name] for name in names]
