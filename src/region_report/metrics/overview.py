"""What a report on many regions holds, in numbers: regions, provinces, indicators, figures, sources, times."""

from dataclasses import dataclass

from region_report.languages import columns
from region_report.metrics import areas


@dataclass(frozen=True)
class Overview:
    """Counts of an observations frame. levels: level -> regions. grades: its names -> figures with a source of it.

    figures: rows with a value; undated: those of them that say what is, without a period. first, last: the earliest and
    the latest period. provinces: a frame, one row a province: `area` and names, `regions`, `figures`, `indicators`.
    """

    levels: dict
    indicators: int
    figures: int
    undated: int
    sources: int
    grades: dict
    first: str
    last: str
    provinces: object


def overview(observations):
    """The Overview of a frame of all regions; denominators count as figures, statements in words do not."""
    figures = observations[observations["value"].notna()]
    regions = observations.drop_duplicates("region")
    levels = regions["region_level"].value_counts()
    undated = (figures["period"] == "") & (figures["measure"] == "actual")
    # A year ends later than any month of it.
    ends = sorted(
        figures.loc[figures["period"] != "", "period"].str.split("/").str[-1], key=lambda end: f"{end}-99"[:7]
    )
    return Overview(
        levels={level: int(levels[level]) for level in areas.LEVELS if level in levels},
        indicators=figures["indicator"].nunique(),
        figures=len(figures),
        undated=int(undated.sum()),
        sources=len(observations.drop_duplicates(["region", "source"])),
        grades=_grades(figures),
        first=ends[0] if ends else "",
        last=ends[-1] if ends else "",
        provinces=_provinces(figures),
    )


def _grades(figures):
    counts = figures.groupby(columns("source_grade")).size().sort_values(ascending=False, kind="stable")
    return {names: int(count) for names, count in counts.items()}


def _provinces(figures):
    """One row a province with a figure, in the order of their codes."""
    named = areas.provinces(figures).rename(columns=lambda name: name.replace("province", "area"))
    rows = figures[["region", "indicator"]].merge(named[named["area"] != ""], on="region", validate="many_to_one")
    found = rows.groupby(["area", *columns("area")], as_index=False).agg(
        regions=("region", "nunique"), figures=("region", "size"), indicators=("indicator", "nunique")
    )
    return found.sort_values("area")
