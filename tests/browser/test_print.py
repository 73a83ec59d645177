"""What the browser's own printing puts on paper."""

import pytest

pytestmark = pytest.mark.browser
# Header, sides, filters, buttons: nothing of it can be used on paper.
OF_THE_SCREEN = ".bd-header, .bd-sidebar, .report-table-filter, .report-chart__tools, .prev-next-footer"
CUT = """() => [...document.querySelectorAll('.report-table-scroll')]
  .filter((each) => each.offsetHeight && each.scrollHeight > each.clientHeight + 2).length"""


@pytest.fixture
def paper(open_page, address, region):
    """A region's page, read in the dark, as it is printed."""
    page, _ = open_page(f"{address}/zh/book/regions/{region}", color_scheme="dark")
    page.evaluate("() => { document.documentElement.dataset.theme = 'dark'; }")
    page.emulate_media(media="print")
    return page


def test_nothing_of_the_screen_is_on_paper(paper):
    assert paper.locator(OF_THE_SCREEN).count() > 0
    assert paper.locator(OF_THE_SCREEN).filter(visible=True).count() == 0


def test_a_chart_is_on_paper_once_and_light(paper):
    assert paper.locator(".report-chart__dark:visible").count() == 0
    assert paper.locator(".report-chart__light:visible").count() == paper.locator(".report-chart").count()


def test_a_long_table_is_whole_on_paper(paper):
    assert paper.locator(".report-table tbody tr:nth-child(16)").count() > 0
    assert paper.evaluate(CUT) == 0


def test_the_headings_of_a_table_are_no_buttons_on_paper(paper):
    # Chromium repeats headings on every sheet, but not the buttons in them.
    button = paper.locator(".report-table thead button").first
    assert button.evaluate("(each) => getComputedStyle(each).display") == "contents"


def test_an_address_elsewhere_stands_beside_its_words(paper):
    link = paper.locator('article a[href^="http"]:visible').first
    shown = link.evaluate("(each) => getComputedStyle(each, '::after').content")
    assert link.get_attribute("href") in shown
