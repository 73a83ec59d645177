"""The frame of every page: menus on a phone, colours that are remembered, contents that follow the reader."""

import pytest

pytestmark = pytest.mark.browser
PHONE = {"viewport": {"width": 360, "height": 740}, "is_mobile": True, "has_touch": True}
FOCUSED = "() => document.activeElement.className"


def test_a_menu_keeps_the_focus_and_gives_it_back(open_page, base, region):
    page, wrong = open_page(f"{base}/zh/book/regions/{region}", **PHONE)
    page.locator(".primary-toggle").press("Enter")
    dialog = page.get_by_role("dialog", name="目录")
    assert dialog.get_by_role("link", name="首页").is_visible()
    for _ in range(60):
        page.keyboard.press("Tab")
        inside = page.evaluate(
            "() => document.activeElement.closest('dialog') || document.activeElement === document.body"
        )
        assert inside
    page.keyboard.press("Escape")
    assert not dialog.is_visible()
    assert "primary-toggle" in page.evaluate(FOCUSED)
    assert wrong == []


def test_the_contents_of_the_page_lead_to_their_place_and_close(open_page, base, region):
    page, _ = open_page(f"{base}/zh/book/regions/{region}", **PHONE)
    page.locator(".secondary-toggle").click()
    link = page.locator("dialog[open] .report-on-this-page a").last
    place = link.get_attribute("href")
    link.click()
    assert page.locator("dialog[open]").count() == 0
    assert page.url.endswith(place)
    top = page.locator(place).evaluate("(each) => each.getBoundingClientRect().top")
    assert 0 <= top < 740


def test_contents_are_on_the_page_without_scripts(open_page, base, region):
    page, _ = open_page(f"{base}/zh/book/regions/{region}", java_script_enabled=False, **PHONE)
    assert page.locator(".bd-links a").first.is_visible()
    assert not page.locator(".primary-toggle").is_visible()


def test_the_colours_are_remembered_on_the_next_page_from_its_first_paint(open_page, address, region):
    page, _ = open_page(f"{address}/zh/book/index.html", color_scheme="light")
    button = page.locator(".theme-switch-button")
    shown = []
    for _ in range(3):
        shown.append(button.inner_text().strip())
        button.click()
    assert shown == ["颜色：跟随系统", "颜色：浅色", "颜色：深色"]
    button.click()
    button.click()
    page.route("**/report.js*", lambda route: route.abort())
    page.goto(f"{address}/zh/book/regions/{region}")
    # The script did not come, and the page is dark all the same.
    assert page.locator("html").get_attribute("data-theme") == "dark"


def test_without_a_choice_the_page_follows_the_machine(open_page, base):
    page, _ = open_page(f"{base}/zh/book/index.html", color_scheme="dark")
    assert page.locator("html").get_attribute("data-theme") == "dark"
    page.emulate_media(color_scheme="light")
    page.wait_for_function("() => document.documentElement.dataset.theme === 'light'")


def test_the_skip_link_is_first_and_leads_to_the_text(open_page, base):
    page, _ = open_page(f"{base}/zh/book/cite.html")
    page.keyboard.press("Tab")
    assert page.evaluate(FOCUSED) == "skip-link"
    page.keyboard.press("Enter")
    assert page.evaluate("() => document.activeElement.id") == "main-content"


def test_the_contents_mark_where_the_reader_is(open_page, base, region):
    page, _ = open_page(f"{base}/zh/book/regions/{region}", viewport={"width": 1280, "height": 900})
    links = page.locator(".report-on-this-page a")
    page.locator(links.nth(2).get_attribute("href")).evaluate("(each) => each.scrollIntoView()")
    page.wait_for_function("() => document.querySelectorAll('.report-on-this-page a')[2].ariaCurrent === 'location'")
    assert page.locator(".report-on-this-page [aria-current]").count() == 1
