import pytest

from region_report import charts
from region_report.metrics.comparability import NotComparable
from region_report.testing import observations

CERTIFIED = """
    indicator                 measure   period  printed  source    status
    certified_social_workers  actual    2020    1.4万    document
    certified_social_workers  actual    2021    1.5万    document
    certified_social_workers  actual    2022    1.9万    document  conflicting
    certified_social_workers  actual    2022    1.6万    press     conflicting
    certified_social_workers  target    2025    3万      document
    certified_social_workers  actual    2023    9万      press     wider_scope
    certified_social_workers  actual            2万      press
"""


def test_a_target_and_an_actual_are_never_one_series():
    with pytest.raises(NotComparable) as error:
        charts.trend(observations(CERTIFIED))
    assert "are not one series" in str(error.value)


def test_certified_social_workers_and_professionals_are_never_one_series():
    with pytest.raises(NotComparable):
        charts.trend(
            observations("""
            indicator                  period  printed
            certified_social_workers   2018    5356人
            social_work_professionals  2018    12079人
        """)
        )


def test_only_dated_figures_of_the_indicators_own_scope_are_drawn():
    made = charts.trend(observations(CERTIFIED), indicator="certified_social_workers")
    assert [row[1:3] for row in made.words["table"]["rows"]] == [
        ["2020年", "1.4万人"],
        ["2021年", "1.5万人"],
        ["2022年", "1.9万人"],
        ["2022年", "1.6万人"],
    ]


def test_figures_in_conflict_are_hollow_and_no_line_joins_them():
    spec = charts.trend(observations(CERTIFIED), indicator="certified_social_workers").spec
    line = next(layer for layer in spec["layer"] if layer["mark"]["type"] == "line")
    hollow = [layer for layer in spec["layer"] if layer["mark"].get("filled") is False]
    assert [record["x"] for record in line["data"]["values"]] == [2020, 2021]
    assert [[record["x"] for record in layer["data"]["values"]] for layer in hollow] == [[2022, 2022]]
    assert hollow[0]["mark"]["shape"] == "diamond"
