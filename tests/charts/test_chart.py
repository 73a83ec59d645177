"""What holds for every chart."""

import json
import re
import subprocess
import sys
from html import unescape
from pathlib import Path

import pytest
import vl_convert

from region_report import charts
from region_report.charts import chart, layout, theme
from region_report.metrics.denominators import NEAREST

HAN = re.compile(r"[㐀-鿿]")
LATIN = re.compile(r"[A-Za-z]{2,}")


def marks(spec):
    """Every single mark of a specification, however deep its layers lie."""
    for layer in spec.get("layer", []):
        yield from marks(layer)
    if "mark" in spec:
        yield spec


def described(spec):
    """The descriptions of all marks that screen readers are told of."""
    return [
        record[mark["encoding"]["description"]["field"]]
        for mark in marks(spec)
        if "description" in mark["encoding"]
        for record in mark["data"]["values"]
        # Of the rows that a reader chooses from, the first are drawn.
        if record.get("d", NEAREST) == NEAREST
    ]


def words(value):
    """Everything a reader sees or hears of a chart."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for each in value:
            yield from words(each)
    elif isinstance(value, dict):
        yield from words(list(value.values()))


def written(title):
    """The lines of a title: those of a phone, and of a title that has several the whole line of a wide drawing too."""
    if isinstance(title, list):
        return title
    whole, _, lines = title["expr"].partition(" ? ")[2].partition(" : [")
    return [*json.loads(f"[{lines}"), json.loads(whole)]


def said(spec):
    """Titles, axis titles, drawn words and descriptions of a specification; not the names of its fields."""
    for part in ("text", "subtitle"):
        yield from written(spec["title"][part])
    yield spec["description"]
    told = {key: value for key, value in spec["usermeta"]["region_report"].items() if key not in ("kind", "table")}
    yield from words(told)
    table = spec["usermeta"]["region_report"]["table"]
    yield from words([table["caption"], [column["label"] for column in table["columns"]], table["rows"]])
    for mark in marks(spec):
        encoding = mark["encoding"]
        yield from words([channel.get("title") for channel in encoding.values() if isinstance(channel, dict)])
        yield from words([(encoding.get("x", {}).get("axis") or {}).get("title")])
        for record in mark["data"]["values"]:
            yield from words([record.get(key) for key in ("text", "description", "line")])


def test_every_chart_function_is_looked_at(drawn):
    functions = {name for name in charts.__all__ if name.islower()}
    assert set(drawn) == functions
    assert all(isinstance(made, charts.Chart) for made in drawn.values())


def test_there_are_more_than_ten_charts_of_more_than_six_kinds(drawn):
    assert len({made.words["kind"] for made in drawn.values()}) == len(drawn) >= 16


@pytest.mark.parametrize("width", [350, 720])
def test_every_chart_is_drawn_without_complaint_at_both_widths(drawn, width):
    for made in drawn.values():
        svg = unescape(vl_convert.vegalite_to_svg({**made.spec, "width": width}))
        assert all(told in svg for told in described(made.spec))


def test_every_chart_has_its_words(drawn):
    for made in drawn.values():
        told = made.words
        assert all(told[key] for key in ("kind", "title", "source", "caveat", "description"))
        assert told["unit"] or told["kind"].endswith("_matrix")


def test_the_title_is_broken_into_lines_and_nothing_of_it_is_lost(drawn):
    for made in drawn.values():
        lines = written(made.spec["title"]["text"])
        whole = layout.plain(made.words["title"])
        if len(lines) > 1:
            assert lines.pop() == whole
        assert "".join(lines).replace(" ", "") == whole.replace(" ", "")
        assert all(layout.text_width(line, 15) <= layout.PLOT for line in lines)


def test_a_long_title_is_one_line_in_a_wide_drawing_and_several_on_a_phone(drawn):
    long = [made for made in drawn.values() if "expr" in made.spec["title"]["text"]]
    for made in long:
        *lines, whole = written(made.spec["title"]["text"])
        phone, wide = (unescape(vl_convert.vegalite_to_svg({**made.spec, "width": width})) for width in (350, 720))
        assert f">{whole}<" in wide
        assert f">{whole}<" not in phone
        assert all(f">{line}<" in phone for line in lines)


def test_every_mark_has_a_description_or_is_hidden_from_screen_readers(drawn):
    for name, made in drawn.items():
        for mark in marks(made.spec):
            hidden = mark["mark"].get("aria") is False
            assert hidden != ("description" in mark["encoding"]), name
            if not hidden:
                field = mark["encoding"]["description"]["field"]
                assert all(record[field] for record in mark["data"]["values"]), name


def test_the_table_has_a_text_and_a_value_for_every_cell(drawn):
    for made in drawn.values():
        table = made.words["table"]
        assert len(table["rows"]) == len(table["values"]) > 0
        for shown, values in zip(table["rows"], table["values"], strict=True):
            assert len(shown) == len(values) == len(table["columns"])
            assert all(isinstance(cell, str) for cell in shown)
            numeric = [column["numeric"] for column in table["columns"]]
            assert all(value is None or number for value, number in zip(values, numeric, strict=True))


def test_every_figure_drawn_stands_in_the_table(drawn):
    for name in ("interval_dots", "ratio_dots", "implied_counts", "service_counts"):
        made = drawn[name]
        drawn_values = {
            record["x"]
            for mark in marks(made.spec)
            if "description" in mark["encoding"] and mark["mark"]["type"] in ("point", "rule")
            for record in mark["data"]["values"]
        }
        table = made.words["table"]
        listed = {value for row in table["values"] for value in row if value is not None}
        assert drawn_values <= listed | {None}, name


def test_no_word_of_the_other_language_is_shown(drawn, lang):
    other = LATIN if lang == "zh" else HAN
    # The sources and regions of the test have English and Chinese names made from ids.
    allowed = re.compile(r"document|press|official|mirror|east|west")
    for name, made in drawn.items():
        for shown in said(made.spec):
            assert not other.search(allowed.sub("", shown)), (name, shown)


def test_no_mark_names_a_colour(drawn):
    for made in drawn.values():
        for mark in marks(made.spec):
            assert not {"color", "fill", "colour"} & set(mark["mark"])
            assert mark["mark"]["style"] in theme.PALETTES["light"]


def test_a_dark_page_changes_the_configuration_and_nothing_else(drawn):
    spec = drawn["bullet"].spec
    dark = theme.with_mode(spec, "dark")
    assert dark["config"]["background"] == theme.PALETTES["dark"]["ground"]
    assert {**dark, "config": None} == {**spec, "config": None}
    assert set(theme.PALETTES["dark"]) == set(theme.PALETTES["light"])


def test_a_notebook_gets_the_specification_and_the_description(drawn):
    made = drawn["slope"]
    bundle = made._repr_mimebundle_()
    assert list(bundle) == ["application/vnd.vegalite.v6+json", "text/plain"]
    assert bundle["application/vnd.vegalite.v6+json"] is made.spec
    assert bundle["text/plain"] == f"{made.words['title']}\n{made.words['description']}"


SCRIPT = """
import json, sys
sys.path.insert(0, sys.argv[1])
from conftest import OBSERVATIONS, all_charts
from region_report import text
from region_report.testing import observations
text.use(sys.argv[2])
print(json.dumps({name: made.spec for name, made in all_charts(observations(OBSERVATIONS)).items()}))
"""


def test_two_processes_give_the_same_bytes(drawn, lang):
    command = [sys.executable, "-c", SCRIPT, str(Path(__file__).parent), lang]
    elsewhere = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert elsewhere == json.dumps({name: made.spec for name, made in drawn.items()}) + "\n"


def test_text_is_never_smaller_than_twelve_pixels(drawn):
    config = theme.config()
    sizes = [config["text"]["fontSize"], config["axis"]["labelFontSize"], config["axis"]["titleFontSize"]]
    sizes += [
        mark["mark"]["fontSize"] for made in drawn.values() for mark in marks(made.spec) if "fontSize" in mark["mark"]
    ]
    assert min(sizes) == 12


def test_the_sources_of_a_density_are_named_once(drawn):
    # Both densities rest on the document and the official count of residents.
    for shown in (drawn["interval_dots"].words["source"], drawn["bullet"].words["source"]):
        names = [name.strip() for name in re.split("[；;]", shown)]
        assert len(names) == len(set(names)) > 0


def test_infinity_and_gaps_are_no_numbers_of_a_specification():
    assert [chart.finite(value) for value in (1, float("inf"), float("nan"), None)] == [1.0, None, None, None]
