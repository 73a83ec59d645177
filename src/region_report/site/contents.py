"""The two lists beside a page: the contents of the book, and those of the page itself.

The contents of the book are the same on all pages but for the addresses, which depend on the page's folder, and the
mark of the page: they are made once a folder. Sphinx would make them anew from the whole tree for each page.
"""

import posixpath
from html import escape

from docutils import nodes
from markupsafe import Markup
from sphinx import addnodes

from region_report.site import editions, places, regions

# Where the way to a region's page comes, in a book of many regions.
WAY = "<!-- way -->"
LINK = '<a href="{}">'
CAPTION = '<p class="caption" role="heading" aria-level="2"><span class="caption-text">{}</span></p>'
HERE = '<a aria-current="page" href="#">'


def setup(app):
    """Give both lists to every page."""
    app.connect("html-page-context", add_lists)


def add_lists(app, pagename, templatename, context, doctree):
    """Put `report_contents` and `report_on_this_page` into the context of a page."""
    context["report_contents"] = Markup(book(app, pagename))
    context["report_on_this_page"] = Markup(page(app.env.tocs.get(pagename)))


def book(app, pagename):
    """The contents of the book as seen from a page, with the page marked."""
    marked = frame(app, pagename).replace(LINK.format(_own(app, pagename)), HERE)
    return marked.replace(WAY, _way(app, pagename))


def frame(app, pagename):
    """The contents of the book as all pages of this page's folder have them, without a mark."""
    made = app.builder.__dict__.setdefault("report_contents", {})
    folder = posixpath.dirname(pagename)
    if folder not in made:
        made[folder] = _book(app, pagename)
    return made[folder]


def _book(app, pagename):
    start = editions.words(editions.language(app.config), "site.start")
    parts = [f"<ul>{_entry(app, pagename, app.config.root_doc, start)}</ul>"]
    for caption, names in chapters(app.env):
        parts.append(f"{CAPTION.format(escape(caption))}<ul>{_entries(app, pagename, names)}</ul>")
    return "\n".join(parts)


def _entries(app, pagename, names):
    if names and names[0].startswith(regions.FOLDER) and places.are_many(app.env):
        title = editions.words(editions.language(app.config), "site.regions.title")
        return _entry(app, pagename, places.ALL, title, WAY)
    return "".join(_entry(app, pagename, name, app.env.titles[name].astext()) for name in names)


def _way(app, pagename):
    """Below the entry of all regions: the province that the page is of, and of a region's page the region."""
    env = app.env
    here = f"<ul>{_here(env.titles[pagename].astext())}</ul>" if places.place(env, pagename) else ""
    province = places.province(env, pagename)
    if not province:
        return here
    code, names = province
    name = names[editions.language(app.config)]
    listed = places.PROVINCES + code
    return f"<ul>{_entry(app, pagename, listed, name, here) if here else _here(name)}</ul>"


def _here(words):
    return f"<li>{HERE}{escape(words)}</a></li>"


def _entry(app, pagename, name, words, below=""):
    address = app.builder.get_relative_uri(pagename, name) or _own(app, pagename)
    return f"<li>{LINK.format(address)}{escape(words)}</a>{below}</li>"


def _own(app, pagename):
    return posixpath.basename(app.builder.get_target_uri(pagename))


def chapters(env):
    """(caption, names of the pages) of each part of the book; pages below another one are not listed."""
    for toctree in env.tocs[env.config.root_doc].findall(addnodes.toctree):
        yield toctree["caption"] or "", [name for _, name in toctree["entries"] if name in env.titles]


def page(toc):
    """The headings of a page as a list of links; empty where there is none but its title."""
    if toc is None:
        return ""
    items = [item for item in toc.children if isinstance(item, nodes.list_item)]
    return _list(_below(items[0]) if len(items) == 1 else items)


def _below(item):
    return [each for below in item.children if isinstance(below, nodes.bullet_list) for each in below.children]


def _list(items):
    lines = "".join(_item(item) for item in items if isinstance(item, nodes.list_item))
    return f"<ul>{lines}</ul>" if lines else ""


def _item(item):
    reference = item.next_node(nodes.reference)
    anchor = escape(reference["anchorname"] or "#")
    return f'<li><a href="{anchor}">{escape(reference.astext())}</a>{_list(_below(item))}</li>'
