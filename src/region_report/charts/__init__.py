"""One function a chart: a table in, a `Chart` out, or one honest sentence where the table is empty.

The functions are those that a module of this package marks with `@chart`. A chart carries its title, unit, source,
caveat, description and the numbers it draws (`Chart.words`), and is drawn at the width of its place;
`theme.with_mode` gives it the colours of a dark page.

>>> import region_report as rr
>>> INVENTED = "tests/data/invented"
>>> observations = rr.open_region("xingyuan", lang="en", data=INVENTED)
>>> targets = rr.metrics.targets.targets(observations)
>>> chart = rr.charts.slope(targets)
>>> chart.words["title"], chart.words["unit"]
('From baseline to target', '%')
>>> chart.frame.iloc[:, [1, 2, 6]].to_dict("split")["data"]
[['Nursing-care beds in elderly-care institutions', 40.5, 55.0]]
>>> rr.charts.target_status(targets).words["description"]
'Which targets can be judged. Targets, each with its status: 5.'
>>> evidence = rr.metrics.evidence.evidence(observations)
>>> rr.charts.bullet(targets, evidence=evidence).words["title"]
'Targets for coverage and shares'
>>> rr.charts.required_path(targets, indicator="social_work_professionals").words["title"]
'Social work professionals: the path that the target requires'
>>> rr.charts.implied_counts(rr.metrics.evaluate_group("implied", observations)).words["title"]
'What the commitments mean in numbers'
>>> rr.charts.interval_dots(rr.metrics.evaluate_group("density", observations)).words["title"]
'How many per 10,000 residents and per unit'
>>> rr.charts.ratio_dots(rr.metrics.evaluate_group("ratios", observations)).words["title"]
'Ratios between figures of one source'
>>> rr.charts.service_counts(observations).words["title"]
'Services reported'
>>> rr.charts.denominators(rr.metrics.denominators.densities(observations)).words["title"]
'Densities with another denominator'
>>> rr.charts.reading_ranges(observations).words["title"]
'How exactly the figures are printed'
>>> tempting = rr.metrics.comparability.tempting(observations)
>>> rr.charts.comparability_matrix(rr.metrics.comparability.matrix(tempting)).words["title"]
'Which indicators may be compared'
>>> rr.charts.coverage_matrix(rr.metrics.coverage.coverage(observations)).words["title"]
'What is on file for each region and indicator'
>>> rr.charts.actors_matrix(rr.metrics.actors.matrix(observations)).words["title"]
'The five actors each document names'
>>> print(rr.charts.trend(observations, indicator="cases"))
There are not two dated figures of one scope, so no change can be drawn.
>>> print(rr.charts.known_share(observations))
There is no partial evidence to set against a total.
>>> print(rr.charts.beside_nation(rr.metrics.targets.beside_nation(targets, observations)))
No target in percent can stand beside a figure of the nation.
"""

from importlib import import_module
from pkgutil import iter_modules

from region_report.charts.chart import CHARTS, MIME, Chart

for _module in iter_modules(__path__):
    import_module(f"{__name__}.{_module.name}")
globals().update(CHARTS)

__all__ = ["MIME", "Chart", *sorted(CHARTS)]
