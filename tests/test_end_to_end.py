"""A book of two invented regions, built as a user builds it, and read as a reader reads it: from its HTML."""

import csv
import json

import frictionless
import pytest
from built_pages import article, broken_links, last_table, parsed, row, texts
from copies import copy_project, run

INVENTED = "tests/data/invented"


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    """A project whose only data are the invented ones, with both editions built; every warning is an error."""
    folder = copy_project(tmp_path_factory.mktemp("book"), data=INVENTED)
    result = run(folder, "region-report", "build")
    assert result.returncode == 0, result.stderr
    return folder


@pytest.fixture(scope="module")
def site(project):
    return project / "_build" / "site"


@pytest.fixture(scope="module")
def pages(site):
    """The page of Xingyuan in each edition, parsed: its article alone."""
    return {lang: article(site / lang / "book" / "regions" / "xingyuan.html") for lang in ("zh", "en")}


@pytest.mark.parametrize(
    ("lang", "figure", "expected"),
    [
        ("zh", ("培育的志愿者", "实际值"), ("1.2万名", "1.2万人", "区间1.15万～1.25万", "353–357")),
        ("en", ("Volunteers developed", "actual"), ("1.2万名", "12,000 people", "interval 11,500–12,500", "353–357")),
        ("zh", ("养老机构护理型床位占比", "目标值"), ("不低于55%", "55%以上", "区间55～100", "137–142")),
        ("en", ("Nursing-care beds", "target"), ("不低于55%", "at least 55%", "interval 55–100", "137–142")),
    ],
)
def test_a_figure_stands_on_its_page_as_printed_with_its_reading_its_interval_and_its_place(
    pages, lang, figure, expected
):
    printed, reading, interval, place = expected
    cells = row(pages[lang], "evidence", *figure)
    assert cells[1] == printed
    assert cells[2] == f"{reading} {interval}"
    assert place in cells[3]


# 1,930 people of the yearbook to 1,980 of the brief, for 1.2145 to 1.2155 million residents, in ten thousands:
# 1930 / 121.55 = 15.88; 1980 / 121.45 = 16.30; between them lies 1955 / 121.5 = 16.09, of which 16.1 is certain.
@pytest.mark.parametrize(
    ("lang", "metric", "expected"),
    [
        ("zh", "每万人持证社会工作者", ("16.1", "15.88～16.30")),
        ("en", "Certified social workers per 10,000 residents", ("16.1", "15.88–16.30")),
    ],
)
def test_a_density_stands_on_its_page_with_its_interval_and_its_inputs_as_printed(pages, lang, metric, expected):
    value, interval = expected
    cells = row(pages[lang], "workforce", metric, numbers=False)
    assert cells[1].startswith(value)
    assert cells[1].endswith(interval)
    assert all(printed in cells[2] for printed in ("1930人", "1980人", "121.5万人"))


# From 1,200 to 3,000 in five years: 2.5 ** (1 / 5) = 1.2011, and 1,800 / 5 = 360 a year.
@pytest.mark.parametrize(
    ("lang", "words"),
    [("zh", ("1,200人", "3,000人", "20.1%", "360人")), ("en", ("1,200", "3,000", "20.1%", "360"))],
)
def test_the_growth_that_the_target_requires_is_told_in_a_sentence(pages, lang, words):
    sentences = [each.get_text(" ", strip=True) for each in pages[lang].select("ul li") if "20.1%" in each.get_text()]
    assert len(sentences) == 1
    assert [word for word in words if word not in sentences[0]] == []


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_row_of_the_data_is_on_its_region_s_page(site, lang):
    missing = []
    for observation in observations(site):
        page = article(site / lang / "book" / "regions" / f"{observation['region']}.html")
        table = last_table(page, f"{observation['region']}-evidence")
        name = observation[f"indicator_{lang}"]
        same = [cells for cells in map(texts, table.select("tbody tr")) if cells[0].startswith(name)]
        if not any(cells[1] == (observation["printed"] or "—") for cells in same):
            missing.append(f"{name}: {observation['printed']}")
    assert missing == []


def test_the_downloads_hold_the_same_figures_with_unit_bound_and_interval(site):
    found = {(each["indicator"], each["measure"], each["source"]): each for each in observations(site)}
    parts = ("printed", "value", "lower", "upper", "bound", "unit", "place")
    assert [found["volunteers", "actual", "document"][part] for part in parts] == [
        "1.2万名", "12000", "11500", "12500", "exact", "person", "352-357",
    ]  # fmt: skip
    assert [found["nursing_bed_share", "target", "document"][part] for part in parts] == [
        "不低于55%", "55", "55", "100", "at_least", "percent", "136-142",
    ]  # fmt: skip
    with (site / "data" / "metrics.csv").open(encoding="utf-8-sig") as file:
        metrics = {(each["region"], each["indicator"]): each for each in csv.DictReader(file)}
    density = metrics["xingyuan", "certified_social_workers_per_10k"]
    # As exact as the arithmetic is; only pages round.
    assert float(density["lower"]) == pytest.approx(1930 / 121.55, rel=1e-9)
    assert float(density["upper"]) == pytest.approx(1980 / 121.45, rel=1e-9)
    assert density["unit"] == "people per 10,000 residents"


