"""The search as a reader uses it, in both editions, from a disk and over HTTP."""

import pytest

pytestmark = pytest.mark.browser
PHONE = {"viewport": {"width": 360, "height": 740}, "is_mobile": True, "has_touch": True}
LIMIT = 300_000


@pytest.fixture
def search(open_page, base):
    """`search("zh", "五社联动")` returns the search page with its results, and what went wrong."""

    def searched(lang, query, **settings):
        page, wrong = open_page(f"{base}/{lang}/search.html?q={query}", **settings)
        answered(page)
        return page, wrong

    return searched


def answered(page):
    page.locator(".report-search[data-answered]").wait_for()


def texts(page, selector):
    return [each.inner_text() for each in page.locator(selector).all()]


@pytest.mark.parametrize(("lang", "query", "marked"), [
    ("zh", "五社联动", "五社联动"),
    ("zh", "社会工作专业人才", "社会工作专业人才"),
    ("zh", "区域养老", "区域养老"),
    ("zh", "持证社工17439人", "持证社工 17439人"),
    ("zh", "１７，４３９人", "17,439人"),
    ("zh", "志愿者", "志愿者"),
    # A chart's title, and a cell of a table.
    ("zh", "每万人与每个单位的拥有量", "每万人与每个单位的拥有量"),
    ("zh", "12079人", "12,079人"),
    ("en", "volunteers", "volunteers"),
    ("en", "social work professionals", "social work professionals"),
])  # fmt: skip
def test_what_readers_look_for_is_shown_in_its_passage(search, lang, query, marked):
    page, wrong = search(lang, query)
    marks = [each.lower().replace(" ", "") for each in texts(page, ".report-search__passage mark")]
    assert marked.replace(" ", "") in marks
    assert wrong == []


def test_the_page_that_has_the_name_as_its_title_comes_first(search):
    page, _ = search("zh", "温州")
    assert "温州" in texts(page, ".report-search__title")[0]


def test_a_result_leads_to_the_section_of_the_passage(search):
    page, wrong = search("zh", "持证社工17439人")
    link = page.locator(".report-search__section").first
    heading = link.inner_text()
    link.click()
    page.wait_for_url("**/book/**")
    anchor = page.evaluate("location.hash.slice(1)")
    assert heading in page.locator(f"[id='{anchor}']").inner_text()
    assert wrong == []


def test_results_follow_the_typing_and_the_address_keeps_the_query(open_page, base):
    page, wrong = open_page(f"{base}/zh/search.html")
    page.locator("#report-search-field").press_sequentially("养老", delay=20)
    page.locator("#search-results mark").first.wait_for()
    page.wait_for_function("() => new URLSearchParams(location.search).get('q') === '养老'")
    assert (
        page.locator(".report-search__other a").get_attribute("href").endswith("/en/search.html?q=%E5%85%BB%E8%80%81")
    )
    page.locator("#report-search-field").fill("")
    page.wait_for_function("() => document.querySelector('#search-results').childElementCount === 0")
    assert wrong == []


def test_arrows_walk_through_the_results_and_escape_leads_back(search):
    page, _ = search("zh", "民政")
    page.keyboard.press("ArrowDown")
    first = page.evaluate("document.activeElement.className")
    page.keyboard.press("ArrowDown")
    second = page.evaluate("document.activeElement.className")
    assert (first, second) == ("report-search__title", "report-search__section")
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.id") == "report-search-field"
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/book/**")


def test_more_results_are_shown_on_request(search):
    page, _ = search("zh", "的")
    first = page.locator(".report-search__page").count()
    page.locator(".report-search__more").click()
    page.wait_for_function(f"() => document.querySelectorAll('.report-search__page').length > {first}")
    assert page.evaluate("document.activeElement.className") == "report-search__title"


def test_words_that_no_page_has_together_are_offered_alone(search):
    page, wrong = search("zh", "志愿者 饕餮")
    assert "没有一页" in page.locator("[role=status]").inner_text()
    page.locator("#search-results a", has_text="志愿者").click()
    page.locator("#search-results mark").first.wait_for()
    assert wrong == []


@pytest.mark.parametrize("size", [PHONE, {}], ids=["phone", "desktop"])
def test_the_field_in_the_header_leads_to_the_results(open_page, base, region, size):
    page, wrong = open_page(f"{base}/zh/book/regions/{region}", **size)
    field = page.locator(".report-find input")
    if field.is_visible():
        field.fill("五社联动")
    page.locator(".report-find button").click()
    page.wait_for_url("**/zh/search.html*")
    if not size:
        page.locator("#search-results mark").first.wait_for()
    assert wrong == []


def test_without_scripts_the_page_says_what_it_needs(open_page, base):
    page, _ = open_page(f"{base}/zh/search.html?q=五社联动", java_script_enabled=False)
    assert "脚本" in page.locator("article noscript").inner_text()


@pytest.mark.parametrize(("lang", "query"), [
    ("zh", "五社联动"), ("zh", "社会工作专业人才"), ("zh", "志愿者"), ("en", "social work professionals"),
])  # fmt: skip
def test_a_query_loads_little(open_page, address, lang, query):
    page, _ = open_page(f"{address}/{lang}/search.html")
    answers = []
    page.on("response", lambda each: answers.append(each))
    page.locator("#report-search-field").fill(query)
    answered(page)
    loaded = [int(each.headers["content-length"]) for each in answers if "/_static/search/" in each.url]
    assert 0 < sum(loaded) < LIMIT
