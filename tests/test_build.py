import os
import pickle
import shutil
import subprocess
from types import SimpleNamespace

import pytest
import small_book
import yaml

from region_report import build as building
from region_report.build import book, copies, publish, stage
from region_report.errors import BuildError, DataError, UsageError
from region_report.languages import LANGUAGES
from region_report.render import Result, jobs


@pytest.fixture
def project(tmp_path, monkeypatch):
    """The small book in a folder of its own; its jobs."""
    monkeypatch.setenv("REGION_REPORT_ROOT", str(tmp_path))
    return SimpleNamespace(root=tmp_path, jobs=small_book.make(tmp_path))


def files(folder):
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_each_edition_has_its_own_pages_under_the_same_names(project):
    staged = {lang: stage.stage(lang, project.jobs, editions=["zh", "en"]) for lang in ("zh", "en")}
    assert files(staged["zh"]).keys() == files(staged["en"]).keys()
    assert (staged["zh"] / "book" / "cite.md").read_text("utf-8").startswith(f"# 第{small_book.PAGES.index('cite')}页")
    assert (staged["en"] / "book" / "cite.md").read_text("utf-8").startswith("# Page cite")
    assert "样本县" in (staged["zh"] / "book" / "regions" / "sample.ipynb").read_text("utf-8")


def test_the_contents_of_an_edition_have_its_captions_and_name_each_region(project):
    toc = yaml.safe_load((stage.stage("en", project.jobs, editions=["en"]) / "_toc.yml").read_text("utf-8"))
    assert [part["caption"] for part in toc["parts"]] == ["Regions", "Across regions", "About this report"]
    assert toc["parts"][0]["chapters"] == [{"file": "book/regions/sample"}]


def test_pages_of_indicators_are_sections_of_their_list():
    toc = stage.table_of_contents("zh", {"book/indicators.md": None, "book/indicators/cases.ipynb": None})
    listed = [entry for part in toc["parts"] for entry in part["chapters"] if entry["file"] == "book/indicators"]
    assert listed == [{"file": "book/indicators", "sections": [{"file": "book/indicators/cases"}]}]


def test_an_edition_says_otherwise_only_what_its_own_settings_say(project):
    zh, en = (stage.configuration(lang, ["zh", "en"]) for lang in ("zh", "en"))
    assert (zh["sphinx"]["config"]["language"], en["sphinx"]["config"]["language"]) == ("zh_CN", "en")
    assert zh["sphinx"]["config"]["html_sidebars"] == en["sphinx"]["config"]["html_sidebars"]
    assert en["sphinx"]["config"]["region_report_editions"] == ["zh", "en"]


def test_missing_pages_are_all_named(project):
    (project.root / "book" / "cite.en.md").unlink()
    (project.root / "book" / "limits.en.md").unlink()
    with pytest.raises(BuildError) as error:
        stage.stage("en", project.jobs, editions=["zh", "en"])
    assert str(error.value) == (
        "_toc.yml lists pages that the edition 'en' does not have. Write them:\n"
        "  book/limits.en.md, or the notebook notebooks/limits.ipynb\n"
        "  book/cite.en.md, or the notebook notebooks/cite.ipynb"
    )


def test_what_a_killed_run_left_half_written_is_no_page(project, monkeypatch):
    monkeypatch.setattr("region_report.paths.os.replace", lambda half, whole: None)
    out = project.root / "book" / "regions" / "other.ipynb"
    jobs.Job("region", {"lang": "zh", "region": "other"}, out).write(b"{")
    assert [path.read_bytes() for path in out.parent.glob(".other*")] == [b"{"]
    assert not [name for name in stage.pages("zh") if "other" in name]


