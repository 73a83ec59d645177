"""One function a table: a frame in, a `Table` out, or one honest sentence where the frame is empty.

>>> import region_report as rr
>>> INVENTED = "tests/data/invented"
>>> observations = rr.open_region("xingyuan", lang="en", data=INVENTED)
>>> every = rr.open_all(lang="en", data=INVENTED)
>>> targets = rr.metrics.targets.targets(observations)
>>> print(rr.tables.targets(targets, observations).plain[:177])
Commitments and where they stand
Indicator | Baseline | Latest | Target | Required growth a year (compound) | Status
Social work professionals | 1,200 people — 2020 | 1,860 peop
>>> rr.tables.statements(observations, measure="target").frame.iloc[0, 0]
'Smart elder-care platform — target · 2025'
>>> rr.tables.headline(observations, targets).cards[0].figure
'3,000 people'
>>> len(rr.tables.headlines(every, rr.metrics.targets.targets(every)).parts)
2
>>> rr.tables.bearing(rr.metrics.evidence.evidence(observations)).caption
'Figures that bear on a target without showing whether it was met'
>>> rr.tables.reported(rr.observed(observations)).caption
'Figures reported'
>>> rr.tables.evidence(observations).caption
'The figures: as printed, where, how read, with which interval'
>>> rr.tables.metrics_table(rr.metrics.evaluate_group("ratios", observations)).frame.iloc[0, :2].tolist()
['Group sessions per case — undated', '3.00 sessions per case — no interval from the digits printed']
>>> pairs = rr.metrics.pairs.pairs(every, rr.metrics.evaluate_all(every))
>>> len(rr.tables.two_regions(pairs, left_out=rr.metrics.pairs.left_out(every)).pairs)
1
>>> covered = rr.metrics.coverage.coverage(every)
>>> rr.tables.coverage(covered).caption, rr.tables.gaps(rr.metrics.coverage.gaps(covered)).caption
('What is on file for each indicator', 'Indicators without a usable figure')
>>> tempting = rr.metrics.comparability.tempting(observations)
>>> rr.tables.comparability(rr.metrics.comparability.matrix(tempting)).caption
'Indicators that are easily confused, and whether they may be compared'
>>> rr.tables.actors(rr.metrics.actors.matrix(every)).caption
'The actors of community linkage: the documents’ words and the common names'
>>> lists = rr.codelists.load(INVENTED)
>>> rr.tables.indicators(lists, every).caption, rr.tables.facts("cases", lists).caption
('Dictionary of indicators', 'What the indicator is')
>>> rr.tables.values(rr.open_indicator("cases", lang="en", data=INVENTED)).caption
'Every figure of every region: as printed, how read, where from'
>>> rr.tables.confusable("cases", lists).caption, rr.tables.sources(rr.codelists.regions(INVENTED)).caption
('Indicators that are easily confused with this one', 'Sources')
>>> rr.tables.grades(lists).caption, rr.tables.statuses(lists).caption
('Grades of sources and what they mean', 'Statuses and what they mean')
>>> rr.tables.methods(rr.metrics.methods()).caption, rr.tables.glossary().caption
('How metrics are computed', 'Terms in Chinese and English')
>>> print(rr.tables.changes(rr.diff.since_release(every, data=INVENTED)))
To compare any two sets of data, run `region-report diff OLD NEW`.
"""

from region_report.tables.changes import changes
from region_report.tables.figures import (
    bearing,
    evidence,
    methods,
    metrics_table,
    reported,
    statements,
    targets,
)
from region_report.tables.headline import headline, headlines
from region_report.tables.indicator import confusable, facts, values
from region_report.tables.lists import (
    actors,
    comparability,
    coverage,
    gaps,
    glossary,
    grades,
    indicators,
    sources,
    statuses,
)
from region_report.tables.pairs import two_regions
from region_report.tables.table import Table

__all__ = [
    "Table",
    "actors",
    "bearing",
    "changes",
    "comparability",
    "confusable",
    "coverage",
    "evidence",
    "facts",
    "gaps",
    "glossary",
    "grades",
    "headline",
    "headlines",
    "indicators",
    "methods",
    "metrics_table",
    "reported",
    "sources",
    "statements",
    "statuses",
    "targets",
    "two_regions",
    "values",
]
