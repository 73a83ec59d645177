import math

import pytest

from region_report import charts, metrics
from region_report.charts import panels
from region_report.testing import observations
from region_report.text import t


def figure(**values):
    row = {
        "region": "east", "region_zh": "东区", "region_en": "East", "indicator": "a", "indicator_zh": "甲",
        "indicator_en": "A", "period": "2022", "value": 2.0, "lower": 2.0, "upper": 2.0, "bound": "exact",
        "status": "", "measure": "actual", "unit": "case", "unit_zh": "个", "unit_en": "cases",
    }  # fmt: skip
    return row | values


GAP = {"value": math.nan, "lower": math.nan, "upper": math.nan}


def test_cases_and_projects_have_a_panel_each_although_both_count_in_the_same_word():
    groups = panels._by([figure(unit="case"), figure(unit="project"), figure(unit="case")], "unit")
    assert [[row["unit"] for row in group] for group in groups] == [["case", "case"], ["project"]]


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


def test_a_region_of_which_nothing_was_found_has_no_row():
    kept = panels._kept([figure(), figure(region="west", status="not_found", **GAP)])
    assert [row["region"] for row in kept] == ["east"]


def test_a_figure_of_other_scope_says_once_that_it_cannot_be_used():
    narrower = [figure(region="west", period=year, status="narrower_scope", **GAP) for year in ("2021", "2022")]
    kept = panels._kept([figure(), *narrower])
    assert [(row["region"], row["status"]) for row in kept] == [("east", ""), ("west", "narrower_scope")]


METRICS = """
    region  indicator                  measure      period  printed    source
    east    certified_social_workers   actual       2022    1000人     document
    east    social_work_professionals  actual       2022    2000人     document
    east    social_work_professionals  target       2025    9000人     document
    east    resident_population        denominator  2022    1000000人  official
"""
WEST = """
    west    certified_social_workers   actual       2022    300人      document
    west    resident_population        denominator  2022    100000人   official
"""


def drawn_text(made, **look):
    """The words of a look that stand in the drawing, from above."""
    words = [
        record
        for layer in made.spec["layer"]
        if layer.get("mark", {}).get("type") == "text" and all(layer["mark"].get(key) == of for key, of in look.items())
        for record in layer["data"]["values"]
    ]
    return [record["text"].replace("\n", "") for record in sorted(words, key=lambda record: record["y"])]


def scales(made):
    return [layer["layer"][0]["encoding"]["x"]["scale"]["domain"] for layer in made.spec["layer"] if "layer" in layer]


def test_two_metrics_of_one_unit_have_a_panel_and_an_axis_each():
    made = charts.interval_dots(metrics.evaluate_group("density", observations(METRICS + WEST.lstrip("\n"))))
    # Certified: 10 and 30 for each 10,000; professionals: 20; their target: 90.
    assert scales(made) == [[0, 40], [0, 20], [0, 100]]


def test_the_heading_is_the_metric_and_the_rows_are_the_regions():
    found = metrics.evaluate_group("density", observations(METRICS + WEST.lstrip("\n")))
    made = charts.interval_dots(found)
    names = found[found["value"].notna()].drop_duplicates("indicator")["indicator_zh"].tolist()
    assert drawn_text(made, fontWeight=600, align="left") == names
    rows = [word for word in drawn_text(made, align="left", style="ink") if word not in names]
    assert rows == ["示例甲（2022年）", "示例乙（2022年）", "示例甲（2022年）", "示例甲（2025年）"]
    assert [row[0] for row in made.words["table"]["rows"]][:2] == [
        f"{region}：{names[0]}（2022年）" for region in ("示例甲", "示例乙")
    ]


def test_of_one_region_the_heading_is_the_row_and_nothing_is_said_twice():
    found = metrics.evaluate_group("density", observations(METRICS))
    made = charts.interval_dots(found)
    names = found[found["value"].notna()]["indicator_zh"].tolist()
    assert drawn_text(made, align="left", fontWeight=600) == []
    named = [f"{name}（{year}年）" for name, year in zip(names, (2022, 2022, 2025), strict=True)]
    assert drawn_text(made, align="left", style="ink") == named


def test_each_density_says_its_period_in_its_mark_too():
    found = metrics.evaluate_group("density", observations(METRICS))
    told = [
        record["description"]
        for layer in charts.interval_dots(found).spec["layer"]
        for mark in layer.get("layer", [])
        if mark["mark"]["type"] == "point"
        for record in mark["data"]["values"]
    ]
    assert [text.count("2022年") + text.count("2025年") for text in told] == [1, 1, 1]
    # A ratio of undated figures of one source has no period to tell it by.
    assert panels._named([figure()])[0]["name"] == "甲"


def test_what_follows_from_a_target_is_a_diamond_and_a_key_says_so(lang):
    made = charts.interval_dots(metrics.evaluate_group("density", observations(METRICS)))
    shapes = {
        record["x"]: mark["mark"]["shape"]
        for layer in made.spec["layer"]
        for mark in layer.get("layer", [])
        if mark["mark"]["type"] == "point"
        for record in mark["data"]["values"]
    }
    assert sorted(shapes.items()) == [(10.0, "circle"), (20.0, "circle"), (90.0, "diamond")]
    shown = [layer["data"]["values"][0].get("text") for layer in made.spec["layer"] if "data" in layer]
    assert {t("charts.panels.actual"), t("charts.panels.target")} <= set(shown)


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
