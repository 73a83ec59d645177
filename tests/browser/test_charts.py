"""Charts in a real Chromium: going live, telling their figures, being saved."""

import csv
import io

import pytest

from region_report import metrics, observations, text
from region_report.metrics.progress import growth

pytestmark = pytest.mark.browser
PHONE = {"viewport": {"width": 360, "height": 740}, "is_mobile": True, "has_touch": True}
# The sum of all moves of the page that no reader caused.
SHIFTS = """() => { window.moved = 0; new PerformanceObserver((list) => {
  for (const each of list.getEntries()) window.moved += each.value;
}).observe({ type: 'layout-shift', buffered: true }); }"""
HEIGHT = "() => document.documentElement.scrollHeight"


@pytest.fixture
def regions(base):
    """The address of a region's page: `regions("guangxi", "en")`."""
    return lambda name, lang="zh": f"{base}/{lang}/book/regions/{name}.html"


def chart(page, kind):
    """The first chart of a kind on the page."""
    return page.locator(f".report-chart[data-kind='{kind}']").first


def wake(found):
    """Make a chart live with the keyboard alone; the focus is then on its first mark."""
    found.locator(".report-chart__button").press("Enter")
    found.locator(".report-chart__live svg").wait_for()
    found.page.locator(".report-tip:visible").wait_for()


def file_of(found, kind):
    """What a press on the button of that kind saves: its name and its content."""
    with found.page.expect_download() as download:
        found.locator(f"[data-save='{kind}']").click()
    return download.value.suggested_filename, download.value.path().read_bytes()


@pytest.mark.parametrize("size", [PHONE, {}], ids=["phone", "desktop"])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_chart_goes_live_without_moving_the_page(open_page, regions, lang, size):
    page, wrong = open_page(regions("guangxi", lang), **size)
    page.evaluate(SHIFTS)
    for found in page.locator(".report-chart").all():
        found.scroll_into_view_if_needed()
        page.wait_for_timeout(50)
        before = found.bounding_box()["height"], page.evaluate(HEIGHT)
        found.locator(".report-chart__button").press("Enter")
        found.locator(".report-chart__live svg").wait_for()
        assert (found.bounding_box()["height"], page.evaluate(HEIGHT)) == before
    assert page.evaluate("() => window.moved") == 0
    assert wrong == []


def test_a_tap_beside_a_mark_shows_its_figure_interval_and_source(open_page, regions):
    page, _ = open_page(regions("guangxi"), **PHONE)
    found = chart(page, "required_path")
    wake(found)
    mark = found.locator("[role='graphics-symbol'][aria-label*='基期']").bounding_box()
    page.keyboard.press("Escape")
    assert page.locator(".report-tip").is_hidden()
    page.touchscreen.tap(mark["x"] - 12, mark["y"] + 16)
    told = page.locator(".report-tip").inner_text()
    assert all(word in told for word in ("基期：社会工作专业人才", "2.3万人", "2.25万～2.35万", "2020年", "政府网站"))


def test_the_keys_lead_from_mark_to_mark(open_page, regions):
    page, _ = open_page(regions("guangxi", "en"))
    found = chart(page, "required_path")
    wake(found)
    assert "50,000 people" in page.locator(".report-tip").inner_text()
    page.keyboard.press("ArrowRight")
    assert "23,000 people" in page.locator(".report-tip").inner_text()
    focused = page.evaluate("() => document.activeElement.getAttribute('aria-describedby')")
    assert focused == "report-tip"
    page.keyboard.press("Escape")
    assert page.locator(".report-tip").is_hidden()


def test_a_picture_is_saved_without_the_chart_library(open_page, address):
    page, _ = open_page(f"{address}/zh/book/regions/guangxi.html")
    asked = []
    page.on("request", lambda each: asked.append(each.url.rsplit("/", 1)[1]))
    # By the keyboard: a mouse on its way to the button passes over the drawing and makes it live.
    button = chart(page, "bullet").locator("[data-save='svg']")
    with page.expect_download() as download:
        button.press("Enter")
    assert download.value.path().read_bytes().startswith(b"<svg")
    assert "vega-bundle.js" not in asked


