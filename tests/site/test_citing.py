import re
from types import SimpleNamespace

import pytest
from bs4 import BeautifulSoup

from region_report import settings
from region_report.site import citing


def page(lang="zh", **others):
    """As much of a page as a citation is made of."""
    values = {
        "name": "book/regions/wenzhou",
        "lang": lang,
        "title": {"zh": "温州市", "en": "Wenzhou City"}[lang],
        "site": {"zh": "分析报告", "en": "Report"}[lang],
        "version": "0.1.0",
        "canonical": "https://example.org/zh/book/regions/wenzhou.html",
        "is_first": False,
        "app": SimpleNamespace(config=SimpleNamespace(copyright="2026")),
    }
    return SimpleNamespace(**values | others)


def plain(html):
    return BeautifulSoup(html, "html.parser").get_text()


def test_a_page_is_cited_as_a_part_of_the_report():
    assert plain(citing.forms(page())["gbt"]) == (
        "region-report 贡献者. 温州市[R/OL]//region-report 贡献者. 分析报告: 版本 0.1.0. (2026)[访问日期]. "
        "https://example.org/zh/book/regions/wenzhou.html."
    )


def test_the_first_page_stands_for_the_whole_report():
    assert plain(citing.forms(page(lang="en", is_first=True, canonical=""))["gbt"]) == (
        "region-report contributors. Report: version 0.1.0[R/OL]. (2026)[date of access]. address of this page."
    )


def test_the_bibtex_entry_has_the_same_parts_and_no_sign_that_latex_reads_as_a_command():
    assert plain(citing.forms(page(title="A & B_1 <c>"))["bibtex"]) == (
        "@misc{region_report_wenzhou,\n"
        "  author       = {{region-report 贡献者}},\n"
        "  title        = {A \\& B\\_1 <c>},\n"
        "  howpublished = {分析报告},\n"
        "  note         = {版本 0.1.0},\n"
        "  year         = {2026},\n"
        "  url          = {https://example.org/zh/book/regions/wenzhou.html},\n"
        "  urldate      = {访问日期}\n"
        "}"
    )


def test_a_title_never_becomes_markup():
    assert "<b>" not in citing.forms(page(title="<b>"))["gbt"]


def test_what_only_the_reader_s_device_knows_is_marked_for_the_script():
    html = citing.forms(page(canonical=""))["gbt"]
    assert re.findall(r'data-cite="(\w+)">(.*?)<', html) == [("date", "访问日期"), ("address", "本页网址")]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_page_of_the_book_says_how_it_is_cited_and_the_search_does_not(lang, request):
    built = request.getfixturevalue("page")
    block = BeautifulSoup(built(lang, "book/cite"), "html.parser").select_one("details.report-cite")
    assert [each.name for each in block.find_all(["h2", "pre"])] == ["h2", "pre", "h2", "pre"]
    assert f"{settings.version()}" in block.pre.get_text()
    assert "report-cite" not in BeautifulSoup(built(lang, "search"), "html.parser").body.decode()
