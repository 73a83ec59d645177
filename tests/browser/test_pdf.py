"""The PDFs as a reader's program sees them. They need Pango, as the browser tests need a Chromium."""

import re

import pypdf
import pytest
import small_book
import small_edition

from region_report.build import printed
from region_report.errors import BuildError

pytestmark = pytest.mark.browser
SUSPECT = re.compile("[\u2e80-\u2fdf\ue000-\uf8ff\ufffd]")


@pytest.fixture(scope="module")
def edition(tmp_path_factory):
    folder = tmp_path_factory.mktemp("edition")
    return small_edition.make_edition(folder / "zh")


@pytest.fixture(scope="module")
def papers(edition):
    return printed.write({"zh": edition}, edition.parent / "pdf", jobs=1)


@pytest.fixture(scope="module")
def chapter(papers):
    return pypdf.PdfReader(papers / "zh" / "sample.pdf")


@pytest.fixture(scope="module")
def whole(papers):
    return pypdf.PdfReader(papers / "region-report-zh.pdf")


def words(pdf):
    return [page.extract_text() for page in pdf.pages]


def elements(node):
    """Every element of a structure tree."""
    node = node.get_object()
    if not isinstance(node, pypdf.generic.DictionaryObject):
        return
    yield node
    kids = node.get("/K", [])
    for kid in kids if isinstance(kids, list) else [kids]:
        yield from elements(kid)


def tagged(pdf, tag):
    root = pdf.trailer["/Root"]["/StructTreeRoot"]
    return [each for each in elements(root) if each.get("/S") == tag]


def outline(items):
    """Titles of the bookmarks, those of a level in a list of their own."""
    return [outline(each) if isinstance(each, list) else each["/Title"] for each in items]


def links(pdf):
    return [note.get_object() for page in pdf.pages for note in page.get("/Annots", [])]


def test_the_text_is_chinese_as_written_also_inside_the_charts(chapter):
    text = "".join(words(chapter))
    assert SUSPECT.findall(text) == []
    assert "样本县" in text
    assert text.count("社会工作专业人才") == 1
    assert "17439" not in text.replace("17,439", "")


def test_each_sheet_has_its_number_of_all_and_the_chapter_and_the_report_above(chapter):
    pages = words(chapter)
    assert [f"{number} / {len(pages)}" in page for number, page in enumerate(pages, 1)] == [
        False,
        *[True] * (len(pages) - 1),
    ]
    assert all("样本县" in page and "地区社会工作与民政事业分析报告" in page for page in pages[1:])


def test_a_long_table_has_its_headings_on_every_sheet_and_every_row_once(chapter):
    pages = [page for page in words(chapter) if re.search(r"第\d+行", page)]
    assert len(pages) > 1
    assert all("指标" in page and "读作" in page for page in pages)
    assert sorted(int(row) for page in pages for row in re.findall(r"第(\d+)行", page)) == list(
        range(small_edition.ROWS)
    )


def test_only_the_wide_table_is_on_a_sheet_on_its_side_and_all_of_it(chapter):
    across = [page for page in chapter.pages if page.mediabox.width > page.mediabox.height]
    assert len(across) == 1
    assert across[0].extract_text().count("列") == 12 * 8


def test_the_bookmarks_are_the_headings(chapter, whole):
    own = ["样本县", ["概览", "数字", "数字的出处"]]
    assert outline(chapter.outline) == ["目录", *own]
    assert outline(whole.outline) == ["目录", "首页", *own, "book/comparison"]


def test_the_title_the_language_and_the_tags_are_there(chapter):
    root = chapter.trailer["/Root"]
    assert chapter.metadata.title == "样本县 · 地区社会工作与民政事业分析报告"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "zh-CN"
    assert [len(tagged(chapter, tag)) for tag in ("/H1", "/H2", "/Figure")] == [2, 4, 1]


def test_a_chart_has_its_words_for_who_cannot_see_it(chapter):
    assert [each["/Alt"] for each in tagged(chapter, "/Figure")] == [f"{small_book.WORDS['zh']['chart']}：2"]


def test_the_cells_of_a_table_name_their_headings(chapter):
    heads = {each["/ID"] for each in tagged(chapter, "/TH")}
    cells = [each["/A"]["/Headers"] for each in tagged(chapter, "/TD") if each["/A"]["/Headers"]]
    assert len(cells) == small_edition.ROWS
    assert all(len(headers) == 2 and set(headers) <= heads for headers in cells)


def test_nothing_is_a_picture_of_points(chapter, whole):
    for pdf in (chapter, whole):
        kinds = {
            each.get_object()["/Subtype"]
            for page in pdf.pages
            for each in page["/Resources"].get("/XObject", {}).values()
        }
        assert "/Image" not in kinds


def test_figures_have_notes_that_lead_there_and_back(chapter):
    text = "".join(words(chapter))
    assert "5万注1；308个注2；50,000注1" in text
    assert re.search(r"来源：规划（第 \d 页）", text)
    targets = {link["/Dest"] for link in links(chapter) if "/Dest" in link}
    assert {f"book-regions-sample--{name}-{number}" for name in ("note", "figure") for number in (1, 2)} <= targets
    assert targets <= set(chapter.named_destinations)


def test_links_between_chapters_work_inside_the_whole_report_and_no_link_leads_nowhere(chapter, whole):
    assert "book-comparison" in {link.get("/Dest") for link in links(whole)}
    assert {link.get("/Dest") for link in links(whole)} - {None} <= set(whole.named_destinations)
    for pdf in (chapter, whole):
        assert {link["/A"]["/URI"] for link in links(pdf) if "/A" in link} == {"https://example.org/a"}


def test_the_same_edition_gives_the_same_bytes_in_another_folder_and_time_zone(edition, papers, tmp_path, monkeypatch):
    other = tmp_path / "a longer name" / "zh"
    other.parent.mkdir()
    edition.rename(other)
    monkeypatch.setenv("TZ", "Asia/Shanghai")
    monkeypatch.setenv("PYTHONHASHSEED", "7")
    try:
        again = printed.write({"zh": other}, tmp_path / "pdf", jobs=1)
    finally:
        other.rename(edition)
    for name in ("region-report-zh.pdf", "zh/sample.pdf"):
        assert (again / name).read_bytes() == (papers / name).read_bytes(), name


def test_a_missing_picture_stops_the_build(edition, tmp_path):
    pictures = edition / "_build" / "html" / "_static"
    pictures.rename(edition / "elsewhere")
    try:
        with pytest.raises(BuildError) as error:
            printed.write({"zh": edition}, tmp_path / "pdf", jobs=1)
    finally:
        (edition / "elsewhere").rename(pictures)
    assert str(error.value).startswith("The PDFs have faults:\n  pdf/region-report-zh.pdf: Failed to load image")
