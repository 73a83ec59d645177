"""Analytical reports on social work and civil affairs in Chinese regions.

`import region_report as rr`: what the notebooks call, and the modules of which `PUBLIC` names the public part.
"""

from importlib import import_module

# The public interface, and all of it: module -> names in it that keep their meaning until the next major version.
# Those of the modules of OWN are names of the package itself. docs/api.md is made from this list (`make api`).
PUBLIC = {
    "report": (
        "open_region", "open_all", "open_nation", "open_indicator", "open_outline", "open_stated", "open_report",
        "observed", "about", "marked", "graded", "show", "over_time", "heading", "indicator_heading", "place",
        "reporters", "subject", "downloads",
    ),
    "saving": ("save",),
    "errors": ("DataError", "UsageError"),
    "observations": ("load_region", "load_all", "load_indicator", "check"),
    "codelists": ("load", "region", "regions"),
    "figures": ("parse", "scan", "write", "Figure", "Found", "FigureError"),
    "metrics": ("evaluate", "evaluate_group", "evaluate_all", "methods", "methods_using", "metric", "example"),
    "metrics.targets": ("targets", "judged", "paths", "beside_nation"),
    "metrics.evidence": ("evidence",),
    "metrics.progress": ("progress", "growth", "status_of", "score_of"),
    "metrics.comparability": (
        "verdict", "one_series", "matrix", "tempting", "forbidden", "shared", "Verdict", "NotComparable",
    ),
    "metrics.coverage": ("coverage", "gaps"),
    "metrics.denominators": ("densities",),
    "metrics.pairs": ("pairs", "left_out"),
    "metrics.actors": ("matrix",),
    "metrics.findings": ("at_a_glance", "not_comparable", "landing"),
    "metrics.distribution": ("distribution", "comparable"),
    "metrics.reporting": ("by_indicator", "by_province"),
    "metrics.overview": ("overview",),
    "charts": (
        "target_status", "slope", "bullet", "required_path", "implied_counts", "known_share", "interval_dots",
        "ratio_dots", "trend", "service_counts", "denominators", "reading_ranges", "comparability_matrix",
        "coverage_matrix", "beside_nation", "actors_matrix", "Chart",
    ),
    "tables": (
        "headline", "headlines", "targets", "statements", "bearing", "reported", "evidence", "metrics_table",
        "two_regions", "coverage", "gaps", "comparability", "actors", "indicators", "facts", "values", "confusable",
        "sources", "grades", "statuses", "methods", "glossary", "changes", "Table",
    ),
    "text": ("use", "edition", "language", "sentences", "number", "percent", "interval", "period", "quantity", "label"),
    "diff": ("read", "compare", "write", "since_release", "notice"),
    "verify": ("verify",),
}  # fmt: skip
OWN = ("report", "saving", "errors")

_modules = {name: module for module in OWN for name in PUBLIC[module]}
__all__ = sorted({*_modules, *(module.partition(".")[0] for module in PUBLIC if module not in OWN)})


def __getattr__(name):
    """All of it is imported when it is asked for: a command that draws nothing does not wait for Altair."""
    if name not in __all__:
        raise AttributeError(f"module '{__name__}' has no attribute '{name}'")
    if name in _modules:
        return getattr(import_module(f"{__name__}.{_modules[name]}"), name)
    return import_module(f"{__name__}.{name}")


def __dir__():
    """The public names, for whoever presses the tabulator."""
    return __all__
