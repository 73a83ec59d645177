"""The five actors of community linkage: each document's own five, the mapping, and what is reported on
each.
"""

import math
from collections import defaultdict

import pandas as pd

from region_report import codelists
from region_report.languages import LANGUAGES, columns
from region_report.metrics.words import word

_COLUMNS = [
    "region", *columns("region"), "canonical", *columns("canonical"), "named", *columns("actor"), "source", "place",
    "indicators", *columns("reported"), *columns("note"),
]  # fmt: skip

_SAID = ["region", "indicator", *columns("indicator"), "printed", "value"]


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
    names = lists.canonical_actors[["id", *columns("name")]].set_axis(["canonical", *columns("canonical")], axis=1)
    grid = regions[["region", *columns("region")]].merge(names, how="cross")
    rows = grid.merge(lists.actors, on=["region", "canonical"], how="left", validate="one_to_many")
    rows = rows.assign(named=rows["actor_zh"].notna()).fillna("")
    own = _observed(observations)
    asked = [set(filter(None, cell.split("|"))) for cell in rows["indicators"]]
    told = [_of(own.get(region, ()), ids) for region, ids in zip(rows["region"], asked, strict=True)]
    rows["indicators"] = pd.Series(
        [tuple(dict.fromkeys(row["indicator"] for row in each)) for each in told], dtype=object
    )
    for lang in LANGUAGES:
        stop = word("written.clauses", lang)
        rows[f"reported_{lang}"] = [stop.join(dict.fromkeys(_listed(row, lang) for row in each)) for each in told]
    return rows[_COLUMNS]


def _observed(observations):
    """What was observed, figures and words, as dictionaries by region."""
    seen = observations[observations["measure"].isin(["actual", "baseline"]) & (observations["printed"] != "")]
    by_region = defaultdict(list)
    for row in seen[_SAID].to_dict("records"):
        by_region[row["region"]].append(row)
    return by_region


def _of(rows, indicators):
    return [row for row in rows if row["indicator"] in indicators]


def _listed(row, lang):
    """An indicator with its figure; a statement in words stands for itself by its name."""
    name = row[f"indicator_{lang}"]
    return name if math.isnan(row["value"]) else f"{name} {row['printed']}"
