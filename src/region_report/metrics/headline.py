"""The few figures of a region that stand in large type: from the best sources it has, one a theme."""

import pandas as pd

from region_report import codelists

THEMES = (
    "workforce",
    "services",
    "volunteers",
    "elder_care",
    "community",
    "children",
    "social_organisations",
)
# Themes whose figures are no headline.
BESIDE = ("funerals", "assistance", "plan", "population", "divisions")
_MOST = 4


def headline(observations, *, indicators=None):
    """Up to four figures of a region, as targets or as reported, all from sources of its best grade.

    observations: frame of one region. indicators: ids in the order wanted; by default the first figure of each
    theme, workforce first, then the second of each. The grades are in the order of `grades.csv`; of the last of
    them, copies that were not checked, no headline is made. Returns rows of the frame, of each indicator the latest.
    """
    figures = observations[observations["value"].notna() & observations["measure"].isin(["target", "actual"])]
    grades = [grade for grade in codelists.load().grades["id"][:-1] if grade in set(figures["source_grade"])]
    best = _latest(figures[figures["source_grade"].isin(grades[:1])])
    if indicators is not None:
        return best[best["indicator"].isin(indicators)].sort_values("indicator", key=_order(indicators), kind="stable")
    best = best[~best["theme"].isin(BESIDE)]
    # Themes of another report's own come after those that stand here.
    themes = [*THEMES, *(theme for theme in best["theme"].unique() if theme not in THEMES)]
    places = pd.DataFrame({"turn": best.groupby("theme").cumcount(), "theme": best["theme"].map(themes.index)})
    return best.loc[places.sort_values(["turn", "theme"], kind="stable").index[:_MOST]]


def _latest(figures):
    """One row an indicator: the latest of its first measure in the order of the frame."""
    last = figures.sort_values("period", ascending=False, kind="stable").drop_duplicates(["indicator", "measure"])
    return last.sort_index().drop_duplicates("indicator")


def _order(wanted):
    places = {value: place for place, value in enumerate(wanted)}
    return lambda values: values.map(places)
