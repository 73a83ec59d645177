"""Bullet, slope, path and status: what they draw of a target."""

import pytest

from region_report import charts
from region_report.metrics.targets import targets
from region_report.testing import observations


def cells(made, *columns):
    table = made.words["table"]
    places = [[column["id"] for column in table["columns"]].index(name) for name in columns]
    return [[row[place] for place in places] for row in table["rows"]]


def points(made, shape):
    return [
        record["x"]
        for layer in flat(made.spec)
        if layer["mark"].get("shape") == shape and "description" in layer["encoding"]
        for record in layer["data"]["values"]
    ]


def flat(spec):
    for layer in spec["layer"]:
        yield from flat(layer) if "layer" in layer else [layer]


def test_a_bullet_shows_baseline_target_and_evidence_of_another_scope(goals, beside):
    made = charts.bullet(goals, evidence=beside)
    assert cells(made, "name", "baseline", "target") == [
        ["养老机构护理型床位占比", "44.28%", "55%以上"],
        ["农村低保标准占城市低保标准比例", "58%", "75%"],
        ["区域养老服务中心乡镇（街道）覆盖率", "—", "60%"],
        ["乡镇（街道）社工站覆盖率", "—", "100%"],
    ]
    assert points(made, "square") == [44.28, 58]
    assert points(made, "diamond") == [55, 75, 60, 100]
    # The 100 % of subdistricts stands with its own target only, hollow.
    assert points(made, "circle") == [100]


def test_a_slope_needs_both_ends(goals):
    made = charts.slope(goals)
    assert cells(made, "baseline", "target") == [["44.28%", "55%以上"], ["58%", "75%"]]


def test_a_slope_draws_pairs_of_one_time_and_counts_the_others():
    data = observations("""
        indicator                    measure   period  printed
        nursing_bed_share            baseline  2020    48%
        nursing_bed_share            target    2030    73%
        rural_urban_allowance_ratio  baseline  2020    58%
        rural_urban_allowance_ratio  target    2025    75%
        volunteer_point_coverage     baseline  2021    60%
        volunteer_point_coverage     target    2025    80%
        vagrant_return_rate          baseline  2020    90%
        vagrant_return_rate          target    2030    95%
    """)
    made = charts.slope(targets(data))
    # 2020 to 2030 twice, 2020 to 2025 once, 2021 to 2025 once.
    assert cells(made, "baseline", "target") == [["48%", "73%"], ["90%", "95%"]]
    assert made.words["caveat"].endswith("另有2项的基期年或目标年不同，未画出。")


def test_of_equally_many_pairs_a_slope_draws_the_earliest_target():
    data = observations("""
        indicator                    measure   period  printed
        nursing_bed_share            baseline  2020    48%
        nursing_bed_share            target    2030    73%
        rural_urban_allowance_ratio  baseline  2020    58%
        rural_urban_allowance_ratio  target    2025    75%
    """)
    assert cells(charts.slope(targets(data)), "baseline", "target") == [["58%", "75%"]]


def test_the_step_of_a_share_is_in_percentage_points(goals, lang):
    # From 44.28 % to 55 % in five years: 10.72 / 5 = 2.144.
    caveat = charts.required_path(goals, indicator="nursing_bed_share").words["caveat"]
    assert {"zh": "每年需增加2.1个百分点", "en": "or 2.1 percentage points a year"}[lang] in caveat


def test_the_required_path_goes_through_what_one_can_compute_by_hand(goals, beside):
    made = charts.required_path(goals, indicator="social_work_professionals", evidence=beside)
    table = made.words["table"]
    values = [row[2] for row in table["values"]]
    growth = (5 / 2.3) ** (1 / 5)
    assert values[:6] == pytest.approx([23000 * growth**year for year in range(6)])
    assert values[6:12] == pytest.approx([23000 + 5400 * year for year in range(6)])
    assert [row[1] for row in table["rows"][:6]] == [f"{year}年" for year in range(2020, 2026)]
    assert "16.8%" in made.words["caveat"]
    assert "5,400人" in made.words["caveat"]


def test_the_status_of_a_target_is_a_word_and_a_shape(goals):
    made = charts.target_status(goals)
    assert cells(made, "name", "status") == [
        ["社会工作专业人才", "只有一次观测"],
        ["养老机构护理型床位占比", "只有一次观测"],
        ["农村低保标准占城市低保标准比例", "只有一次观测"],
        ["区域养老服务中心乡镇（街道）覆盖率", "不可比"],
        ["乡镇（街道）社工站覆盖率", "不可比"],
    ]
    drawn = {layer["mark"]["shape"] for layer in flat(made.spec) if "description" in layer["encoding"]}
    assert drawn == {"circle", "cross"}


def test_commitments_in_words_are_counted_in_the_caveat(goals):
    assert "另有1项只有文字表述" in charts.target_status(goals).words["caveat"]
    without = charts.target_status(goals[goals["kind"] != "words"])
    assert without.words["caveat"] == "状态按复合增长路径判断；没有后续数据的，只说明为什么无法判断。"


JUDGED = """
    indicator          measure   period  printed  source
    nursing_bed_share  baseline  2020    48%      mirror
    nursing_bed_share  actual    2023    58.9%    mirror
    nursing_bed_share  target    2025    55%      mirror
"""


@pytest.mark.parametrize(
    ("target", "status"),
    [("mirror", "已达到（仅据转载）"), ("official", "已达到（部分据转载）")],
)
def test_a_status_says_where_it_rests_on_copies(target, status):
    table = targets(observations(JUDGED.replace("55%      mirror", f"55%      {target}")))
    made = charts.target_status(table)
    assert cells(made, "status") == [[status]]
    shown = [record["text"] for layer in flat(made.spec) for record in layer["data"]["values"] if "text" in record]
    assert status in "".join(shown).replace("\n", "")


def test_a_status_of_checked_figures_alone_is_only_itself():
    made = charts.target_status(targets(observations(JUDGED.replace("mirror", "press"))))
    assert cells(made, "status") == [["已达到"]]


def test_every_status_has_a_look_of_its_own():
    from region_report.charts.statuses import LOOKS

    assert len({(shape, filled) for shape, _, filled in LOOKS.values()}) == len(LOOKS)


def test_the_nation_stands_on_a_line_of_its_own_below_the_region(nation):
    made = charts.beside_nation(nation)
    columns = ("name", "baseline", "target", "nation_value", "nation_value_period", "nation_target")
    # The 2.24 million homes of the nation are no yardstick for the 25,000 of a region: shares only.
    assert cells(made, *columns) == [
        ["养老机构护理型床位占比", "44.28%", "55%以上", "67.5%", "2025年", "55%以上"],
        ["乡镇（街道）社工站覆盖率", "—", "100%", "56%", "2022年6月30日", "—"],
    ]
    assert [points(made, shape) for shape in ("square", "circle")] == [[44.28], [67.5, 56]]
    assert points(made, "diamond") == [55, 100, 55]
    assert "全国的数字不是该地区的结果" in made.words["caveat"]


def test_each_figure_beside_the_nation_stands_in_words_too(nation):
    shown = [record["text"] for layer in flat(charts.beside_nation(nation).spec) if layer["mark"]["type"] == "text"
             and layer["mark"]["align"] == "right" for record in layer["data"]["values"]]  # fmt: skip
    assert shown == [
        "44.28% → 55%以上（2025年）",
        "67.5%（2025年）；目标55%以上",
        "100%（2025年）",
        "56%（2022年6月30日）",
    ]
