"""Findings about services and posts, from what one source reports side by side."""

from region_report.metrics.evaluation import evaluate
from region_report.metrics.finding import Words
from region_report.metrics.findings import values

_FIRST = "individual_services_first"


def per_case(observations):
    """Group sessions and activities for each case; with the source's own words where it puts individuals
    first.
    """
    found = [values.records(evaluate(id, observations)) for id in ("group_sessions_per_case", "activities_per_case")]
    if not all(found):
        return []
    rows = [values.latest(each) for each in found]
    numbers = dict(zip(("sessions", "activities"), (values.number(row, decimals=1) for row in rows), strict=True))
    said = observations[(observations["indicator"] == _FIRST) & (observations["status"] == "in_words")]
    if said.empty:
        return [values.finding("services_per_case", rows, section="services", **numbers)]
    first = said.iloc[0]
    words = Words("；".join(said["printed"]), _lowered(first["definition_en"]))
    rows.append(first.to_dict())
    return [values.finding("services_individual_first", rows, section="services", words=words, **numbers)]


def recruits_per_post(observations):
    """Which part of the posts created the recruits named by the source can fill."""
    rows = values.records(evaluate("named_recruits_per_post", observations))
    if not rows:
        return []
    row = values.latest(rows)
    share = values.number(row, kind="percent", scale=100.0)
    uses = ("social_work_posts", "professionals_brought_in", "open_recruits")
    posts, *people = (_one(observations, name, row["period"]) for name in uses)
    recruits = values.count(sum(person["value"] for person in people))
    printed = Words(posts["printed"], _bounded(posts))
    numbers = {"posts": printed, "recruits": recruits, "share": share}
    return [values.finding("recruits_per_post", [row], section="workforce", spans="share", **numbers)]


def _one(observations, indicator, period):
    found = observations[(observations["indicator"] == indicator) & (observations["period"].fillna("") == period)]
    return found[found["value"].notna()].iloc[0]


def _bounded(row):
    """The figure in English, with the word that its bound asks for."""
    words = {
        "at_least": "at least ",
        "more_than": "more than ",
        "at_most": "at most ",
        "less_than": "fewer than ",
    }
    return f"{words.get(row['bound'], '')}{row['value']:,.0f}"


def _lowered(sentence):
    return sentence[:1].lower() + sentence[1:].rstrip(".")
