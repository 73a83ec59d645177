"""On paper nothing opens: each figure's origin becomes a numbered note at the end of its chapter."""

from html import escape

from bs4 import BeautifulSoup

from region_report import text

ORIGIN = "details.report-origin"


def number(article, name):
    """Replace every origin in the article by its figure and a number; the notes stand at the article's end.

    name: what the places are named after, to be unique in a document of several pages.
    The same words have one number, which leads to the note; the note leads back to the page of the first figure.
    """
    notes = {}
    for origin in article.select(ORIGIN):
        words = origin.dl.decode()
        first = words not in notes
        place = notes.setdefault(words, len(notes) + 1)
        summary = origin.summary.extract()
        origin.replace_with(*list(summary.contents), _reference(place, name, first=first))
    if notes:
        article.append(_fragment(_listed(notes, name)))


def _reference(place, name, *, first):
    """The number beside a figure; the first of a note can be led back to."""
    anchor = f' id="{_citing(name, place)}"' if first else ""
    return _fragment(f'<sup class="note"><a href="#{_note(name, place)}"{anchor}>{_label(place)}</a></sup>')


def _listed(notes, name):
    before, after = text.t("site.pdf.page", page="|").split("|")
    items = "".join(
        f'<li id="{_note(name, place)}"><span class="label">{_label(place)}</span>{words}'
        f'<a class="back" href="#{_citing(name, place)}" '
        f'data-before="{escape(before)}" data-after="{escape(after)}"></a></li>'
        for words, place in notes.items()
    )
    heading = escape(text.t("site.pdf.notes"))
    return f'<section class="notes"><h2 id="{name}--notes">{heading}</h2><ol>{items}</ol></section>'


def _label(place):
    return escape(text.t("site.pdf.note", number=place))


def _note(name, place):
    return f"{name}--note-{place}"


def _citing(name, place):
    return f"{name}--figure-{place}"


def _fragment(html):
    """The one element that the markup describes."""
    return BeautifulSoup(html, "html.parser").contents[0]
