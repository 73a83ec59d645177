"""A new region from the list of divisions, by the function and as a user types it."""

import re
import shutil

import pytest
import yaml
from typer.testing import CliRunner

from region_report import codelists, intake, observations
from region_report.cli import app
from region_report.errors import UsageError
from region_report.paths import shown

SOURCE = {
    "title_zh": "公报",
    "title_en": "Bulletin",
    "publisher_zh": "民政局",
    "publisher_en": "Civil Affairs Bureau",
    "grade": "official",
    "licence_zh": "© 原发布者",
    "licence_en": "© the publisher",
}


def run(*words):
    return CliRunner().invoke(app, ["new-region", *words])


def refused(*words, data, **options):
    with pytest.raises(UsageError) as caught:
        intake.new_region(*words, data=data, **options)
    return str(caught.value)


def head(folder):
    return yaml.safe_load((folder / "region.yml").read_text("utf-8"))


def test_a_region_of_the_list_is_filled_in_and_what_comes_next_is_said(data):
    result = run("liuzhou", "--code", "450200", "--data", str(data))
    where = f"{data}/regions/liuzhou"
    assert result.output == (
        f"{where} is made: 柳州市, Liuzhou City, code 450200.\n"
        f"1. Check the English names in {where}/region.yml; they were made by Hanyu Pinyin: Liuzhou City.\n"
        f"2. Fill in the source in {where}/region.yml; each entry is explained there.\n"
        f"3. Enter figures in {where}/observations.csv, or take them from a sheet: "
        f"region-report import FILE --region liuzhou --data {data}\n"
        f"4. See what is still missing: region-report check --data {data}\n"
        f"5. Build the report: region-report build --data {data}\n"
    )
    assert {key: value for key, value in head(data / "regions" / "liuzhou").items() if key != "sources"} == {
        "code": "450200",
        "slug": "liuzhou",
        "name_zh": "柳州市",
        "name_en": "Liuzhou City",
        "level": "prefecture",
        "parents": [
            {"code": "100000", "name_zh": "中国", "name_en": "China"},
            {"code": "450000", "name_zh": "广西壮族自治区", "name_en": "Guangxi Zhuang Autonomous Region"},
        ],
    }


def test_every_entry_of_the_file_is_explained_in_both_languages(data):
    folder = intake.new_region("450200", "liuzhou", data=data).folder
    lines = (folder / "region.yml").read_text("utf-8").splitlines()
    parents = range(lines.index("parents:") + 1, lines.index("sources:"))
    entries = [number for number, line in enumerate(lines) if number not in parents and re.match(r" *\w+:", line)]
    bare = [lines[number] for number in entries if "#" not in lines[number - 1]]
    # An entry in two languages is explained once, and the id of the source by what stands above the sources.
    assert bare == ["  source_1:", *(f"    {name}_en:" for name in ("title", "publisher", "licence"))]
    text = "\n".join(line for line in lines if "#" in line)
    assert "Name in English, made from the Chinese characters" in text
    assert "英文名称，由汉字按汉语拼音转写。请核对" in text
    assert all(f"#   {column}" in text for column in ("indicator", "measure", "period", "printed", "source", "place"))


def test_check_names_what_is_to_be_filled_in_and_is_content_when_it_is(data):
    folder = intake.new_region("450200", data=data).folder
    faults = observations.check(data)
    assert {fault.file for fault in faults} == {shown(folder / "region.yml")}
    assert [fault.column for fault in faults] == list(SOURCE)
    text = (folder / "region.yml").read_text("utf-8")
    for entry, value in SOURCE.items():
        text = text.replace(f"    {entry}:\n", f"    {entry}: {value}\n")
    (folder / "region.yml").write_text(text, "utf-8")
    assert observations.check(data) == []
    assert (folder / "observations.csv").read_text("utf-8").count("\n") == 1


def test_a_code_that_a_region_has_is_refused_with_its_folder(data):
    assert refused("990100", "other", data=data, name_zh="星原市", level="prefecture") == (
        f"{data}/regions/xingyuan has the code 990100 already. Work on it there, or delete it first."
    )


def test_a_slug_that_a_region_has_is_refused_with_its_folder(data):
    assert refused("450200", "xingyuan", data=data) == (
        f"{data}/regions/xingyuan exists already. Give another slug, or none: it is then made from the name."
    )


def test_a_slug_made_from_a_name_that_a_region_has_gets_the_code_behind_it(data):
    shutil.move(data / "regions" / "xingyuan", data / "regions" / "liuzhou")
    assert intake.new_region("450200", data=data).folder.name == "liuzhou-450200"


@pytest.mark.parametrize(
    ("code", "message"),
    [
        ("4502", "'4502' is not a code. A code has six digits (GB/T 2260)."),
        (
            "柳州市",
            "'柳州市' is not a code. A code has six digits (GB/T 2260). "
            "'柳州市' may be: 450200 (广西壮族自治区柳州市).",
        ),
        (
            "110100",
            "110100 (市辖区) only holds other divisions together and is no region. Take one of them, or 110000, which "
            "it lies in.",
        ),
        (
            "450299",
            "450299 is not in data/divisions.csv (30 June 2023). Check the code, or describe a region that is not in "
            "the list: --name-zh NAME --level LEVEL, and --parent CODE for the one it lies in.",
        ),
    ],
)
def test_a_code_that_names_no_region_is_refused_with_what_to_do(data, code, message):
    assert refused(code, data=data) == message
    assert len(list((data / "regions").iterdir())) == 2


def test_names_for_a_code_of_the_list_are_refused(data):
    assert refused("450200", data=data, name_zh="龙城") == (
        "450200 is 柳州市 in data/divisions.csv. Leave out --name-zh, --level and --parent; only --name-en may be "
        "given beside a code of the list."
    )


def test_a_region_outside_the_list_is_described_by_whoever_makes_it(data):
    made = intake.new_region(
        "450299", name_zh="柳东新区", name_en="Liudong New Area", level="county", parent="450200", data=data
    )
    found = head(made.folder)
    assert (found["slug"], found["name_en"]) == ("liudong", "Liudong New Area")
    assert [each["code"] for each in found["parents"]] == ["100000", "450000", "450200"]
    assert made.transcribed == ("Liuzhou City",)


def test_a_region_may_lie_in_one_that_is_on_file_only(data):
    made = intake.new_region("990101", name_zh="新县", level="county", parent="990100", data=data)
    assert [each["name_en"] for each in head(made.folder)["parents"]] == [
        "Invented Province",
        "Xingyuan City (invented)",
    ]


def test_a_city_without_counties_is_made_once_with_its_province_above_it(data):
    made = intake.new_region("441900", data=data)
    assert [each["code"] for each in head(made.folder)["parents"]] == ["100000", "440000"]
    assert codelists.folder_of_code("441900", data) == made.folder


def test_a_wrong_call_ends_with_code_2_and_one_message(data):
    result = run("--code", "450200", "--data", str(data / "nowhere"))
    expected = f"There is no folder {data}/nowhere. --data names a folder laid out like data/.\n"
    assert (result.exit_code, result.stderr) == (2, expected)


def test_a_folder_that_speaks_english_alone_gets_no_entries_in_chinese_beside_the_name(english_data):
    made = intake.new_region("450200", data=english_data).folder
    assert (made / "observations.csv").read_text("utf-8").strip().endswith("nature,note_en")
    assert [entry for entry in head(made)["sources"]["source_1"] if entry.endswith("_zh")] == []
    assert (made / "region.yml").read_text("utf-8").count("Title of the document or page") == 1
