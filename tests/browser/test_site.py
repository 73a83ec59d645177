import pytest

pytestmark = pytest.mark.browser
PHONE = {"viewport": {"width": 360, "height": 740}, "is_mobile": True, "has_touch": True}
DESKTOP = {"viewport": {"width": 1280, "height": 900}}
VISIBLE = """() => [...document.querySelectorAll('.report-chart')].map((chart) => {
  chart.scrollIntoView();
  const shown = [...chart.querySelectorAll('picture')].filter((each) => each.offsetHeight > 0);
  return shown.length;
})"""
LOADED = """async () => {
  const shown = [...document.querySelectorAll('.report-chart img')].filter((image) => image.offsetHeight > 0);
  await Promise.all(shown.map((image) => { image.loading = 'eager'; return image.decode(); }));
  return shown.filter((image) => image.naturalWidth === 0).length;
}"""


def test_no_page_asks_outside_the_site_or_has_an_error(open_page, base, names):
    page, wrong = open_page(f"{base}/index.html")
    for name in names:
        page.goto(f"{base}/{name}")
        assert wrong == [], name


def test_no_page_scrolls_sideways_on_a_phone(open_page, address, names):
    page, _ = open_page(f"{address}/index.html", **PHONE)
    wide = []
    for name in names:
        page.goto(f"{address}/{name}")
        width = page.evaluate("() => document.documentElement.scrollWidth")
        if width > 360:
            wide.append(f"{name}: {width}")
    assert wide == []


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_chart_is_a_picture_without_scripts(open_page, base, site, lang):
    page, _ = open_page(f"{base}/{lang}/book/index.html", java_script_enabled=False)
    charts = 0
    for path in sorted((site / lang / "book").rglob("*.html")):
        page.goto(f"{base}/{path.relative_to(site).as_posix()}")
        for chart in page.locator(".report-chart").all():
            charts += 1
            chart.scroll_into_view_if_needed()
            assert chart.locator("picture:visible").count() == 1
            assert chart.locator("picture:visible img").bounding_box()["height"] > 40
    assert charts > 0


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_every_chart_shows_the_picture_of_its_mode_and_no_other(open_page, address, names, theme):
    page, wrong = open_page(f"{address}/index.html")
    page.add_init_script(f"localStorage.setItem('theme', '{theme}'); localStorage.setItem('mode', '{theme}')")
    for name in [each for each in names if "/regions/" in each]:
        page.goto(f"{address}/{name}")
        assert set(page.evaluate(VISIBLE)) <= {1}
        assert page.locator(f".report-chart__{theme}:visible").count() == page.locator(".report-chart").count()
        assert page.evaluate(LOADED) == 0
    assert wrong == []


def test_a_chart_becomes_live_when_its_button_is_pressed_and_changes_with_the_mode(open_page, base, region):
    page, wrong = open_page(f"{base}/zh/book/regions/{region}")
    chart = page.locator(".report-chart").first
    chart.locator(".report-chart__button").press("Enter")
    chart.locator(".report-chart__live svg").wait_for()
    assert chart.locator("picture:visible").count() == 0
    before = chart.locator("svg").inner_html()
    page.locator(".theme-switch-button").first.click()
    page.evaluate("() => { document.documentElement.dataset.theme = 'dark'; }")
    page.wait_for_function("(old) => document.querySelector('.report-chart__live svg').innerHTML !== old", arg=before)
    assert wrong == []


def test_the_chart_library_is_fetched_only_for_a_reader_who_wants_it(open_page, address, region):
    page, _ = open_page(f"{address}/zh/book/regions/{region}")
    asked = []
    page.on("request", lambda each: asked.append(each.url.rsplit("/", 1)[1]))
    page.mouse.wheel(0, 4000)
    page.wait_for_load_state("networkidle")
    assert "vega-bundle.js" not in asked
    page.locator(".report-chart__button").first.click()
    page.locator(".report-chart.is-live").first.wait_for()
    assert asked.count("vega-bundle.js") == 1


@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
@pytest.mark.parametrize(("lang", "other"), [("zh", "en"), ("en", "zh")])
def test_the_language_switch_leads_to_the_same_page(open_page, base, region, lang, other, size):
    place = f"#{region.removesuffix('.html')}-evidence"
    page, wrong = open_page(f"{base}/{lang}/book/regions/{region}{place}", **size)
    page.locator(".report-header .lang-switch a").click()
    page.wait_for_url(f"**/{other}/book/regions/{region}{place}")
    assert page.locator(place).count() == 1
    assert wrong == []


def test_the_first_page_leads_into_each_edition(open_page, base):
    for lang in ("zh", "en"):
        page, _ = open_page(f"{base}/index.html", java_script_enabled=False)
        page.locator(f'a[href="{lang}/book/index.html"]').click()
        assert page.locator("article h1").is_visible()


def test_the_menu_opens_on_a_phone(open_page, address, region):
    page, wrong = open_page(f"{address}/zh/book/regions/{region}", **PHONE)
    page.locator(".report-header .primary-toggle").click()
    page.locator("nav.bd-links:visible a").first.wait_for()
    assert wrong == []


def test_a_table_sorts_by_a_heading(open_page, address, region):
    page, _ = open_page(f"{address}/zh/book/regions/{region}")
    heading = page.locator("table.report-table:visible thead th").first
    heading.locator("button").click()
    assert heading.get_attribute("aria-sort") == "ascending"
