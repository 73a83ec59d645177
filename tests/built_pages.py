"""Reads a built page as a reader does: its article, and the rows of its tables."""

from urllib.parse import unquote, urlsplit

from bs4 import BeautifulSoup


def parsed(path):
    return BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")


def article(path):
    return parsed(path).find("article")


def row(page, section, *start, numbers=True):
    """The cells of the only row of the section's last table whose first cell has these words, as text.

    numbers: whether the row must have a figure to sort by.
    """
    table = last_table(page, f"xingyuan-{section}")
    rows = [texts(each) for each in table.select("tbody tr") if not numbers or each.select("[data-v]")]
    found = [cells for cells in rows if cells[0].startswith(start[0]) and all(word in cells[0] for word in start)]
    assert len(found) == 1, [cells[0] for cells in rows]
    return found[0]


def last_table(page, label):
    """The last table of the section with this label; Sphinx puts it at the section or just inside it."""
    labelled = page.find(id=label)
    section = labelled if labelled.name == "section" else labelled.find_parent("section")
    return section.select("table")[-1]


def texts(row):
    """What stands in the cells of a row while no figure's card is open."""
    return [" ".join(_seen(cell)) for cell in row.select("th, td")]


def _seen(cell):
    return [words.strip() for words in cell.find_all(string=True) if words.strip() and not words.find_parent("dl")]


def broken_links(site):
    """Every address in the pages of a site that leads to no file of it, or to no place in one: (page, address)."""
    pages = {path.resolve(): parsed(path) for path in sorted(site.rglob("*.html"))}
    places = {path: {each["id"] for each in page.select("[id]")} | {""} for path, page in pages.items()}
    broken = set()
    for path, page in pages.items():
        for element in page.select("[href], [src]"):
            address = element.get("href") or element.get("src") or ""
            parts = urlsplit(address)
            if parts.scheme or parts.netloc:
                continue
            target = (path.parent / unquote(parts.path)).resolve() if parts.path else path
            if not target.is_file() or unquote(parts.fragment) not in places.get(target, {unquote(parts.fragment)}):
                broken.add((path.relative_to(site.resolve()).as_posix(), address))
    return sorted(broken)
