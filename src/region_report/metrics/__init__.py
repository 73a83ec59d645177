"""Arithmetic over observations, with the interval that the printed digits allow.

`evaluate`, `evaluate_group`, `evaluate_all` give metric frames; `REGISTRY` lists the metrics; `methods`
describes them. By topic: `targets` and `evidence`, `comparability`, `actors`, `coverage`, `findings`.

>>> import region_report as rr
>>> INVENTED = "tests/data/invented"
>>> observations = rr.open_region("xingyuan", lang="en", data=INVENTED)
>>> every = rr.open_all(lang="en", data=INVENTED)

>>> density = rr.metrics.evaluate("professionals_per_10k", observations)
>>> density[["period", "value", "lower", "upper"]].round(2).values.tolist()
[['2020', 9.97, 9.97, 9.97], ['2023', 15.31, 15.3, 15.31]]
>>> print(density["inputs_en"].iloc[0][:64])
10,000 × Social work professionals 1200人 (2020; source document)
>>> rr.metrics.evaluate_group("ratios", observations)["indicator"].iloc[0]
'group_sessions_per_case'
>>> len(rr.metrics.evaluate_all(every)) > 30
True
>>> rr.metrics.methods()["formula_en"].iloc[0], rr.metrics.methods_using("volunteers")["id"].iloc[0]
('10,000 × Certified social workers ÷ Resident population', 'volunteers_per_10k')

>>> targets = rr.metrics.targets.targets(observations)
>>> columns = ["indicator", "required_growth", "observed_growth", "attainment", "status"]
>>> rr.metrics.targets.judged(targets)[columns].round(1).values.tolist()
[['social_work_professionals', 20.1, 15.7, 36.7, 'moderate']]
>>> rr.metrics.targets.paths(targets)[["year", "compound", "linear"]].round(0).head(2).values.tolist()
[[2020.0, 1200.0, 1200.0], [2021.0, 1441.0, 1560.0]]
>>> len(rr.metrics.targets.beside_nation(targets, observations))
0
>>> rr.metrics.evidence.evidence(observations)[["indicator", "used"]].values.tolist()
[['social_work_professionals', True], ['home_adaptations_in_hardship', False]]
>>> round(rr.metrics.progress.score_of(0.7), 2)
0.71
>>> rr.metrics.progress.progress(1200, 2021, 1860, 2024, 3000, 2026).status
'moderate'
>>> round(rr.metrics.progress.growth(1200, 3000, 5), 1), rr.metrics.progress.status_of(0.7)
(20.1, 'moderate')

>>> tempting = rr.metrics.comparability.tempting(observations)
>>> rr.metrics.comparability.verdict(*tempting[:2]).verdict
'different'
>>> len(rr.metrics.comparability.matrix(tempting)), len(rr.metrics.comparability.forbidden(tempting))
(81, 7)
>>> rr.metrics.comparability.shared(every)[["left", "right", "indicators", "metrics"]].values.tolist()
[['xingyuan', 'yuepu', (), ()]]
>>> cases = observations[observations["indicator"] == "cases"]
>>> rr.metrics.comparability.one_series(cases) is cases
True

>>> covered = rr.metrics.coverage.coverage(every)
>>> covered.groupby("state").size().to_dict()
{'conflicting': 1, 'in_words': 3, 'not_found': 25, 'shown': 7, 'target_only': 2, 'undated': 11, 'wider_scope': 1}
>>> rr.metrics.coverage.gaps(covered)["state"].value_counts().to_dict()
{'not_found': 13, 'target_only': 2, 'conflicting': 1, 'wider_scope': 1}
>>> rr.metrics.reporting.by_indicator(covered)[["indicator", "regions", "reported"]].values[0].tolist()
['social_work_professionals', 2, 1]
>>> rr.metrics.reporting.by_province(covered)[["area_en", "regions", "median"]].values.tolist()
[['Invented Province', 2, 6.5]]
>>> rr.metrics.overview.overview(every).figures
28

>>> densities = rr.metrics.denominators.densities(observations)
>>> densities.query("numerator == 'volunteers'")[["per", "value"]].round(1).values.tolist()
[['residents', 98.8], ['residents', 99.7], ['residents', 98.8], ['townships', 250.0], ['communities', 16.0]]
>>> population = rr.open_indicator("resident_population", data=INVENTED)
>>> spread = rr.metrics.distribution.distribution(rr.metrics.distribution.comparable(population))
>>> spread[["area", "n", "median"]].values.tolist()
[['prefecture', 1, 1215000.0]]
>>> pair = rr.metrics.pairs.pairs(every, rr.metrics.evaluate_all(every))[0]
>>> len(pair.comparable), len(pair.barred), rr.metrics.pairs.left_out(every)
(0, 1, 0)
>>> rr.metrics.actors.matrix(observations)[["canonical", "actor_en"]].values[0].tolist()
['communities', 'communities']

>>> rr.metrics.findings.at_a_glance(observations)[0].id, len(rr.metrics.findings.landing(every))
('workforce_growth_exact', 5)
>>> rr.metrics.findings.not_comparable(every)[0].id
'not_comparable_between'
"""

from region_report.metrics import (
    actors,
    comparability,
    coverage,
    denominators,
    density,
    distribution,
    evidence,
    findings,
    overview,
    pairs,
    progress,
    ratios,
    reporting,
    targets,
)
from region_report.metrics.evaluation import evaluate, evaluate_all, evaluate_group
from region_report.metrics.methods import methods, methods_using
from region_report.metrics.registry import REGISTRY, example, metric

__all__ = [
    "REGISTRY",
    "actors",
    "comparability",
    "coverage",
    "denominators",
    "density",
    "distribution",
    "evaluate",
    "evaluate_all",
    "evaluate_group",
    "evidence",
    "example",
    "findings",
    "methods",
    "methods_using",
    "metric",
    "overview",
    "pairs",
    "progress",
    "ratios",
    "reporting",
    "targets",
]
