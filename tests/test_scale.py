"""Small versions of the benchmark's ratios, by CPU time; the tables of docs/benchmarks.md come from long runs.

What an unchanged or hardly changed report costs is held by counts: test_nothing_twice.py, test_incremental.py.
"""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from region_report.paths import project_root

BENCH = project_root() / "bench"


@pytest.fixture(scope="module")
def measured(tmp_path_factory):
    """One round of the benchmark against the usual way over four regions in two languages: CPU seconds of each step."""
    folder = tmp_path_factory.mktemp("scale")
    # The benchmark takes over the processes that its commands leave behind: in a process of its own.
    script = (
        "import json, sys, measuring, thousands; from pathlib import Path; measuring.check_machine(); "
        "made = thousands.usual_round(Path(sys.argv[1]) / 'round', 4, 0); "
        "print(json.dumps({name: used.cpu for name, used in made.items()}), file=open(sys.argv[2], 'w'))"
    )
    result = Path(folder) / "measured.json"
    run = subprocess.run(
        [sys.executable, "-c", script, str(folder), str(result)], cwd=BENCH, capture_output=True, text=True
    )
    assert run.returncode == 0, run.stdout + run.stderr
    return json.loads(result.read_text("utf-8"))


def test_execution_costs_less_than_half_of_the_usual_loop(measured):
    assert measured["execute"] > 2 * measured["render"], measured


def test_execution_costs_less_than_four_times_the_cells_alone(measured):
    # Both pay once for starting; among thousands of notebooks that no longer shows, and less than twice is left.
    assert measured["render"] < 4 * measured["forked"], measured


def test_the_whole_site_costs_less_than_the_usual_one_without_charts_and_downloads(measured):
    assert measured["report"] < measured["execute"] + measured["build"], measured