@pytest.mark.parametrize(
    ("toc", "told"),
    [
        (
            "root: book/index\nparts:\n\t- caption: x\n",
            ["line 3: the line is indented with a tab, which YAML does not"],
        ),
        ("- a\n", ["line 1: the file holds no entries"]),
        (
            "format: jb-book\nparts:\n  - chapters:\n      - fille: book/a\n  - caption: b\n    chapters: book/b\n",
            [
                "line 1, root: there is no first page. Write `root: book/index`.",
                "line 3, caption: a part of the book has no caption.",
                "line 4, chapters: this entry names no page. Write `file: book/NAME`",
                "line 6, chapters: there is no list here.",
            ],
        ),
    ],
)
def test_broken_contents_are_told_with_their_lines_before_anything_is_rendered(tmp_path, monkeypatch, toc, told):
    (tmp_path / "_toc.yml").write_text(toc, "utf-8")
    (tmp_path / "_config.yml").write_text("", "utf-8")
    monkeypatch.setenv("REGION_REPORT_ROOT", str(tmp_path))
    with pytest.raises(DataError) as error:
        building.build(langs=["zh", "en"])
    heading, *lines = str(error.value).splitlines()
    assert heading.endswith("in _toc.yml")
    assert [line[2 : 2 + len(expected)] for line, expected in zip(lines, told, strict=True)] == told
    assert not (tmp_path / "_build").exists()


def test_a_caption_without_a_translation_stops_the_build():
    with pytest.raises(BuildError) as error:
        stage.caption("没有的", "en")
    assert str(error.value) == (
        "_toc.yml: the caption '没有的' is not among site.captions of locale/zh/site.yml. "
        f"Add it there and in {', '.join(f'locale/{lang}/site.yml' for lang in LANGUAGES[1:])}."
    )


def test_a_page_that_did_not_change_keeps_its_time_and_one_that_is_gone_goes(project):
    first = stage.stage("zh", project.jobs, editions=["zh"])
    kept, old = first / "book" / "cite.md", first / "book" / "regions" / "gone.ipynb"
    before = kept.stat().st_mtime_ns
    old.write_text("{}", "utf-8")
    stage.stage("zh", project.jobs, editions=["zh"])
    assert kept.stat().st_mtime_ns == before
    assert not old.exists()


def test_editions_share_one_process_that_imports_and_tell_how_far_they_are(project, monkeypatch):
    started, told = [], []
    start = subprocess.Popen
    monkeypatch.setattr(
        subprocess, "Popen", lambda *command, **options: started.append(1) or start(*command, **options)
    )
    staged = {lang: stage.stage(lang, project.jobs, editions=["zh", "en"]) for lang in ("zh", "en")}
    book.build_editions(staged, told=lambda *far: told.append(far))
    assert len(started) == 1
    assert {("zh", "writing output", 100), ("en", "writing output", 100)} <= set(told)
    # Nothing has changed: no process is started at all.
    book.build_editions(staged)
    assert len(started) == 1


def test_a_warning_of_the_book_stops_the_build_and_says_where(project):
    (project.root / "book" / "cite.md").write_text("# 页\n\n[断](no.md)\n", "utf-8")
    with pytest.raises(BuildError) as error:
        book.build_editions({"zh": stage.stage("zh", project.jobs, editions=["zh"])})
    assert str(error.value).splitlines() == [
        "The edition 'zh' was not built.",
        "  book/cite.md:3: WARNING: 'myst' cross-reference target not found: 'no.md' [myst.xref_missing]",
    ]


def test_settings_make_every_page_new_and_a_title_or_the_contents_do_not(project):
    folder = stage.stage("zh", project.jobs, editions=["zh"])
    first = book.everywhere(folder)
    for name, words in (("book/cite.md", "# 另一个标题\n"), ("_toc.yml", "root: book/cite\n")):
        (folder / name).write_text(words, "utf-8")
    assert book.everywhere(folder) == first
    (folder / "_config.yml").write_text("title: 另一份报告\n", "utf-8")
    assert book.everywhere(folder) != first


@pytest.mark.parametrize("place", ["installed", "version"])
def test_another_python_or_package_makes_every_page_new(project, monkeypatch, place):
    folder = stage.stage("zh", project.jobs, editions=["zh"])
    first = book.everywhere(folder)
    if place == "installed":
        monkeypatch.setattr(book, "installed", lambda: {"docutils-99.dist-info"})
    else:
        monkeypatch.setattr(book.sys, "version", "99")
    assert book.everywhere(folder) != first


def test_a_page_that_was_removed_is_written_again(project):
    folder = stage.stage("zh", project.jobs, editions=["zh"])
    pages = book.build_editions({"zh": folder})["zh"]
    before = (pages / "book" / "cite.html").read_bytes()
    (pages / "book" / "cite.html").unlink()
    book.build_editions({"zh": folder})
    assert (pages / "book" / "cite.html").read_bytes() == before


