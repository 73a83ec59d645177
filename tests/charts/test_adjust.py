"""What a reader moves in a live chart: its arithmetic is that of the metrics."""

import re

import pytest
import vl_convert

from region_report import charts, text
from region_report.charts import live
from region_report.metrics.denominators import densities
from region_report.metrics.progress import growth


def evaluated(spec, name, **moved):
    """What a parameter of the chart comes to when others have been moved, as Vega computes it."""
    params = [{**param, "value": moved[param["name"]]} if param["name"] in moved else param for param in spec["params"]]
    shown = {"mark": "text", "data": {"values": [{}]}, "encoding": {"text": {"value": {"expr": f"'<'+{name}+'>'"}}}}
    svg = vl_convert.vegalite_to_svg({**spec, "width": 350, "params": params, "layer": [*spec["layer"], shown]})
    return re.search(r"&lt;(.*?)&gt;", svg)[1]


@pytest.fixture
def path(goals):
    return charts.required_path(goals, indicator="social_work_professionals").spec


@pytest.mark.parametrize(("start", "goal"), [(23000, 50000), (22500, 50000), (10000, 60000), (30000, 20000)])
def test_the_growth_of_a_moved_path_is_that_of_the_metrics(path, start, goal):
    assert float(evaluated(path, "growth", start=start, goal=goal)) == pytest.approx(growth(start, goal, 5))
    assert float(evaluated(path, "step", start=start, goal=goal)) == pytest.approx((goal - start) / 5)


def test_a_moved_path_is_told_beside_the_plan(path):
    assert evaluated(path, "told", start=25000) == (
        "按所选的起点2.5万人和目标5万人：每年需增长14.9%，或每年增加5,000人。"
        "规划本身：每年需增长16.8%（16.3%～17.3%），或每年增加5,400人。"
    )


def test_the_words_of_a_moved_share_are_points_in_english(goals):
    with text.edition("en"):
        spec = charts.required_path(goals, indicator="nursing_bed_share").spec
    assert "growth of 4.6% a year, or 2.2 percentage points more" in evaluated(spec, "told", start=43.98)


def test_the_line_of_a_moved_path_is_drawn_only_then(path):
    def dotted(**moved):
        params = [{**one, "value": moved[one["name"]]} if one["name"] in moved else one for one in path["params"]]
        return vl_convert.vegalite_to_svg({**path, "width": 350, "params": params}).count('stroke-dasharray="2,4"')

    assert (dotted(), dotted(start=20000)) == (0, 1)


def test_a_slider_begins_at_the_printed_value_and_moves_in_round_steps():
    slider = live.slider("goal", 44.28, 40, 60, "x").param.to_dict()
    assert slider["value"] == 44.28
    assert slider["bind"] == {"input": "range", "min": 40.08, "max": 59.88, "step": 0.2, "name": "x"}
    # Nothing grows from nothing.
    assert live.slider("start", 300, 0, 1000, "x").param.to_dict()["bind"]["min"] == 10


def test_each_denominator_shows_the_numbers_that_the_metrics_give(east):
    table = densities(east)
    spec = charts.denominators(table).spec
    options = spec["params"][0]["bind"]["options"]
    assert options == ["nearest", "residents:2021", "townships:2022"]
    for option in options:
        told = evaluated(spec, "told", denominator=option)
        for row in table[table["denominator"] == option].to_dict("records"):
            assert text.quantity(row) in told


def test_only_the_chosen_denominator_is_drawn(east):
    spec = charts.denominators(densities(east)).spec
    chosen = {**spec["params"][0], "value": "townships:2022"}
    svg = vl_convert.vegalite_to_svg({**spec, "width": 350, "params": [chosen, *spec["params"][1:]]})
    assert "人／乡镇（街道）" in svg
    assert "人／万人" not in svg.replace("每万人", "")
