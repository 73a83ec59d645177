from types import SimpleNamespace

import pytest
import yaml
from bs4 import BeautifulSoup

from region_report import text
from region_report.build import printed
from region_report.build.printed import document, pages
from region_report.errors import BuildError

CITED = '<details class="report-cite"><pre>Who. What.</pre></details>'
NAMES = {"book/regions/x", "book/cite"}


def chapter(body, **options):
    """The article of a made-up region's page as a chapter, its markup parsed."""
    made = pages.chapter(f"<article><h1>X</h1>{body}</article>{CITED}", "book/regions/x", NAMES, **options)
    return SimpleNamespace(made=made, soup=BeautifulSoup(made.markup, "html.parser"))


def origin(shown, words):
    return (
        f'<details class="report-origin"><summary>{shown}</summary><dl><dt>Source</dt><dd>{words}</dd></dl></details>'
    )


def test_what_only_a_screen_has_a_use_for_is_left_out():
    screen = '<a class="headerlink">#</a><script>1</script><button>b</button><select><option>o</option></select>'
    assert chapter(f"{screen}<p>Text</p><p hidden>h</p>").soup.get_text() == "XText"


def test_the_choice_of_two_regions_is_left_out_and_its_tables_stay():
    choice = '<div class="report-pairs__choice"><label><span>First</span></label><output>2</output></div>'
    assert chapter(f"{choice}<p>Text</p>").soup.get_text() == "XText"


def test_a_chart_is_its_light_picture_and_its_caption():
    chart = (
        '<figure class="report-chart"><div><picture class="report-chart__light"><source srcset="n.svg"/>'
        '<img alt="A" src="../../_static/charts/a.svg"/></picture>'
        '<picture class="report-chart__dark"><img alt="A" src="../../_static/charts/b.svg"/></picture></div>'
        "<figcaption>Source: B</figcaption><details><summary>Numbers</summary><table></table></details></figure>"
    )
    assert str(chapter(chart).soup.figure) == (
        '<figure class="report-chart"><img alt="A" src="_static/charts/a.svg"/>'
        "<figcaption>Source: B</figcaption></figure>"
    )


def test_links_to_pages_of_the_document_lead_to_their_places_in_it():
    soup = chapter('<p id="a"><a href="../cite.html#b">1</a><a href="../cite.html">2</a><a href="#a">3</a></p>').soup
    assert [link["href"] for link in soup.select("a")] == ["#book-cite--b", "#book-cite", "#book-regions-x--a"]
    assert soup.p["id"] == "book-regions-x--a"


@pytest.mark.parametrize(
    ("address", "found"),
    [
        ("../other.html#b", "https://a.org/r/zh/book/other.html#b"),
        ("../../../data/x.csv", "https://a.org/r/data/x.csv"),
        ("https://b.org/c", "https://b.org/c"),
    ],
)
def test_other_links_lead_to_the_published_site(address, found):
    soup = chapter(f'<p><a href="{address}">words</a></p>', site="https://a.org/r/zh/").soup
    assert soup.a["href"] == found


def test_links_to_what_is_not_in_the_document_are_words_where_the_site_has_no_address():
    body = (
        '<p><a href="../other.html">one</a> <a href="../../../data/x.csv">two</a> <a href="https://b.org">three</a></p>'
    )
    assert str(chapter(body).soup.p) == '<p>one two <a href="https://b.org">three</a></p>'


def test_equal_origins_share_a_note_and_the_figures_stay_in_their_place():
    body = f"<p>{origin('5万', 'Plan')} {origin('308个', 'Bulletin')} {origin('50,000', 'Plan')}</p>"
    with text.edition("zh"):
        soup = chapter(body).soup
    assert soup.p.get_text() == "5万注1 308个注2 50,000注1"
    assert [each.dl.get_text() for each in soup.select(".notes li")] == ["SourcePlan", "SourceBulletin"]
    assert soup.select(".report-origin") == []


def test_a_number_leads_to_its_note_and_the_note_back_to_the_first_figure():
    soup = chapter(f"<p>{origin('5', 'Plan')} {origin('6', 'Plan')}</p>").soup
    first, second = soup.select(".note a")
    note = soup.select_one(".notes li")
    assert first["href"] == second["href"] == f"#{note['id']}"
    assert note.select_one(".back")["href"] == f"#{first['id']}"
    assert not second.has_attr("id")


def test_a_page_without_origins_has_no_notes():
    assert chapter("<p>Text</p>").soup.select(".notes") == []


def test_only_a_table_of_many_columns_takes_the_length_of_the_sheet():
    tables = "".join(f"<table><tr>{'<td>1</td>' * columns}</tr></table>" for columns in (pages.WIDE - 1, pages.WIDE))
    assert [table.get("class") for table in chapter(tables).soup.select("table")] == [None, ["wide"]]


