import json

import pytest

from region_report import diff, text
from region_report.diff.datasets import of_frame
from region_report.testing import observations

OLD = """
indicator   period  printed   place
volunteers  2022    4.7万名  row 1
"""
NEW = """
indicator   period  printed   place
volunteers  2022    4.8万名  row 1
cases               308个    row 2
"""


@pytest.fixture
def sides():
    """An old and a new data set: a figure corrected, and one that came."""
    return [of_frame(observations(lines), name) for lines, name in ((OLD, "old"), (NEW, "new"))]


def written(sides, lang, format):
    with text.edition(lang):
        return diff.write(diff.compare(*sides), *sides, format)


def test_a_change_is_told_with_what_stood_before_and_what_stands_now(sides):
    assert written(sides, "zh", "text") == (
        "从 old 到 new 的变化\n"
        "新增1条；修改1条\n"
        "新增：示例甲 · 个案 · 实际值 · 未注明时间\n"
        "  + 原文：308个\n  + 来源：发布者：document的标题\n  + 位置：row 2\n"
        "修改：示例甲 · 培育的志愿者 · 实际值 · 2022年\n"
        "  - 原文：4.7万名\n  - 读作：4.7万（区间：4.65万～4.75万）\n"
        "  + 原文：4.8万名\n  + 读作：4.8万（区间：4.75万～4.85万）\n"
    )


def test_an_end_that_has_become_open_is_told_as_open():
    told = written([of_frame(observations(f"""
        indicator  period  printed  place
        cases      2022    {printed}  row 1
    """), name) for printed, name in (("200个", "old"), ("200个以上", "new"))], "zh", "text")  # fmt: skip
    assert "  + 读作：200（区间：不低于200）" in told


def test_the_same_in_english_as_a_table(sides):
    lines = written(sides, "en", "markdown").splitlines()
    assert lines[0] == "# Changes from old to new"
    assert lines[4] == "| Change | Figure, target or indicator | Before | Now |"
    assert lines[-1].startswith("| Changed | Example · ")
    assert lines[-1].endswith(
        "| Printed: 4.7万名<br>Read as: 47,000 (interval: 46,500–47,500) "
        "| Printed: 4.8万名<br>Read as: 48,000 (interval: 47,500–48,500) |"
    )


def test_as_json_it_is_every_cell_of_both_sides(sides):
    content = json.loads(written(sides, "zh", "json"))
    came, changed = content["figures"]
    assert (came["kind"], came["old"], came["new"]["printed"]) == ("appeared", None, "308个")
    assert (changed["changed"], changed["old"]["value"]) == (["printed", "reading"], 47000)
    assert content["definitions"] == []


def test_without_a_change_one_sentence_says_so(sides):
    assert written([sides[0], sides[0]], "zh", "text") == "从 old 到 old 的变化\n没有变化\n"
