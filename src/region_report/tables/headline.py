"""The headline figures of a region as cards of text: they are there before any picture is."""

import re
from dataclasses import dataclass
from html import escape

from region_report.metrics.areas import many
from region_report.metrics.headline import headline as chosen
from region_report.tables import origins
from region_report.tables.bundles import bundle
from region_report.tables.overview import contents
from region_report.tables.table import disclosure
from region_report.text import label, number, period, quantity, say, standing, t

# A promise and a report never look the same, whatever the colour.
_MARKS = {"target": "◆", "actual": "●"}
_DIGITS = re.compile(r"\d[\d,.]*[万亿]?%?")
_ON_LANDING = 3


@dataclass(frozen=True)
class Card:
    """One headline figure: measure (`target` or `actual`), figure, name, kind with period, status, origin."""

    measure: str
    figure: str
    name: str
    kind: str
    status: str
    origin: tuple

    @property
    def html(self):
        """The card as an item of a list; its number stands out, its unit does not."""
        figure = _DIGITS.sub(lambda found: f"<b>{found[0]}</b>", escape(self.figure), count=1)
        status = f'<p class="report-headline__status">{escape(self.status)}</p>' if self.status else ""
        return (
            f'<li class="is-{self.measure}">'
            f'<div class="report-headline__figure">{disclosure(figure, self.origin)}</div>'
            f'<p class="report-headline__name">{escape(self.name)}</p>'
            f'<p class="report-headline__kind"><span aria-hidden="true">{_MARKS[self.measure]}</span> '
            f"{escape(self.kind)}</p>{status}</li>"
        )

    @property
    def plain(self):
        """The card on one line."""
        return " | ".join(filter(None, [self.name, self.figure, self.kind, self.status]))


@dataclass(frozen=True)
class Headline:
    """Cards below one another or side by side, as the page has room; below them a note, and on a screen what to do."""

    title: str
    cards: tuple
    note: str
    press: str

    def _repr_mimebundle_(self, include=None, exclude=None):
        return bundle(self.html, self.plain)

    @property
    def html(self):
        """A list that screen readers name; it has no id."""
        press = f'<span class="screen-only">{escape(self.press)}</span>'
        return f'{_listed(self.cards, self.title)}\n<p class="report-headline-note">{escape(self.note)} {press}</p>'

    @property
    def plain(self):
        """Title, cards and note, one a line."""
        return "\n".join([self.title, *(card.plain for card in self.cards), self.note])


@dataclass(frozen=True)
class Regions:
    """The regions, each with its name, what it is, the address of its page, and a few cards."""

    parts: tuple

    def _repr_mimebundle_(self, include=None, exclude=None):
        return bundle(self.html, self.plain)

    @property
    def html(self):
        """One item a region: its name leads to its page."""
        items = "\n".join(
            f'<li><p class="report-regions__name"><a href="{address}">{escape(name)}</a> '
            f"<span>{escape(about)}</span></p>{_listed(cards, name)}</li>"
            for name, about, address, cards in self.parts
        )
        return f'<ul class="report-regions">\n{items}\n</ul>'

    @property
    def plain(self):
        """Each region and its cards, one a line."""
        lines = ([f"{name} | {about}", *(card.plain for card in cards)] for name, about, _, cards in self.parts)
        return "\n".join(line for each in lines for line in each)


def headline(observations, targets):
    """Up to four figures of a region, each marked as a target or as reported, with status and origin.

    observations: frame of one region; targets: frame of `metrics.targets.targets` of them. Chosen by
    `metrics.headline`; where they are not of the region's own document, the note says of what grade they are.
    Without any figure: the sentence `headline.empty`.
    """
    rows = chosen(observations).to_dict("records")
    if not rows:
        return say("headline.empty")
    own = rows[0]["source_grade"] == "document"
    note = t("headline.note") if own else t("headline.note_grade", grade=label(rows[0], "source_grade"))
    return Headline(t("headline.title"), _cards(rows, targets), note, t("headline.press"))


def headlines(observations, targets):
    """The regions of the frame with their first headline figures, the nation last; each leads to its page.

    observations: frame of several regions; targets: frame of `metrics.targets.targets` of them. Of many regions the
    page says in numbers what there is, and leads to their index.
    """
    if many(observations):
        return contents(observations)
    frames = [frame for _, frame in observations.groupby("region", sort=False)]
    frames.sort(key=lambda frame: frame["region_level"].iloc[0] == "nation")
    return Regions(tuple(_region(frame, targets) for frame in frames))


def _region(frame, targets):
    first = frame.iloc[0]
    about = t("headline.region", level=t(f"level.{first['region_level']}"), count=number(len(frame)))
    rows = chosen(frame).to_dict("records")[:_ON_LANDING]
    return label(first, "region"), about, f"regions/{first['region']}.html", _cards(rows, targets)


def _cards(rows, targets):
    said = {(row["region"], row["indicator"], row["target_period"]): row for row in targets.to_dict("records")}
    return tuple(_card(row, said.get((row["region"], row["indicator"], row["period"]))) for row in rows)


def _card(row, target):
    """target: of a target, its row in the frame of targets."""
    promised = row["measure"] == "target"
    return Card(
        measure=row["measure"],
        figure=quantity(row),
        name=label(row, "indicator"),
        kind=t(f"headline.{row['measure']}", period=period(row["period"])),
        status=t("headline.progress", status=standing(target)) if promised else label(row, "status"),
        origin=origins.reported(row),
    )


def _listed(cards, title):
    items = "\n".join(card.html for card in cards)
    return f'<ul class="report-headline" aria-label="{escape(title)}">\n{items}\n</ul>'
