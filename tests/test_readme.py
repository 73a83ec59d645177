"""The three findings of the READMEs, computed again from the data."""

from pathlib import Path

import pytest

from region_report import metrics, observations
from region_report.metrics.targets import judged, targets

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def data():
    """All shipped observations."""
    return observations.load_all()


@pytest.fixture(scope="module")
def english():
    """The English README on one line."""
    return " ".join((ROOT / "README.md").read_text(encoding="utf-8").split())


@pytest.fixture(scope="module")
def chinese():
    """The Chinese README."""
    return (ROOT / "README.zh.md").read_text(encoding="utf-8")


def metric(id, region, data, period=""):
    """The one row of a metric for a region and period."""
    found = metrics.evaluate(id, data)
    found = found[(found["region"] == region) & (found["period"] == period)]
    assert len(found) == 1
    return found.iloc[0]


def test_the_workforce_target_is_that_of_the_data(data, english, chinese):
    table = targets(data)
    row = table[(table["region"] == "guangxi") & (table["indicator"] == "social_work_professionals")].iloc[0]
    growth = f"{row['required_growth']:.1f}%"
    first, last = row["baseline"], row["target"]
    per_10k = metric("professionals_target_per_10k", "guangxi", data, "2025")
    density = f"{per_10k['value']:.1f}"
    assert f"asks for {growth} growth a year.**" in english
    assert f"From {first:,.0f} social work professionals in 2020 to {last:,.0f} in 2025" in english
    assert f"that is {density} for every 10,000 residents" in english
    assert f"要求年均增长{growth}。**" in chinese
    assert f"从2020年的{first / 10_000:g}万人增至2025年的{last / 10_000:g}万人" in chinese
    assert f"每万常住人口{density}人" in chinese
    year = per_10k["denominator_period"]
    residents = data[(data["region"] == "guangxi") & (data["indicator"] == "resident_population")]
    (residents,) = residents[residents["period"] == year].to_dict("records")
    assert f"{density} for every 10,000 residents (residents of {year}: {residents['source_grade_en']})" in english
    assert f"（分母为{year}年的常住人口，{residents['source_grade_zh']}）" in chinese


def test_the_number_of_plan_indicators_with_an_outcome_is_that_of_the_data(data, english, chinese):
    guangxi = data[data["region"] == "guangxi"]
    in_table = guangxi[guangxi["place"].str.match(r"table row \d+$") & (guangxi["status"] != "not_seen")]
    seen = in_table["place"].nunique()
    known = judged(targets(guangxi))
    known = known[known["indicator"].isin(in_table["indicator"])]
    assert known.empty
    assert f"An outcome can be judged for none of the {seen} indicators seen." in english
    assert f"读到的{seen}项指标中没有一项能够判断结果。" in chinese


def test_the_townships_known_to_have_a_station_are_those_of_the_data(data, english, chinese):
    guangxi = data[data["region"] == "guangxi"]
    units = guangxi[guangxi["indicator"] == "township_level_units"]["value"].iloc[-1]
    known = guangxi[guangxi["indicator"] == "townships_known_with_station"]
    checked = 100 * known[known["source_grade"] != "mirror"]["value"].sum() / units
    every = 100 * known["value"].sum() / units
    assert f"Of {units:,.0f} townships and subdistricts, {checked:.1f}% are known" in english
    assert f"{every:.1f}% with a copy not checked at the original" in english
    assert f"{units:,.0f}个乡镇（街道）中，已知设有社会工作服务站的占{checked:.1f}%" in chinese
    assert f"计入一份未与原件核对的转载，则为{every:.1f}%" in chinese


def test_the_density_and_the_ratios_are_those_of_the_data(data, english, chinese):
    density = metric("certified_social_workers_per_10k", "wenzhou", data)
    value, lower, upper = (f"{density[end]:.1f}" for end in ("value", "lower", "upper"))
    sessions = f"{metric('group_sessions_per_case', 'wenzhou', data)['value']:.1f}"
    activities = f"{metric('activities_per_case', 'wenzhou', data)['value']:.1f}"
    assert f"reports {value} certified social workers for every 10,000 residents** ({lower} to {upper}," in english
    assert f"for each case {sessions} group sessions and {activities} community activities" in english
    assert f"每万常住人口有持证社工{value}人**（原文未注明时间，区间为{lower}至{upper}人）" in chinese
    assert f"小组活动{sessions}节、社区活动{activities}场次" in chinese
