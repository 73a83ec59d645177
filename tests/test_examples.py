"""The four example regions: each figure as it was taken from its source, and pages that say what they lack."""

import math

import pytest
import yaml

from region_report import observations as obs
from region_report import render
from region_report.errors import describe
from region_report.paths import project_root

DATA = "data/examples"
OPEN = math.inf
# region, indicator, measure, period, value, upper end where it is another one, grade; copied by hand.
FACTS = """
liuzhou  social_work_stations      actual       2020        42                press
liuzhou  social_work_stations      actual       2021-08     54                press
liuzhou  station_coverage          actual       2021-08     45      45.5      press
liuzhou  social_work_stations      actual       2022        118               mirror
liuzhou  station_coverage          actual       2022        100               mirror
liuzhou  certified_social_workers  actual       2022        2137              mirror
liuzhou  social_work_rooms         actual       2022        1099              mirror
liuzhou  service_person_times      actual       2022        180000  185000    mirror
liuzhou  funeral_home_count        actual       2022-01     2                 mirror
liuzhou  township_level_units      denominator  2023-06-30  118               dataset
liuzhou  village_committees        denominator  2023-06-30  935               dataset
liuzhou  residents_committees      denominator  2023-06-30  301               dataset
guilin   social_work_stations      actual       2023-12     147               press
guilin   station_coverage          actual       2023-12     100               press
guilin   volunteer_stations        actual       2023-12     993               press
guilin   charity_stations          actual       2023-12     519               press
guilin   service_person_times      actual       2020/2023   810000  inf       press
guilin   township_level_units      denominator  2023-06-30  147               dataset
guilin   village_committees        denominator  2023-06-30  1651              dataset
guilin   residents_committees      denominator  2023-06-30  294               dataset
quanzhou certified_social_workers  actual       2015        1021              mirror
quanzhou certified_social_workers  actual       2023-03     6555              press
quanzhou social_work_stations      actual       2023-03     163               press
quanzhou elder_beds_per_1000       baseline     2015        30.94   30.945    mirror
quanzhou elder_beds_per_1000       target       2020        35      inf       mirror
quanzhou nursing_share_of_beds     target       2020        30      100       mirror
quanzhou township_level_units      denominator  2023-06-30  163               dataset
hainan   social_work_professionals actual       2022        9900    inf       press
hainan   certified_social_workers  actual       2020        893               press
hainan   certified_social_workers  actual       2022        2204              press
hainan   urban_allowance           actual       2020        6756              mirror
hainan   rural_allowance           actual       2020        5237              mirror
"""


def test_each_figure_is_that_of_its_source_and_there_is_no_other():
    frame = obs.load_all(data=DATA)
    columns = ["region", "indicator", "measure", "period", "value", "upper", "source_grade"]
    found = {tuple(row) for row in frame[columns].itertuples(index=False)}
    assert found == {_fact(line.split()) for line in FACTS.strip().splitlines()}
    assert len(frame) == 32


def _fact(parts):
    region, indicator, measure, period, value, *upper, grade = parts
    return region, indicator, measure, period, float(value), float(upper[0] if upper else value), grade


def test_a_bound_whose_word_is_not_on_file_says_so():
    frame = obs.load_all(data=DATA)
    bounded = frame[frame["upper"].eq(OPEN) | frame["bound"].isin(["at_least", "more_than"])]
    assert len(bounded) == 4
    assert bounded["note_en"].str.contains("own word is not").all()


def test_the_examples_have_no_fault_and_copy_no_codelist():
    assert describe(obs.check(DATA)) == ""
    folder = project_root() / DATA
    assert yaml.safe_load((folder / "codelists.yml").read_text("utf-8")) == {"from": ".."}
    shared = (project_root() / "data" / "indicators.csv").read_text("utf-8").splitlines()[1:]
    assert not set(shared) & set((folder / "indicators.csv").read_text("utf-8").splitlines())


@pytest.mark.parametrize(("region", "lang", "said", "unsaid"), [
    ("hainan", "zh", ["所用文件没有写明本地区的目标", "城市低保标准", "6,756元／人·年", "缺少分母"], ["广西", "温州"]),
    ("quanzhou", "en", ["at least 35 beds", "names no five actors", "6,555 people"], ["Guangxi", "Wenzhou"]),
])  # fmt: skip
def test_a_page_shows_the_figures_and_says_what_there_is_none_of(tmp_path, region, lang, said, unsaid):
    results = render.render_all(regions=[region], chapter="region", langs=[lang], data=DATA, out=tmp_path, jobs=1)
    assert [result.fault for result in results] == [""]
    page = (tmp_path / lang / "regions" / f"{region}.ipynb").read_text("utf-8")
    assert [words for words in said if words not in page] == []
    assert [words for words in unsaid if words in page] == []
