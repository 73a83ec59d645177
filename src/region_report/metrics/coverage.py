"""What each region says of each indicator, and why where it says nothing."""

import pandas as pd

from region_report import codelists
from region_report import observations as observed
from region_report.languages import LANGUAGES, columns
from region_report.metrics.registry import REGISTRY
from region_report.metrics.words import status_words, word

# Own states; every other state is a status of the figure itself.
OWN = ("shown", "undated")
_OBSERVED = ("actual", "baseline", "denominator")
_RANKS = {"conflicting": 0, "shown": 1, "undated": 2, "target_only": 4, "in_words": 5}
_WITHOUT, _OTHER_FIGURE = 6, 3
_KEY = ["region", "indicator"]


def coverage(observations, *, lists=None):
    """Every region of `observations` against every indicator of the codelist, one row a pair.

    observations: a frame, or its outline.
    Columns: region, indicator and their labels, theme, stage; `state`: `shown`, `undated`, `conflicting`,
    `target_only`, `in_words`, `not_found`, or the status of the only figures there are (`wider_scope`,
    `not_reported`, `not_seen` ...); `state_zh, state_en`; `why_zh, why_en`; `figures` (rows with a value).
    The state is the best that any row gives, but sources that disagree are always said to.
    """
    lists = codelists.load() if lists is None else lists
    regions = observations.drop_duplicates("region")[["region", *columns("region"), "region_level"]]
    names = lists.indicators[["id", *columns("name"), "theme", "stage", "kind"]]
    names = names.set_axis(["indicator", *columns("indicator"), "theme", "stage", "kind"], axis=1)
    rows = regions.merge(names, how="cross").merge(_states(observations), on=_KEY, how="left", validate="one_to_one")
    rows = rows.assign(state=rows["state"].fillna("not_found"), figures=rows["figures"].fillna(0).astype(int))
    return rows.assign(**_worded(rows, lists))


def gaps(covered):
    """The rows of `coverage` without a figure that can carry a judgement: neither shown nor merely undated.

    Of what was not found only the indicators that a metric needs are kept: the rest is what other places report.
    """
    needed = {name for metric in REGISTRY.values() for name in metric.paired}
    told = covered["state"].isin([*OWN, "in_words"])
    foreign = (covered["state"] == "not_found") & ~covered["indicator"].isin(needed)
    return covered[~told & ~foreign].reset_index(drop=True)


def _states(observations):
    """The state of each region and indicator that has any row."""
    state, known = _state(observations), observed.known(observations)
    rank = state.map(_RANKS).fillna(known.map({True: _OTHER_FIGURE, False: _WITHOUT}))
    # Of the many columns of observations only those that are told, so that little is sorted.
    rows = observations[[*_KEY, *columns("note")]].assign(state=state, figures=known, rank=rank)
    counts = rows.groupby(_KEY)["figures"].sum()
    best = rows.sort_values("rank", kind="stable").drop_duplicates(_KEY)
    best = best.assign(note_zh=best["note_zh"].fillna(""))[[*_KEY, "state", *columns("note")]]
    return best.merge(counts.reset_index(), on=_KEY, validate="one_to_one")


def _state(rows):
    """The state of each single row."""
    status, known = rows["status"].fillna(""), observed.known(rows)
    clean = status.isin(["", "derived_from_words"])
    state = status.mask(clean, "shown")
    state = state.mask(clean & (rows["period"].fillna("") == ""), "undated")
    return state.mask(known & ~rows["measure"].isin(_OBSERVED), "target_only")


def _worded(rows, lists):
    """Names of the states and reasons; a figure with a status of its own is best explained by its note."""
    names, explained = status_words(), lists.statuses.set_index("id")
    result = {}
    for place, lang in enumerate(LANGUAGES):
        own = {state: word(f"coverage.{state}", lang) for state in OWN}
        why = explained[f"explanation_{lang}"].to_dict()
        why |= {state: word(f"coverage.why_{state}", lang) for state in OWN}
        result[f"state_{lang}"] = [own.get(state) or names[state][place] for state in rows["state"]]
        notes = rows[f"note_{lang}"].fillna("").where(~rows["state"].isin(OWN), "")
        result[f"why_{lang}"] = notes.where(notes != "", rows["state"].map(why))
    return pd.DataFrame(result)
