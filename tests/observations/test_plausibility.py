"""Warnings: each rule by figures small enough to judge in one's head."""

import json
import re

import pytest

from region_report import observations
from region_report.codelists.schema import headings, schema
from region_report.paths import project_root
from region_report.testing import table

REGION = """code: "990100"
slug: example
name_zh: 示例市
name_en: Example City
level: prefecture
sources:
  document: {title_zh: 文, title_en: T, publisher_zh: 社, publisher_en: P, grade: document, licence_zh: 无,
    licence_en: none, checked_at_original: true, date: "2024-05"}
"""
PAGE = """  page: {title_zh: 页, title_en: P, publisher_zh: 局, publisher_en: B, grade: official, licence_zh: 无,
    licence_en: none, checked_at_original: true}
"""


@pytest.fixture
def warned(tmp_path):
    """Writes a region with these rows, and gives what is said of it: (line, code) of each warning."""

    def examined(text, region=""):
        folder = tmp_path / "regions" / "example"
        folder.mkdir(parents=True)
        (tmp_path / "codelists.yml").write_text(f"from: {project_root()}/data\n", "utf-8")
        (folder / "region.yml").write_text(REGION + region, "utf-8")
        rows = [dict.fromkeys(headings("observations"), "") | {"measure": "actual", "source": "document"} | each
                for each in table(text)]  # fmt: skip
        lines = [",".join(headings("observations"))]
        lines += [",".join((row | {"place": f"row {n}"}).values()) for n, row in enumerate(rows, start=2)]
        (folder / "observations.csv").write_text("\n".join([*lines, ""]), "utf-8")
        found = observations.examine(str(tmp_path))
        assert [str(fault) for fault in found.faults] == []
        assert {each.code for each in found.warnings} <= {"judged_nothing", "no_rows", *CODES}
        return found

    return examined


CODES = schema("judged")["fields"][0]["constraints"]["enum"]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (["volunteers  2021  20名", "volunteers  2022  1990名"], []),
        (
            ["volunteers  2021  20名", "volunteers  2022  2000名"],
            ["line 3, printed: '2000名' is 100 times line 2, '20名'. Look again at the digits, the unit and the period"
             " of both."],
        ),
        (["volunteers  2021  1名", "volunteers  2022  150名"], []),
        (
            ["volunteers  2021  4.7万名", "volunteers  2022  4.9名", "volunteers  2023  5.1万名"],
            ["line 3, printed: '4.9名' is about 1/10,000 of line 2, '4.7万名'. Is 万 entered twice in the"
             " one, or missing in the other?"],
        ),
        (
            ["volunteers  2021  4.7万名", "volunteers  2022  49000万名"],
            ["line 3, printed: '49000万名' is about 10,000 times line 2, '4.7万名'. Is 万 entered twice in the one, or"
             " missing in the other?"],
        ),
        (
            ["station_coverage  2021  0.58%", "station_coverage  2022  60%"],
            ["line 3, printed: '60%' is 103 times line 2, '0.58%'. Look again at the digits, the unit and the period of"
             " both."],
        ),
    ],
)  # fmt: skip
def test_a_jump_of_a_hundred_and_a_slip_of_wan_are_told_where_the_odd_figure_stands(warned, rows, expected):
    assert said(warned("indicator  period  printed\n" + "\n".join(rows))) == expected


def test_more_volunteers_than_residents_are_told(warned):
    found = warned("""
        indicator            period  printed
        resident_population  2020    120万人
        volunteers           2022    122万名
        volunteers           2023    119万名
        service_person_times  2022   900万人次
    """)
    assert said(found) == [
        "line 3, printed: '122万名' is more than all residents, '120万人' in line 2. Is 万 entered twice, or is"
        " something else counted than people?"
    ]


def test_a_share_above_100_is_told_where_the_codelist_allows_it(warned):
    found = warned("""
        indicator                     period  printed
        rural_urban_allowance_ratio   2022    104.2%
        rural_urban_allowance_ratio   2023    99%
    """)
    assert codes(found) == [(2, "above_hundred")]


