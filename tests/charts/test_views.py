"""Parts are made unchecked, so the finished specifications are held against Altair's schema here."""

import altair as alt
import jsonschema
import pytest
from altair.utils import schemapi
from altair.utils.schemapi import SchemaValidationError

from region_report import charts
from region_report.charts.views import kept, made, view


def check(spec):
    alt.TopLevelLayerSpec.validate(spec)


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


def test_no_chart_is_held_against_the_schema_while_it_is_made(east, monkeypatch):
    def refuse(*parts, **options):
        raise AssertionError("a part was checked")

    monkeypatch.setattr(schemapi, "validate_jsonschema", refuse)
    assert charts.trend(east, indicator="certified_social_workers").words["kind"] == "trend"


def test_a_view_keeps_its_records_in_the_order_of_its_conditions():
    plain = view([{"a": 1}], "rule", {}, style="ink")
    assert plain == {"data": {"values": [{"a": 1}]}, "mark": {"type": "rule", "style": "ink"}, "encoding": {}}
    assert kept(kept(plain, "datum.a"), "datum.b")["transform"] == [{"filter": "datum.a"}, {"filter": "datum.b"}]
    assert "transform" not in plain
