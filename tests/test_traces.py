import importlib.util
import json
import sys

import pytest

from region_report import traces


@pytest.fixture
def lines(tmp_path):
    """`lines(event, *arguments)`: what a kernel writes down when it hears of this."""

    def heard(event, *arguments):
        place = tmp_path / "trace"
        place.write_text("")
        traces.Trace(place).hear(event, arguments)
        return [tuple(json.loads(line)) for line in place.read_text("utf-8").splitlines()[1:]]

    return heard


@pytest.mark.parametrize("prefix", [None, "elsewhere"])
def test_of_a_compiled_module_the_source_is_written_down(tmp_path, monkeypatch, lines, prefix):
    monkeypatch.setattr(sys, "pycache_prefix", prefix and str(tmp_path / prefix))
    source = tmp_path / "helper.py"
    source.write_text("a = 1\n", "utf-8")
    compiled = importlib.util.cache_from_source(source)
    assert lines("open", compiled, "rb", 0) == [("file", str(source), traces.stamp(source))]


def test_only_libraries_are_known_by_their_versions(lines):
    # Below the prefix of an interpreter a project may lie, as in /usr/src.
    assert lines("open", f"{sys.prefix}/src/report/data/units.csv", "r", 0) != []
    assert lines("open", json.__file__, "r", 0) == []
    assert lines("open", pytest.__file__, "r", 0) == []
