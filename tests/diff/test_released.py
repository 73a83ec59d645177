from xml.etree import ElementTree

import pytest

from region_report import diff, observations, release, tables, text
from region_report.build import feed
from region_report.errors import UsageError

ROOT = "https://example.org/a"
ATOM = {"a": "http://www.w3.org/2005/Atom"}


@pytest.fixture
def since(data, edit):
    """The invented data, released, and one figure of them corrected."""
    release.keep("2026-01-31", data=data)
    edit("regions/yuepu/observations.csv", "23个", "24个")
    return diff.since_release(observations.load_all(data=data), data=data)


@pytest.mark.parametrize(("lang", "words"), [
    ("zh", "（2026年1月31日发布）相比：修改1条。"), ("en", ", released 31 January 2026: changed: 1."),
])  # fmt: skip
def test_the_page_says_since_when_and_how_much_has_changed(since, data, lang, words):
    with text.edition(lang):
        assert str(diff.notice(since, data=data)).endswith(words)
        assert "24个" in tables.changes(since).plain


def test_of_thousands_of_changes_a_page_lists_the_first(since):
    many = diff.Changes(since.changes.figures * (diff.LISTED + 1), (), ())
    thousands = diff.Since(since.version, since.date, many)
    with text.edition("zh"):
        assert len(tables.changes(thousands).cells) == diff.LISTED
        assert f"修改{diff.LISTED + 1}条。这里只列前{diff.LISTED}条" in str(diff.notice(thousands))


def test_data_without_a_kept_release_say_so(data):
    nothing = diff.since_release(observations.load_all(data=data), data=data)
    with text.edition("zh"):
        assert str(diff.notice(nothing, data=data)) == "这份数据没有留存上一版，无从对照变化。"
        assert str(tables.changes(nothing)) == text.t("tables.changes.empty")


def test_the_first_release_says_that_there_is_none_before_it():
    with text.edition("zh"):
        nothing = diff.Since("", "", diff.Changes((), None, None))
        assert "是首次发布" in str(diff.notice(nothing))


def test_data_that_lie_elsewhere_are_the_projects_own_where_its_folder_is_a_link_to_them(data, tmp_path, monkeypatch):
    (tmp_path / "project").mkdir()
    (tmp_path / "project" / "data").symlink_to(data)
    monkeypatch.setenv("REGION_REPORT_ROOT", str(tmp_path / "project"))
    with text.edition("zh"):
        assert "是首次发布" in str(diff.notice(diff.Since("", "", diff.Changes((), None, None))))


def test_a_release_without_version_is_refused(data):
    (data / "released").mkdir()
    (data / "released" / "release.json").write_text("{}", "utf-8")
    with pytest.raises(UsageError) as refused:
        diff.kept(data)
    assert str(refused.value) == (
        f"{data}/released/release.json has no version and date. Write it again: region-report release."
    )


def test_the_feed_has_an_entry_a_language_with_every_change(since, data, tmp_path):
    (tmp_path / "site" / "data").mkdir(parents=True)
    feed.write(tmp_path / "site", ["zh", "en"], ROOT, data=data)
    found = ElementTree.parse(tmp_path / "site" / feed.FILE).getroot()
    assert found.find("a:updated", ATOM).text == "2026-01-31T00:00:00Z"
    entries = found.findall("a:entry", ATOM)
    assert ["24个" in entry.find("a:content", ATOM).text for entry in entries] == [True, True]
    assert [entry.find("a:link", ATOM).get("href") for entry in entries] == [
        f"{ROOT}/{lang}/book/changes.html" for lang in ("zh", "en")
    ]
    assert len({entry.find("a:id", ATOM).text for entry in entries}) == 2


@pytest.mark.parametrize("released", [True, False])
def test_there_is_no_feed_without_an_address_or_without_a_release(released, data, tmp_path):
    if released:
        release.keep("2026-01-31", data=data)
    feed.write(tmp_path, ["zh"], "" if released else ROOT, data=data)
    assert not (tmp_path / feed.FILE).exists()
