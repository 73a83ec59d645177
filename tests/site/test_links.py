import pytest
from bs4 import BeautifulSoup

from region_report.site.links import DATA


@pytest.mark.parametrize(("name", "address"), [
    ("book/index", "../../data/observations.csv"),
    ("book/regions/sample", "../../../data/regions/sample.csv"),
])  # fmt: skip
def test_a_link_to_the_data_leads_from_any_depth_to_the_data_of_the_site(page, name, address):
    links = BeautifulSoup(page("zh", name), "html.parser").article.find_all("a", string="CSV")
    assert [link["href"] for link in links] == [address]


@pytest.mark.parametrize("address", ["../data/x.csv", "../../../data/regions/wenzhou.csv", "../../data/a-b.xlsx"])
def test_addresses_of_data_files_are_known(address):
    assert DATA.fullmatch(address)


@pytest.mark.parametrize("address", ["data/x.csv", "../data.md", "../../data", "https://example.org/../data/x.csv"])
def test_other_addresses_are_left_alone(address):
    assert not DATA.fullmatch(address)
