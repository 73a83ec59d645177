"""Changes in the words of the edition."""

import math

from region_report import codelists, settings
from region_report.paths import data_dir
from region_report.text import Markdown, interval, label, number, period, t

KINDS = ("appeared", "vanished", "changed", "moved", "target", "definition")
# A page lists so many changes; of thousands of regions there may be more.
LISTED = 300


def subject(change):
    """What changed: the indicator, and of a figure or target its region and period."""
    if change.kind == "definition":
        return label(change.row, "name")
    parts = [label(change.row, "region"), label(change.row, "indicator")]
    if change.kind == "target":
        parts.append(period(change.row["target_period"]))
    else:
        parts += [t(f"text.measure.{change.row['measure']}"), period(change.row["period"])]
    return t("changes.dot").join(parts)


def details(change):
    """(before, after) in words, each a tuple of lines: of a figure that came or went its wording and its source."""
    if change.kind in ("appeared", "vanished"):
        lines = (_named("printed", change.row), _named("source", change.row), _named("place", change.row))
        return (lines, ()) if change.kind == "vanished" else ((), lines)
    return tuple(tuple(_named(field, row) for field in change.changed) for row in (change.old, change.new))


def summary(changes):
    """How many of each kind, in one line; kinds without any are left out."""
    counts = {kind: sum(each.kind == kind for each in changes.every) for kind in KINDS}
    told = [t(f"changes.count.{kind}", count=number(count)) for kind, count in counts.items() if count]
    return t("text.clause").join(told) if told else t("changes.nothing")


def notice(since, *, data=None):
    """What a page says first of a `Since`: since which release, and how much has changed; or that none is kept."""
    if not since.version:
        own = data_dir(data) == data_dir("data")
        return Markdown(t("changes.first", version=settings.version()) if own else t("changes.none_kept"))
    told = t("changes.since", version=since.version, date=period(since.date), summary=summary(since.changes))
    more = t("changes.more", count=LISTED) if len(since.changes.every) > LISTED else ""
    return Markdown(told + more)


def _named(field, row):
    return t("changes.named", field=t(f"changes.field.{field}"), value=_value(field, row))


def _value(field, row):
    """A cell as readers know it; a dash where it is empty."""
    if field == "reading":
        # Tables have no word for infinity: an open end is a gap there.
        upper = math.inf if row["bound"] in ("at_least", "more_than") else row["upper"]
        return t("changes.reading", value=number(row["value"]), interval=interval(row["lower"], upper))
    if field == "period":
        return period(row["period"])
    if field == "source":
        return label(row, "source")
    if field == "status":
        return _status(row["status"])
    return str(row[field]) or t("text.gap")


def _status(name):
    """The name of a status; its id where this project has no such status any more."""
    if not name:
        return t("changes.no_status")
    return label(codelists.load().by_id["statuses"].get(name, {}), "name") or name
