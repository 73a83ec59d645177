"""Arithmetic over observations, with the interval that the printed digits allow.

`evaluate`, `evaluate_group`, `evaluate_all` give metric frames; `REGISTRY` lists the metrics; `methods`
describes them.
"""

from region_report.metrics import density, ratios  # noqa: F401  (they register their metrics)
from region_report.metrics.evaluation import evaluate, evaluate_all, evaluate_group
from region_report.metrics.methods import methods
from region_report.metrics.registry import REGISTRY, example, metric

__all__ = ["REGISTRY", "evaluate", "evaluate_all", "evaluate_group", "example", "methods", "metric"]
