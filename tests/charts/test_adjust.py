"""What a reader moves in a live chart: its arithmetic is that of the metrics."""

import re

import pytest
import vl_convert

from region_report import charts, text
from region_report.charts import adjust, live
from region_report.charts.denominators import _places
from region_report.metrics.denominators import densities
from region_report.metrics.progress import growth
from region_report.site import controls
from region_report.testing import observations


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
        "所选路径（点线），起点2.5万人，目标5万人：每年需增长14.9%，或每年增加5,000人。"
        "规划本身：每年需增长16.8%（16.3%～17.3%），或每年增加5,400人。"
    )


def test_a_chosen_target_below_the_start_is_a_fall_without_a_sign(path, goals):
    # 4万 to 3万 in five years: 1 - 0.75 ** 0.2 is 5.6 %, 10,000 / 5 is 2,000.
    assert "：每年减少5.6%，或每年减少2,000人。规划" in evaluated(path, "told", start=40000, goal=30000)
    with text.edition("en"):
        spec = charts.required_path(goals, indicator="social_work_professionals").spec
    said = "a decrease of 5.6% a year, or of 2,000 people each year. The plan itself: growth of 16.8%"
    assert said in evaluated(spec, "told", start=40000, goal=30000)


def test_a_plan_that_falls_says_so(goals):
    row = goals[goals["indicator"] == "social_work_professionals"].iloc[0].to_dict()
    signs = {"required_growth": -5.6, "required_growth_lower": -6.0, "required_growth_upper": -5.2,
             "required_step": -2000.0, "required_step_lower": -2100.0, "required_step_upper": -1900.0}  # fmt: skip
    assert adjust.unmoved(row | signs).startswith("规划本身：每年减少5.6%（5.2%～6.0%），或每年减少2,000人。")


@pytest.mark.parametrize("indicator", ["social_work_professionals", "nursing_bed_share"])
def test_a_slider_shows_the_same_words_before_the_chart_is_live(goals, lang, indicator):
    spec = charts.required_path(goals, indicator=indicator).spec
    html = controls.html(spec)
    told = evaluated(spec, "start_told+'|'+goal_told").split("|")
    for name, words in zip(("start", "goal"), told, strict=True):
        assert f'<output data-shows="{name}">{words}</output>' in html
        assert f'aria-valuetext="{words}"' in html
    assert "人<" in html or "people<" in html or "%<" in html


def test_the_words_of_a_moved_share_are_points_in_english(goals):
    with text.edition("en"):
        spec = charts.required_path(goals, indicator="nursing_bed_share").spec
    assert "growth of 4.6% a year, or 2.2 percentage points more" in evaluated(spec, "told", start=43.98)


def test_the_line_of_a_moved_path_is_drawn_only_then(path):
    def dotted(**moved):
        params = [{**one, "value": moved[one["name"]]} if one["name"] in moved else one for one in path["params"]]
        return vl_convert.vegalite_to_svg({**path, "width": 350, "params": params}).count('stroke-dasharray="2,4"')

    assert (dotted(), dotted(start=20000)) == (0, 1)


def test_a_slider_begins_at_the_printed_value_and_moves_on_round_numbers():
    slider = live.slider("goal", 44.28, 40, 60, "x")
    assert slider["value"] == 44.28
    assert slider["bind"] == {"input": "range", "min": 40, "max": 60, "step": 0.2, "name": "x"}
    # Nothing grows from nothing.
    assert live.slider("start", 300, 0, 1000, "x")["bind"]["min"] == 10
    # Below 3 there is a step too.
    assert live.slider("start", 3, 0, 1000, "x")["bind"]["min"] == 1


def test_each_denominator_shows_the_numbers_that_the_metrics_give(east):
    table = densities(east)
    spec = charts.denominators(table).spec
    options = spec["params"][0]["bind"]["options"]
    assert options == ["nearest", "residents:2021", "townships:2022"]
    for option in options:
        told = evaluated(spec, "told", denominator=option)
        for row in table[table["denominator"] == option].to_dict("records"):
            assert text.quantity(row) in told


HARDLY = observations("""
    indicator             measure      period  printed
    volunteers            actual       2021    4.7万名
    social_work_stations  actual       2021    133个
    resident_population   denominator  2020    1000万
    resident_population   denominator  2022    940万
    township_level_units  denominator  2022    1111个
""")


def of_denominator(spec, name):
    """The tick labels of each panel and the number of marks beside the chosen ones, with this denominator chosen."""
    chosen = {**spec["params"][0], "value": name}
    svg = vl_convert.vegalite_to_svg({**spec, "width": 350, "params": [chosen, *spec["params"][1:]]})
    axes = re.findall(r'role-axis-label".*?</g>', svg)
    beside = re.findall(r'role-mark[^>]*aria-hidden="true"><path.*?</g>', svg)
    return [re.findall(r">([^<]+)</text>", axis) for axis in axes], "".join(beside).count("<path")


def test_the_places_of_an_axis_differ_and_have_no_more_digits_than_the_values():
    # 133 / 1,111 is 0.1197..., shown as 0.12: two decimals.
    assert _places([0.119711971, 0.119711972], 2) == [0, 0.05, 0.1, 0.15]
    assert _places([94.2649, 94.2651], 2) == [0, 25, 50, 75, 100]
    assert _places([0.1, 0.1], 1) == [0, 0.1]
    assert _places([47.0, 50.0], 1) == [46, 48, 50, 52]


def test_nothing_stands_beside_the_only_denominator_of_its_kind():
    spec = charts.denominators(densities(HARDLY)).spec
    labels, hollow = of_denominator(spec, "townships:2022")
    assert labels == [["40", "41", "42", "43", "44"], ["0", "0.05", "0.1", "0.15"]]
    assert hollow == 0
    # Two populations: the other one stands beside each of the figures.
    assert of_denominator(spec, "residents:2020")[1] == 2


def test_only_the_chosen_denominator_is_drawn(east):
    spec = charts.denominators(densities(east)).spec
    chosen = {**spec["params"][0], "value": "townships:2022"}
    svg = vl_convert.vegalite_to_svg({**spec, "width": 350, "params": [chosen, *spec["params"][1:]]})
    assert "人／乡镇（街道）" in svg
    assert "人／万人" not in svg.replace("每万人", "")
