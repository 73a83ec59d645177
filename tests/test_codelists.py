import csv
import json
import shutil

import frictionless
import pytest

from region_report import codelists
from region_report.codelists.schema import headings
from region_report.errors import DataError, UsageError
from region_report.paths import project_root

LISTS = ["units", "statuses", "grades", "canonical_actors", "indicators", "comparability", "actors"]
GRADES = ", ".join(headings("grades"))


def message(read):
    with pytest.raises(DataError) as caught:
        read()
    return str(caught.value)


def test_every_list_is_a_frame_with_the_columns_of_its_schema():
    lists = codelists.load()
    assert all(getattr(lists, name).columns.tolist() == headings(name) for name in LISTS)


def test_ranges_are_numbers_and_an_open_range_is_a_gap():
    indicators = codelists.load().indicators.set_index("id")
    assert indicators.loc["station_coverage", ["minimum", "maximum"]].tolist() == [0, 100]
    assert indicators["maximum"].isna()["volunteers"]


def test_an_entry_is_found_by_its_id():
    assert codelists.load().by_id["units"]["household"]["name_zh"] == "户"


@pytest.mark.parametrize("folder", ["data", "tests/data/invented"])
@pytest.mark.parametrize("name", [*LISTS, "observations"])
def test_frictionless_accepts_the_shipped_tables_by_the_same_schemas(name, folder):
    # References to other tables are ours to check: frictionless needs a whole package for them.
    schema = {key: part for key, part in codelists.schema.schema(name).items() if key != "foreignKeys"}
    apart = codelists.schema.further(name)
    files = sorted(
        (project_root() / folder).glob("regions/*/observations.csv" if name == "observations" else f"{name}.csv")
    )
    for path in files:
        content = path.read_bytes()
        # A column of a further language may be missing, and stand anywhere.
        found = content.decode("utf-8").partition("\n")[0].split(",")
        kept = [field for field in schema["fields"] if field["name"] in found or field["name"] not in apart]
        fields = sorted(kept, key=lambda field: found.index(field["name"])) if apart else kept
        resource = frictionless.Resource(
            data=content,
            format="csv",
            encoding="utf-8",
            schema=frictionless.Schema.from_descriptor({**schema, "fields": fields}),
        )
        report = resource.validate()
        assert report.valid, report.flatten(["rowNumber", "fieldName", "note"])
    assert files


def test_schemas_have_a_description_for_each_column_and_say_what_a_pattern_allows():
    for path in sorted((project_root() / "data" / "schema").glob("*.json")):
        for field in json.loads(path.read_text(encoding="utf-8"))["fields"]:
            assert field["description"], (path.name, field["name"])
            assert "pattern" not in field.get("constraints", {}) or (field["allowed_zh"] and field["allowed_en"]), (
                path.name,
                field["name"],
            )


def test_every_fault_of_every_list_is_told_at_once(data, edit):
    edit("units.csv", "household,户,household", "household,,household")
    edit("indicators.csv", ",person,workforce,count,input,up,", ",persn,workforce,counts,input,up,")
    edit("actors.csv", "communities,communities,", "communities,community,")
    assert message(lambda: codelists.load(data)) == (
        f"1 problem in {data}/actors.csv\n"
        f"  line 2, canonical: 'community' is not in {data}/canonical_actors.csv."
        " Did you mean 'communities'?\n"
        f"2 problems in {data}/indicators.csv\n"
        "  line 2, kind: 'counts' is not allowed. Did you mean 'count'?"
        " Allowed: count, percent, area, per_unit, words.\n"
        f"  line 2, unit: 'persn' is not in {data}/units.csv. Did you mean 'person'?\n"
        f"1 problem in {data}/units.csv\n"
        "  line 5, name_zh: is empty. Fill it in."
    )


def test_a_wrong_heading_is_named_with_the_headings_there_are(data, edit):
    edit("grades.csv", "name_zh", "name_cn")
    assert message(lambda: codelists.load(data)) == (
        f"2 problems in {data}/grades.csv\n"
        "  line 1, name_cn: is not a heading. Did you mean 'name_en'?"
        f" The headings are: {GRADES}.\n"
        "  line 1, name_zh: the heading is missing."
        f" The headings are: {GRADES}."
    )


def test_headings_in_another_order_are_refused(data, edit):
    edit("grades.csv", "id,name_zh,name_en", "id,name_en,name_zh")
    assert message(lambda: codelists.load(data)) == (
        f"1 problem in {data}/grades.csv\n  line 1: the headings are out of order. The headings are: {GRADES}."
    )


def test_rows_of_another_width_and_empty_lines_are_named(data):
    (data / "canonical_actors.csv").write_text(
        "id,name_zh,name_en\ncommunities,社区\n\nsocial_workers,社工,Social workers, and others\n",
        encoding="utf-8",
    )
    assert (
        f"3 problems in {data}/canonical_actors.csv\n"
        "  line 2: 2 cells under 3 headings. Write an empty cell as nothing between two commas.\n"
        "  line 3: the line is empty. Delete it.\n"
        "  line 4: 4 cells under 3 headings. Put a cell that holds a comma between quotation marks."
    ) in message(lambda: codelists.load(data))


