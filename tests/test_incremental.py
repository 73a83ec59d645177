"""A build after a change gives what a clean build gives, and writes only the pages that show the change."""

import shutil

import many_regions
import pytest

from region_report.build import book, stage
from region_report.errors import BuildError

COUNT = 44
KILLED = """
import os
from sphinx.builders.html import StandaloneHTMLBuilder
StandaloneHTMLBuilder.prepare_writing = lambda *_: os._exit(9)
from region_report.site.books import main
main()
"""


class Book:
    """A book in a folder of its own."""

    def __init__(self, root):
        self.root, self.jobs = root, many_regions.make(root, COUNT)

    def build(self):
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("REGION_REPORT_ROOT", str(self.root))
            self.pages = book.build_editions({"zh": stage.stage("zh", self.jobs, editions=["zh"])})["zh"]
        return self

    def times(self):
        return {name: (self.pages / name).stat().st_mtime_ns for name in self.names()}

    def names(self):
        found = (path.relative_to(self.pages) for path in self.pages.rglob("*") if path.is_file())
        return sorted(path.as_posix() for path in found if path.suffix != ".inv" and path.name != ".buildinfo")

    def written(self, change):
        """The pages that the build after a change writes, and those that it removes."""
        before = self.times()
        change(self)
        after = self.build().times()
        return {name for name in before.keys() | after.keys() if before.get(name) != after.get(name)}

    def remove(self, number):
        shutil.rmtree(self.root / "data" / "regions" / f"county-{number}")
        self.jobs = [job for job in self.jobs if job.parameters["region"] != f"county-{number}"]

    def add(self, number, **words):
        job = many_regions.add(self.root, number, **words)
        self.jobs = [*(each for each in self.jobs if each.out != job.out), job]


@pytest.fixture(scope="module")
def large(tmp_path_factory):
    return Book(tmp_path_factory.mktemp("large")).build()


@pytest.fixture
def clean(tmp_path):
    """`clean(changes)`: the same book, changed before its first build."""

    def built(*changes):
        made = Book(tmp_path)
        for change in changes:
            change(made)
        return made.build()

    return built


def pages(written):
    return sorted(name for name in written if name.endswith(".html"))


def texts(large):
    """Name -> time of the files that have the texts of pages for the search."""
    return {path.name: path.stat().st_mtime_ns for path in (large.pages / "_static" / "search").rglob("t*.js")}


def region(*numbers):
    return [f"book/regions/county-{number}.html" for number in numbers]


def words(large):
    large.add(3, words="又一句话。")


def title(large):
    large.add(6, title="改名县")


def come_and_go(large):
    large.add(COUNT)
    large.remove(7)


def chapter(large):
    page = large.root / "book" / "cite.md"
    page.write_text(page.read_text("utf-8").replace("# 第", "# 新的第"), "utf-8")


def test_a_build_that_was_killed_before_it_wrote_leaves_no_page_as_it_was(tmp_path, monkeypatch):
    made = Book(tmp_path)
    made.jobs = made.jobs[:3]
    made.build()
    made.add(1, title="改名县")
    # Sphinx has noted what it read, and the process is gone; the next is a plain `jupyter-book build`.
    with monkeypatch.context() as patch:
        patch.setattr(book, "JUPYTER_BOOK", KILLED)
        with pytest.raises(BuildError):
            made.build()
        patch.undo()
        patch.setattr(book, "everywhere", lambda folder: "as before")
        (made.pages.parent / ".key").write_text("as before\nsomething else", "utf-8")
        made.build()
    neighbours = [(made.pages / f"book/regions/county-{number}.html").read_text("utf-8") for number in (0, 2)]
    assert ["改名县" in page for page in neighbours] == [True, True]


def test_only_the_pages_that_show_a_change_are_written(large, clean):
    # Nothing has changed: nothing is written, not even the search.
    assert large.written(lambda _: None) == set()
    parts = texts(large)
    assert pages(large.written(words)) == region(3)
    # The texts of other pages for the search stay as they are, though the folder of the index has another name.
    assert [texts(large)[name] == time for name, time in parts.items()].count(False) == 1
    # Neighbours stand in the order of the slugs, as text: 5, 6, 7.
    assert pages(large.written(title)) == region(5, 6, 7)
    # 44 comes between 43 and 5; 7 goes from between 6 and 8; both are in the lists.
    lists = ["book/provinces/330000.html", "book/provinces/510000.html", "book/regions.html"]
    assert pages(large.written(come_and_go)) == sorted([*lists, *region(43, 44, 5, 6, 7, 8)])
    # The title of a chapter is in the contents of every page.
    everything = {name for name in large.names() if name.startswith("book/regions/")}
    assert everything <= large.written(chapter)
    other = clean(words, title, come_and_go, chapter)
    assert large.names() == other.names()
    assert [
        name for name in other.names() if (large.pages / name).read_bytes() != (other.pages / name).read_bytes()
    ] == []
