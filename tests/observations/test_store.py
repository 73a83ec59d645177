import os
import shutil

import pandas as pd
import pytest

from region_report import codelists, observations, paths
from region_report.codelists import folder
from region_report.errors import DataError
from region_report.observations import loading, store


@pytest.fixture(autouse=True)
def project(data, tmp_path, monkeypatch):
    """A project of its own, so that nothing is kept in this one."""
    shutil.copytree(paths.project_root() / "data" / "schema", data / "schema")
    (tmp_path / "_config.yml").touch()
    monkeypatch.setenv("REGION_REPORT_ROOT", str(tmp_path))


def no_reading(monkeypatch):
    """From here on no region may be parsed."""
    monkeypatch.setattr(loading, "_rows", lambda *_: pytest.fail("the files were read"))


def parts(data):
    return {path.name for path in store._folder(data).iterdir()}


def test_what_is_kept_is_what_the_files_give(data, monkeypatch):
    read = observations.load_all(data=data)
    observations.keep_all(data=data)
    no_reading(monkeypatch)
    pd.testing.assert_frame_equal(observations.load_all(data=data), read)


def test_the_part_of_an_indicator_is_its_rows(data):
    every = observations.load_all(data=data)
    read = {name: observations.load_indicator(name, data=data) for name in ("volunteers", "cases", "station_coverage")}
    observations.keep_all(data=data)
    for name, frame in read.items():
        pd.testing.assert_frame_equal(observations.load_indicator(name, data=data), frame)
        assert len(frame) == (every["indicator"] == name).sum()


def test_a_changed_figure_is_read_and_only_its_parts_are_written_again(data, edit):
    observations.keep_all(data=data)
    before = parts(data)
    file = next((data / "regions").glob("*/observations.csv"))
    row = observations.load_all(data=data).query("region == @file.parent.name").iloc[0]
    edit(file.relative_to(data), f"{row['indicator']},{row['measure']},{row['period']},{row['printed']}",
         f"{row['indicator']},{row['measure']},{row['period']},约{row['printed']}")  # fmt: skip
    assert f"约{row['printed']}" in set(observations.load_all(data=data)["printed"])
    observations.keep_all(data=data)
    assert {name.rsplit("-", 1)[0] for name in parts(data) - before} == {store.EVERY, row["indicator"]} | (
        {store.STATED} if row["status"] else set()
    )
    assert len(parts(data)) == len(before)


def test_after_a_change_only_that_regions_folder_is_read(data, edit, monkeypatch):
    observations.keep_all(data=data)
    with (data / "regions" / "yuepu" / "region.yml").open("a", encoding="utf-8") as file:
        file.write("\n")
    rows, read = loading._rows, []
    monkeypatch.setattr(loading, "_rows", lambda regions, lists: read.extend(regions) or rows(regions, lists))
    observations.keep_all(data=data)
    assert [region.slug for region in read] == ["yuepu"]


def test_what_is_kept_after_regions_come_change_and_go_is_what_a_first_run_keeps(data, edit):
    add(data, "first", "100001")
    add(data, "last", "990001")
    observations.keep_all(data=data)
    add(data, "between", "330001")
    shutil.rmtree(data / "regions" / "last")
    edit("regions/first/region.yml", "100001", "999999")
    observations.keep_all(data=data)
    after, regions = parts(data), list(store.kept_reports(data=data).items())
    shutil.rmtree(store._folder(data))
    observations.keep_all(data=data)
    assert parts(data) - {store._NOTE} == after - {store._NOTE}
    assert list(store.kept_reports(data=data).items()) == regions
    assert [slug for slug, _ in regions] == [region.slug for region in codelists.regions(data)]
    assert "last" not in dict(regions)


def add(data, slug, code):
    """A region like another one."""
    folder = data / "regions" / slug
    shutil.copytree(data / "regions" / "yuepu", folder)
    head = folder / "region.yml"
    old = codelists.region("yuepu", data)
    head.write_text(head.read_text("utf-8").replace(old.code, code).replace("slug: yuepu", f"slug: {slug}"), "utf-8")


@pytest.mark.parametrize("kept", [False, True])
def test_the_indicators_that_regions_report_are_those_of_their_rows(data, kept):
    every = observations.load_all(data=data)
    if kept:
        observations.keep_all(data=data)
    for slugs in (["yuepu"], ["xingyuan"], observations.slugs(data=data)):
        named = set(every[every["region"].isin(slugs)]["indicator"])
        assert observations.reported(slugs, data=data) == [
            id_ for id_ in codelists.load(data).indicators["id"] if id_ in named
        ]
    assert observations.slugs(data=data) == [region.slug for region in codelists.regions(data)]


