"""How many regions report an indicator, and how much each province reports: coverage of many regions as shares."""

import pandas as pd

from region_report.languages import columns
from region_report.metrics import areas

# A figure of the indicator's own scope, with a date or without; a statement of any other state is `other`.
FIGURES = ("shown", "undated")
STATES = (*FIGURES, "target_only", "in_words", "other", "not_found")


def by_indicator(covered):
    """How many regions are in each state of coverage, one row an indicator in the order of the frame.

    covered: frame of `metrics.coverage.coverage`. Columns: labels, theme and stage, `regions` (all), a count for each
    of `STATES`, and `reported`: the regions with a figure of the indicator's own scope.
    """
    state = covered["state"].where(covered["state"].isin(STATES), "other")
    counts = pd.crosstab(covered["indicator"], state).reindex(columns=STATES, fill_value=0)
    labels = covered.drop_duplicates("indicator")[["indicator", *columns("indicator"), "theme", "stage"]]
    found = labels.merge(counts.reset_index(), on="indicator", validate="one_to_one")
    return found.assign(regions=covered["region"].nunique(), reported=found[list(FIGURES)].sum(axis=1))


def by_province(covered):
    """What the regions of each province report, one row a province in the order of their codes.

    Columns: `area` and its names, `regions`, `indicators` (of which any of them has a figure), and `least`, `median`
    and `most` of the number of such indicators a region. Population and divisions, on file for every region, do not
    count. A region that no province is on file for, such as the nation, is left out.
    """
    shown = covered[covered["state"].isin(FIGURES) & (covered["stage"] != "context")]
    regions = areas.provinces(covered).rename(columns=lambda name: name.replace("province", "area"))
    regions = regions[regions["area"] != ""]
    counts = shown.groupby("region").size()
    regions = regions.assign(count=regions["region"].map(counts).fillna(0))
    different = shown.merge(regions, on="region", validate="many_to_one").groupby("area")["indicator"].nunique()
    found = regions.groupby(["area", *columns("area")], as_index=False)["count"].agg(
        regions="size", least="min", median="median", most="max"
    )
    return found.assign(indicators=found["area"].map(different).fillna(0).astype(int)).sort_values("area")