def test_a_chart_is_saved_as_a_picture_of_twice_the_size(open_page, regions):
    page, wrong = open_page(regions("guangxi"))
    found = chart(page, "required_path")
    name, svg = file_of(found, "svg")
    assert name == "广西壮族自治区-社会工作专业人才：达到目标所需的路径.svg"
    assert "社会工作专业人才" in svg.decode("utf-8")
    name, png = file_of(found, "png")
    assert name.endswith(".png")
    assert png.startswith(b"\x89PNG")
    assert int.from_bytes(png[16:20], "big") == 1440
    assert wrong == []


def test_the_numbers_of_a_chart_are_saved_for_excel(open_page, regions):
    page, _ = open_page(regions("guangxi"))
    name, content = file_of(chart(page, "bullet"), "csv")
    assert name == "广西壮族自治区-覆盖率和占比目标.csv"
    assert content.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"))))
    row = next(row for row in rows if row["指标"] == "养老机构护理型床位占比")
    columns = ("基期值", "基期值（数字）", "目标值", "目标值（数字）")
    assert [row[key] for key in columns] == ["44.28%", "44.28", "55%以上", "55"]
    assert "广西壮族自治区民政厅" in row["来源"]


def test_without_scripts_no_tool_is_offered_that_would_not_work(open_page, regions):
    page, _ = open_page(regions("guangxi"), java_script_enabled=False)
    assert page.locator(".report-chart__tools button:visible").count() == 0


def option(found, words):
    """Choose the option of a list whose words contain these, and wait until the chart has said so."""
    chosen = found.locator(f"option:has-text('{words}')").first
    found.locator("select").select_option(value=chosen.get_attribute("value"))
    found.page.wait_for_function(
        "(each) => each.textContent !== ''", arg=found.locator(".report-chart__told").element_handle()
    )


def test_another_denominator_shows_what_the_metrics_compute(open_page, regions):
    page, wrong = open_page(regions("wenzhou"))
    found = chart(page, "denominators")
    option(found, "乡级行政区")
    drawn = found.locator(".report-chart__live svg").text_content()
    table = metrics.denominators.densities(observations.load_region("wenzhou"))
    rows = table[table["per"].eq("townships") & table["denominator"].ne("nearest")].to_dict("records")
    told = found.locator(".report-chart__told").text_content()
    assert rows
    for row in rows:
        assert text.quantity(row) in told
        assert text.quantity(row) in drawn
    assert wrong == []


def test_a_moved_target_says_the_growth_that_it_takes(open_page, regions):
    page, wrong = open_page(regions("guangxi"), **PHONE)
    found = chart(page, "required_path")
    told = found.locator(".report-chart__told")
    before = page.evaluate(HEIGHT)
    slider = found.locator("[data-param='goal']")
    for _ in range(5):
        slider.press("ArrowRight")
    page.wait_for_function("(each) => each.textContent.startsWith('所选路径')", arg=told.element_handle())
    goal = float(slider.input_value())
    assert goal > 50000
    assert f"每年需增长{growth(23000, goal, 5):.1f}%" in told.text_content()
    assert "规划本身：每年需增长16.8%" in told.text_content()
    assert page.evaluate(HEIGHT) == before
    found.locator(".report-chart__reset").click()
    assert float(slider.input_value()) == 50000
    assert told.text_content().startswith("规划本身：每年需增长16.8%")
    assert wrong == []


def test_the_controls_of_a_phone_are_large_enough_for_a_finger(open_page, regions):
    page, _ = open_page(regions("guangxi"), **PHONE)
    shown = page.locator(".report-chart :is(button, select, input):visible").all()
    assert len(shown) > 8
    assert min(each.bounding_box()["height"] for each in shown) >= 44


def test_two_lists_open_one_pair_of_regions(open_page, base):
    page, wrong = open_page(f"{base}/zh/book/comparison.html")
    first, second = page.locator(".report-pairs select").all()
    first.select_option("guangxi")
    second.select_option("wenzhou")
    assert page.locator(".report-pairs details[data-pair][open]").count() == 1
    assert "社会工作专业人才" in page.locator(".report-pairs details[data-pair][open]").inner_text()
    second.select_option("guangxi")
    assert page.locator(".report-pairs details[data-pair][open]").count() == 0
    assert page.locator(".report-pairs__choice output").inner_text() == "请选两个不同的地区。"
    assert wrong == []
