import guards
import pytest


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_no_page_of_the_small_book_breaks_a_guard(editions, lang):
    pages = {path.name: path.read_text("utf-8") for path in sorted(editions[lang].rglob("*.html"))}
    pages = {name: html for name, html in pages.items() if 'http-equiv="Refresh"' not in html}
    assert {"sample.html", "search.html"} <= pages.keys()
    assert {name: found for name, html in pages.items() if (found := guards.faults(html, lang))} == {}


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_no_stylesheet_fetches_from_elsewhere(editions, lang):
    styles = {path.name: path.read_text("utf-8") for path in sorted(editions[lang].rglob("*.css"))}
    assert "report.css" in styles
    assert {name: found for name, css in styles.items() if (found := guards.foreign_in_style(css))} == {}