def test_the_data_package_of_the_site_is_valid(site):
    report = frictionless.validate(str(site / "data" / "datapackage.json"))
    assert report.valid, report.flatten(["fieldName", "note"])


def test_the_first_page_leads_to_both_editions_and_both_have_a_page_for_each_region(site):
    links = [link["href"] for link in parsed(site / "index.html").select("a.enter")]
    assert links == ["zh/book/index.html", "en/book/index.html"]
    for lang in ("zh", "en"):
        assert (site / lang / "book" / "index.html").is_file()
        names = {path.stem for path in (site / lang / "book" / "regions").glob("*.html")}
        assert names == {"xingyuan", "yuepu"}


def test_every_link_within_the_site_leads_to_a_file_and_a_place_in_it(site):
    assert broken_links(site) == []


def test_a_link_to_a_file_or_a_place_that_is_not_there_is_found(tmp_path):
    (tmp_path / "a.html").write_text('<a href="b.csv">1</a><a href="#no">2</a><a href="#yes" id="yes">3</a>', "utf-8")
    assert broken_links(tmp_path) == [("a.html", "#no"), ("a.html", "b.csv")]


def test_each_reported_indicator_has_its_page_to_which_the_figures_of_a_region_lead(site):
    listed = json.loads((site / "data" / "index.json").read_text(encoding="utf-8"))
    reported = {each["id"] for each in listed["indicators"] if each["figures"]}
    for lang in ("zh", "en"):
        assert {path.stem for path in (site / lang / "book" / "indicators").glob("*.html")} == reported
        page = site / lang / "book" / "regions" / "xingyuan.html"
        table = last_table(article(page), "xingyuan-evidence")
        assert {link["href"] for link in table.select("tbody th a")} == {
            f"../indicators/{each['indicator']}.html" for each in observations(site) if each["region"] == "xingyuan"
        }


def test_every_page_and_file_of_the_index_is_in_the_site(site):
    listed = json.loads((site / "data" / "index.json").read_text(encoding="utf-8"))
    entries = [listed, *listed["regions"], *[each for each in listed["indicators"] if each["figures"]]]
    pages = [page for entry in entries for page in entry["pages"].values()]
    assert len(pages) == 2 * len(entries)
    files = [file["path"] for entry in entries for file in entry["files"].values()]
    assert [name for name in pages + files if not (site / "data" / name).resolve().is_file()] == []


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_page_has_a_title_and_a_description_of_its_own(site, lang):
    heads = [parsed(path) for path in sorted((site / lang).rglob("*.html")) if path.parent != site / lang]
    for found in (
        [head.title.get_text() for head in heads],
        [head.find("meta", {"name": "description"})["content"] for head in heads],
    ):
        assert len(set(found)) == len(found) > 10
        assert min(map(len, found)) >= 10


def test_every_file_that_a_page_describes_as_its_data_is_in_the_site(site):
    for page in (site / "zh" / "book" / "index.html", site / "en" / "book" / "regions" / "yuepu.html"):
        described = json.loads(parsed(page).find("script", type="application/ld+json").string)
        dataset = described.get("@graph", [described])[-1]
        files = [page.parent / each["contentUrl"] for each in dataset["distribution"]]
        assert files
        assert [file for file in files if not file.resolve().is_file()] == []


def test_data_without_an_earlier_release_say_that_none_is_on_file(site):
    # The copied project takes the invented data for its own, so it is their first release.
    assert "是首次发布" in article(site / "zh" / "book" / "changes.html").get_text()


def test_a_second_clean_build_in_another_folder_is_byte_identical(project, tmp_path):
    other = tmp_path / "a folder with another name"
    other.mkdir()
    copy_project(other, data=INVENTED)
    # Neither the clock's zone nor the languages of the machine may show.
    result = run(other, "region-report", "build", TZ="Asia/Shanghai", LC_ALL="C")
    assert result.returncode == 0, result.stderr
    first, second = (files((folder / "_build" / "site").resolve()) for folder in (project, other))
    assert first.keys() == second.keys()
    assert [name for name in first if first[name] != second[name]] == []
    # The release is named by its content.
    names = {(folder / "_build" / "site").resolve().name for folder in (project, other)}
    assert len(names) == 1


def observations(site):
    with (site / "data" / "observations.csv").open(encoding="utf-8-sig") as file:
        return list(csv.DictReader(file))


def files(folder):
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
