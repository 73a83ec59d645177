"""Findings about services and posts, from what one source reports side by side."""

from region_report.metrics.evaluation import with_value
from region_report.metrics.finding import Words
from region_report.metrics.findings import values
from region_report.metrics.frames import rows_of
from region_report.metrics.words import word

_FIRST = "individual_services_first"
_PER_CASE = ("group_sessions_per_case", "activities_per_case")
_POSTS = ("social_work_posts", "professionals_brought_in", "open_recruits")


def per_case(observations):
    """Group sessions and activities for each case; with the source's own words where it puts individuals
    first.
    """
    sessions, activities = (values.by_region(with_value(id, observations)) for id in _PER_CASE)
    said = observations[(observations["indicator"] == _FIRST) & (observations["status"] == "in_words")]
    words = values.by_region(rows_of(said))
    return [
        _per_case(sessions[region], activities[region], words[region]) for region in sessions if region in activities
    ]


def recruits_per_post(observations):
    """Which part of the posts created the recruits named by the source can fill."""
    rows = values.by_region(with_value("named_recruits_per_post", observations))
    found = observations[observations["indicator"].isin(_POSTS) & observations["value"].notna()]
    figures = values.by_region(rows_of(found))
    return [_recruits(values.latest(own), figures[region]) for region, own in rows.items()]


def _per_case(sessions, activities, said):
    rows = [values.latest(sessions), values.latest(activities)]
    numbers = dict(zip(("sessions", "activities"), (values.number(row, decimals=1) for row in rows), strict=True))
    if not said:
        return values.finding("services_per_case", rows, section="services", **numbers)
    words = Words.each(lambda lang: _said(said, lang))
    rows.append(said[0])
    return values.finding("services_individual_first", rows, section="services", words=words, **numbers)


def _recruits(row, figures):
    """The finding of one region. figures: its rows of posts and recruits, of all periods."""
    share = values.number(row, kind="percent", scale=100.0)
    posts, *people = (_one(figures, name, row["period"]) for name in _POSTS)
    recruits = values.count(sum(person["value"] for person in people))
    printed = Words.each(lambda lang: posts["printed"] if lang == "zh" else _bounded(posts, lang))
    numbers = {"posts": printed, "recruits": recruits, "share": share}
    return values.finding("recruits_per_post", [row], section="workforce", spans="share", **numbers)


def _one(rows, indicator, period):
    return next(row for row in rows if row["indicator"] == indicator and row["period"] == period)


def _said(rows, lang):
    """What the source says: in Chinese its own words, in another language what they mean."""
    if lang == "zh":
        return word("written.clauses", lang).join(row["printed"] for row in rows)
    sentence = rows[0][f"definition_{lang}"]
    return sentence[:1].lower() + sentence[1:].rstrip(".")


def _bounded(row, lang):
    """The figure in another language than the source's, with the word that its bound asks for."""
    shown = f"{row['value']:,.0f}"
    if row["bound"] not in ("at_least", "more_than", "at_most", "less_than"):
        return shown
    return word(f"bound.{row['bound']}", lang).format(count=shown)
