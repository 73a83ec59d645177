from xml.etree import ElementTree

import pytest

from region_report.build import discovery, publish

ROOT = "https://example.org/a"
NAMES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}


@pytest.fixture
def site(tmp_path):
    """A site of two editions with a landing page, another page, and two that nobody looks for."""
    for lang in ("zh", "en"):
        for page in ("index.html", "search.html", "book/index.html", "book/data.html"):
            path = tmp_path / lang / page
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text("<html></html>", "utf-8")
    return tmp_path


def test_the_sitemap_lists_each_page_of_each_edition_with_its_other_languages(site):
    discovery.write(site, ["zh", "en"], ROOT)
    entries = {
        url.find("s:loc", NAMES).text: {link.get("hreflang"): link.get("href") for link in url.findall("x:link", NAMES)}
        for url in ElementTree.parse(site / "sitemap.xml").getroot()
    }
    assert list(entries) == [
        f"{ROOT}/", f"{ROOT}/zh/book/data.html", f"{ROOT}/en/book/data.html",
        f"{ROOT}/zh/book/index.html", f"{ROOT}/en/book/index.html",
    ]  # fmt: skip
    assert entries[f"{ROOT}/en/book/data.html"] == {
        "zh-Hans": f"{ROOT}/zh/book/data.html",
        "en": f"{ROOT}/en/book/data.html",
        "x-default": f"{ROOT}/zh/book/data.html",
    }
    assert entries[f"{ROOT}/"] == entries[f"{ROOT}/zh/book/index.html"]
    assert entries[f"{ROOT}/"]["x-default"] == f"{ROOT}/"
    assert f"Sitemap: {ROOT}/sitemap.xml\n" in (site / "robots.txt").read_text("utf-8")


def test_a_site_without_an_address_has_neither(site):
    discovery.write(site, ["zh", "en"], "")
    assert {path.name for path in site.iterdir()} == {"zh", "en"}


def test_the_first_page_names_its_address_only_where_there_is_one():
    assert "https://" not in publish.chooser(["zh", "en"])
    page = publish.chooser(["zh", "en"], ROOT)
    assert f'<link rel="canonical" href="{ROOT}/">' in page
    assert f'hreflang="en" href="{ROOT}/en/book/index.html"' in page
