import json

import pytest
import small_book
from bs4 import BeautifulSoup
from sphinx.errors import ExtensionError

from region_report.site import figure


def chart_of(html):
    return BeautifulSoup(html, "html.parser").find("figure", class_="report-chart")


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_a_chart_is_a_picture_in_two_widths_for_each_mode(page, editions, mode):
    picture = chart_of(page("zh", "book/regions/sample")).find("picture", class_=f"report-chart__{mode}")
    files = [picture.source["srcset"], picture.img["src"]]
    assert all((editions["zh"] / "book" / "regions" / file).is_file() for file in files)
    assert [picture.source["width"], picture.img["width"]] == ["350", "720"]
    assert picture.img["alt"] == "社会工作专业人才：2"
    assert picture.img["loading"] == "lazy"


def test_the_caption_names_unit_and_source_and_leaves_out_what_is_not_there(page):
    found = chart_of(page("zh", "book/regions/sample")).figcaption
    assert found.get_text(" ", strip=True) == "单位： 人 来源： Ministry & <office>"


def test_the_equal_table_has_the_same_numbers_as_the_drawing(page):
    found = chart_of(page("en", "book/regions/sample"))
    rows = [[cell.get_text() for cell in row.find_all(["th", "td"])] for row in found.table.find_all("tr")]
    assert rows == [["Y", "X"], ["A", "17,439"], ["B", "4,700"]]
    drawn = json.loads(found.find("script", type="application/json").string)
    assert [value["x"] for value in drawn["layer"][0]["data"]["values"]] == [17439, 4700]


def test_the_cells_of_figures_carry_their_numbers(page):
    cells = chart_of(page("en", "book/regions/sample")).table.tbody.find_all("td")
    assert [cell["data-v"] for cell in cells] == ["17439", "4700"]


def test_the_tools_wait_for_the_script_and_say_what_they_do(page):
    buttons = chart_of(page("en", "book/regions/sample")).find("div", class_="report-chart__tools").find_all("button")
    assert [button.get_text() for button in buttons] == ["Interactive", "SVG", "PNG", "CSV"]
    assert all(button.has_attr("disabled") for button in buttons)
    assert [button.get("aria-label") for button in buttons[1:]] == [
        "Save the chart as SVG",
        "Save the chart as PNG",
        "Save the numbers as CSV",
    ]


def test_the_specification_cannot_end_its_script_element():
    spec = small_book.spec(title="</script><b>")
    assert "</script><b>" not in figure._for_script(spec)
    assert json.loads(figure._for_script(spec))["title"]["text"] == "</script><b>"


def test_the_specification_for_the_script_repeats_neither_words_nor_colours(page):
    drawn = json.loads(chart_of(page("zh", "book/regions/sample")).find("script", type="application/json").string)
    assert {"usermeta", "config"}.isdisjoint(drawn)


def test_a_chart_without_words_stops_the_build():
    with pytest.raises(ExtensionError) as error:
        figure.words({"mark": "bar"})
    assert str(error.value) == (
        "A chart has no usermeta.region_report (title, source, description, table). "
        "Make it with a function of region_report.charts."
    )
