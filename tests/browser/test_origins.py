"""Where a figure comes from, asked by mouse, key, finger, and without a script."""

import pytest
from axe_playwright_python.sync_playwright import Axe

pytestmark = pytest.mark.browser
PHONE = {"viewport": {"width": 360, "height": 740}, "is_mobile": True, "has_touch": True}
FIGURE = "table.report-table .report-origin > summary:visible"
OPEN = "details.report-origin[open]"
# Whether the open card is wholly inside the window, and the topmost thing at its middle.
IN_SIGHT = """() => {
  const card = document.querySelector('details.report-origin[open] > dl');
  const box = card.getBoundingClientRect();
  const top = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
  return box.left >= 0 && box.right <= innerWidth && box.top >= 0 && box.bottom <= innerHeight && card.contains(top);
}"""


@pytest.fixture
def a_region(base, region):
    """The address of a region's page."""
    return f"{base}/zh/book/regions/{region}"


def test_a_click_on_any_figure_shows_its_card_whole_and_closes_the_one_before(open_page, a_region):
    page, wrong = open_page(a_region)
    figures = page.locator(FIGURE)
    count = figures.count()
    for number in range(0, count, max(1, count // 12)):
        figures.nth(number).click()
        page.wait_for_function("() => document.querySelector('details.report-origin[open] > dl[data-placed]')")
        assert page.locator(OPEN).count() == 1
        assert page.evaluate(IN_SIGHT), figures.nth(number).inner_text()
    assert wrong == []


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_a_key_opens_the_card_and_escape_closes_it_and_returns_to_the_figure(open_page, a_region, key):
    page, _ = open_page(a_region)
    figure = page.locator(FIGURE).nth(2)
    figure.focus()
    page.keyboard.press(key)
    page.locator(OPEN).wait_for()
    page.keyboard.press("Escape")
    assert page.locator(OPEN).count() == 0
    assert figure.evaluate("(summary) => document.activeElement === summary")


def test_a_click_elsewhere_closes_the_card(open_page, a_region):
    page, _ = open_page(a_region)
    page.locator(FIGURE).first.click()
    page.locator(OPEN).wait_for()
    page.mouse.click(640, 20)
    assert page.locator(OPEN).count() == 0


def test_the_card_follows_its_figure_and_closes_when_that_leaves_the_window(open_page, a_region):
    page, _ = open_page(a_region)
    figure = page.locator(FIGURE).first
    figure.click()
    card = page.locator(f"{OPEN} > dl")
    before = card.bounding_box()["y"] - figure.bounding_box()["y"]
    page.evaluate("() => scrollBy(0, 20)")
    page.wait_for_timeout(200)
    assert card.bounding_box()["y"] - figure.bounding_box()["y"] == pytest.approx(before, abs=1)
    page.evaluate("() => scrollBy(0, 3000)")
    page.wait_for_function("() => !document.querySelector('details.report-origin[open]')")


def test_a_tap_on_a_phone_opens_a_sheet_below_the_figure_and_nothing_scrolls_sideways(open_page, a_region):
    page, _ = open_page(a_region, **PHONE)
    figures = page.locator(FIGURE)
    for number in (0, figures.count() // 2, figures.count() - 1):
        figure = figures.nth(number)
        figure.scroll_into_view_if_needed()
        figure.tap()
        page.wait_for_function("() => document.querySelector('details.report-origin[open] > dl[data-placed]')")
        sheet = page.locator(f"{OPEN} > dl").bounding_box()
        assert (sheet["x"], sheet["width"]) == (0, 360)
        assert figure.bounding_box()["y"] + figure.bounding_box()["height"] <= sheet["y"]
        assert page.evaluate("() => document.documentElement.scrollWidth") == 360
        page.keyboard.press("Escape")


@pytest.mark.parametrize("size", [{}, PHONE], ids=["desktop", "phone"])
def test_without_a_script_a_card_opens_in_its_place(open_page, a_region, size):
    page, _ = open_page(a_region, java_script_enabled=False, **size)
    figure = page.locator(FIGURE).first
    figure.click()
    card = page.locator(f"{OPEN} > dl")
    assert card.is_visible()
    assert "原文" in card.inner_text()
    assert card.evaluate("(dl) => getComputedStyle(dl).position") == "static"


def test_the_headline_figures_are_the_first_thing_after_the_title_and_say_where_they_come_from(open_page, a_region):
    page, _ = open_page(a_region, **PHONE)
    cards = page.locator("ul.report-headline .report-origin > summary")
    assert cards.count() > 0
    rest = page.locator("article .report-chart, article table")
    assert cards.first.bounding_box()["y"] < rest.first.bounding_box()["y"]
    cards.first.tap()
    assert "来源" in page.locator(f"{OPEN} > dl[data-placed]").inner_text()


@pytest.mark.parametrize("look", [{}, {"color_scheme": "dark"}, PHONE], ids=["light", "dark", "phone"])
def test_axe_finds_nothing_on_an_open_card(open_page, a_region, look):
    page, _ = open_page(a_region, **look)
    for figure in ("ul.report-headline .report-origin > summary", FIGURE):
        page.locator(figure).first.click()
        page.wait_for_function("() => document.querySelector('details.report-origin[open] > dl[data-placed]')")
        found = Axe().run(page, options={"rules": {"target-size": {"enabled": True}}}).response["violations"]
        assert [(rule["id"], rule["nodes"][0]["target"]) for rule in found] == []
