"""Parts are made unchecked, so the finished specifications are held against Altair's schema here."""

import altair as alt
import jsonschema
import pytest
from altair.utils.schemapi import SchemaValidationError

from region_report.charts.views import kept, made, view


def check(spec):
    alt.TopLevelLayerSpec.from_dict(spec)


def test_every_chart_is_what_the_schema_of_vega_lite_allows(drawn):
    for chart in drawn.values():
        check(chart.spec)


def test_the_check_sees_a_mark_that_does_not_exist(drawn):
    spec = drawn["trend"].spec
    with pytest.raises(jsonschema.ValidationError):
        check({**spec, "layer": [view([{"x": 1}], "dashes", {}), *spec["layer"]]})


def test_what_a_reader_makes_with_altair_is_checked_as_ever():
    assert made(alt.Axis, orient="nowhere") == {"orient": "nowhere"}
    with pytest.raises(SchemaValidationError):
        alt.Axis(orient="nowhere")


def test_a_view_keeps_its_records_in_the_order_of_its_conditions():
    plain = view([{"a": 1}], "rule", {}, style="ink")
    assert plain == {"data": {"values": [{"a": 1}]}, "mark": {"type": "rule", "style": "ink"}, "encoding": {}}
    assert kept(kept(plain, "datum.a"), "datum.b")["transform"] == [{"filter": "datum.a"}, {"filter": "datum.b"}]
    assert "transform" not in plain
