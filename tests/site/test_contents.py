from types import SimpleNamespace

import pytest
from docutils import nodes
from sphinx import addnodes
from sphinx.util.osutil import relative_uri

from region_report.site import builder, contents, places, regions

TITLES = {"book/index": "首页", "book/regions/a": "甲县", "book/regions/b": "乙<县", "book/data": "数据"}


@pytest.fixture
def app():
    """A book of four pages; `app.asked` are the addresses that its contents were made of."""
    parts = [("地区", ["book/regions/a", "book/regions/b"]), ("关于", ["book/data"])]
    toc = nodes.bullet_list()
    toc += [addnodes.toctree(caption=caption, entries=[(None, each) for each in names]) for caption, names in parts]
    titles = {name: nodes.title(text=title) for name, title in TITLES.items()}
    config = SimpleNamespace(root_doc="book/index", language="zh_CN")
    asked = []

    def relative(start, end):
        asked.append(end)
        return relative_uri(f"{start}.html", f"{end}.html")

    made = SimpleNamespace(get_relative_uri=relative, get_target_uri=lambda name: f"{name}.html")
    env = SimpleNamespace(tocs={"book/index": toc}, titles=titles, config=config)
    return SimpleNamespace(builder=made, env=env, config=config, asked=asked)


def test_the_contents_are_made_once_for_all_pages_of_a_folder(app):
    first = contents.book(app, "book/regions/a")
    asked = len(app.asked)
    second = contents.book(app, "book/regions/b")
    assert len(app.asked) == asked == 4
    assert '<a aria-current="page" href="#">甲县</a>' in first
    assert '<a aria-current="page" href="#">乙&lt;县</a>' in second


def test_the_headings_of_a_page_are_listed_and_its_title_is_not():
    def item(anchor, words, *below):
        reference = nodes.reference("", words, anchorname=anchor, refuri="a")
        return nodes.list_item("", addnodes.compact_paragraph("", "", reference), *below)

    whole = nodes.bullet_list("", item("", "题", nodes.bullet_list("", item("#x", "一 & 二"))))
    assert contents.page(whole) == '<ul><li><a href="#x">一 &amp; 二</a></li></ul>'
    assert contents.page(nodes.bullet_list("", item("", "题"))) == ""


def test_pages_that_were_read_are_not_held_in_memory():
    cache = builder.Nothing()
    cache["book/index"] = b"a page"
    assert not cache


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_contents_of_two_hundred_regions_are_shorter_than_those_of_forty(lang):
    def weight(count):
        names = [f"{regions.FOLDER}county-{number}" for number in range(count)]
        toc = nodes.bullet_list("", addnodes.toctree(caption="", entries=[(None, name) for name in names]))
        titles = {name: nodes.title(text="县") for name in names}
        config = SimpleNamespace(root_doc="book/index", language=lang)
        env = SimpleNamespace(tocs={"book/index": toc}, titles=titles, config=config)
        province = ("510000", {"zh": "四川省", "en": "Sichuan"})
        env.region_report_places = {
            name: places.Place(name, "510101", "county", {lang: "县"}, (province,)) for name in names
        }
        made = SimpleNamespace(
            get_relative_uri=lambda start, end: relative_uri(f"{start}.html", f"{end}.html"),
            get_target_uri=lambda name: f"{name}.html",
        )
        return len(contents.book(SimpleNamespace(builder=made, env=env, config=config), names[0]))

    assert weight(places.MOST) > 5 * weight(places.MOST + 1)
    assert weight(200) == weight(2000)
