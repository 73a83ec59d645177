import json
import time

import pytest

from region_report import traces
from region_report.results import Inputs
from region_report.results.keys import PACKAGE


@pytest.fixture
def project(tmp_path, monkeypatch):
    monkeypatch.setenv("REGION_REPORT_ROOT", str(tmp_path / "project"))
    for slug in ("a", "b"):
        write(tmp_path / "project" / "data" / "regions" / slug / "region.yml", f"slug: {slug}\n")
    (tmp_path / "kept").mkdir()
    return tmp_path / "project"


def write(path, content):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content, encoding="utf-8")
    return path


def inputs(project):
    return Inputs(project.parent / "kept")


def heard(*paths, kind="file"):
    return [(kind, str(path), traces.stamp(path)) for path in paths]


def test_a_part_is_a_file_or_the_names_in_a_folder_and_changes_with_them(project):
    trace = heard(project / "data" / "regions" / "a" / "region.yml") + heard(project / "data" / "regions", kind="names")
    before = inputs(project).parts(trace)
    assert list(before) == ["file data/regions/a/region.yml", "names data/regions"]
    write(project / "data" / "regions" / "c" / "region.yml", "slug: c\n")
    after = inputs(project)
    assert after.digest("names data/regions") != before["names data/regions"]
    assert after.digest("file data/regions/a/region.yml") == before["file data/regions/a/region.yml"]
    write(project / "data" / "regions" / "a" / "region.yml", "slug: A\n")
    assert inputs(project).digest("file data/regions/a/region.yml") != before["file data/regions/a/region.yml"]


def test_one_file_of_every_folder_is_one_part_that_changes_with_any_of_them(project):
    files = sorted(project.glob("data/regions/*/region.yml"))
    folder = heard(project / "data" / "regions", kind="names")
    before = inputs(project).parts(heard(*files) + folder)
    assert list(before) == ["each data/regions/*/region.yml", "names data/regions"]
    write(files[1], "slug: B\n")
    assert inputs(project).digest("each data/regions/*/region.yml") != before["each data/regions/*/region.yml"]
    # Of some folders only, each file is a part.
    assert next(iter(inputs(project).parts(heard(files[0]) + folder))) == "file data/regions/a/region.yml"


def test_a_file_that_was_not_there_is_a_part_as_well(project):
    before = inputs(project).parts(heard(project / "data" / "extra.csv"))
    assert before == {"file data/extra.csv": ""}
    write(project / "data" / "extra.csv", "x")
    assert inputs(project).digest("file data/extra.csv")


@pytest.mark.parametrize(
    "line",
    [
        ("beyond", "subprocess.Popen", []),
        ("written", "data/units.csv", []),
        # Between the kernel's look at it and ours it has changed.
        ("file", "data/regions/a/region.yml", [1, 1, 1]),
    ],
)
def test_what_cannot_be_known_again_has_no_parts(project, line):
    kind, path, stamp = line
    assert inputs(project).parts([(kind, path if kind == "beyond" else str(project / path), stamp)]) is None


def test_without_a_trace_there_are_no_parts(project, tmp_path):
    assert traces.read(tmp_path / "nowhere") is None
    assert inputs(project).parts(traces.read(write(tmp_path / "empty", ""))) is None


def test_what_a_notebook_has_written_elsewhere_and_reads_again_is_no_part(project, tmp_path):
    made = write(tmp_path / "made.csv", "x")
    assert inputs(project).parts(heard(made, kind="written") + heard(made)) == {}


def test_code_of_the_package_is_a_part_only_where_the_key_lacks_it(project):
    found = inputs(project).parts(heard(PACKAGE / "text" / "words.py", PACKAGE / "site" / "links.py"))
    assert list(found) == [f"file {PACKAGE / 'site' / 'links.py'}"]


def test_code_of_the_package_that_changed_after_the_key_was_made_leaves_no_parts(project):
    now = inputs(project)
    line = heard(PACKAGE / "text" / "words.py")[0]
    assert now.parts([line]) == {}
    assert now.parts([(*line[:2], [0, time.time_ns(), 1])]) is None


def test_a_file_that_was_read_before_it_was_written_is_no_product_of_the_notebook(project, tmp_path):
    counter = write(tmp_path / "counter", "1")
    trace = heard(counter)
    write(counter, "two")
    assert inputs(project).parts([*trace, *heard(counter, kind="written")]) is None


def test_digests_are_kept_with_the_stamps_of_their_files_unless_a_file_was_young_when_it_was_read(project, monkeypatch):
    old, young = write(project / "old", "1"), write(project / "young", "1")
    first, later = inputs(project), time.time_ns() + 10**10
    before = [first.file(young)]
    # A run takes minutes: what was young at its begin may have changed within the same tick of the clock.
    monkeypatch.setattr(time, "time_ns", lambda: later)
    before = [first.file(old), *before]
    first.remember()
    remembered = inputs(project)._before
    assert (str(old) in remembered, str(young) in remembered) == (True, False)
    write(old, "2")
    assert inputs(project).file(old) != before[0]


def test_of_a_file_that_is_gone_nothing_is_kept(project):
    gone, other = write(project / "gone", "1"), write(project / "other", "1")
    (project.parent / "kept" / "digests.json").write_text(
        json.dumps({str(path): [[0, 1, 1], "digest"] for path in (gone, other)}), encoding="utf-8"
    )
    gone.unlink()
    inputs(project).remember()
    assert list(inputs(project)._before) == [str(other)]
