"""Sphinx's builder of HTML pages, without what grows with the square of the pages and what nobody sees.

What the theme of Jupyter Book prepares for its own frame is not on our pages: it is not prepared.
"""

import gc
import os
from pathlib import Path
from types import SimpleNamespace

import myst_nb.sphinx_
from docutils import nodes
from docutils.writers._html_base import HTMLTranslator
from sphinx.builders.html import StandaloneHTMLBuilder

# The theme's answers to `html-page-context`: buttons, lists and addresses of its own frame.
THEMES = ("pydata_sphinx_theme", "sphinx_book_theme")


def setup(app):
    """Our builder takes the name of Sphinx's: a plain `jupyter-book build .` uses it as well."""
    app.add_builder(PageBuilder, override=True)
    # The theme itself is loaded with the builder.
    app.connect("builder-inited", without_frame_of_theme)
    app.connect("builder-inited", without_copies)


class PageBuilder(StandaloneHTMLBuilder):
    """Writes the pages of an edition."""

    # Sphinx makes one index file for the whole book; it would grow with every region. `search` makes ours.
    search = False

    def handle_page(self, pagename, addctx, templatename="page.html", outfilename=None, event_arg=None):
        """Write a page; one that is made in every build keeps its file, and its time, where nothing has changed."""
        path = Path(outfilename or self.get_outfilename(pagename))
        in_every_build = event_arg is None or pagename == self.config.root_doc
        before = path.read_bytes() if in_every_build and path.exists() else None
        time = path.stat().st_mtime_ns if before is not None else 0
        super().handle_page(pagename, addctx, templatename, outfilename, event_arg)
        if before is not None and path.read_bytes() == before:
            os.utime(path, ns=(time, time))

    def render_partial(self, node):
        """The HTML of a title or of the contents of a page; the latter are `contents`' own."""
        if isinstance(node, nodes.bullet_list):
            return {"fragment": ""}
        if isinstance(node, nodes.title) and all(isinstance(child, nodes.Text) for child in node.children):
            # A whole run of docutils for a few words, five times a page, was a tenth of the writing.
            return {"title": node.astext().translate(HTMLTranslator.special_characters)}
        return super().render_partial(node)


class Nothing(dict):
    """A cache that keeps nothing: Sphinx would hold each page it has read, and again each it has resolved."""

    def __setitem__(self, key, value):
        """Let it go: the page lies on the disk."""


def without_frame_of_theme(app):
    """Take the theme off the pages' event."""
    name = "html-page-context"
    app.events.listeners[name] = [
        each for each in app.events.listeners[name] if each.handler.__module__.split(".")[0] not in THEMES
    ]


def without_copies(app):
    """No second copy of each notebook on the disk, no copies of pages in memory."""
    # A page is some ten thousand objects that refer to each other: looking for garbage every 700 was slow.
    gc.set_threshold(100_000, 20, 20)
    myst_nb.sphinx_.nbformat = SimpleNamespace(writes=lambda notebook: "")
    app.env._pickled_doctree_cache = Nothing()
    app.env._write_doc_doctree_cache = Nothing()
