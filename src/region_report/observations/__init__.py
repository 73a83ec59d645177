"""Observations: checked, parsed, one row = one figure as a source prints it. All data pass here.

>>> import region_report as rr
>>> INVENTED = "tests/data/invented"
>>> one = rr.observations.load_region("xingyuan", data=INVENTED)
>>> one.loc[one["printed"] == "1.2万名", ["value", "lower", "upper", "bound", "period"]].values.tolist()
[[12000.0, 11500.0, 12500.0, 'exact', '']]
>>> len(rr.observations.load_all(data=INVENTED)), len(rr.observations.load_indicator("volunteers", data=INVENTED))
(32, 1)
>>> rr.observations.check(INVENTED)
[]
"""

from region_report.observations.examining import Examined, check, examine
from region_report.observations.frame import COLUMNS, Row, build, known, outline
from region_report.observations.loading import (
    keep_all,
    load_all,
    load_indicator,
    load_outline,
    load_region,
    load_stated,
    regions,
    reported,
    slugs,
)
from region_report.observations.reading import read

__all__ = [
    "COLUMNS",
    "Examined",
    "Row",
    "build",
    "check",
    "examine",
    "keep_all",
    "known",
    "load_all",
    "load_indicator",
    "load_outline",
    "load_region",
    "load_stated",
    "outline",
    "read",
    "regions",
    "reported",
    "slugs",
]
