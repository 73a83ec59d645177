"""How a target stands, in the words that every card, table and chart of it shares."""

import math

from region_report.metrics.targets import JUDGED
from region_report.text.quantities import label
from region_report.text.words import t

_PARTS = ("baseline", "current", "target")


def standing(row):
    """The status of a row of `metrics.targets`; a judgement says where figures behind it are unchecked copies."""
    said = label(row, "status")
    copies = [row[f"{part}_source_grade"] == "mirror" for part in _PARTS if not math.isnan(row[part])]
    if row["status"] not in JUDGED or not any(copies):
        return said
    return t("text.copies_only" if all(copies) else "text.copies_partly", status=said)
