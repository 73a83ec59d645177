import re

import pytest
from bs4 import BeautifulSoup

from region_report.site.pages import is_needed

BOTH = pytest.mark.parametrize("lang", ["zh", "en"])
ALL = ["book/cite", "book/regions/sample", "search"]


@BOTH
@pytest.mark.parametrize("name", ALL)
def test_no_page_asks_for_anything_outside_the_site(page, lang, name):
    soup = BeautifulSoup(page(lang, name), "html.parser")
    addresses = [
        element.get(attribute)
        for attribute in ("src", "srcset", "href")
        for element in soup.find_all(attrs={attribute: True})
        if element.name != "a"
    ]
    assert addresses
    assert [address for address in addresses if re.match(r"(https?:)?//", address)] == []


@BOTH
@pytest.mark.parametrize("name", ALL)
def test_every_page_forbids_foreign_content_and_code_made_from_text(page, lang, name):
    policy = BeautifulSoup(page(lang, name), "html.parser").find("meta", {"http-equiv": "Content-Security-Policy"})
    assert "default-src 'self'" in policy["content"]
    assert "unsafe-eval" not in policy["content"]


@BOTH
def test_scripts_that_nobody_uses_are_on_no_page(page, lang):
    html = page(lang, "book/regions/sample")
    assert [word for word in ("thebe", "THEBE", "togglebutton", "fontawesome.js", "searchindex") if word in html] == []


def test_the_chinese_edition_has_no_english_words_of_the_theme(page):
    soup = BeautifulSoup(page("zh", "book/regions/sample"), "html.parser")
    for element in soup.select("figure, script, style, kbd, .lang-switch, .report-cite pre"):
        element.decompose()
    labels = [
        element[key] for key in ("aria-label", "title", "placeholder") for element in soup.find_all(attrs={key: True})
    ]
    shown = [*labels, *soup.body.stripped_strings]
    allowed = re.compile(r"MIT|CC BY|CSV|GB/T|BibTeX|#")
    assert [text for text in shown if re.search("[A-Za-z]{2,}", text) and not allowed.search(text)] == []


@pytest.mark.parametrize(
    ("name", "body", "needed"),
    [
        ("report.css", "", True),
        ("pygments.css", "<p>", False),
        ("pygments.css", '<div class="highlight">', True),
        ("pydata-sphinx-theme.css", "", False),
        ("doctools.js", "", False),
    ],
)
def test_a_page_loads_only_what_it_uses(name, body, needed):
    assert is_needed(name, body) == needed


@BOTH
def test_a_page_without_code_loads_one_stylesheet_and_one_script(page, lang):
    soup = BeautifulSoup(page(lang, "book/regions/sample"), "html.parser")
    assert [link["href"].split("?")[0] for link in soup.select("link[rel=stylesheet]")] == ["../../_static/report.css"]
    assert [tag["src"].split("?")[0] for tag in soup.select("script[src]")] == ["../../_static/report.js"]


@BOTH
def test_the_footer_states_the_licences(page, lang):
    footer = BeautifulSoup(page(lang, "book/cite"), "html.parser").find(class_="report-footer").get_text()
    assert "MIT" in footer
    assert "CC BY 4.0" in footer
