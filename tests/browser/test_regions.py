"""The lists of a large book as a reader uses them, from a disk."""

import pytest
from axe import LOOKS, violations

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(("page", "words", "found"), [
    ("regions", "第3县", ["第3县 浙江省 › 一市 · 330103"]),
    ("regions", "５１０１４", ["第40县 四川省 › 一市 · 510140", "第42县 四川省 › 一市 · 510142"]),
    ("provinces/510000", "第3县", ["第3县 浙江省 › 一市 · 330103"]),
])  # fmt: skip
def test_a_name_or_a_code_finds_regions_with_their_places(open_page, large, page, words, found):
    shown, wrong = open_page(f"{large.as_uri()}/book/{page}.html")
    shown.locator("#report-regions-field").fill(words)
    shown.locator(".report-regions__find li").first.wait_for()
    assert [each.inner_text() for each in shown.locator(".report-regions__find li").all()] == found
    assert not wrong


def test_a_found_name_leads_to_the_page_of_its_region(open_page, large):
    shown, _ = open_page(f"{large.as_uri()}/book/provinces/510000.html")
    shown.locator("#report-regions-field").fill("第3县")
    shown.locator(".report-regions__find li a").click()
    shown.wait_for_url("**/book/regions/county-3.html")


def test_words_that_no_region_has_are_said_to_be_unknown(open_page, large):
    shown, _ = open_page(f"{large.as_uri()}/book/regions.html")
    shown.locator("#report-regions-field").fill("没有的地方")
    shown.get_by_text("没有找到这个名称或代码。").wait_for()


def test_the_keyboard_alone_leads_to_a_region(open_page, large):
    shown, _ = open_page(f"{large.as_uri()}/book/regions.html")
    shown.get_by_label("按名称或行政区划代码查找").focus()
    shown.keyboard.type("第3县")
    shown.locator(".report-regions__find li").first.wait_for()
    shown.keyboard.press("Enter")
    shown.keyboard.press("Enter")
    shown.wait_for_url("**/book/regions/county-3.html")


@pytest.mark.parametrize("look", LOOKS)
def test_axe_finds_nothing_on_the_lists_nor_in_what_was_found(open_page, large, look):
    for name in ("regions", "provinces/510000"):
        shown, _ = open_page(f"{large.as_uri()}/book/{name}.html", **LOOKS[look])
        assert violations(shown) == []
        shown.locator("#report-regions-field").fill("县")
        shown.locator(".report-regions__find li").first.wait_for()
        assert violations(shown) == []
        assert shown.evaluate("document.documentElement.scrollWidth <= innerWidth")
