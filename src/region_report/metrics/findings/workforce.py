"""Findings about people: what a workforce target asks for, how dense certified social workers are."""

from region_report.languages import columns
from region_report.metrics import inputs
from region_report.metrics.evaluation import evaluate, with_value
from region_report.metrics.finding import Words
from region_report.metrics.findings import values
from region_report.metrics.frames import rows_of
from region_report.metrics.records import records
from region_report.metrics.targets import targets
from region_report.metrics.words import word

_WORKFORCE = "social_work_professionals"
_CERTIFIED = "certified_social_workers"
_POPULATION = "resident_population"


def target(observations):
    """What the target for social work professionals asks for each year, and the density it means."""
    table = targets(observations)
    growing = table[(table["indicator"] == _WORKFORCE) & table["required_growth"].notna()]
    found = [_growth(row) for row in rows_of(growing)]
    density = with_value("professionals_target_per_10k", observations)
    known = records(observations)
    return found + [_density(row, known) for row in density]


def certified_density(observations):
    """Certified social workers per 10,000 residents, the latest figure, with its interval."""
    rows = values.by_region(with_value("certified_social_workers_per_10k", observations))
    known = records(observations)
    return [_certified(values.latest(own), known) for own in rows.values()]


def beside_nation(nation):
    """The nation's density of certified social workers, or that its population is not on file."""
    metric = evaluate("certified_social_workers_per_10k", nation)
    rows = values.records(metric)
    if not rows and "no_denominator" in set(metric["status"]):
        rows = rows_of(nation[(nation["indicator"] == _CERTIFIED) & nation["value"].notna()])
        row = values.latest(rows)
        numbers = {
            "count": values.number(row),
            "period": values.when(row["period"]),
            "grade": values.name(row, "source_grade"),
        }
        return [values.finding("nation_without_population", [row], section="workforce", **numbers)]
    return [_nation(values.latest(rows))] if rows else []


def _certified(row, known):
    return values.finding(
        "certified_density",
        [row],
        section="workforce",
        spans="density",
        density=values.number(row, decimals=1),
        period=values.when(row["period"]),
        **_residents(row, known),
    )


def _growth(row):
    part = {name: row[name] for name in ("region", *columns("region"))}
    rows = [part | {"source": row[f"{side}_source"], "source_grade": row[f"{side}_source_grade"]}
            for side in ("target", "baseline")]  # fmt: skip
    return values.finding(
        "workforce_growth",
        rows,
        section="commitments",
        spans="growth",
        baseline=values.number(row, "baseline"),
        baseline_period=values.when(row["baseline_period"]),
        target=values.number(row, "target"),
        target_period=values.when(row["target_period"]),
        growth=values.number(row, "required_growth", decimals=1, kind="percent"),
        step=values.number(row, "required_step"),
    )


def _residents(row, known):
    """The period of the residents that a density is of, and their grade where they come from a copy alone."""
    used = inputs.denominators(known, _POPULATION).get(row["region"], ())
    used = [figure for figure in used if figure["period"] == row["denominator_period"]]
    copies = [figure for figure in used if figure["source_grade"] == "mirror"]
    grade = values.name(copies[0], "source_grade") if copies else None
    flag = Words.each(lambda lang: word("written.after", lang).format(words=grade.of(lang)) if grade else "")
    return {"population_period": values.when(row["denominator_period"]), "population_grade": flag}


def _density(row, known):
    return values.finding(
        "workforce_density",
        [row],
        section="workforce",
        density=values.number(row, decimals=1),
        period=values.when(row["period"]),
        **_residents(row, known),
    )


def _nation(row):
    numbers = {"density": values.number(row, decimals=1), "period": values.when(row["period"])}
    return values.finding("nation_density", [row], section="workforce", spans="density", **numbers)
