"""Holding the text of a document against the places of the figures taken from it.

>>> import region_report as rr
>>> INVENTED = "tests/data/invented"
>>> print(rr.verify.verify("tests/data/invented/document.txt", data=INVENTED))
23 figures, 5 actors and 5 expressions set aside: all hold. 26 expressions with a number in the text: none missing.
"""

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path

from region_report import codelists, figures, observations
from region_report.errors import Fault, UsageError, describe
from region_report.messages import Message
from region_report.paths import shown


@dataclass(frozen=True)
class Span:
    """A stretch of the document that the data know: of a row, an actor, or an expression set aside."""

    start: int
    end: int
    printed: str
    owner: str


@dataclass(frozen=True)
class Verification:
    """What came out: rows and other spans held against the text, and every fault.

    rows: rows of observations with a span in the document. actors, set_aside: likewise.
    found: expressions with a number that stand in the text. faults: spans whose text differs, and expressions
    that belong to no row and are not set aside.
    """

    document: str
    rows: int
    actors: int
    set_aside: int
    found: int
    faults: tuple

    @property
    def ok(self):
        """Whether every span holds and no figure of the text is missing."""
        return not self.faults

    def __str__(self):
        """The counts in one line, then the faults with their lines and columns in the document."""
        counts = {"rows": self.rows, "actors": self.actors, "aside": self.set_aside, "numbers": self.found}
        if self.ok:
            return str(Message("verify.all_hold", **counts))
        return f"{Message('verify.counts', **counts)}\n{describe(sorted(self.faults))}"


def verify(document, *, data=None):
    """Whether every figure taken from a document stands where its row says, and none of the text is missing.

    document: path of a file; sources name it by its SHA-256. The text between start and end of a span must be
    what is printed in the row, but for line breaks of the layout.
    Raises UsageError for a document that no source names, DataError for wrong data.
    """
    path = Path(document)
    if not path.is_file():
        raise UsageError(Message("verify.no_file", found=document))
    content = path.read_bytes()
    sources = _sources(hashlib.sha256(content).hexdigest(), data)
    if not sources:
        raise UsageError(Message("verify.no_source", found=shown(path), known=_titles(data)))
    text = _decoded(content, path)
    spans = {kind: list(read(sources, data)) for kind, read in READERS.items()}
    everything = [span for some in spans.values() for span in some]
    numbers = figures.scan(text)
    wrong = [(span.start, _difference(span, text)) for span in everything if not _holds(span, text)]
    wrong += [(found.start, _missing(found)) for found in numbers if not _covered(found, everything)]
    faults = tuple(Fault(shown(path), *_position(text, start), said) for start, said in wrong)
    return Verification(shown(path), *(len(spans[kind]) for kind in READERS), found=len(numbers), faults=faults)


def _sources(sha256, data):
    """(region, source id) of every source that is this document."""
    return [
        (region, source.id)
        for region in codelists.regions(data)
        for source in region.sources.values()
        if source.document_sha256 == sha256
    ]


def _titles(data):
    known = tuple(
        Message("verify.title", title=source.title_zh, region=region.slug)
        for region in codelists.regions(data)
        for source in region.sources.values()
        if source.document_sha256
    )
    return Message("verify.known", known=known) if known else Message("verify.none_known")


def _decoded(content, path):
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        raise UsageError(Message("verify.not_utf8", found=shown(path))) from None


def _rows(sources, data):
    for region, source in sources:
        frame = observations.load_region(region.slug, data=data)
        own = frame[(frame["source"] == source) & frame["place"].str.fullmatch(r"\d+-\d+")]
        for place, printed, indicator in zip(own["place"], own["printed"], own["indicator"], strict=True):
            yield _span(place, printed, f"{region.slug}, {indicator}")


def _actors(sources, data):
    named = {(region.slug, source) for region, source in sources}
    for actor in codelists.load(data).actors.to_dict("records"):
        if (actor["region"], actor["source"]) in named and re.fullmatch(r"\d+-\d+", actor["place"]):
            yield _span(actor["place"], actor["actor_zh"], f"{actor['region']}, actor")


def _aside(sources, data):
    for region, source in sources:
        for aside in region.set_aside:
            if aside.source == source:
                yield _span(aside.place, aside.printed, f"{region.slug}, set aside")


READERS = {"rows": _rows, "actors": _actors, "set_aside": _aside}


def _span(place, printed, owner):
    start, end = place.split("-")
    return Span(int(start), int(end), printed, owner)


def _holds(span, text):
    return _plain(text[span.start : span.end]) == span.printed


def _plain(stretch):
    """A stretch of the text without the line breaks of its layout."""
    return stretch.replace("\r", "").replace("\n", "")


def _difference(span, text):
    """What stands at the place of a span instead, and where its own words stand."""
    there = _plain(text[span.start : span.end])
    places = tuple(f"{match.start()}-{match.end()}" for match in re.finditer(_broken(span.printed), text))
    elsewhere = Message("verify.elsewhere", places=places) if places else Message("verify.nowhere")
    where = {"start": span.start, "end": span.end, "there": there, "elsewhere": elsewhere}
    return Message("verify.moved", found=span.printed, owner=span.owner, **where)


def _broken(printed):
    """A pattern for words that a line break of the layout may cut anywhere."""
    return r"[\r\n]*".join(map(re.escape, printed))


def _covered(found, spans):
    return any(span.start <= found.start and found.end <= span.end for span in spans)


def _missing(found):
    kind = Message(f"verify.kind.{found.kind}")
    return Message("verify.missing", found=found.printed, kind=kind, start=found.start, end=found.end)


def _position(text, start):
    """Line and column of a character, both counted from 1."""
    column = start - text.rfind("\n", 0, start)
    return text.count("\n", 0, start) + 1, Message("verify.column", column=column)