def test_a_file_that_is_not_utf8_is_told_with_its_line(data):
    (data / "units.csv").write_bytes("id,name_zh\nperson,人\n".encode("gb18030"))
    assert message(lambda: codelists.load(data)) == (
        f"1 problem in {data}/units.csv\n  line 2: byte 0xC8 is not UTF-8; the file seems to be GBK (GB18030). "
        "Save it as “CSV UTF-8 (comma delimited)”, or convert it: iconv -f GB18030 -t UTF-8 OLD.csv > NEW.csv"
    )


def test_a_byte_order_mark_is_accepted(data):
    content = (data / "units.csv").read_bytes()
    (data / "units.csv").write_bytes(b"\xef\xbb\xbf" + content)
    assert codelists.load(data).units["id"].iloc[0] == "percent"


def test_a_missing_file_is_one_fault_and_not_one_a_reference(data):
    (data / "units.csv").unlink()
    assert message(lambda: codelists.load(data)) == (
        f"1 problem in {data}/units.csv\n  the file is missing. Create it, with the headings of its schema."
    )


def test_an_open_quotation_mark_is_told(data, edit):
    edit("grades.csv", "document,", '"document,')
    assert message(lambda: codelists.load(data)).endswith(
        "a quotation mark is not closed, or text follows a closing one. Write one within a cell twice."
    )


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            "percent,%",
            " percent,%",
            "line 2, id: ' percent' has a space or a line break too many. Remove it.",
        ),
        (
            "percent,%",
            "Percent,%",
            "line 2, id: 'Percent' is not allowed. Did you mean 'percent'? Allowed: small letters, digits"
            " and underscores.",
        ),
        (
            "户|家",
            "户||家",
            "line 5, words: '户||家|个家庭' has an empty or doubled part. Separate parts by one '|'.",
        ),
        ("household,户", "person,户", "line 5: the same id as line 3. Delete one of the two, or correct it."),
    ],
)
def test_a_wrong_cell_says_what_was_found_and_what_to_do(data, edit, old, new, expected):
    edit("units.csv", old, new)
    assert f"  {expected}" in message(lambda: codelists.load(data)).splitlines()


def test_only_a_statement_in_words_has_no_unit(data, edit):
    edit("indicators.csv", ",person,workforce", ",,workforce")
    edit("indicators.csv", ",,services,words", ",case,services,words")
    assert message(lambda: codelists.load(data)).splitlines()[1:] == [
        "  line 2, unit: is empty. Fill it in; only the kind 'words' has no unit.",
        "  line 12, unit: an indicator of kind 'words' counts nothing. Empty the cell.",
    ]


def test_a_pair_of_indicators_stands_once_whichever_comes_first(data, edit):
    edit("comparability.csv", "cases,community_activities", "group_sessions,cases")
    edit("comparability.csv", "volunteers,volunteer_organisations", "volunteers,volunteers")
    assert message(lambda: codelists.load(data)) == (
        f"2 problems in {data}/comparability.csv\n"
        "  line 4: the same pair as line 3, the other way round. Delete one of the two.\n"
        "  line 7, right: 'volunteers' stands on both sides. Name two indicators, or delete the row."
    )


def test_lists_are_read_again_when_a_file_has_changed(data, edit):
    before = codelists.load(data).by_id["units"]["household"]["name_en"]
    edit("units.csv", "household,户,household", "household,户,home")
    assert (before, codelists.load(data).by_id["units"]["household"]["name_en"]) == ("household", "home")


def test_regions_come_in_the_order_of_their_codes():
    found = [region.slug for region in codelists.regions()]
    assert [slug for slug in found if slug in ("china", "guangxi", "jiajiang", "wenzhou")] == [
        "china", "wenzhou", "guangxi", "jiajiang",
    ]  # fmt: skip


def test_a_region_is_found_by_slug_and_by_code():
    assert codelists.region("wenzhou") == codelists.region("330300")


def test_a_region_knows_its_parents_and_sources():
    region = codelists.region("jiajiang")
    assert [parent.name_zh for parent in region.parents] == ["中国", "四川省", "乐山市"]
    assert region.sources["census_2020"].grade == "mirror"


def test_a_source_is_cited_in_both_languages():
    source = codelists.region("wenzhou").sources["population_2021"]
    assert source.label("zh") == "温州市统计局：2021年温州市人口主要数据公报（2022-03-01）"
    assert source.label("en") == "Wenzhou Bureau of Statistics: Main population data of Wenzhou 2021 (2022-03-01)"


def test_an_unknown_region_is_refused_with_the_regions_there_are():
    with pytest.raises(UsageError) as caught:
        codelists.region("yuepo", "tests/data/invented")
    assert str(caught.value) == (
        "There is no region 'yuepo' in tests/data/invented/regions. Did you mean 'yuepu'? Regions: xingyuan, yuepu."
    )


def test_one_region_is_read_without_the_others(data, edit):
    edit("regions/yuepu/region.yml", "level: county", "level: village")
    assert codelists.region("xingyuan", data).level == "prefecture"


