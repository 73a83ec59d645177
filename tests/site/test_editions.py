from pathlib import PurePosixPath
from posixpath import normpath

import pytest
from bs4 import BeautifulSoup


@pytest.mark.parametrize("name", ["book/index", "book/regions/sample", "search"])
@pytest.mark.parametrize(("lang", "other"), [("zh", "en"), ("en", "zh")])
def test_every_page_links_to_itself_in_the_other_edition(page, lang, other, name):
    switch = BeautifulSoup(page(lang, name), "html.parser").find(class_="lang-switch")
    assert [link["hreflang"] for link in switch.find_all("a")] == [{"zh": "zh-Hans", "en": "en"}[other]]
    target = normpath(PurePosixPath(lang, name).parent / switch.a["href"])
    assert target == f"{other}/{name}.html"
    assert page(other, name)


@pytest.mark.parametrize(("lang", "code"), [("zh", "zh-CN"), ("en", "en")])
def test_a_page_says_its_language(page, lang, code):
    assert BeautifulSoup(page(lang, "book/index"), "html.parser").html["lang"] == code


@pytest.mark.parametrize(("lang", "captions"), [
    ("zh", ["各地区", "跨地区", "关于本报告"]),
    ("en", ["Regions", "Across regions", "About this report"]),
])  # fmt: skip
def test_the_contents_are_in_the_language_of_the_edition(page, lang, captions):
    soup = BeautifulSoup(page(lang, "book/index"), "html.parser")
    assert [each.get_text() for each in soup.select("nav.bd-links .caption-text")] == captions


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_scripts_speak_the_language_of_the_edition(page, lang):
    words = BeautifulSoup(page(lang, "book/index"), "html.parser").find("meta", {"name": "report-words"})["content"]
    assert ("筛选" in words) == (lang == "zh")
    assert ("Filter" in words) == (lang == "en")
