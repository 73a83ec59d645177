"""One function a chart: a table in, a `Chart` out, or one honest sentence where the table is empty.

The functions are those that a module of this package marks with `@chart`. A chart carries its title, unit, source,
caveat, description and the numbers it draws (`Chart.words`), and is drawn at the width of its place;
`theme.with_mode` gives it the colours of a dark page.
"""

from importlib import import_module
from pkgutil import iter_modules

from region_report.charts.chart import CHARTS, MIME, Chart

for _module in iter_modules(__path__):
    import_module(f"{__name__}.{_module.name}")
globals().update(CHARTS)

__all__ = ["MIME", "Chart", *sorted(CHARTS)]
