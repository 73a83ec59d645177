"""What a person is told of broken inputs, in both languages: what was found where, what is allowed, what to do."""

import pytest
import yaml
from broken import BROKEN, rows
from typer.testing import CliRunner

from region_report import checking
from region_report.cli import app
from region_report.messages import spoken
from region_report.paths import project_root

TOLD = yaml.safe_load((project_root() / "tests/data/broken_inputs.yml").read_text("utf-8"))


def files(folder):
    return {path: path.lstat().st_mtime_ns for path in folder.rglob("*")}


def check(data, lang, *words):
    told = CliRunner().invoke(app, ["check", "--data", str(data), "--lang", lang, *words])
    return told.exit_code, told.stdout, told.stderr.replace(str(data), "D").splitlines()


def test_every_input_has_what_is_told_of_it():
    assert list(TOLD) == list(BROKEN)


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_input_is_told_in_both_languages_and_nothing_is_written(name, data):
    BROKEN[name](data)
    before = files(data)
    for lang in ("en", "zh"):
        assert check(data, lang) == (2, "", TOLD[name][lang])
    assert files(data) == before


def test_a_file_that_may_not_be_read_is_told(data, monkeypatch):
    monkeypatch.setattr("pathlib.Path.read_bytes", refused)
    assert check(data, "en", "--region", "yuepu")[2][:2] == [
        "1 problem in D/regions/yuepu/observations.csv",
        "  this file may not be read by you. Give yourself the right to read it (chmod u+r).",
    ]


def refused(path):
    if path.name == "observations.csv":
        raise PermissionError(13, "Permission denied")
    with path.open("rb") as file:
        return file.read()


@pytest.mark.parametrize(
    ("lang", "told"),
    [
        ("en", "There is no data folder D/nowhere. Name one with --data, or make it."),
        ("zh", "没有数据文件夹 D/nowhere。请用 --data 指明，或者新建。"),
    ],
)
def test_a_data_folder_that_is_not_there_is_told(data, lang, told):
    code, out, err = check(data / "nowhere", lang)
    assert (code, out, [line.replace(str(data), "D") for line in err]) == (2, "", [told.replace("D/nowhere", "D")])


def test_figures_of_one_time_are_held_against_each_other_in_a_number_of_steps_that_grows_with_them(data, monkeypatch):
    from region_report.observations import reading

    rows(*(f"volunteers,actual,2022,{n}名,document,{n}-{n + 1},conflicting,,," for n in range(1, 301)))(data)
    asked = []
    apart = reading._apart
    monkeypatch.setattr(reading, "_apart", lambda *both: asked.append(both) or apart(*both))
    with spoken("en"):
        assert checking.report(str(data)).code == 0
    # Twice for each of the 300; the other figures on file are few.
    assert 600 <= len(asked) < 650
