"""The site in a folder of a host, and unpacked from a zip: every link leads somewhere within it."""

import zipfile
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import unquote, urldefrag, urljoin, urlsplit
from urllib.request import urlopen

import pytest
from bs4 import BeautifulSoup

pytestmark = pytest.mark.browser
SOME = ("index.html", "zh/book/index.html", "en/book/comparison.html")


@pytest.fixture(scope="module")
def under(site, serve, tmp_path_factory):
    """The address of the site in the folder /a/b/ of a host."""
    root = tmp_path_factory.mktemp("host")
    (root / "a").mkdir()
    (root / "a" / "b").symlink_to(site.resolve())
    return f"{serve(root)}/a/b/"


@pytest.fixture(scope="module")
def unpacked(site, tmp_path_factory):
    """The address of the site zipped, and unpacked in another folder."""
    folder = tmp_path_factory.mktemp("zip with a space")
    root = site.resolve()
    with zipfile.ZipFile(folder / "site.zip", "w") as archive:
        for path in sorted(root.rglob("*")):
            archive.write(path, path.relative_to(root))
    with zipfile.ZipFile(folder / "site.zip") as archive:
        archive.extractall(folder / "site")
    return f"{(folder / 'site').as_uri()}/"


def test_in_a_folder_of_a_host_every_link_leads_somewhere_within_it(under):
    seen, broken = crawled(f"{under}index.html", under, fetched)
    assert broken == []
    assert len(seen) > 20


def test_unpacked_from_a_zip_every_link_leads_to_a_file_of_it(unpacked):
    seen, broken = crawled(f"{unpacked}index.html", unpacked, read)
    assert broken == []
    assert len(seen) > 20


@pytest.mark.parametrize("place", ["under", "unpacked"])
def test_pages_there_load_without_a_fault(open_page, request, place):
    base = request.getfixturevalue(place)
    for name in SOME:
        page, wrong = open_page(f"{base}{name}")
        page.wait_for_load_state("networkidle")
        assert wrong == [], name


def crawled(start, base, fetch):
    """The addresses reached from a page, and the broken ones as (page, link). Addresses of others are not followed."""
    waiting, seen, broken = [(start, start)], {}, []
    while waiting:
        page, address = waiting.pop()
        if address in seen:
            continue
        seen[address] = fetch(address)
        if seen[address] is None:
            broken.append((page, address))
        elif urlsplit(address).path.endswith(".html"):
            own = [link for link in links(seen[address], address) if urlsplit(link).scheme == urlsplit(base).scheme]
            own = [link for link in own if urlsplit(link).netloc == urlsplit(base).netloc]
            broken += [(address, link) for link in own if not link.startswith(base)]
            waiting += [(address, link) for link in own if link.startswith(base)]
    return seen, broken


def links(content, address):
    """Every address that a page names, absolute, without the place within it."""
    soup = BeautifulSoup(content, "html.parser")
    named = [each[name] for name in ("href", "src") for each in soup.find_all(attrs={name: True})]
    named += [part.split()[0] for each in soup.find_all(srcset=True) for part in each["srcset"].split(",")]
    return [urldefrag(urljoin(address, each)).url.split("?")[0] for each in named]


def fetched(address):
    """The content at an address; None where there is none."""
    try:
        with urlopen(address) as response:
            return response.read()
    except HTTPError:
        return None


def read(address):
    """The content of a file by its address; None where there is none."""
    path = Path(unquote(urlsplit(address).path))
    return path.read_bytes() if path.is_file() else None
