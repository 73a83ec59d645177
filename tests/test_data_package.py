import csv
import hashlib
import json
import zipfile

import frictionless
import openpyxl
import pandas as pd
import pytest

from region_report import codelists, data_package, observations
from region_report.data_package import books, fields, files, made, tables
from region_report.text.words import MissingText

INVENTED = "tests/data/invented"


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """A site with one page, and its data."""
    folder = tmp_path_factory.mktemp("site")
    page = folder / "zh" / "book" / "regions" / "xingyuan.html"
    page.parent.mkdir(parents=True)
    page.write_text("", encoding="utf-8")
    data_package.write(folder / "data", data=INVENTED, site=folder)
    return folder


@pytest.fixture(scope="module")
def package(site):
    return site / "data"


def descriptor(package):
    return json.loads((package / "datapackage.json").read_text(encoding="utf-8"))


def index(package):
    return json.loads((package / "index.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", ["datapackage.json", "region-report.zip"])
def test_the_package_is_valid_to_frictionless_as_a_folder_and_as_a_zip(package, name):
    report = frictionless.validate(str(package / name), type="package")
    assert report.valid, report.flatten(["fieldName", "note"])
    assert len(report.tasks) == len(tables.LISTS) + 5


def test_frictionless_finds_a_region_that_is_not_in_the_table_of_regions(package, tmp_path):
    with zipfile.ZipFile(package / "region-report.zip") as packed:
        packed.extractall(tmp_path)
    described = descriptor(tmp_path)
    for resource in described["resources"]:
        # What is to be found is the reference, not the changed hash.
        del resource["hash"], resource["bytes"]
    (tmp_path / "datapackage.json").write_text(json.dumps(described), encoding="utf-8")
    path = tmp_path / "regions.csv"
    path.write_text(path.read_text("utf-8").replace("yuepu", "nowhere"), "utf-8")
    assert not frictionless.validate(str(tmp_path / "datapackage.json")).valid


def test_every_csv_begins_with_the_mark_that_excel_needs_and_is_read_without_it(package):
    paths = sorted(package.rglob("*.csv"))
    assert len(paths) > 30
    for path in paths:
        assert path.read_bytes().startswith(b"\xef\xbb\xbf"), path.name
        with path.open(encoding="utf-8-sig", newline="") as file:
            heading = next(csv.reader(file))
        assert pd.read_csv(path).columns.tolist() == heading


def test_csv_json_and_excel_hold_the_same_observations(package):
    table = pd.read_csv(package / "observations.csv", dtype=str, keep_default_na=False)
    records = json.loads((package / "observations.json").read_text(encoding="utf-8"))
    sheet = openpyxl.load_workbook(package / "region-report.xlsx")["observations"]
    assert len(table) == len(records) == sheet.max_row - 1 == len(observations.load_all(data=INVENTED))
    assert table["printed"].tolist() == [record["printed"] or "" for record in records]


def test_an_open_end_is_an_empty_cell_and_the_bound_says_so(package):
    table = pd.read_csv(package / "observations.csv")
    # A share ends at 100 %, whatever its bound.
    opened = table[(table["bound"] == "at_least") & (table["unit"] != "percent")]
    assert not opened.empty
    assert opened["upper"].isna().all()
    assert opened["lower"].notna().all()


@pytest.mark.parametrize(("folder", "column"), [("regions", "region"), ("indicators", "indicator")])
def test_each_region_and_each_reported_indicator_has_its_rows_in_three_formats(package, folder, column):
    table = pd.read_csv(package / "observations.csv", dtype=str)
    parts = dict(list(table.groupby(column)))
    assert {path.name for path in (package / folder).iterdir()} == {
        f"{name}.{kind}" for name in parts for kind in ("csv", "json", "xlsx")
    }
    for name, rows in parts.items():
        assert len(pd.read_csv(package / folder / f"{name}.csv")) == len(rows)
        content = json.loads((package / folder / f"{name}.json").read_text(encoding="utf-8"))
        assert len(content["observations"]) == len(rows)
        assert {source["id"] for source in content["sources"]} >= set(rows["source"])
        book = openpyxl.load_workbook(package / folder / f"{name}.xlsx")
        assert book.sheetnames[:2] == ["README", "observations"]
        assert book["observations"].max_row == len(rows) + 1


def test_a_workbook_explains_itself_first_in_both_languages(package):
    book = openpyxl.load_workbook(package / "regions" / "xingyuan.xlsx")
    rows = [[cell for cell in row if cell] for row in book["README"].iter_rows(values_only=True)]
    assert any("CC BY 4.0" in cell for cell in rows[1])
    explained = {(row[0], row[1]): row[2:] for row in rows if len(row) == 6}
    for sheet in ("observations", "targets", "metrics"):
        heading = [cell.value for cell in book[sheet][1]]
        assert all(len(explained[sheet, column]) == 4 for column in heading)
    assert explained["observations", "printed"][:2] == ["原文", "As printed"]
    # Its sources stand below, with their terms.
    licences = {source.licence_en for source in codelists.region("xingyuan", INVENTED).sources.values()}
    assert licences <= {cell for row in rows for cell in row}


def test_text_that_looks_like_a_formula_or_a_number_stays_text_in_excel(tmp_path):
    table = tables.Table("units", ("id", "words"), (("=1+1", "2020"),))
    (tmp_path / "a.xlsx").write_bytes(books.workbook([table]))
    cells = openpyxl.load_workbook(tmp_path / "a.xlsx")["units"][2]
    assert [(cell.value, cell.data_type) for cell in cells] == [("=1+1", "s"), ("2020", "s")]


def test_every_kind_of_cell_comes_back_from_a_workbook_as_it_was(tmp_path):
    odd = ("a<b & c", " spaced", "two\nlines", "_x0041_", "温州")
    columns = ("id", "name_zh", "name_en", "name_en_plural", "words")
    table = tables.Table("units", columns, (odd, (1, True, 0.1, None, ""), odd))
    (tmp_path / "a.xlsx").write_bytes(books.workbook([table]))
    sheet = openpyxl.load_workbook(tmp_path / "a.xlsx")["units"]
    cells = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert cells == [list(columns), list(odd), [1, True, 0.1, None, None], list(odd)]
    assert [cell.data_type for cell in sheet[3]][:3] == ["n", "b", "n"]
    assert (sheet.dimensions, sheet.auto_filter.ref) == ("A1:E4", "A1:E4")
    assert [sheet["A1"].font.b, sheet["A2"].font.b] == [True, False]


def test_json_holds_a_record_a_line(package):
    lines = (package / "observations.json").read_text("utf-8").splitlines()
    rows = observations.load_all(data=INVENTED)
    assert (lines[0], lines[-1], len(lines)) == ("[", "]", len(rows) + 2)
    assert [json.loads(line.removesuffix(","))["printed"] or "" for line in lines[1:-1]] == rows["printed"].tolist()


def test_every_column_has_a_title_and_a_meaning_in_both_languages(package):
    told = [field for resource in descriptor(package)["resources"] for field in resource["schema"]["fields"]]
    assert all(field[part] for field in told for part in ("title", "title_zh", "description", "description_zh"))
    growth = next(field for field in told if field["name"] == "baseline_source_grade")
    assert (growth["title_zh"], growth["title"]) == ("基期值的来源等级", "Grade of the source of: Baseline")


def test_a_column_without_words_stops_the_writing():
    with pytest.raises(MissingText, match=r"There is no text 'data\.field\.any\.odd\.title' in locale/en"):
        fields.words("observations", "odd", "en")


def test_the_package_states_the_limits_of_the_source_columns(package):
    resource = next(each for each in descriptor(package)["resources"] if each["name"] == "observations")
    limits = {field["name"]: field.get("constraints") for field in resource["schema"]["fields"]}
    assert limits["measure"]["enum"] == ["actual", "baseline", "target", "denominator"]
    assert resource["schema"]["primaryKey"] == data_package.descriptor.KEYS["observations"]


def addresses(content):
    """Every file that `index.json` or `datapackage.json` names, with size and hash."""
    if isinstance(content, list):
        return [found for each in content for found in addresses(each)]
    if isinstance(content, dict):
        own = [content] if "bytes" in content else []
        return own + [found for each in content.values() for found in addresses(each)]
    return []


def test_every_address_of_the_index_and_of_the_package_leads_to_a_file_of_that_size_and_hash(package):
    found = addresses(index(package)) + addresses(descriptor(package))
    for file in found:
        content = (package / file["path"]).read_bytes()
        assert len(content) == file["bytes"], file["path"]
        assert f"sha256:{hashlib.sha256(content).hexdigest()}" == file["hash"], file["path"]
    written = {path.relative_to(package).as_posix() for path in package.rglob("[!.]*.*")}
    assert written - {file["path"] for file in found} == {"index.json"}


def test_the_index_lists_every_region_and_indicator_and_the_pages_that_there_are(package):
    listed = index(package)
    regions = {region["slug"]: region for region in listed["regions"]}
    assert set(regions) == {region.slug for region in codelists.regions(INVENTED)}
    assert regions["xingyuan"]["pages"] == {"zh": "../zh/book/regions/xingyuan.html"}
    assert regions["yuepu"]["pages"] == {}
    assert {each["id"] for each in listed["indicators"]} == set(codelists.load(INVENTED).indicators["id"])
    assert [each for each in listed["indicators"] if bool(each["files"]) != bool(each["figures"])] == []
    assert sum(each["figures"] for each in listed["indicators"]) == sum(each["figures"] for each in regions.values())


def test_two_packages_are_equal_byte_for_byte(site, package, tmp_path):
    data_package.write(tmp_path, data=INVENTED, site=site)
    for path in sorted(package.rglob("*.*")):
        assert (tmp_path / path.relative_to(package)).read_bytes() == path.read_bytes(), path.name


def test_targets_stand_with_their_inputs_pace_and_status(package):
    table = pd.read_csv(package / "targets.csv")
    growing = table[table["required_growth"].notna()]
    assert not growing.empty
    compound = 100 * ((growing["target"] / growing["baseline"]) ** (1 / 5) - 1)
    years = growing["target_period"].astype(str).str[:4].astype(int) - growing["baseline_period"].astype(float)
    # All invented targets run for five years.
    assert set(years) == {5}
    assert growing["required_growth"].tolist() == pytest.approx(compound.tolist())
    assert table["status"].notna().all()


def times(folder):
    return {path.relative_to(folder).as_posix(): path.stat().st_mtime_ns for path in folder.rglob("[!.]*.*")}


def test_nothing_is_made_again_where_nothing_has_changed(data, tmp_path, monkeypatch):
    data_package.write(tmp_path / "out", data=data)
    monkeypatch.setattr(tables, "tables", lambda *_, **__: pytest.fail("the tables were made again"))
    data_package.write(tmp_path / "out", data=data)


def test_one_changed_figure_is_written_into_its_own_files_and_leaves_what_a_clean_run_gives(data, edit, tmp_path):
    data_package.write(tmp_path / "out", data=data)
    before = times(tmp_path / "out")
    row = observations.load_region("yuepu", data=data).query("value == value").iloc[0]
    old = f"{row['indicator']},{row['measure']},{row['period']},{row['printed']}"
    edit("regions/yuepu/observations.csv", old, f"{old[: -len(row['printed'])]}约{row['printed']}")
    data_package.write(tmp_path / "out", data=data)
    after = times(tmp_path / "out")
    parts = {name.rsplit(".", 1)[0] for name in after if "/" in name and after[name] != before[name]}
    assert parts == {"regions/yuepu", f"indicators/{row['indicator']}"}
    data_package.write(tmp_path / "clean", data=data)
    for name in times(tmp_path / "clean"):
        assert (tmp_path / "out" / name).read_bytes() == (tmp_path / "clean" / name).read_bytes(), name


def test_another_schema_of_the_project_makes_the_files_of_other_data_anew(data, tmp_path, monkeypatch):
    schema = tmp_path / "project" / "data" / "schema" / "units.json"
    schema.parent.mkdir(parents=True)
    monkeypatch.setenv("REGION_REPORT_ROOT", str(tmp_path / "project"))
    found = [made.of(data, None) for title in ("one", "two") if schema.write_text(title, "utf-8")]
    assert found[0] != found[1]


def test_what_has_no_region_any_more_goes_and_what_was_removed_comes_back(data, tmp_path):
    out = tmp_path / "out"
    data_package.write(out, data=data)
    (out / "regions" / "gone.csv").touch()
    (out / "regions" / "yuepu.csv").unlink()
    data_package.write(out, data=data)
    assert (out / "regions" / "yuepu.csv").is_file()
    assert not (out / "regions" / "gone.csv").exists()


def test_a_published_file_stays_when_another_takes_its_place(tmp_path):
    first, published = tmp_path / "a.csv", tmp_path / "published.csv"
    assert files.write(first, b"1")
    published.hardlink_to(first)
    assert not files.write(first, b"1")
    assert files.write(first, b"2")
    assert (published.read_bytes(), first.read_bytes()) == (b"1", b"2")


def test_what_changes_and_changes_back_while_it_is_read_is_made_again(data, tmp_path, monkeypatch):
    figures, read = data / "regions" / "yuepu" / "observations.csv", tables.tables
    before = figures.read_bytes()

    def changing(*regions, **options):
        figures.write_bytes(before.replace("23个".encode(), "24个".encode()))
        made = read(*regions, **options)
        figures.write_bytes(before)
        return made

    with monkeypatch.context() as patch:
        patch.setattr(tables, "tables", changing)
        data_package.write(tmp_path / "out", data=data)
    data_package.write(tmp_path / "out", data=data)
    assert "24个" not in (tmp_path / "out" / "regions" / "yuepu.csv").read_text("utf-8")
