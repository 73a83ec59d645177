from region_report import charts
from region_report.testing import observations


def test_the_parts_known_and_the_unknown_rest_make_the_whole(east):
    table = charts.known_share(east).words["table"]
    # 20 from the press before 30 from a copy, of 185: 10.8 %, 16.2 %, and 135 of which nothing is known.
    assert [row[2:] for row in table["rows"]] == [["20", "10.8%"], ["30", "16.2%"], ["135", "73.0%"]]
    assert [row[2] for row in table["values"]] == [20, 30, 135]


def test_a_copy_is_an_outline_and_the_unknown_is_grey(east):
    strip = charts.known_share(east).spec["layer"][1]["layer"]
    looks = [(mark["mark"]["style"], mark["mark"].get("filled", True)) for mark in strip]
    assert looks == [("primary", True), ("primary", False), ("track", True)]


def test_the_latest_number_of_units_is_the_whole():
    made = charts.known_share(
        observations("""
        indicator                     measure      period  printed  source    status
        townships_known_with_station  actual       2022    30个     press     partial_evidence
        township_level_units          denominator  2023    60个     official
        township_level_units          denominator  2020    90个     official
    """)
    )
    assert [row[2] for row in made.words["table"]["values"]] == [30, 30]
    assert made.spec["layer"][0]["data"]["values"][0]["text"] == "示例甲：共60个（2023年）"


def test_each_region_has_a_strip_and_a_scale_of_its_own():
    made = charts.known_share(
        observations("""
        region  indicator                     measure      period  printed  source    status
        east    townships_known_with_station  actual       2022    30个     press     partial_evidence
        east    township_level_units          denominator  2023    60个     official
        west    townships_known_with_station  actual       2022    5个      press     partial_evidence
        west    township_level_units          denominator  2023    20个     official
        gone    townships_known_with_station  actual       2022    5个      press     partial_evidence
    """)
    )
    assert [row[2] for row in made.words["table"]["values"]] == [30, 30, 5, 15]
    heads = [layer["data"]["values"][0]["text"] for layer in made.spec["layer"] if heading(layer)]
    assert heads == ["示例甲：共60个（2023年）", "示例乙：共20个（2023年）"]
    assert made.spec["resolve"] == {"scale": {"x": "independent"}}


def heading(layer):
    return layer.get("mark", {}).get("fontWeight") == 600 and layer["mark"]["align"] == "left"


def test_a_target_is_no_part_of_what_is_known():
    made = charts.known_share(
        observations("""
        indicator                     measure      period  printed  source    status
        townships_known_with_station  actual       2022    30个     press     partial_evidence
        townships_known_with_station  target       2025    50个     document
        township_level_units          denominator  2023    60个     official
    """)
    )
    assert [row[2] for row in made.words["table"]["values"]] == [30, 30]
