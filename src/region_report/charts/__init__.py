"""One function a chart: a table in, a `Chart` out, or one honest sentence where the table is empty.

A chart carries its title, unit, source, caveat, description and the numbers it draws (`Chart.words`), and is
drawn at the width of its place; `theme.with_mode` gives it the colours of a dark page.
"""

from region_report.charts.beside import beside_nation
from region_report.charts.bullets import bullet
from region_report.charts.chart import MIME, Chart
from region_report.charts.denominators import denominators
from region_report.charts.matrices import actors_matrix, comparability_matrix, coverage_matrix
from region_report.charts.panels import implied_counts, interval_dots, ratio_dots, service_counts
from region_report.charts.paths import required_path
from region_report.charts.readings import reading_ranges
from region_report.charts.series import trend
from region_report.charts.share import known_share
from region_report.charts.slopes import slope
from region_report.charts.statuses import target_status

__all__ = [
    "MIME",
    "Chart",
    "actors_matrix",
    "beside_nation",
    "bullet",
    "comparability_matrix",
    "coverage_matrix",
    "denominators",
    "implied_counts",
    "interval_dots",
    "known_share",
    "ratio_dots",
    "reading_ranges",
    "required_path",
    "service_counts",
    "slope",
    "target_status",
    "trend",
]
