"""What search engines, other sites and data catalogues read in the head of a page."""

import json
import os
import shutil
from types import SimpleNamespace

import pytest
import small_book
from bs4 import BeautifulSoup

from region_report import settings
from region_report.build import book, stage
from region_report.site import icons, metadata, structured

ROOT = "https://example.org/report"
REGION = "book/regions/wenzhou"
PAGES = ["book/index", "book/cite", REGION, "search"]


class Settings(dict):
    """Values by name, as Sphinx's configuration has them both ways."""

    __getattr__ = dict.__getitem__


@pytest.fixture(scope="session")
def published(tmp_path_factory):
    """The head of a page of the Chinese edition of a small book that has an address and a repository."""
    root = tmp_path_factory.mktemp("published")
    jobs = small_book.make(root, langs=["zh"], region="wenzhou")
    config = root / "_config.yml"
    config.write_text(config.read_text("utf-8").replace('url: ""', 'url: "https://github.com/owner/report"'), "utf-8")
    (root / "notebooks").mkdir()
    (root / "notebooks" / "region.ipynb").write_text("{}", "utf-8")
    own = {"REGION_REPORT_ROOT": str(root), "REGION_REPORT_SITE_URL": f"{ROOT}/"}
    before = {name: os.environ.get(name) for name in own}
    os.environ.update(own)
    try:
        pages = book.build_editions({"zh": stage.stage("zh", jobs, editions=["zh", "en"])})["zh"]
    finally:
        for name, value in before.items():
            os.environ.pop(name) if value is None else os.environ.update({name: value})
    return lambda name: BeautifulSoup((pages / f"{name}.html").read_text("utf-8"), "html.parser")


def meta(soup, name):
    return soup.find("meta", {"property": name}) or soup.find("meta", {"name": name})


@pytest.mark.parametrize("name", PAGES)
def test_a_site_with_an_address_says_where_each_page_lies(published, name):
    soup = published(name)
    here = f"{ROOT}/zh/{name}.html"
    assert soup.find("link", rel="canonical")["href"] == meta(soup, "og:url")["content"] == here
    alternates = {link["hreflang"]: link["href"] for link in soup.find_all("link", rel="alternate", hreflang=True)}
    default = f"{ROOT}/" if name == "book/index" else here
    assert alternates == {"zh-Hans": here, "en": f"{ROOT}/en/{name}.html", "x-default": default}
    assert meta(soup, "og:image")["content"] == f"{ROOT}/zh/_static/report-card.png"


def test_a_site_whose_address_was_taken_away_keeps_no_picture_of_a_shared_link(tmp_path):
    static = tmp_path / "out" / "_static"
    static.mkdir(parents=True)
    for address in (ROOT, ""):
        config = Settings({"language": "zh_CN", "html_static_path": [], settings.SETTING: address})
        where = {"doctreedir": str(tmp_path), "outdir": str(tmp_path / "out")}
        icons.add_pictures(SimpleNamespace(builder=SimpleNamespace(format="html"), config=config, **where))
        if address:
            shutil.copy(tmp_path / "pictures" / icons.CARD, static)
    assert not list(tmp_path.rglob(icons.CARD))


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("name", ["book/index", "book/cite", "book/regions/sample", "search"])
def test_a_site_without_an_address_names_none(page, lang, name):
    soup = BeautifulSoup(page(lang, name), "html.parser")
    assert soup.find("link", rel=["canonical", "alternate"]) is None
    assert meta(soup, "og:url") is None
    assert meta(soup, "og:image") is None
    assert not any("://" in str(each.get("content")) for each in soup.find_all("meta"))


def test_titles_and_descriptions_are_there_and_differ_from_page_to_page(published):
    soups = [published(name) for name in PAGES]
    titles = [soup.title.get_text() for soup in soups]
    descriptions = [meta(soup, "description")["content"] for soup in soups]
    assert len(set(titles)) == len(set(descriptions)) == len(PAGES)
    assert titles[2] == "样本县 · 地区社会工作与民政事业分析报告"
    assert all(len(description) >= 10 for description in descriptions)


