"""The recipes of docs/extend.md, carried out on a copy of the project: what they add stands on the pages."""

import re

import pytest
import recipes
import translator
from built_pages import article, parsed, texts
from copies import copy_project, keep_regions, run

from region_report import codelists

BOOK = ("book/extend.md", "book/extend.en.md")
# What a recipe builds on, beside the region whose figures it shows.
BUILDS_ON = {
    "An indicator": ["A unit"],
    "A metric": ["A unit", "An indicator"],
    "A language": ["A chapter"],
}
LOADED = """
from region_report import chapters, charts, metrics, observations, text
from region_report.errors import describe
assert metrics.REGISTRY and charts.CHARTS and chapters.chapters()
print(describe(text.check_locales()) + describe(observations.check()), end="")
"""


@pytest.fixture(scope="module")
def extended(tmp_path_factory):
    """A project to which every recipe was applied, without the other regions: they would only be more pages."""
    folder = keep_regions(copy_project(tmp_path_factory.mktemp("extended"), code=True))
    for blocks in recipes.recipes().values():
        recipes.apply(blocks, folder)
    return folder


@pytest.fixture(scope="module")
def refused(extended):
    """What is told to who builds the new edition before all of it is translated."""
    result = run(extended, "region-report", "build", "--lang", "eo", LC_ALL="C")
    assert (result.returncode, (extended / "_build" / "site").exists()) == (2, False)
    return result.stderr


@pytest.fixture(scope="module")
def site(extended, refused):
    """The site of the project, in three languages."""
    translator.translate(extended)
    result = run(extended, "region-report", "build")
    assert result.returncode == 0, result.stderr
    return extended / "_build" / "site"


def page(site, name, lang="en"):
    """The article of a page of the book."""
    return article(site / lang / "book" / f"{name}.html")


def rows(found, *words):
    """The rows of a page's tables in whose first cell these words stand, as text."""
    cells = [texts(row) for row in found.select("tbody tr")]
    return [each for each in cells if all(word in each[0] for word in words)]


def test_the_doc_names_the_file_of_every_block_before_it():
    for title, blocks in recipes.recipes().items():
        told = ""
        for block in blocks:
            told += block.before
            assert block.file in told, f"{title}: {block.file}"


@pytest.mark.parametrize("title", [title for title in recipes.recipes() if title != "A region"])
def test_a_recipe_alone_leaves_a_project_that_loads(tmp_path, title):
    folder, found = copy_project(tmp_path, code=True), recipes.recipes()
    for each in ("A region", *BUILDS_ON.get(title, []), title):
        recipes.apply(found[each], folder)
    result = run(folder, "python", "-c", LOADED)
    assert (result.returncode, result.stdout) == (0, ""), result.stdout + result.stderr


@pytest.mark.parametrize("name", BOOK)
def test_what_the_book_shows_of_a_recipe_is_what_the_doc_has(name):
    known = {(block.file, block.text) for blocks in recipes.recipes().values() for block in blocks}
    shown = [block for blocks in recipes.recipes(name).values() for block in blocks]
    assert shown
    assert [block.file for block in shown if (block.file, block.text) not in known] == []


def test_the_book_and_the_doc_list_the_same_places():
    doc, *book = [re.findall(r"(?m)^\| .+ \| (.+) \|$", text(name))[1:] for name in (recipes.DOC, *BOOK)]
    places = [[re.findall(r"`[^`]+`", cell) for cell in cells] for cells in (doc, *book)]
    assert places[0] == places[1] == places[2]


@pytest.mark.parametrize(("lang", "name"), [("zh", "示例市"), ("en", "Example City")])
def test_a_region_has_its_page_and_its_place_in_the_coverage(site, lang, name):
    assert page(site, "regions/example", lang).h1.get_text().startswith(name)
    assert name in page(site, "coverage", lang).get_text()


@pytest.mark.parametrize(
    ("lang", "name", "reading"), [("zh", "热线接听次数", "5,120次"), ("en", "Hotline calls answered", "5,120 calls")]
)
def test_an_indicator_stands_in_its_unit_on_the_region_s_page_and_on_its_own(site, lang, name, reading):
    reported, evidence = rows(page(site, "regions/example", lang), name, "2024")
    assert reported[1].startswith(reading)
    assert evidence[1] == "5120次"
    assert page(site, "indicators/hotline_calls", lang).h1.get_text().startswith(name)


def test_a_status_stands_at_its_figure_and_is_explained(site):
    (row,) = rows(page(site, "limits"), "preliminary")
    assert row[1].startswith("The source calls the figure preliminary")
    figure = rows(page(site, "regions/example"), "Group sessions", "actual")[-1]
    assert figure[-1].endswith("preliminary; The bulletin calls it preliminary.")


