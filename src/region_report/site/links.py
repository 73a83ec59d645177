"""Links from pages to the data files, which lie outside the book: `../../data/observations.csv`."""

import re

from docutils import nodes
from sphinx import addnodes
from sphinx.transforms.post_transforms import SphinxPostTransform

# Pages and notebooks write the address as a reader of the published site would: up to the site, then down.
DATA = re.compile(r"(?:\.\./)+data/(?P<file>[\w./-]+\.(?:csv|json|xlsx|zip))")


def setup(app):
    """Resolve them before MyST looks for a page of that name."""
    app.add_post_transform(DataLinks)


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