def test_after_the_clock_was_put_back_a_change_is_seen(project):
    folder = stage.stage("zh", project.jobs, editions=["zh"])
    pages = book.build_editions({"zh": folder})["zh"]
    key, page, hour = folder / "_build" / ".key", folder / "book" / "cite.md", 3600
    # What was built an hour ago, by a clock that is an hour late now.
    os.utime(key, (key.stat().st_mtime + hour,) * 2)
    page.write_text("# 页\n\n又一句话。\n", "utf-8")
    os.utime(page, (page.stat().st_mtime - hour,) * 2)
    book.build_editions({"zh": folder})
    assert "又一句话" in (pages / "book" / "cite.html").read_text("utf-8")


def test_a_page_that_comes_out_as_it_was_is_read_anew_for_the_search_where_the_code_may_have_changed(project):
    folder = stage.stage("zh", project.jobs, editions=["zh"])
    book.build_editions({"zh": folder})
    kept = folder / "_build" / ".doctrees" / "search" / "book" / "index.html.pickle"
    time, entry = pickle.loads(kept.read_bytes())
    kept.write_bytes(pickle.dumps((time, entry | {"title": "as other code read it"})))
    (folder / "_build" / ".key").unlink()
    book.build_editions({"zh": folder})
    assert pickle.loads(kept.read_bytes())[1] == entry


@pytest.fixture
def whole(project, monkeypatch):
    """`build` on the small book; its notebooks are there already, so rendering returns them as they are."""
    fault = {"en": "region sample en: cell 3: ValueError: no"}
    results = [Result(job, fault.get(job.parameters["lang"], "")) for job in project.jobs]
    monkeypatch.setattr(building.render, "render_all", lambda **_: results)
    monkeypatch.setattr(building.publish.data_package, "write", lambda folder, **_: _data(folder))
    return project


def _data(folder):
    folder.mkdir(exist_ok=True)
    (folder / "observations.csv").write_text("a,b\n", "utf-8")


def test_a_build_publishes_both_editions_the_data_and_a_choice_of_languages(whole):
    results = building.build(langs=["zh", "en"])
    site = whole.root / "_build" / "site"
    assert site.is_symlink()
    assert {path.name for path in site.iterdir()} == {"index.html", "zh", "en", "data"}
    assert (site / "zh" / "book" / "regions" / "sample.html").is_file()
    assert [bool(result.fault) for result in results] == [False, True]


def test_two_clean_builds_in_different_folders_give_the_same_bytes(whole, tmp_path_factory, monkeypatch):
    building.build(langs=["zh", "en"])
    other = tmp_path_factory.mktemp("another") / "folder with a longer name"
    other.mkdir()
    jobs = small_book.make(other)
    monkeypatch.setenv("REGION_REPORT_ROOT", str(other))
    monkeypatch.setattr(building.render, "render_all", lambda **_: [Result(job) for job in jobs])
    building.build(langs=["zh", "en"])
    first, second = (files(root / "_build" / "site") for root in (whole.root, other))
    assert first.keys() == second.keys()
    assert [name for name in first if first[name] != second[name]] == []


def test_a_release_that_was_removed_is_made_again(whole):
    building.build(langs=["zh"])
    site = whole.root / "_build" / "site"
    shutil.rmtree(site.resolve())
    building.build(langs=["zh"])
    assert (site / "index.html").is_file()


def test_a_build_with_a_fault_leaves_the_published_site_as_it_is(whole):
    building.build(langs=["zh"])
    before = (whole.root / "_build" / "site").resolve()
    (whole.root / "book" / "cite.md").unlink()
    with pytest.raises(BuildError):
        building.build(langs=["zh"])
    assert (whole.root / "_build" / "site").resolve() == before


@pytest.fixture
def released(tmp_path, monkeypatch):
    """Publishes a made-up edition: `released("text")` returns the folder of the release."""
    monkeypatch.setattr(publish.data_package, "write", lambda folder, **_: _data(folder))

    def release(words):
        pages = tmp_path / "pages"
        pages.mkdir(exist_ok=True)
        (pages / "index.html").write_text(words, "utf-8")
        (pages / ".buildinfo").write_text("a note of the tool", "utf-8")
        return publish.publish({"zh": pages}, data=None, link=tmp_path / "out" / "site")

    return release


