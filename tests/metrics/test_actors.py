"""Each document's own five actors, and what is reported on each."""

from types import SimpleNamespace

import pandas as pd

from region_report.languages import columns
from region_report.metrics.actors import matrix
from region_report.testing import observations, table

ACTORS = """
    region  source    actor_zh  actor_en     canonical    place  indicators
    east    document  社区      communities  communities  1-3    social_work_rooms|three_lists
"""
LISTS = SimpleNamespace(
    canonical_actors=pd.DataFrame(
        [("communities", "社区", "Communities"), ("volunteers", "志愿者", "Volunteers")],
        columns=["id", "name_zh", "name_en"],
    ).reindex(columns=["id", *columns("name")], fill_value=""),
    actors=pd.DataFrame(table(ACTORS)).assign(**dict.fromkeys([*columns("note"), *columns("actor")[2:]], "")),
)
DATA = """
    region  indicator          measure  period  printed   status
    east    social_work_rooms  actual   2022    5个
    east    three_lists        actual   2022    服务清单  in_words
    west    social_work_rooms  actual   2022    7个
"""


def test_every_region_stands_against_every_actor():
    found = matrix(observations(DATA), lists=LISTS)
    named = {(row.region, row.canonical): row.named for row in found.itertuples()}
    assert named == {
        ("east", "communities"): True,
        ("east", "volunteers"): False,
        ("west", "communities"): False,
        ("west", "volunteers"): False,
    }


def test_figures_are_listed_as_printed_and_statements_by_name():
    found = matrix(observations(DATA), lists=LISTS).iloc[0]
    assert found.indicators == ("social_work_rooms", "three_lists")
    assert (found.reported_zh, found.reported_en) == (
        "社工室 5个；“三清单”",
        "Social work rooms 5个; The three lists",
    )


def test_an_actor_that_is_not_named_reports_nothing():
    found = matrix(observations(DATA), lists=LISTS)
    rest = found[~found.named]
    assert rest[["actor_zh", "reported_zh"]].drop_duplicates().to_numpy().tolist() == [["", ""]]


def test_the_nation_has_no_actors_of_its_own():
    data = observations(DATA)
    assert matrix(data.assign(region_level="nation"), lists=LISTS).empty