def test_a_target_behind_its_latest_baseline_is_told_by_the_direction_of_the_indicator(warned):
    found = warned("""
        indicator                              measure   period  printed
        nursing_bed_share                      baseline  2020    44.28%
        nursing_bed_share                      target    2025    40%
        nursing_bed_share                      target    2026    ≥55
        counties_without_funeral_facilities    baseline  2020    4个
        counties_without_funeral_facilities    target    2025    6个
        counties_without_funeral_facilities    target    2026    0个
        plan_main_indicators                   baseline  2020    16项
        plan_main_indicators                   target    2025    12项
    """)
    assert codes(found) == [(3, "target_behind"), (6, "target_behind")]


def test_a_baseline_and_a_figure_of_the_same_time_that_cannot_both_be_true_are_told(warned):
    found = warned("""
        indicator          measure   period      printed  status
        nursing_bed_share  baseline  2020        44.28%
        nursing_bed_share  actual    2020-12-31  43%
        nursing_bed_share  actual    2021        43%
        station_coverage   baseline  2020        58%
        station_coverage   actual    2020-12     58.3%
    """)
    assert codes(found) == [(3, "disagrees")]


def test_what_is_marked_as_conflicting_is_not_told_again(warned):
    found = warned("""
        indicator   measure   period  printed   status
        volunteers  actual    2022    93.1万名  conflicting
        volunteers  actual    2022    92.9万名  conflicting
        volunteers  baseline  2022    80万名
    """)
    assert said(found) == []


def test_a_part_greater_than_its_whole_is_told_by_status_and_by_base(warned):
    found = warned("""
        indicator                       measure      period  printed  status
        home_adaptations_in_hardship    actual       2023    500户
        home_adaptations_in_hardship    actual       2023    700户    partial_evidence
        smart_care_homes                actual       2023    50个
        smart_care_homes                actual       2023    40个     wider_scope
        township_level_units            denominator  2023    48个
        townships_known_with_station    actual       2022    50个
    """)
    assert codes(found) == [(3, "part_above_whole"), (5, "part_above_whole"), (7, "part_above_whole")]


def test_a_figure_of_a_time_after_its_source_is_told_and_a_target_is_not(warned):
    found = warned("""
        indicator   measure  period   printed
        volunteers  actual   2024-06  4名
        volunteers  actual   2024     5名
        volunteers  target   2025     6名
    """)
    assert codes(found) == [(2, "after_its_source")]


def test_a_government_page_without_an_address_and_a_region_without_rows_are_told(warned):
    found = warned("indicator  period  printed\n", PAGE)
    assert said(found) == [
        "has no rows yet: the region's page will say that nothing is on file.",
        "page: a government page without an address: no reader can find it. Add its url, or the grade that fits.",
    ]


def test_a_code_of_a_division_that_has_another_name_is_told(warned):
    found = warned(
        "indicator  period  printed\nvolunteers  2023  5名\n",
        "parents:\n  - {code: '440000', name_zh: 浙江省, name_en: Zhejiang}\n",
    )
    assert said(found) == [
        "code: 440000 is the code of 广东省, and here stands 浙江省. Look again at the code and the name "
        "(data/divisions.csv, 30 June 2023)."
    ]


def test_a_warning_that_was_judged_is_counted_and_not_told_and_an_idle_judgement_is_told(warned):
    rows = """
        indicator   period  printed
        volunteers  2021    20名
        volunteers  2022    2000名
    """
    judged = """judged:
  - {warning: jump, about: volunteers, period: "2022", reason: 2022年并入全省系统}
  - {warning: jump, about: volunteers, period: "2021", reason: 无此提示}
"""
    found = warned(rows, judged)
    assert [each.code for each in found.judged] == ["jump"]
    assert said(found) == ["line 11, judged: answers the warning 'jump', which is no longer given. Delete the entry."]


@pytest.mark.parametrize("data", ["data", "data/examples", "tests/data/invented"])
def test_the_shipped_data_give_no_warning(data):
    found = observations.examine(data)
    assert (found.faults, found.warnings, found.judged) == ((), (), ())


def test_all_codes_of_warnings_can_be_judged():
    words = (project_root() / "src/region_report/observations/plausibility.py").read_text("utf-8")
    assert all(json.dumps(code) in words or f"warnings.{code}" in words for code in CODES)


def test_the_documented_codes_are_those_that_there_are():
    documented = re.findall(r"(?m)^\| `([a-z_]+)` \|", (project_root() / "docs/check.md").read_text("utf-8"))
    assert documented == [*CODES, "no_rows", "judged_nothing"]


def codes(found):
    return [(each.line, each.code) for each in found.warnings]


def said(found):
    return [str(each) for each in found.warnings]
