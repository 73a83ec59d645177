import posixpath
from types import SimpleNamespace

import pytest
from bs4 import BeautifulSoup

from region_report.site.links import DATA, PAGE, PageLinks


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


def test_a_link_of_a_table_is_known_and_another_is_left_alone():
    html = '<td><a href="../book/indicators/cases.html">Cases</a></td><td><a href="https://example.org/">x</a></td>'
    assert [link["page"] for link in PAGE.finditer(html)] == ["book/indicators/cases"]


@pytest.mark.parametrize(("name", "shown"), [
    ("book/index", '<a href="regions/sample.html">here</a>'),
    ("book/regions/sample", '<a href="#">here</a>'),
    ("book/cite", "<td>nowhere</td>"),
])  # fmt: skip
def test_a_link_of_a_table_fits_the_page_and_one_to_a_page_that_is_not_there_is_words(name, shown):
    pages = SimpleNamespace(env=SimpleNamespace(docname=name, found_docs={"book/index", "book/regions/sample"}))
    pages.app = SimpleNamespace(builder=SimpleNamespace(get_relative_uri=_relative))
    words = "nowhere" if name == "book/cite" else "here"
    target = "indicators/gone" if name == "book/cite" else "regions/sample"
    html = f'<td><a href="../book/{target}.html">{words}</a></td>'
    assert shown in PAGE.sub(lambda link: PageLinks._fitting(pages, link), html)


def _relative(start, target):
    return "#" if start == target else posixpath.relpath(f"{target}.html", posixpath.dirname(start))
