import json

from built_pages import broken_links, parsed


def entries(path):
    return [each.get_text() for each in parsed(path).select("nav.bd-links li > a")]


def test_the_contents_name_no_region_but_that_of_the_page(large):
    assert [each for each in entries(large / "book" / "cite.html") if "县" in each or "地区" in each] == ["全部地区"]
    shown = entries(large / "book" / "regions" / "county-5.html")
    assert [each for each in shown if "县" in each or "省" in each] == ["浙江省", "第5县"]


def test_all_regions_are_on_the_pages_of_their_provinces_in_the_order_of_codes(large):
    page = parsed(large / "book" / "provinces" / "510000.html")
    assert page.h1.get_text() == "四川省"
    assert [each.get_text() for each in page.select("article section h2")] == ["一市 22"]
    names = [each.get_text() for each in page.select("section .report-regions__list a")]
    assert names == [f"第{number}县" for number in range(0, 44, 2)]
    assert page.select_one("section .report-regions__list a")["href"] == "../regions/county-0.html"


def test_the_page_of_all_regions_has_each_province_with_its_prefectures_and_their_count(large):
    page = parsed(large / "book" / "regions.html")
    heads = [" ".join(each.get_text(" ").split()) for each in page.select("article h2")]
    assert heads == ["浙江省 22", "四川省 22"]
    assert [each["href"] for each in page.select("section li a")] == [
        "provinces/330000.html#c330100",
        "provinces/510000.html#c510100",
    ]


def test_the_place_of_a_region_leads_to_the_lists_of_its_parts(large):
    page = parsed(large / "book" / "regions" / "county-5.html")
    links = [(each.get_text(), each["href"]) for each in page.select("article p a")]
    assert links == [("浙江省", "../provinces/330000.html"), ("一市", "../provinces/330000.html#c330100")]


def test_the_names_that_a_reader_filters_are_in_a_file_of_their_own(large):
    script = (large / "_static" / "report-regions.js").read_text("utf-8")
    names = json.loads(script.removeprefix("window.reportRegions=").removesuffix(";\n"))
    assert names[0] == ["第1县", "330101", "book/regions/county-1.html", "浙江省 › 一市"]
    assert len(names) == 44


def test_every_link_of_a_large_book_leads_somewhere(large):
    missing = {address.rsplit("/", 1)[-1] for _, address in broken_links(large)}
    # The data lie beside the editions, and here are none.
    assert [each for each in missing if not each.endswith((".csv", ".json", ".xlsx", ".zip"))] == []


def test_a_book_of_few_regions_has_no_pages_that_list_them(editions):
    assert not (editions["zh"] / "book" / "regions.html").exists()
    assert "样本县" in entries(editions["zh"] / "book" / "cite.html")


def test_the_page_of_a_province_is_marked_below_that_of_all_regions(large):
    page = parsed(large / "book" / "provinces" / "510000.html")
    assert [each.get_text() for each in page.select("nav.bd-links ul ul a[aria-current]")] == ["四川省"]


def test_the_description_of_a_list_says_what_it_lists(large):
    told = parsed(large / "book" / "regions.html").select_one("meta[name=description]")["content"]
    assert told.startswith("全部地区：本报告有44个地区，分属2个省级行政区")
