import pytest

from region_report.results import Inputs, Keys, keys

PARAMETERS = {"region": "a", "lang": "zh", "data": "data"}


@pytest.fixture
def project(tmp_path, monkeypatch):
    """A project of one notebook and a package of three files."""
    monkeypatch.setenv("REGION_REPORT_ROOT", str(tmp_path))
    monkeypatch.setattr(keys, "PACKAGE", tmp_path / "src")
    for name in (
        "src/text.py",
        "src/locale/zh/site.yml",
        "src/site/links.py",
        "data/schema/units.json",
        "region.ipynb",
    ):
        write(tmp_path / name, "1")
    return tmp_path


def write(path, content):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content, encoding="utf-8")


def key(project, **parameters):
    kept = project / "kept"
    kept.mkdir(exist_ok=True)
    return Keys(Inputs(kept)).key(project / "region.ipynb", PARAMETERS | parameters)


def test_a_key_stays_and_is_another_for_other_parameters(project):
    assert key(project) == key(project) != key(project, lang="en")


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ("region.ipynb", "another"),
        ("src/text.py", "another"),
        ("src/locale/zh/site.yml", "another"),
        ("data/schema/units.json", "another"),
        # A file that comes, which a notebook may ask for without reading it.
        ("data/released/release.json", "another"),
        # What it reads is found out as it runs.
        ("data/regions/a/observations.csv", "the same"),
        # What works on executed notebooks only.
        ("src/site/links.py", "the same"),
    ],
)
def test_a_key_changes_with_what_every_kernel_may_use(project, changed, expected):
    before = key(project)
    write(project / changed, "2")
    assert ("the same" if key(project) == before else "another") == expected


def test_a_key_changes_where_the_link_to_the_data_leads_elsewhere(project, tmp_path_factory):
    before = key(project)
    elsewhere = tmp_path_factory.mktemp("elsewhere") / "data"
    (project / "data").rename(elsewhere)
    (project / "data").symlink_to(elsewhere)
    assert key(project) != before


def test_a_key_changes_neither_with_the_language_of_the_machine_nor_with_the_place_of_results(project, monkeypatch):
    before = key(project)
    monkeypatch.setenv("REGION_REPORT_CACHE", "/elsewhere")
    assert key(project) == before
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    monkeypatch.setenv("LANGUAGE", "zh")
    assert key(project) == before
    monkeypatch.setenv("TZ", "Asia/Shanghai")
    assert key(project) != before
