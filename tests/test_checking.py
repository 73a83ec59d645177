"""`region-report check` as it is typed: languages, formats, exit codes."""

import json

import pytest
from typer.testing import CliRunner

from region_report.cli import app
from region_report.paths import project_root

ROW = "volunteers,actual,{period},{printed},document,1-2,,,,\n"


def check(data, *words):
    return CliRunner().invoke(app, ["check", "--data", str(data), *words])


def add(data, *rows):
    path = data / "regions/yuepu/observations.csv"
    path.write_text(path.read_text("utf-8") + "".join(rows), "utf-8")


def test_a_fault_is_told_in_the_language_asked_for_and_ends_with_2(data):
    add(data, ROW.format(period="2020年5月", printed="4.7万户"))
    told = check(data, "--lang", "zh")
    assert (told.exit_code, told.stdout) == (2, "")
    assert told.stderr == (
        f"{data}/regions/yuepu/observations.csv 有2处错误\n"
        "  第4行，period：“2020年5月”写法不对。是不是“2020-05”？允许的写法：年 2020、月 2020-10、日 2020-11-01、"
        "区间 2020/2023，来源没有注明时间的留空。\n"
        "  第4行，printed：“4.7万户”的单位是“户”，而“volunteers”的单位是：人、名、位、个人。\n"
    )


def test_without_lang_the_machine_decides(data, monkeypatch):
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    assert check(data).output == "2个地区的32个数字没有错误。\n"


def test_a_warning_ends_with_0_and_strictly_with_1(data):
    add(data, ROW.format(period="2020", printed="20名"), ROW.format(period="2021", printed="2000名"))
    loose, strict = check(data), check(data, "--strict")
    assert (loose.exit_code, strict.exit_code) == (0, 1)
    assert loose.stdout == strict.stdout == "34 figures of 2 regions are sound.\n"
    assert loose.stderr.splitlines()[0] == f"1 warning in {data}/regions/yuepu/observations.csv"
    assert loose.stderr.splitlines()[-1].endswith("docs/check.md.")


def test_how_to_answer_a_warning_is_told_where_one_can_be_answered(data):
    path = data / "regions/yuepu/observations.csv"
    path.write_text(path.read_text("utf-8").splitlines(keepends=True)[0], "utf-8")
    assert check(data, "--region", "yuepu").stderr.splitlines() == [
        f"1 warning in {path}",
        "  has no rows yet: the region's page will say that nothing is on file.",
    ]


def test_one_region_is_checked_without_the_faults_of_another(data):
    add(data, ROW.format(period="2020", printed="4.7万户"))
    assert check(data, "--region", "xingyuan").output == "30 figures of 1 region are sound.\n"
    assert [check(data, "--region", name).exit_code for name in ("yuepu", "990121", "nowhere")] == [2, 2, 2]


def test_json_holds_every_fault_and_what_a_judgement_needs(data):
    add(data, *[ROW.format(period="2020", printed=f"{n}户") for n in range(12)])
    add(data, ROW.format(period="2020", printed="20名"), ROW.format(period="2021", printed="2000名"))
    told = check(data, "--format", "json", "--lang", "en")
    read = json.loads(told.stdout)
    assert (told.exit_code, told.stderr, len(read["faults"])) == (2, "", 12 + 11 + 1)
    file = f"{data}/regions/yuepu/observations.csv"
    assert read["faults"][0] == {
        "file": file,
        "line": 4,
        "column": "printed",
        "code": "unit",
        "found": "0户",
        "message": "'0户' counts 户, but 'volunteers' counts 人, 名, 位, 个人.",
    }
    assert read["faults"][-1]["column"] is None
    (warning,) = read["warnings"]
    assert [warning[key] for key in ("code", "about", "period", "line")] == ["jump", "volunteers", "2021", 17]


def test_json_of_sound_data_is_an_object_with_empty_lists():
    told = check("tests/data/invented", "--format", "json")
    assert (told.exit_code, json.loads(told.stdout)) == (
        0,
        {"data": "tests/data/invented", "lang": "en", "regions": 2, "rows": 32}
        | {"faults": [], "warnings": [], "judged": []},
    )  # fmt: skip


def test_the_documented_structure_is_the_one_that_is_printed():
    documented = json.loads((project_root() / "docs/check.md").read_text("utf-8").split("```json\n")[1].split("```")[0])
    printed = json.loads(check("tests/data/invented", "--format", "json").stdout)
    assert list(documented) == list(printed)
    assert list(documented["faults"][0]) == ["file", "line", "column", "code", "found", "message"]


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("--lang", "fr"), "Messages are not told in 'fr'. Languages: zh, en.\n"),
        (("--lang", "zh", "--format", "xml"), "没有“xml”格式。现有：text、json。\n"),
        (("--lang", "zh", "--region", "yupu"), "里没有“yupu”这个地区。是不是“yuepu”？现有地区：xingyuan、yuepu。\n"),
    ],
)
def test_a_wrong_call_is_told_and_ends_with_2(data, words, message):
    told = check(data, *words)
    assert (told.exit_code, told.stdout) == (2, "")
    assert told.stderr.endswith(message)