def test_the_description_of_a_region_is_computed_from_its_data(published):
    rows = (small_book.PROJECT / "data/regions/wenzhou/observations.csv").read_text("utf-8").count("\n") - 1
    description = meta(published(REGION), "description")["content"]
    assert description.startswith(
        f"中国 › 浙江省 › 温州市（地级，行政区划代码 330300）：社会工作与民政事业的{rows}条公开记录，"
    )


# What Google's guide on datasets and schema.org ask for: both of these, and a description of 50 to 5,000 characters.
def test_a_region_is_described_as_a_dataset(published):
    found = json.loads(published(REGION).find("script", type="application/ld+json").string)
    assert (found["@context"], found["@type"]) == ("https://schema.org", "Dataset")
    assert (found["name"], found["alternateName"]) == ("温州市社会工作与民政事业数据", "Wenzhou City")
    assert 50 <= len(found["description"]) <= 5000
    assert found["url"] == f"{ROOT}/zh/{REGION}.html"
    assert found["license"] == structured.LICENCE
    assert found["spatialCoverage"]["identifier"]["value"] == "330300"
    assert found["spatialCoverage"]["containedInPlace"]["name"] == "浙江省"
    start, end = found["temporalCoverage"].split("/")
    assert start[:4] <= end[:4]
    assert {"@type": "PropertyValue", "propertyID": "volunteers", "name": "志愿者人数", "unitText": "人"}.items() >= {
        "propertyID": "volunteers"
    }.items()
    assert "volunteers" in [each["propertyID"] for each in found["variableMeasured"]]
    assert found["distribution"][0] == {
        "@type": "DataDownload",
        "encodingFormat": "text/csv",
        "contentUrl": f"{ROOT}/data/regions/wenzhou.csv",
    }
    sources = {each["name"]: each for each in found["isBasedOn"]}
    assert sources["2021年温州市人口主要数据公报"]["url"].startswith("http://wztjj.wenzhou.gov.cn/")
    # A copy is cited by its original; nobody is sent to it.
    assert "url" not in sources["温州市2020年第七次全国人口普查主要数据公报"]


def test_the_landing_page_describes_the_site_and_the_whole_of_its_data(published):
    found = json.loads(published("book/index").find("script", type="application/ld+json").string)
    site, whole = found["@graph"]
    assert (site["@type"], whole["@type"]) == ("WebSite", "Dataset")
    assert 50 <= len(whole["description"]) <= 5000
    assert whole["distribution"][0]["contentUrl"] == f"{ROOT}/data/observations.csv"


def test_no_other_page_is_described_as_data(published):
    assert published("book/cite").find("script", type="application/ld+json") is None


def test_nothing_in_a_description_ends_its_element():
    assert structured.script({"name": "</script><b>"}) == '{"name":"\\u003c/script>\\u003cb>"}'


def test_the_page_of_a_region_offers_its_notebook_where_the_repository_is_known(published, page):
    link = published(REGION).select_one(".report-launch a")
    assert link["href"].endswith("/gh/owner/report/HEAD?urlpath=lab/tree/notebooks/region.ipynb")
    assert published("book/cite").select_one(".report-launch") is None
    assert "mybinder" not in page("zh", "book/regions/sample")


@pytest.mark.parametrize(("name", "notebook"), [
    ("book/regions/wenzhou", "region"), ("book/indicators/cases", "indicator"), ("book/data", "data"), ("search", ""),
])  # fmt: skip
def test_pages_made_from_one_notebook_lead_to_that_notebook(monkeypatch, name, notebook):
    monkeypatch.setattr(metadata.settings, "repository", lambda: "https://github.com/owner/report")
    link = metadata.binder(name)
    assert link.endswith(f"/notebooks/{notebook}.ipynb") if notebook else link == ""
