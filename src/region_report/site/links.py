"""Links from pages to the data files, which lie outside the book, and from tables to other pages.

`../../data/observations.csv` and `../book/indicators/cases.html`: pages and notebooks write the address as a reader of
the published site would, up and then down; here it is made to fit the page's depth.
"""

import re

from docutils import nodes
from sphinx import addnodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from region_report.site import editions, places

DATA = re.compile(r"(?:\.\./)+data/(?P<file>[\w./-]+\.(?:csv|json|xlsx|zip))")

# A table is HTML in its notebook, written without knowing where it will be shown.
PAGE = re.compile(r"""<a href="(?:\.\./)+(?P<page>book/[\w./-]+)\.html">(?P<words>.*?)</a>""", re.DOTALL)


def setup(app):
    """Resolve them before MyST looks for a page of that name."""
    app.add_post_transform(DataLinks)
    app.add_post_transform(PageLinks)
    app.add_post_transform(PlaceLinks)


class DataLinks(SphinxPostTransform):
    """Turns references to data files into plain links that fit the page's depth."""

    default_priority = 5

    def run(self, **kwargs):
        """Replace every reference to a data file in the document."""
        # What a notebook's cell printed is plain Markdown: its links come as they are.
        for reference in self.document.findall(nodes.reference):
            if found := DATA.fullmatch(reference.get("refuri", "")):
                reference["refuri"] = self._uri(found["file"])
        for reference in list(self.document.findall(addnodes.pending_xref)):
            if found := DATA.fullmatch(reference.get("reftarget", "")):
                uri = self._uri(found["file"])
                reference.replace_self(nodes.reference("", "", *reference.children, internal=False, refuri=uri))

    def _uri(self, file):
        depth = self.app.builder.get_target_uri(self.env.docname).count("/")
        return "../" * depth + f"{self.config.region_report_data}/{file}"


class PageLinks(SphinxPostTransform):
    """Makes the links of tables lead from this page to that one; words whose page this book lacks stay words."""

    default_priority = 6

    def run(self, **kwargs):
        """Rewrite every such link in the HTML that cells have left."""
        for raw in self.document.findall(nodes.raw):
            if PAGE.search(found := raw.astext()):
                raw[:] = [nodes.Text(PAGE.sub(self._fitting, found))]

    def _fitting(self, link):
        if link["page"] not in self.env.found_docs and not _lists_regions(self.env, link["page"]):
            return link["words"]
        address = self.app.builder.get_relative_uri(self.env.docname, link["page"])
        return f'<a href="{address}">{link["words"]}</a>'


class PlaceLinks(SphinxPostTransform):
    """Makes the place of a region, said in words, lead to the pages that list the regions of its parts."""

    default_priority = 7

    def run(self, **kwargs):
        """Link the first place where the page says it; a book of few regions has no such pages."""
        place = places.place(self.env, self.env.docname)
        if place is None or not place.province or not places.are_many(self.env):
            return
        lang = editions.language(self.config)
        trail = " › ".join([*(names[lang] for _, names in place.parents), place.names[lang]])
        said = next((node for node in self.document.findall(nodes.Text) if trail in node), None)
        if said is not None:
            before, _, after = said.partition(trail)
            said.parent.replace(said, [nodes.Text(before), *self._linked(place, lang), nodes.Text(after)])

    def _linked(self, place, lang):
        page = self.app.builder.get_relative_uri(self.env.docname, places.PROVINCES + place.province[0])
        for depth, (code, names) in enumerate(place.parents):
            uri = f"{page}#c{code}" if depth else page
            yield nodes.reference("", names[lang], internal=True, refuri=uri)
            yield nodes.Text(" › ")
        yield nodes.Text(place.names[lang])


def _lists_regions(env, page):
    """Whether it is one of the pages that list regions, which are made after all others have been read."""
    return (page == places.ALL or page.startswith(places.PROVINCES)) and page in places.pages(env)