def test_faults_of_a_region_name_their_lines(data, edit):
    edit("regions/xingyuan/region.yml", "slug: xingyuan", "slug: xinyuan")
    edit("regions/xingyuan/region.yml", "level: prefecture", "levl: prefecture")
    edit("regions/xingyuan/region.yml", "grade: mirror", "grade: miror")
    edit("regions/xingyuan/region.yml", "  - source: document", "  - source: dokument")
    file = "regions/xingyuan/region.yml"
    assert message(lambda: codelists.region("990100", data)) == (
        f"5 problems in {data}/{file}\n"
        "  line 1, level: is empty. Fill it in.\n"
        "  line 2, slug: 'xinyuan' is not the name of its folder, 'xingyuan'. Make them the same.\n"
        "  line 5, levl: is not an entry. Did you mean 'level'?"
        f" Allowed: {', '.join(codelists.schema.headings('region'))}.\n"
        f"  line 48, grade: 'miror' is not in {data}/grades.csv. Did you mean 'mirror'?\n"
        "  line 54, source: 'dokument' is not a source of this file. Did you mean 'document'?"
    )


def test_a_mirror_gets_no_address(data, edit):
    edit(
        "regions/xingyuan/region.yml",
        "    grade: mirror",
        '    url: "https://example.org/copy"\n    grade: mirror',
    )
    assert message(lambda: codelists.region("xingyuan", data)) == (
        f"1 problem in {data}/regions/xingyuan/region.yml\n"
        "  line 48, url: a mirror gets no address: readers are not sent to a copy."
        " Remove it, and cite the original."
    )


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("", "line 1: the file holds no entries such as `code: 330300`."),
        ("- 1\n", "line 1: the file holds no entries such as `code: 330300`."),
        (
            "code: 1\nname: a: b\n",
            "line 2: is not YAML: mapping values are not allowed in this context."
            " Check the indent, and put a value that holds a colon between quotation marks.",
        ),
    ],
)
def test_a_region_file_that_is_no_mapping_is_one_fault(data, text, fault):
    (data / "regions/yuepu/region.yml").write_text(text, encoding="utf-8")
    assert message(lambda: codelists.region("yuepu", data)) == (
        f"1 problem in {data}/regions/yuepu/region.yml\n  {fault}"
    )


def test_reading_one_region_opens_no_other(data, monkeypatch):
    for number in range(30):
        shutil.copytree(data / "regions/yuepu", data / f"regions/copy{number}")
    read = []
    whole = codelists.folder.read_yaml
    monkeypatch.setattr(codelists.folder, "read_yaml", lambda path: read.append(path.parent.name) or whole(path))
    codelists.region("xingyuan", data)
    assert read == ["xingyuan"]


def test_a_folder_adds_rows_to_the_lists_that_it_takes_from_another(data, tmp_path):
    own = taking(data, tmp_path, "id,name_zh,name_en,name_en_plural,words\nship,艘,ship,ships,艘\n")
    lists = codelists.load(own)
    assert lists.units["id"].tolist() == [*codelists.load(data).units["id"], "ship"]
    assert lists.actors.empty


def test_a_row_that_the_other_folder_has_already_is_refused(data, tmp_path):
    own = taking(data, tmp_path, "id,name_zh,name_en,name_en_plural,words\nperson,人,person,people,人\n")
    assert message(lambda: codelists.load(own)) == (
        f"1 problem in {own}/units.csv\n  line 2, id: 'person' stands in {data}/units.csv and {own}/units.csv twice. "
        "Delete it here; the entry of the other file holds."
    )


def test_lists_are_taken_only_from_a_folder_that_has_its_own(data, tmp_path):
    own = taking(data, tmp_path, "", takes="../elsewhere")
    assert message(lambda: codelists.load(own)) == (
        f"1 problem in {own}/codelists.yml\n  line 1, from: '../elsewhere' is no data folder with codelists of its "
        "own. Name one, relative to this file."
    )


def taking(data, tmp_path, units, takes="../data"):
    own = tmp_path / "own"
    (own / "regions").mkdir(parents=True)
    (own / "codelists.yml").write_text(f"from: {takes}\n", encoding="utf-8")
    if units:
        (own / "units.csv").write_text(units, encoding="utf-8")
    return own


def test_a_folder_whose_indicators_have_no_name_in_a_language_needs_none_of_its_columns(data):
    before = codelists.load(data).grades["name_en"].tolist()
    assert codelists.languages(data) == ("zh", "en")
    for name in ("indicators", "grades"):
        rows = list(csv.DictReader((data / f"{name}.csv").open(encoding="utf-8")))
        kept = [column for column in rows[0] if not column.endswith("_zh")]
        with (data / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, kept, extrasaction="ignore")
            writer.writeheader()
            writer.writerows(rows)
    assert codelists.languages(data) == ("en",)
    grades = codelists.load(data).grades
    assert grades["name_en"].tolist() == before
    assert set(grades["name_zh"]) == {""}
    # What it speaks must be said.
    (data / "grades.csv").write_text("id,explanation_en\n", encoding="utf-8")
    assert "name_en: the heading is missing" in message(lambda: codelists.load(data))