# 5,120 calls for 640 cases are 8 for each.
def test_a_metric_stands_in_its_section_in_the_comparison_on_its_indicators_and_in_the_methods(site):
    name = "Hotline calls per case"
    services = page(site, "regions/example").find(id="example-services").find_parent("section")
    assert [row[1].split()[0] for row in rows(services, name, "2024")] == ["8.00"]
    assert rows(page(site, "comparison"), name, "2024")[-1][1].startswith("8.00 calls per case")
    assert len(rows(page(site, "indicators/hotline_calls"), name)) == 1
    assert "Hotline calls answered ÷ Cases" in rows(page(site, "methods"), name)[0][2]


@pytest.mark.parametrize(
    ("lang", "title"), [("zh", "志愿者与志愿服务组织"), ("en", "Volunteers and their organisations")]
)
def test_a_chart_is_drawn_where_its_notebook_calls_it(site, lang, title):
    (figure,) = page(site, "comparison", lang).select("figure[data-kind=volunteer_counts]")
    assert figure.img["alt"].startswith(title)
    assert figure.find_parent("section").h2.get_text().startswith({"zh": "比率", "en": "Ratios"}[lang])


# 24,000 volunteers of 96 organisations are 250 for each.
def test_a_chapter_and_a_page_have_their_prose_and_their_place_in_the_contents(site):
    chapter = page(site, "volunteering")
    assert "How many volunteers there are" in chapter.get_text()
    assert rows(chapter, "Volunteers per volunteer organisation", "2024")[0][1].startswith("250 people")
    assert page(site, "thanks", "zh").h1.get_text().startswith("致谢")
    listed = [link.get("href") for link in parsed(site / "en" / "book" / "index.html").select("nav a")]
    assert listed.index("volunteering.html") == listed.index("coverage.html") + 1
    assert listed.index("thanks.html") == listed.index("cite.html") + 1


@pytest.mark.parametrize(
    "told",
    [
        "line 1, name_eo: the column is missing or empty where name_en is not. Lines: 2–",
        "1 problem in notebooks/coverage.ipynb\n  no cell tagged lang-eo stands beside: coverage-04, coverage-08.",
        "metrics.of: is not translated for: certified_social_workers_per_10k.name, ",
        "these entries are missing or empty: parents.000001.name_eo, sources.bulletin.title_eo,",
    ],
)
def test_an_edition_is_refused_with_all_that_it_lacks(refused, told):
    assert told in refused


def test_a_language_has_an_edition_to_which_the_others_lead(site):
    first = parsed(site / "eo" / "book" / "index.html")
    assert first.html["lang"] == "eo"
    leads = {(link["hreflang"], link["href"]) for link in first.select("a[hreflang]")}
    assert leads == {("zh-Hans", "../../zh/book/index.html"), ("en", "../../en/book/index.html")}
    assert parsed(site / "index.html").select_one("a[hreflang=eo]")["href"] == "eo/book/index.html"
    assert page(site, "volunteering", "eo").h1.get_text().startswith("Volontulado")
    assert page(site, "thanks", "eo").h1.get_text().startswith("eo-Thanks")


def test_a_page_in_a_language_has_its_names_from_the_data_and_its_words_from_the_locale(site):
    example = page(site, "regions/example", "eo")
    assert example.h1.get_text().startswith("Ekzempla Urbo")
    assert rows(example, "eo-Hotline calls answered")[0][1].startswith("5,120 eo-calls")
    assert rows(example, "Telefonvokoj por unu kazo", "2024")[0][1].startswith("8.00 vokoj por kazo")
    assert rows(page(site, "limits", "eo"), "eo-preliminary")[0][1].startswith("eo-The source calls")


def test_no_name_of_the_data_is_in_another_language_on_a_page(site):
    lists, marked = codelists.load(), 0
    names = {*lists.indicators["name_en"], *lists.statuses["name_en"], *lists.grades["name_en"]}
    for name in ("regions/example", "coverage", "comparison", "indicators", "limits", "methods"):
        found = page(site, name, "eo")
        # What quotes another language says so.
        shown = [words.strip() for words in found.strings if words.find_parent(lang=True)["lang"] == "eo"]
        assert [words for words in shown if words in names] == [], name
        marked += sum(words.removeprefix(translator.MARK) in names for words in shown)
    assert marked > 100


def text(name):
    """A file of the project."""
    return (recipes.project_root() / name).read_text("utf-8")