def test_the_site_before_this_one_is_kept_and_older_ones_are_removed(released, tmp_path):
    first, second, third = released("1"), released("2"), released("3")
    assert (first.exists(), second.exists(), third.exists()) == (False, True, True)
    assert (tmp_path / "out" / "site").resolve() == third
    assert {path.name for path in (tmp_path / "out").iterdir()} == {"site", "releases"}


def test_the_same_site_has_the_same_release(released):
    assert released("1") == released("1")


def test_a_release_shares_the_files_that_did_not_change_and_never_those_of_the_tools(released, tmp_path):
    other = tmp_path / "pages" / "other.html"
    (tmp_path / "pages").mkdir()
    other.write_text("the same", "utf-8")
    first, second = released("1"), released("2")
    one, two, own = (path.stat().st_ino for path in (first / "zh" / "other.html", second / "zh" / "other.html", other))
    assert one == two != own
    assert (first / "zh" / "index.html").read_text("utf-8") == "1"


def test_a_release_shares_the_files_of_a_folder_that_has_got_another_name(tmp_path):
    parts = tmp_path / "html" / "_static" / "search" / "first"
    parts.mkdir(parents=True)
    for name in ("t0-0.js", "t1-0.js"):
        (parts / name).write_text(name, "utf-8")
    copies.place(tmp_path / "html", tmp_path / "before", None)
    (parts / "t1-0.js").write_text("other", "utf-8")
    parts.rename(parts.with_name("second"))
    copies.place(tmp_path / "html", tmp_path / "after", tmp_path / "before")
    pairs = [[tmp_path / side / "_static" / "search" / folder / name for side, folder in
              (("before", "first"), ("after", "second"))] for name in ("t0-0.js", "t1-0.js")]  # fmt: skip
    assert [one.samefile(other) for one, other in pairs] == [True, False]
    assert pairs[1][1].read_text("utf-8") == "other"


def test_a_release_shares_the_pictures_of_the_pages(tmp_path):
    pictures, pages = tmp_path / "html" / "_static" / "charts", tmp_path / "html"
    pictures.mkdir(parents=True)
    (pictures / "a-350-dark.svg").write_text("<svg/>", "utf-8")
    (pages / "a.html").write_text("<p>a</p>", "utf-8")
    copies.place(pages, tmp_path / "release", None)
    assert (tmp_path / "release" / "_static" / "charts" / "a-350-dark.svg").samefile(pictures / "a-350-dark.svg")
    assert not (tmp_path / "release" / "a.html").samefile(pages / "a.html")


def test_a_site_of_which_nothing_changed_is_not_made_again(released, tmp_path, monkeypatch):
    first = released("1")
    pages, data = tmp_path / "pages", []
    monkeypatch.setattr(publish.data_package, "write", lambda folder, **_: (_data(folder), data.append(folder)))
    again = publish.publish({"zh": pages}, data=None, link=tmp_path / "out" / "site")
    assert (again, data) == (first, [])
    (pages / "index.html").write_text("another", "utf-8")
    publish.publish({"zh": pages}, data=None, link=tmp_path / "out" / "site")
    assert len(data) == 1


def test_notes_of_the_tools_are_not_published(released):
    assert not (released("1") / "zh" / ".buildinfo").exists()


def test_a_folder_of_somebody_else_is_never_replaced(released, tmp_path):
    (tmp_path / "out" / "site").mkdir(parents=True)
    with pytest.raises(UsageError) as error:
        released("1")
    assert str(error.value) == (
        f"{tmp_path}/out/site is not the link of an earlier build. Move it, or name another --out."
    )


def test_the_first_page_offers_the_languages_chinese_first_without_a_script():
    html = publish.chooser(["zh", "en"])
    assert html.index('href="zh/book/index.html"') < html.index('href="en/book/index.html"')
    assert "<script" not in html


def test_the_lines_that_say_what_is_wrong_are_told_without_the_machine_s_folders(tmp_path):
    line = f"{tmp_path}/book/a.md:3: WARNING: no"
    output = f"reading\n\x1b[91m{line}\x1b[0m\n{line}\ndone"
    assert book.faults(output, tmp_path) == "  book/a.md:3: WARNING: no"
