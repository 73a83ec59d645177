"""The five actors of community linkage: each document's own five, the mapping, and what is reported on
each.
"""

import pandas as pd

from region_report import codelists

_COLUMNS = [
    "region", "region_zh", "region_en", "canonical", "canonical_zh", "canonical_en", "named", "actor_zh",
    "actor_en", "source", "place", "indicators", "reported_zh", "reported_en", "note_zh", "note_en",
]  # fmt: skip


def matrix(observations, *, lists=None):
    """Every region against every canonical actor, one row a pair (more where a document splits an actor).

    lists: the codelists, by default the project's: `actors` (region, source, actor_zh, actor_en, canonical,
    place, indicators, notes) and `canonical_actors`. `named` says whether the region's document names the
    actor; `actor_zh` and `actor_en` are the document's own words; `indicators` is the tuple of ids it
    reports on that actor, and `reported_zh, reported_en` list them with each figure as printed. The nation
    has no actors of its own.
    """
    lists = codelists.load() if lists is None else lists
    regions = observations[observations["region_level"] != "nation"].drop_duplicates("region")
    names = lists.canonical_actors.set_axis(["canonical", "canonical_zh", "canonical_en"], axis=1)
    grid = regions[["region", "region_zh", "region_en"]].merge(names, how="cross")
    rows = grid.merge(lists.actors, on=["region", "canonical"], how="left", validate="one_to_many")
    rows = rows.assign(named=rows["actor_zh"].notna()).fillna("")
    asked = [tuple(part for part in cell.split("|") if part) for cell in rows["indicators"]]
    own = dict(list(_observed(observations).groupby("region", sort=False)))
    none = observations.iloc[:0]
    told = [_of(own.get(region, none), ids) if ids else none for region, ids in zip(rows["region"], asked, strict=True)]
    rows["indicators"] = pd.Series(
        [tuple(dict.fromkeys(each["indicator"])) if len(each) else () for each in told], dtype=object
    )
    for lang, stop in (("zh", "；"), ("en", "; ")):
        words = [_listed(each, lang) if len(each) else [] for each in told]
        rows[f"reported_{lang}"] = [stop.join(dict.fromkeys(each)) for each in words]
    return rows[_COLUMNS]


def _observed(observations):
    """What was observed, figures and words."""
    return observations[observations["measure"].isin(["actual", "baseline"]) & (observations["printed"] != "")]


def _of(rows, indicators):
    return rows[rows["indicator"].isin(indicators)]


def _listed(rows, lang):
    """Each with its figure; a statement in words stands for itself by its name."""
    with_figure = zip(rows[f"indicator_{lang}"], rows["printed"], rows["value"].notna(), strict=True)
    return [f"{name} {printed}" if figure else name for name, printed, figure in with_figure]
