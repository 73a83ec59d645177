"""Evidence: what bears on a target, and on which."""

import math

import pytest

from region_report.metrics.evidence import evidence
from region_report.metrics.targets import targets
from region_report.testing import observations


def test_wider_scope_proves_nothing_about_the_target():
    data = observations("""
        indicator                     measure  period   printed      status
        home_adaptations_in_hardship  target   2025     2.5万户以上
        home_adaptations_in_hardship  actual   2025-09  9万户        wider_scope
    """)
    found = targets(data).iloc[0]
    assert (found.status, found.evidence, math.isnan(found.current)) == ("not_comparable", 1, True)
    reasons = evidence(data)
    assert reasons.used.tolist() == [False]
    assert reasons.reason_zh.tolist() == ["数字所指的范围比该指标宽，不能据以判断该指标。"]


def test_partial_evidence_of_another_indicator_bears_on_the_target_a_rule_names():
    data = observations("""
        indicator                     measure  period  printed  status
        station_coverage              target   2025    全覆盖
        townships_known_with_station  actual   2023    147个    partial_evidence
    """)
    assert evidence(data)[["indicator", "target_indicator", "used"]].to_numpy().tolist() == [
        ["townships_known_with_station", "station_coverage", False]
    ]
    assert targets(data).status.tolist() == ["not_comparable"]


def test_a_count_that_a_rule_ties_to_the_target_bears_on_it_and_says_why():
    data = observations("""
        indicator             measure  period   printed
        station_coverage      target   2025     全覆盖
        social_work_stations  actual   2020-10  150个
    """)
    found = evidence(data)
    assert found[["indicator", "target_indicator", "used"]].to_numpy().tolist() == [
        ["social_work_stations", "station_coverage", False]
    ]
    assert found.reason_zh.tolist() == ["站点数与覆盖率是不同的量；覆盖率须有乡镇（街道）总数才能换算。"]
    assert targets(data)[["evidence", "status"]].to_numpy().tolist() == [[1, "not_comparable"]]


@pytest.mark.parametrize("status", ["", "narrower_scope", "partial_evidence"])
def test_a_rule_that_only_keeps_two_coverages_apart_makes_neither_evidence_for_the_other(status):
    data = observations(f"""
        indicator                   measure  period   printed  source    status
        station_coverage            target   2025     全覆盖   document
        elder_care_centre_coverage  actual   2025-09  100%     press     {status}
    """)
    assert evidence(data).empty
    assert targets(data)[["evidence", "status"]].to_numpy().tolist() == [[0, "target_only"]]
