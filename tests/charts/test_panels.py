import math

import pytest

from region_report import charts, metrics
from region_report.charts import panels
from region_report.testing import observations


def figure(**values):
    row = {
        "region": "east", "region_zh": "东区", "region_en": "East", "indicator": "a", "indicator_zh": "甲",
        "indicator_en": "A", "period": "2022", "value": 2.0, "lower": 2.0, "upper": 2.0, "bound": "exact",
        "status": "", "measure": "actual", "unit": "case", "unit_zh": "个", "unit_en": "cases",
    }  # fmt: skip
    return row | values


GAP = {"value": math.nan, "lower": math.nan, "upper": math.nan}


def test_cases_and_projects_have_a_panel_each_although_both_count_in_the_same_word():
    groups = panels._by_unit([figure(unit="case"), figure(unit="project"), figure(unit="case")])
    assert {unit: len(group) for unit, group in groups.items()} == {"case": 2, "project": 1}


def test_each_unit_has_an_axis_of_its_own(drawn):
    spec = drawn["service_counts"].spec
    axes = [layer["layer"][0]["encoding"]["x"] for layer in spec["layer"] if "layer" in layer]
    assert spec["resolve"] == {"scale": {"x": "independent"}}
    # 877 cases and 3,893 group sessions: nothing on one scale.
    assert [axis["scale"]["domain"] for axis in axes] == [[0, 1000], [0, 4000]]


def test_a_gap_that_says_why_keeps_its_row_and_one_that_was_not_found_does_not(lang):
    kept = panels._kept(
        [
            figure(),
            figure(indicator="b", status="not_found", **GAP),
            figure(indicator="c", status="no_denominator", **GAP),
            figure(indicator="c", status="no_denominator", **GAP),
        ]
    )
    assert [row["indicator"] for row in kept] == ["a", "c"]


def test_a_comparison_of_regions_by_one_figure_keeps_every_region():
    kept = panels._kept([figure(), figure(region="west", status="not_found", **GAP)])
    assert [row["region"] for row in kept] == ["east", "west"]


def test_two_figures_of_one_kind_are_told_apart_by_their_period(lang):
    named = panels._named([figure(), figure(period="")])
    shown = {"zh": ["甲（2022年）", "甲（未注明时间）"], "en": ["A (2022)", "A (undated)"]}
    assert [row["name"] for row in named] == shown[lang]


def test_the_highlighted_region_is_filled_and_the_others_are_hollow(frame, lang):
    metric = metrics.evaluate("certified_social_workers_per_10k", frame)
    metric = metric[metric["value"].notna()].head(1)
    both = metric.loc[metric.index.repeat(2)].assign(region=["east", "west"])
    filled = {
        record["region"]: mark["mark"]["filled"]
        for layer in charts.interval_dots(both, highlight="east").spec["layer"]
        for mark in layer.get("layer", [])
        if mark["mark"]["type"] == "point"
        for record in mark["data"]["values"]
    }
    assert filled == {"east": True, "west": False}


@pytest.mark.parametrize(("bound", "shapes"), [("200余个", ["circle"]), ("200个以上", ["circle", "triangle-right"])])
def test_an_interval_without_an_upper_end_is_an_arrow(bound, shapes):
    frame = observations(f"""
        indicator          printed
        social_work_posts  {bound}
    """)
    layers = panels.panels("interval_dots", frame).spec["layer"][-1]["layer"]
    assert sorted(mark["mark"]["shape"] for mark in layers if mark["mark"]["type"] == "point") == shapes