def test_the_sections_of_a_chapter_have_places_and_words():
    made = chapter('<h2 id="a">One <a class="headerlink">#</a></h2><h2>Two</h2>').made
    assert made.heading == "X"
    assert made.sections == (("book-regions-x--a", "One"), ("book-regions-x--section-2", "Two"))


@pytest.fixture
def edition(tmp_path):
    """A staged and built English edition: two regions, a page across them, and a page of an indicator."""
    names = ["book/index", "book/regions/a", "book/regions/b", "book/comparison", "book/indicators/i"]
    for name in names:
        path = tmp_path / "_build" / "html" / f"{name}.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(
            f'<article><h1>{name}</h1><h2 id="s">Section</h2><a href="#s">there</a></article>{CITED}', "utf-8"
        )
    across = {"file": names[3], "sections": [{"file": name} for name in names[4:]]}
    toc = [
        {"caption": "Part 0", "chapters": [{"file": name} for name in names[1:3]]},
        {"caption": "Part 1", "chapters": [across]},
    ]
    (tmp_path / "_toc.yml").write_text(yaml.safe_dump({"root": names[0], "parts": toc}), "utf-8")
    (tmp_path / "_config.yml").write_text("sphinx: {config: {}}", "utf-8")
    return tmp_path


def test_each_region_has_a_document_and_the_whole_has_all_pages_but_those_of_single_indicators(edition):
    found = document.documents(edition, "en")
    assert list(found) == ["pdf/region-report-en.pdf", "pdf/en/a.pdf", "pdf/en/b.pdf"]
    assert found["pdf/en/b.pdf"] == [("", ["book/regions/b"])]
    assert [names for _, names in found["pdf/region-report-en.pdf"]] == [
        ["book/index"], ["book/regions/a", "book/regions/b"], ["book/comparison"]
    ]  # fmt: skip


def test_with_very_many_regions_the_whole_report_is_what_lies_across_them(edition, monkeypatch):
    monkeypatch.setattr(document, "MOST_REGIONS", 1)
    found = document.documents(edition, "en")
    assert [names for _, names in found["pdf/region-report-en.pdf"]] == [["book/index"], ["book/comparison"]]
    assert len(found) == 3


def test_the_whole_report_has_its_contents_by_part_chapter_and_section(edition):
    html = document.html(edition, "en", document.documents(edition, "en")["pdf/region-report-en.pdf"])
    soup = BeautifulSoup(html, "html.parser")
    assert [each.get_text() for each in soup.select(".contents .part")] == ["Part 0", "Part 1"]
    places = [link["href"] for link in soup.select(".contents a")]
    assert places[:4] == ["#book-index", "#book-index--s", "#book-regions-a", "#book-regions-a--s"]
    assert [place for place in places if not soup.find(id=place[1:])] == []
    assert soup.title.get_text() == "Social work and civil affairs, region by region"


def test_a_chapter_says_on_its_cover_what_it_is_part_of_and_how_to_cite_it(edition):
    html = document.html(edition, "en", [("", ["book/regions/a"])])
    cover = BeautifulSoup(html, "html.parser").select_one(".cover")
    assert cover.h1.get_text() == "book/regions/a"
    assert cover.select_one(".report").get_text() == "Social work and civil affairs, region by region"
    assert "Who. What." in cover.get_text()


def test_links_lead_to_the_site_where_the_settings_say_where_it_stands(edition):
    page = edition / "_build" / "html" / "book" / "regions" / "a.html"
    page.write_text(f'<article><h1>A</h1><a href="../comparison.html">c</a></article>{CITED}', "utf-8")
    (edition / "_config.yml").write_text("sphinx: {config: {region_report_site_url: https://a.org/r}}", "utf-8")
    html = document.html(edition, "en", [("", ["book/regions/a"])])
    assert 'href="https://a.org/r/en/book/comparison.html"' in html


def test_a_machine_without_pango_is_told_what_to_install(monkeypatch):
    def without(name):
        raise OSError(f"cannot load the libraries of {name}")

    monkeypatch.setattr(printed, "import_module", without)
    with pytest.raises(BuildError) as error:
        printed.check()
    assert str(error.value) == (
        "The PDF needs Pango, which is not installed. On Debian or Ubuntu: "
        "apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"
    )


def test_a_machine_without_the_library_that_cuts_fonts_is_told_so_before_anything_is_built(monkeypatch):
    monkeypatch.setattr(printed, "import_module", lambda name: SimpleNamespace(harfbuzz_subset=None))
    with pytest.raises(BuildError) as error:
        printed.check()
    assert str(error.value).startswith("The PDF needs HarfBuzz's subset library, which is not installed.")
