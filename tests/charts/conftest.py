"""One small invented region, and every chart of it: what the tests of charts look at."""

from functools import cache

import pytest

from region_report import charts, metrics, text
from region_report.charts.chart import CHARTS
from region_report.metrics import actors, comparability, coverage
from region_report.metrics.evidence import evidence
from region_report.metrics.targets import beside_nation, targets
from region_report.testing import observations

OBSERVATIONS = """
    region  indicator                     measure      period   printed    source    status
    east    social_work_professionals     baseline     2020     2.3万      document
    east    social_work_professionals     target       2025     5万        document
    east    nursing_bed_share             baseline     2020     44.28      document
    east    nursing_bed_share             target       2025     ≥55        document
    east    rural_urban_allowance_ratio   baseline     2020     58         document
    east    rural_urban_allowance_ratio   target       2025     75         document
    east    elder_care_centre_coverage    target       2025     60%        document
    east    elder_care_centre_coverage    actual       2025-09  100%       press     narrower_scope
    east    station_coverage              target       2025     全覆盖     document
    east    three_lists                   target       2025     建立清单   document  in_words
    east    cases                         actual                877个      document
    east    group_sessions                actual                3893节     document
    east    volunteers                    actual                4.7万名    document
    east    volunteer_organisations       actual                308个      document
    east    social_work_posts             actual                200余个    document
    east    certified_social_workers      actual                17439人    document
    east    certified_social_workers      actual       2021     1.5万      press
    east    certified_social_workers      actual       2020     1.4万      press
    east    resident_population           denominator  2021     964.5万人  official
    east    township_level_units          denominator  2022     185个      official
    east    townships_known_with_station  actual       2022     30个       mirror    partial_evidence
    east    townships_known_with_station  actual       2023     20个       press     partial_evidence
    west    certified_social_workers      actual                           document  not_reported
"""
NATION = """
    region  indicator                     measure   period      printed    source
    east    nursing_bed_share             baseline  2020        44.28      document
    east    nursing_bed_share             target    2025        ≥55        document
    east    station_coverage              target    2025        全覆盖     document
    east    home_adaptations_in_hardship  target    2025        2.5万户    document
    state   nursing_bed_share             actual    2025        67.5%      mirror
    state   nursing_bed_share             target    2025        ≥55        press
    state   station_coverage              actual    2022-06-30  56%        press
    state   home_adaptations_in_hardship  actual    2025        224万户    press
"""
IDS = ["certified_social_workers", "social_work_professionals", "cases", "group_sessions"]


@pytest.fixture(scope="session")
def frame():
    return observations(OBSERVATIONS)


@pytest.fixture(scope="session")
def east(frame):
    return frame[frame["region"] == "east"]


@pytest.fixture(scope="session")
def nation():
    return of_nation()


@pytest.fixture(scope="session")
def goals(east):
    return targets(east)


@pytest.fixture(scope="session")
def beside(east):
    return evidence(east)


def of_nation():
    """The targets of a region beside the figures of a nation."""
    data = observations(NATION)
    data = data.assign(region_level=data["region"].map({"east": "province", "state": "nation"}))
    return beside_nation(targets(data), data)


def all_charts(frame):
    """Every chart function with something to draw: name -> Chart.

    A function that is not named here draws the observations of the first region: who adds a chart of observations
    has it looked at without a line here.
    """
    east = frame[frame["region"] == "east"]
    goals, beside = targets(east), evidence(east)
    named = actors.matrix(frame)
    named.loc[0, "named"] = True
    made = {
        "target_status": charts.target_status(goals),
        "beside_nation": charts.beside_nation(of_nation()),
        "bullet": charts.bullet(goals, evidence=beside),
        "slope": charts.slope(goals),
        "required_path": charts.required_path(goals, indicator="social_work_professionals", evidence=beside),
        "interval_dots": charts.interval_dots(metrics.evaluate_group("density", frame), highlight="east"),
        "denominators": charts.denominators(metrics.denominators.densities(east)),
        "ratio_dots": charts.ratio_dots(metrics.evaluate_group("ratios", east)),
        "implied_counts": charts.implied_counts(metrics.evaluate_group("implied", east)),
        "service_counts": charts.service_counts(east),
        "reading_ranges": charts.reading_ranges(east),
        "trend": charts.trend(east, indicator="certified_social_workers"),
        "known_share": charts.known_share(east),
        "comparability_matrix": charts.comparability_matrix(comparability.matrix(IDS)),
        "coverage_matrix": charts.coverage_matrix(coverage.coverage(frame)),
        "actors_matrix": charts.actors_matrix(named),
    }
    return made | {name: function(east) for name, function in CHARTS.items() if name not in made}


@cache
def drawn_in(lang):
    """Every chart in a language, made once."""
    with text.edition(lang):
        return all_charts(observations(OBSERVATIONS))


@pytest.fixture
def drawn(lang):
    """Every chart in the language of the test."""
    return drawn_in(lang)
