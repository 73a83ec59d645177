import json

import frictionless
import openpyxl
import pandas as pd
import pytest

from region_report import data_package, observations

INVENTED = "tests/data/invented"


@pytest.fixture(scope="module")
def package(tmp_path_factory):
    folder = tmp_path_factory.mktemp("package")
    data_package.write(folder, data=INVENTED)
    return folder


def test_the_package_is_valid_to_frictionless(package):
    report = frictionless.validate(str(package / "datapackage.json"))
    assert report.valid, report.flatten(["fieldName", "note"])


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


def test_each_region_has_its_own_csv(package):
    table = pd.read_csv(package / "observations.csv", dtype=str)
    for slug, rows in table.groupby("region"):
        assert len(pd.read_csv(package / "regions" / f"{slug}.csv")) == len(rows)


def test_two_packages_are_equal_byte_for_byte(package, tmp_path):
    data_package.write(tmp_path, data=INVENTED)
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
