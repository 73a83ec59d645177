"""Matrices: what may be compared, what is on file, and the actors that each document names."""

from region_report.charts.chart import chart, rows
from region_report.charts.grid import Look, matrix
from region_report.charts.reporting import reporting
from region_report.metrics.areas import many
from region_report.text import label, number, say, t

_COMPARABLE = {
    "same": Look("circle", "tertiary"),
    "different": Look("cross", "secondary"),
    "no_rule": Look("circle", "muted", filled=False),
    "itself": Look("square", "track"),
}
_COVERED = {
    "shown": Look("circle", "primary"),
    "undated": Look("circle", "primary", filled=False),
    "target_only": Look("diamond", "secondary"),
    "conflicting": Look("triangle-up", "secondary"),
    "wider_scope": Look("triangle-right", "tertiary", filled=False),
    "narrower_scope": Look("triangle-left", "tertiary", filled=False),
    "partial_evidence": Look("triangle-down", "tertiary", filled=False),
    "in_words": Look("square", "muted"),
    "named_only": Look("square", "muted", filled=False),
    "damaged": Look("cross", "muted", filled=False),
    "not_reported": Look("diamond", "muted", filled=False),
    "not_seen": Look("stroke", "muted", filled=False),
}
# As many columns as a phone can tell apart.
_ROOM = 10
_NAMED = {"reported": Look("circle", "primary"), "named": Look("circle", "primary", filled=False)}


@chart
def comparability_matrix(pairs):
    """Which indicators may stand on one axis: every pair once, with the rule that keeps it apart.

    pairs: frame of `metrics.comparability.matrix`; of more indicators than a phone has room for, those with most
    rules are drawn, and the caveat says so. Without two: the sentence `charts.comparability_matrix.empty`.
    """
    if pairs["left"].nunique() < 2:
        return say("charts.comparability_matrix.empty")
    kept = _most_ruled(pairs)
    places = {name: place for place, name in enumerate(kept, start=1)}
    chosen = [row for row in rows(pairs) if row["left"] in places and row["right"] in places]
    cells = [_pair(row, places) for row in chosen if places[row["left"]] >= places[row["right"]]]
    heads = {cell["column"]: cell["column"].split(" ")[0] for cell in cells}
    words = _words("comparability_matrix")
    counts = {"shown": number(len(kept)), "all": number(pairs["left"].nunique())}
    words["caveat"] = t("charts.comparability_matrix.caveat", **counts)
    return matrix("comparability_matrix", cells, _COMPARABLE, heads=heads, **words)


def _most_ruled(pairs):
    """The indicators with most rules, at most ten, in the order of the frame."""
    ruled = pairs[pairs["verdict"].isin(["same", "different"])]["left"].value_counts()
    order = list(dict.fromkeys(pairs["left"]))
    most = sorted(order, key=lambda name: -ruled.get(name, 0))[:_ROOM]
    return [name for name in order if name in most]


def _pair(row, places):
    return {
        "row": f"{places[row['left']]} {label(row, 'left')}",
        "column": f"{places[row['right']]} {label(row, 'right')}",
        "state": row["verdict"],
        "shown": t(f"charts.comparability_matrix.{row['verdict']}"),
        "why": label(row, "reason"),
    }


@chart
def coverage_matrix(covered, *, theme=None):
    """What every region says of every indicator; an empty cell means that nothing was found.

    covered: frame of `metrics.coverage.coverage`; indicators on which no region says anything are left
    out, and `theme` keeps those of one theme. Of many regions the shares that report an indicator are drawn instead.
    Without any: the sentence `charts.coverage_matrix.empty`.
    """
    if many(covered):
        return reporting(covered if theme is None else covered[covered["theme"] == theme])
    chosen = covered if theme is None else covered[covered["theme"] == theme]
    said = chosen[chosen["state"] != "not_found"]["indicator"]
    chosen = chosen[chosen["indicator"].isin(said)]
    if chosen.empty:
        return say("charts.coverage_matrix.empty")
    cells = [
        {
            "row": label(row, "indicator"),
            "column": label(row, "region"),
            "state": row["state"],
            "shown": label(row, "state"),
            "why": label(row, "why"),
        }
        for row in rows(_by_theme(chosen))
    ]
    words = _words("coverage_matrix")
    if theme is not None:
        words["title"] = t("charts.coverage_matrix.title_theme", theme=t(f"tables.theme.{theme}"))
    return matrix("coverage_matrix", cells, _COVERED, **words)


def _by_theme(chosen):
    """The rows of one indicator together, those of one theme too, in the order in which the themes first stand."""
    ordered = chosen.sort_values("indicator", key=_order(chosen), kind="stable")
    return ordered.sort_values("theme", key=_order(chosen, "theme"), kind="stable")


@chart
def actors_matrix(actors):
    """Which actors of the five-actor linkage each region's document names, and on which it reports something.

    actors: frame of `metrics.actors.matrix`. Where no document names any: the sentence
    `charts.actors_matrix.empty`; of many regions, one that says how many name them.
    """
    if not actors["named"].any():
        return say("charts.actors_matrix.empty")
    if many(actors[actors["named"]]):
        return say("charts.too_many", count=number(actors.loc[actors["named"], "region"].nunique()))
    cells = [
        _actor(row) for row in rows(actors.sort_values("canonical", key=_order(actors, "canonical"), kind="stable"))
    ]
    return matrix("actors_matrix", cells, _NAMED, **_words("actors_matrix"))


def _actor(row):
    state = ("reported" if row["indicators"] else "named") if row["named"] else "not_named"
    words = [label(row, "actor"), label(row, "reported")]
    return {
        "row": label(row, "canonical"),
        "column": label(row, "region"),
        "state": state,
        "shown": t(f"charts.actors_matrix.{state}"),
        "why": t("text.colon").join(filter(None, words)),
    }


def _order(frame, column="indicator"):
    """A sort key that keeps the order in which the values first stand in the frame."""
    places = {value: place for place, value in enumerate(dict.fromkeys(frame[column]))}
    return lambda values: values.map(places)


def _words(kind):
    return {"title": t(f"charts.{kind}.title"), "unit": "", "source": t("charts.codelists")}
