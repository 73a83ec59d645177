"""How much a reader's phone fetches before it is touched, compressed as any host sends it."""

import pytest

pytestmark = pytest.mark.browser
MOST_BYTES = 120_000
MOST_REQUESTS = 20
PAGES = ("index", "comparison", "regions/wenzhou", "regions/guangxi")
SIZES = {
    "phone": {"viewport": {"width": 360, "height": 740}, "is_mobile": True, "device_scale_factor": 3},
    "desktop": {"viewport": {"width": 1280, "height": 900}},
}


@pytest.fixture
def fetched(browser, address):
    """`fetched(page, size)`: address -> bytes on the line of everything that the page loads by itself."""
    contexts = []

    def measured(name, size):
        context = browser.new_context(**SIZES[size])
        contexts.append(context)
        page = context.new_page()
        line = context.new_cdp_session(page)
        line.send("Network.enable")
        asked, loaded = {}, {}
        line.on("Network.requestWillBeSent", lambda event: asked.update({event["requestId"]: event["request"]["url"]}))
        line.on(
            "Network.loadingFinished", lambda event: loaded.update({event["requestId"]: event["encodedDataLength"]})
        )
        page.goto(f"{address}/{name}")
        page.wait_for_load_state("networkidle")
        return {url: loaded.get(request, 0) for request, url in asked.items() if not url.startswith("data:")}

    yield measured
    for context in contexts:
        context.close()


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_light_before_it_is_touched(fetched, record_property, name, lang, size):
    loaded = fetched(f"{lang}/book/{name}.html", size)
    record_property("bytes", sum(loaded.values()))
    print(f"{lang}/{name} {size}: {sum(loaded.values()):,} bytes, {len(loaded)} requests")
    assert sum(loaded.values()) <= MOST_BYTES, loaded
    assert len(loaded) <= MOST_REQUESTS, loaded


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_the_pictures_of_the_other_mode_are_not_fetched(browser, address, mode):
    context = browser.new_context(color_scheme=mode, **SIZES["phone"])
    page = context.new_page()
    asked = []
    page.on("request", lambda each: asked.append(each.url))
    page.goto(f"{address}/zh/book/regions/wenzhou.html")
    page.wait_for_load_state("networkidle")
    other = {"light": "dark", "dark": "light"}[mode]
    hidden = page.locator(f".report-chart__{other} :is(img, source)").evaluate_all(
        "(all) => all.map((each) => new URL(each.srcset || each.src, document.baseURI).href)"
    )
    context.close()
    assert hidden
    assert set(hidden) & set(asked) == set()
