"""A table without anything to draw gives one honest sentence."""

import pytest

from region_report import charts, metrics
from region_report.metrics import actors, comparability, coverage
from region_report.metrics.evidence import evidence
from region_report.metrics.targets import beside_nation, targets
from region_report.testing import observations
from region_report.text import Markdown, t

NOTHING = observations("""
    indicator   period  printed  status
    volunteers  2022             not_reported
""")


def empty_charts():
    goals = targets(NOTHING)
    return {
        "target_status": charts.target_status(goals),
        "beside_nation": charts.beside_nation(beside_nation(goals, NOTHING)),
        "bullet": charts.bullet(goals, evidence=evidence(NOTHING)),
        "slope": charts.slope(goals),
        "required_path": charts.required_path(goals, indicator="volunteers"),
        "interval_dots": charts.interval_dots(metrics.evaluate_group("density", NOTHING)),
        "denominators": charts.denominators(metrics.denominators.densities(NOTHING)),
        "ratio_dots": charts.ratio_dots(metrics.evaluate_group("ratios", NOTHING)),
        "implied_counts": charts.implied_counts(metrics.evaluate_group("implied", NOTHING)),
        "service_counts": charts.service_counts(NOTHING),
        "trend": charts.trend(NOTHING, indicator="volunteers"),
        "known_share": charts.known_share(NOTHING),
        "comparability_matrix": charts.comparability_matrix(comparability.matrix(["volunteers"])),
        "coverage_matrix": charts.coverage_matrix(coverage.coverage(NOTHING), theme="population"),
        "actors_matrix": charts.actors_matrix(actors.matrix(NOTHING)),
    }


def test_each_chart_names_its_own_sentence(lang):
    for name, shown in empty_charts().items():
        assert shown == Markdown(t(f"charts.{name}.empty")), name


@pytest.mark.parametrize(("printed", "exact"), [("4.7万名", None), ("308人", "1")])
def test_figures_that_are_all_exact_are_counted_in_the_sentence(lang, printed, exact):
    shown = charts.reading_ranges(
        observations(f"""
        indicator   period  printed
        volunteers  2022    {printed}
    """)
    )
    if exact is None:
        assert isinstance(shown, charts.Chart)
    else:
        assert shown == Markdown(t("charts.reading_ranges.empty", exact=exact))
