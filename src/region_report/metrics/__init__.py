"""Arithmetic over observations, with the interval that the printed digits allow.

`evaluate`, `evaluate_group`, `evaluate_all` give metric frames; `REGISTRY` lists the metrics; `methods`
describes them. By topic: `targets` and `evidence`, `comparability`, `actors`, `coverage`, `findings`.
"""

from region_report.metrics import (
    actors,
    comparability,
    coverage,
    denominators,
    density,
    evidence,
    findings,
    pairs,
    ratios,
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
    "evaluate",
    "evaluate_all",
    "evaluate_group",
    "evidence",
    "example",
    "findings",
    "methods",
    "methods_using",
    "metric",
    "pairs",
    "ratios",
    "targets",
]
