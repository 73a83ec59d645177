"""The registry: a metric has one id, and its docstring is what the reader sees."""

import pytest

from region_report import codelists
from region_report.metrics import REGISTRY, metric
from region_report.metrics.density import posts_per_10k


def test_an_id_is_given_once():
    with pytest.raises(ValueError, match=r"^The metric 'posts_per_10k' is registered twice\.$"):
        metric(id="posts_per_10k", uses=())(posts_per_10k)


def test_the_docstring_is_definition_and_caveat():
    found = REGISTRY["volunteers_per_organisation"]
    assert found.definition_en == "Volunteers per volunteer organisation that the region helped to found."
    assert found.note_en == "Both are cumulated counts of the same bulletin; not a membership rate."


def test_every_function_has_a_worked_example():
    assert all(f">>> example({entry.id}" in entry.function.__doc__ for entry in REGISTRY.values())


def test_every_input_is_an_indicator_of_the_codelist():
    known = set(codelists.load().indicators["id"])
    assert {name for entry in REGISTRY.values() for name in entry.uses} <= known
