"""What search engines read of a published site: the list of its pages, and where that list lies."""

from html import escape

from region_report.site.editions import HREFLANG

# A page that finds things, and those that only lead on to another one.
UNLISTED = ("search.html", "index.html", "genindex.html")


def write(folder, langs, root):
    """Write `sitemap.xml` and `robots.txt` into the site in `folder`.

    root: the address of the site. A sitemap holds absolute addresses only, so a site without one gets neither.
    """
    if not root:
        return
    (folder / "sitemap.xml").write_text(sitemap(folder, langs, root), encoding="utf-8")
    (folder / "robots.txt").write_text(f"User-agent: *\nAllow: /\n\nSitemap: {root}/sitemap.xml\n", encoding="utf-8")


def sitemap(folder, langs, root):
    """Every page of every edition with its other languages; no dates, as the same site has the same bytes."""
    pages = [path.relative_to(folder / langs[0]).as_posix() for path in sorted((folder / langs[0]).rglob("*.html"))]
    pages = [page for page in pages if page not in UNLISTED]
    entries = [_entry(f"{root}/", _landing(langs, root))]
    for page in pages:
        alternates = _landing(langs, root) if page == "book/index.html" else _alternates(page, langs, root)
        entries += [_entry(f"{root}/{lang}/{page}", alternates) for lang in langs]
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'
        f"{''.join(entries)}</urlset>\n"
    )


def _landing(langs, root):
    return {**_alternates("book/index.html", langs, root), "x-default": f"{root}/"}


def _alternates(page, langs, root):
    found = {HREFLANG[lang]: f"{root}/{lang}/{page}" for lang in langs}
    return {**found, "x-default": f"{root}/{langs[0]}/{page}"}


def _entry(address, alternates):
    links = "".join(
        f'<xhtml:link rel="alternate" hreflang="{lang}" href="{escape(href)}"/>' for lang, href in alternates.items()
    )
    return f"<url><loc>{escape(address)}</loc>{links}</url>\n"
