"""What a built page says, passage by passage, as a reader of the search results would see it."""

import re
from dataclasses import dataclass, field
from html import unescape

ARTICLE = re.compile(r"<article\b.*?</article>", re.DOTALL)
# The specification of a chart is half of a page; its words are in the caption and the table.
UNSEEN = re.compile(r"<!--.*?-->|<(script|style|picture)\b.*?</\1>", re.DOTALL)
# Our own pages are well formed, their attributes quoted: a pattern reads them in a fifth of a parser's time.
TOKEN = re.compile(r"""<(/?)([a-z][a-z0-9]*)((?:[^>"']|"[^"]*"|'[^']*')*)>|([^<]+)""")
UNSEARCHED = re.compile(r"""\s(?:data-nosearch\b|class="headerlink")""")
ID = re.compile(r'\sid="([^"]*)"')
LEFT_OUT = ("button", "select", "form", "noscript", "template", "svg", "dialog")
HEADINGS = {"h1": "title", "h2": "heading", "h3": "heading", "h4": "heading", "h5": "heading", "h6": "heading"}
BLOCKS = {
    "p", "li", "dt", "dd", "div", "figure", "figcaption", "table", "ul", "ol", "dl", "pre", "details", "summary",
    "section", "blockquote", "tr", "caption", *HEADINGS,
}  # fmt: skip
CELLS = {"th", "td"}


@dataclass
class Section:
    """A heading with its anchor and the passages below it, each (kind, text); kind is `caption` or `text`."""

    anchor: str
    heading: str = ""
    passages: list = field(default_factory=list)


@dataclass
class Page:
    """A page: its address in the edition, its title, its sections in order."""

    address: str
    title: str
    sections: list


def read(address, html):
    """The page with this HTML.

    >>> page = read("a.html", '<article><section id="s"><h1>民政</h1><p>五社<b>联动</b></p></section></article>')
    >>> page.title, page.sections[0].anchor, page.sections[0].passages
    ('民政', 's', [('text', '五社联动')])
    """
    article = ARTICLE.search(html)
    reader = _Reader()
    reader.read(UNSEEN.sub("", article[0]) if article else "")
    sections = [each for each in reader.sections if each.heading or each.passages]
    return Page(address, reader.title, sections)


class _Reader:
    """Collects sections; a table row is one passage, its cells apart."""

    def __init__(self):
        self.title = ""
        self.sections = [Section("")]
        self.open = [self.sections[0]]
        self.words = []
        self.kind = "text"
        self.row = False
        self.skipped = []

    def read(self, html):
        for end, tag, attributes, words in TOKEN.findall(html):
            if words:
                if not self.skipped:
                    self.words.append(unescape(words) if "&" in words else words)
            elif end:
                self._ended(tag)
            else:
                self._started(tag, attributes)

    def _started(self, tag, attributes):
        if self.skipped or tag in LEFT_OUT or UNSEARCHED.search(attributes):
            if not self.skipped or tag == self.skipped[0]:
                self.skipped.append(tag)
        elif tag in CELLS or (self.row and (tag in BLOCKS or tag in ("br", "span"))):
            self.words.append(" · " if tag in CELLS else " ")
        elif tag in BLOCKS:
            self._flush()
            self._start(tag, attributes)
        elif tag in ("br", "span"):
            self.words.append(" ")

    def _ended(self, tag):
        if self.skipped:
            if tag == self.skipped[0]:
                self.skipped.pop()
        elif tag in BLOCKS and (tag == "tr" or not self.row):
            self._flush()
            self.row, self.kind = False, "text"
            if tag == "section" and len(self.open) > 1:
                self.open.pop()

    def _start(self, tag, attributes):
        self.row = tag == "tr"
        self.kind = HEADINGS.get(tag, "caption" if tag == "caption" else "text")
        if tag == "section":
            anchor = ID.search(attributes)
            self.open.append(Section(unescape(anchor[1]) if anchor else ""))
            self.sections.append(self.open[-1])

    def _flush(self):
        text = " ".join("".join(self.words).split()).removeprefix("· ")
        self.words = []
        if not text:
            return
        section = self.open[-1]
        if self.kind in ("title", "heading"):
            section.heading = text
            self.title = self.title or text
        else:
            section.passages.append((self.kind, text))