def test_a_change_that_leaves_size_and_time_alike_is_seen(data, edit):
    observations.keep_all(data=data)
    path = data / "indicators.csv"
    found = path.stat()
    name = codelists.load(data).by_id["indicators"]["volunteers"]["name_zh"]
    edit("indicators.csv", name, name[::-1])
    os.utime(path, ns=(found.st_atime_ns, found.st_mtime_ns))
    assert store.kept(store.EVERY, data=data) is None


def test_a_file_that_was_only_touched_is_the_same(data, monkeypatch):
    observations.keep_all(data=data)
    no_reading(monkeypatch)
    for path in (data / "regions").glob("*/*"):
        os.utime(path, ns=(1, 1))
    observations.load_all(data=data)


@pytest.mark.parametrize("name", ["regions/new-one/region.yml", "regions/new-one/observations.csv"])
def test_a_region_that_comes_is_seen(data, name):
    observations.keep_all(data=data)
    (data / name).parent.mkdir()
    (data / name).touch()
    assert store.kept(store.EVERY, data=data) is None


def test_what_another_python_has_kept_does_not_count(data, monkeypatch):
    observations.keep_all(data=data)
    monkeypatch.setattr(store, "_made_by", lambda: "another")
    assert store.kept(store.EVERY, data=data) is None


@pytest.mark.parametrize("name", [store._NOTE, store.EVERY])
@pytest.mark.parametrize("left", [0, 40])
def test_what_was_cut_off_is_not_read_and_is_made_again(data, name, left, monkeypatch):
    observations.keep_all(data=data)
    read = observations.load_all(data=data)
    path = next(path for path in store._folder(data).iterdir() if path.name.startswith(name))
    path.write_bytes(path.read_bytes()[:left])
    pd.testing.assert_frame_equal(observations.load_all(data=data), read)
    observations.keep_all(data=data)
    no_reading(monkeypatch)
    pd.testing.assert_frame_equal(observations.load_all(data=data), read)


def test_a_file_that_changes_while_it_is_read_and_back_is_not_kept_as_it_was_between(data):
    path = next((data / "regions").glob("*/observations.csv"))
    before = path.read_bytes()

    def load(names):
        path.write_bytes(before.splitlines(keepends=True)[0])
        return observations.load_all(data=data), {}

    store.keep(load, data=data)
    path.write_bytes(before)
    assert store.kept(store.EVERY, data=data) is None


def test_what_another_run_is_writing_stays_and_what_a_killed_one_left_goes(data):
    observations.keep_all(data=data)
    young, old = (store._folder(data) / f"volunteers.{number}.part" for number in (1, 2))
    for path in (young, old):
        path.touch()
    os.utime(old, (0, 0))
    observations.keep_all(data=data)
    assert (young.exists(), old.exists()) == (True, False)


def test_faulty_data_are_not_kept(data, edit):
    file = folder.region_folders(data)[0] / "observations.csv"
    edit(file.relative_to(data), "indicator,", "indicators,")
    with pytest.raises(DataError):
        observations.keep_all(data=data)
    assert not store._folder(data).exists()


def test_the_outline_the_rows_with_a_status_and_the_regions_are_kept_as_the_files_give_them(data, monkeypatch):
    outline, stated = observations.load_outline(data=data), observations.load_stated(data=data)
    regions, every = codelists.regions(data), observations.load_all(data=data)
    assert outline["known"].tolist() == every["value"].notna().tolist()
    assert not {"printed", "value", "lower", "upper"} & set(outline)
    assert stated["status"].tolist() == [status for status in every["status"] if status]
    observations.keep_all(data=data)
    no_reading(monkeypatch)
    monkeypatch.setattr(codelists, "regions", lambda *_: pytest.fail("the files were read"))
    pd.testing.assert_frame_equal(observations.load_outline(data=data), outline)
    pd.testing.assert_frame_equal(observations.load_stated(data=data), stated)
    assert observations.regions(data=data) == regions


def test_another_figure_leaves_the_outline_and_the_regions_as_they_are_and_another_date_does_not(data, edit):
    def kept():
        observations.keep_all(data=data)
        return [store.kept_parts(data=data)[part] for part in (store.OUTLINE, store.REGIONS)]

    before = kept()
    edit("regions/yuepu/observations.csv", "23个", "24个")
    assert kept() == before
    edit("regions/yuepu/observations.csv", "social_work_rooms,actual,,", "social_work_rooms,actual,1999,")
    assert [now == then for now, then in zip(kept(), before, strict=True)] == [False, True]
