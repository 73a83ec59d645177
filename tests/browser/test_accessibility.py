"""axe-core finds nothing against WCAG 2.2 AA or its best practice, on a page of each kind in every way of reading."""

import pytest
from axe import LOOKS, violations

pytestmark = pytest.mark.browser
SAMPLE = (
    "book/index", "book/regions/wenzhou", "book/comparison", "book/coverage", "book/indicators",
    "book/indicators/certified_social_workers", "book/data", "book/changes", "book/extend", "search",
)  # fmt: skip


@pytest.fixture
def sample(request, site, names):
    """The pages to look at, without their language."""
    if not request.config.getoption("--every-page"):
        return SAMPLE
    return [name.removeprefix("zh/").removesuffix(".html") for name in names if name.startswith("zh/")]


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_axe_finds_nothing(open_page, address, sample, lang, look):
    page, _ = open_page(f"{address}/{lang}/book/index.html", **LOOKS[look])
    found = {}
    for name in sample:
        page.goto(f"{address}/{lang}/{name}.html")
        found[name] = violations(page)
    print(f"{lang} {look}: {len(found)} pages, {sum(map(len, found.values()))} violations")
    assert {name: lines for name, lines in found.items() if lines} == {}


def test_axe_finds_nothing_on_the_first_page(open_page, address):
    page, _ = open_page(f"{address}/index.html")
    assert violations(page) == []


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_axe_finds_nothing_in_what_a_reader_opens(open_page, address, lang, look):
    page, _ = open_page(f"{address}/{lang}/book/regions/wenzhou.html", **LOOKS[look])
    page.locator(".report-chart__button").first.click()
    page.locator(".report-chart.is-live").first.wait_for()
    page.locator("summary").evaluate_all("(all) => all.forEach((each) => { each.parentElement.open = true; })")
    assert violations(page) == []


@pytest.mark.parametrize("menu", ["primary", "secondary"])
def test_axe_finds_nothing_in_an_open_menu(open_page, address, menu):
    page, _ = open_page(f"{address}/zh/book/regions/wenzhou.html", **LOOKS["phone"])
    page.locator(f".{menu}-toggle").click()
    page.locator("dialog[open]").wait_for()
    assert violations(page) == []


def test_axe_would_find_an_image_without_words(open_page, address):
    page, _ = open_page(f"{address}/zh/book/cite.html")
    page.locator("article").evaluate("(article) => article.append(document.createElement('img'))")
    assert [line.split(":")[0] for line in violations(page)] == ["image-alt"]
