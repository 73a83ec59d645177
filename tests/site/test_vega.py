"""The engine of the pictures, held against vl-convert, which runs the same library with a text layout of its own."""

import asyncio
import json
import time
from pathlib import Path

import pytest
import vl_convert
from sphinx.errors import ExtensionError

from region_report import fonts
from region_report.charts import theme
from region_report.site import drawing, vega
from region_report.site.mime import MIME

REFERENCE = Path(__file__).parents[1] / "reference"


def charts():
    """One chart of each kind, of the reference notebooks: the longest, as it has most parts."""
    specs = [
        data[MIME]
        for file in sorted(REFERENCE.rglob("*.ipynb"))
        for cell in json.loads(file.read_text("utf-8"))["cells"]
        for data in (output.get("data", {}) for output in cell.get("outputs", []))
        if MIME in data
    ]
    longest = {spec["usermeta"]["region_report"]["kind"]: spec for spec in sorted(specs, key=lambda s: len(str(s)))}
    return sorted(longest.items())


CHARTS = charts()


@pytest.fixture(scope="module")
def engine():
    with vega.Engine() as engine:
        yield engine


def by_vl_convert(spec, width, mode):
    """The picture drawn the long way: at its width and in its colours from the start."""
    fonts.register()
    sized = {**spec, "width": width} if spec["width"] == "container" else spec
    return vl_convert.vegalite_to_svg(theme.with_mode(sized, mode), vl_version=vega.VERSION)


def test_there_are_charts_to_draw():
    assert len(CHARTS) >= 8


@pytest.mark.parametrize(("kind", "spec"), CHARTS, ids=[kind for kind, _ in CHARTS])
def test_every_kind_of_chart_is_the_picture_that_vl_convert_draws(engine, kind, spec):
    wide, narrow = engine.draw(drawing.bare(spec), drawing.WIDTHS)
    assert wide == by_vl_convert(spec, 720, "light")
    assert narrow == by_vl_convert(spec, 350, "light")


@pytest.mark.parametrize(("kind", "spec"), CHARTS, ids=[kind for kind, _ in CHARTS])
def test_every_kind_of_chart_in_dark_colours_is_what_vega_draws_in_them(engine, kind, spec):
    dark = json.dumps(theme.with_mode({**spec, "usermeta": {}}, "dark"), ensure_ascii=False)
    light = engine.draw(drawing.bare(spec), drawing.WIDTHS)
    assert [drawing.darkened(picture) for picture in light] == engine.draw(dark, drawing.WIDTHS)


def test_a_chart_costs_a_fraction_of_the_processor_time_that_vl_convert_takes(engine):
    spec = dict(CHARTS)["trend"]
    drawn = drawing.bare(spec)
    # Both are warm: the tests above may have run alone or not at all.
    by_vl_convert(spec, 720, "light"), engine.draw(drawn, drawing.WIDTHS)
    start = time.process_time()
    for width in drawing.WIDTHS:
        by_vl_convert(spec, width, "light")
    between = time.process_time()
    for _ in range(5):
        engine.draw(drawn, drawing.WIDTHS)
    assert (time.process_time() - between) / 5 < (between - start) / 2


def test_the_colours_of_a_palette_can_be_told_apart():
    for palette in theme.PALETTES.values():
        assert len(set(palette.values())) == len(palette)


@pytest.mark.parametrize(
    ("expression", "reason"),
    [
        ("1 +", "Error: Unexpected end of input"),
        ("datum.gone.further", "TypeError: Cannot read properties of undefined (reading 'further')"),
    ],
)
def test_an_expression_that_fails_stops_with_the_title_of_the_chart(engine, expression, reason):
    spec = {"title": "人口", "data": {"values": [{}]}, "mark": "bar"}
    spec["transform"] = [{"calculate": expression, "as": "a"}]
    spec["encoding"] = {"x": {"field": "a", "type": "quantitative"}}
    with pytest.raises(ExtensionError) as error:
        engine.draw(json.dumps(spec), (350,))
    assert str(error.value) == f"Vega cannot draw the chart with the title '人口': {reason}"


def test_a_chart_is_drawn_where_an_event_loop_runs_as_in_a_notebook():
    async def drawn():
        with vega.Engine() as engine:
            return engine.draw('{"data": {"values": [{}]}, "mark": "point"}', [20])

    (picture,) = asyncio.run(drawn())
    assert picture.startswith("<svg")


def test_a_bundle_without_the_expected_names_stops_and_says_what_to_do():
    with pytest.raises(ExtensionError) as error:
        vega._named("const mod1=function(){return{View:a,textMetrics:b};}();")
    assert str(error.value) == (
        f"The bundle of vl-convert {vl_convert.__version__} has no vegaLite where it is looked for. "
        "Install the version of requirements.lock, or fit region_report.site.vega to the new one."
    )


def test_a_thousand_han_characters_are_a_thousand_times_the_size_of_the_letters_wide():
    widths = fonts.advances()
    assert widths[ord("民")] == 1000
    assert 200 < widths[ord("i")] < widths[ord("W")] < 1000
