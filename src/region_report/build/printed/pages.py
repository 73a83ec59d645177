"""A built page as a chapter of a document: its text alone, its places unique, its links leading somewhere."""

from dataclasses import dataclass
from pathlib import PurePosixPath
from posixpath import normpath

from bs4 import BeautifulSoup

from region_report.build.printed import notes

# What only a screen has a use for.
SCREEN_ONLY = (
    "script, template, button, input, select, form, dialog, .headerlink, [hidden], .screen-only, .report-pairs__choice"
)
# From here on a table has so many columns that it needs the length of the sheet.
WIDE = 9


@dataclass(frozen=True)
class Chapter:
    """A page in a document: name, heading, the headings of its sections as (place, words), markup, how to cite it."""

    name: str
    heading: str
    sections: tuple
    markup: str
    citation: str


def chapter(html, name, names, *, site=""):
    """The page `name` as a chapter of the document that has the pages `names`.

    site: where this edition's pages will stand on the web, with a slash at the end. Links to what is not in the
    document lead there; without it they become their words.
    """
    page = BeautifulSoup(html, "html.parser")
    article, citation = page.find("article"), page.select_one(".report-cite pre")
    for element in article.select(SCREEN_ONLY):
        element.decompose()
    for chart in article.select("figure.report-chart"):
        kept = [*chart.select(".report-chart__light img"), *chart.select("figcaption")]
        chart.clear()
        chart.extend(kept)
    for element in article.select("[id]"):
        element["id"] = anchor(name, element["id"])
    for link in article.select("a[href]"):
        _resolve(link, name, names, site)
    for image in article.select("img[src]"):
        image["src"] = _from_root(image["src"], name)
    for table in article.select("table"):
        _mark_wide(table)
    notes.number(article, anchor(name))
    sections = tuple(_sections(article, name))
    return Chapter(name, _words(article.h1), sections, article.decode_contents(), citation.get_text(strip=True))


def anchor(name, place=""):
    """The name of a place, unique in a document of several pages."""
    return name.replace("/", "-") + (f"--{place}" if place else "")


def _resolve(link, name, names, site):
    """A link to a page of the document leads to its place there, any other to the web, or nowhere."""
    address = link["href"]
    if ":" in address.split("/")[0]:
        return
    path, _, place = address.partition("#")
    target = _from_root(path, name) if path else f"{name}.html"
    if target.removesuffix(".html") in names:
        link["href"] = f"#{anchor(target.removesuffix('.html'), place)}"
    elif site:
        link["href"] = _on_the_web(site, target) + (f"#{place}" if place else "")
    else:
        link.unwrap()


def _on_the_web(site, target):
    """The address of a file as seen from the edition's folder: `../data/x.csv` lies beside it."""
    scheme, _, rest = site.partition("://")
    return f"{scheme}://{normpath(rest + target)}"


def _from_root(address, name):
    return normpath((PurePosixPath(name).parent / address).as_posix())


def _mark_wide(table):
    if len(table.find("tr").find_all(["th", "td"])) >= WIDE:
        table["class"] = [*table.get("class", []), "wide"]


def _sections(article, name):
    """Place and words of each section's heading; a heading without a place gets one."""
    for number, heading in enumerate(article.select("h2"), 1):
        heading["id"] = heading.get("id") or anchor(name, f"section-{number}")
        yield heading["id"], _words(heading)


def _words(heading):
    return heading.get_text(" ", strip=True)
