"""What reading and checking a data folder costs, counted in calls."""

import shutil

import pytest
from counted import calls

from region_report import observations


@pytest.fixture
def folders(data):
    """Adds counties to a data folder, each a copy of one with a code and a name of its own."""

    def added(first, last):
        for number in range(first, last):
            folder = data / "regions" / f"county-{number}"
            shutil.copytree(data / "regions" / "yuepu", folder)
            text = (folder / "region.yml").read_text("utf-8")
            text = text.replace('"990121"', f'"9902{number:02}"').replace("slug: yuepu", f"slug: {folder.name}")
            (folder / "region.yml").write_text(text, "utf-8")
        return data

    return added


def cost(read, data):
    """Calls of a second run: what a process remembers of files that stay as they are is no cost of more regions."""
    read(data=data)
    return calls(lambda: read(data=data))


@pytest.mark.parametrize("read", [observations.check, observations.load_all])
def test_more_regions_cost_no_more_each(read, folders):
    few = cost(read, folders(0, 5))
    more = cost(read, folders(5, 15))
    most = cost(read, folders(15, 35))
    # The second step adds twice the regions of the first.
    assert most - more < 2.05 * (more - few)


def test_a_region_costs_few_calls(folders):
    few = cost(observations.load_all, folders(0, 5))
    each = (cost(observations.load_all, folders(5, 15)) - few) / 10
    assert each < 3_000
