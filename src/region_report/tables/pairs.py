"""Two regions side by side: one closed section a pair, which a script lets the reader choose by two lists."""

from collections import defaultdict
from dataclasses import dataclass
from html import escape

from region_report.languages import LANGUAGES
from region_report.metrics.words import word
from region_report.tables import origins
from region_report.tables.bundles import bundle
from region_report.tables.table import Cell, Column, Table
from region_report.text import Markdown, interval, label, language, number, period, quantity, say, t


@dataclass(frozen=True)
class Pairs:
    """The tables of every pair of regions. Without a script each pair is a section that opens."""

    pairs: tuple
    note: str

    def _repr_mimebundle_(self, include=None, exclude=None):
        return bundle(self.html, self.plain)

    @property
    def html(self):
        """The two lists, which wait for their script, the sections, and a note where regions are left out."""
        sections = "\n".join(_section(pair, shown=pair is self.pairs[0]) for pair in self.pairs)
        note = f'<p class="report-pairs__note">{escape(self.note)}</p>' if self.note else ""
        return f'<div class="report-pairs">{_choice(self.pairs)}\n{sections}\n{note}</div>'

    @property
    def plain(self):
        """The tables one after the other."""
        return "\n\n".join(table.plain for table in self.tables)

    @property
    def tables(self):
        """The tables of every pair, one after the other."""
        return [table for pair in self.pairs for table in _tables(pair)]


def two_regions(pairs, *, left_out=0) -> Pairs | Markdown:
    """What of two regions may be compared, with periods and intervals, and the reason for the rest.

    pairs: from `metrics.pairs.pairs`. left_out: the number of regions that are in no pair. Without a pair: the
    sentence `tables.two_regions.empty`.
    """
    if not pairs:
        return say("tables.two_regions.empty")
    note = t("tables.two_regions.left_out", count=number(left_out)) if left_out else ""
    return Pairs(tuple(pairs), note)


def _choice(pairs):
    """Two lists of regions, the first pair chosen, an answer in words, and the words it needs."""
    names = {side["region"]: label(side, "region") for pair in pairs for side in (pair.left, pair.right)}
    chosen = {"first": pairs[0].left["region"], "second": pairs[0].right["region"]}
    lists = "".join(
        f"<label><span>{escape(t(f'tables.two_regions.{side}'))}</span>"
        f"<select disabled>{_options(names, chosen[side])}</select></label>"
        for side in ("first", "second")
    )
    choose, same = (escape(t(f"tables.two_regions.{key}")) for key in ("choose", "same"))
    return (
        f'<div class="report-pairs__choice" data-nosearch role="group" aria-label="{choose}">'
        f'{lists}<output aria-live="polite" data-same="{same}">{escape(_said(pairs[0]))}</output></div>'
    )


def _options(names, chosen):
    return "".join(
        f'<option value="{escape(slug)}"{" selected" if slug == chosen else ""}>{escape(name)}</option>'
        for slug, name in names.items()
    )


def _section(pair, *, shown):
    tables = "".join(table.html for table in _tables(pair))
    return (
        f'<details data-pair="{escape(pair.left["region"])} {escape(pair.right["region"])}"{" open" if shown else ""}>'
        f"<summary>{escape(_said(pair))}</summary>{tables}</details>"
    )


def _said(pair):
    words = {"left": label(pair.left, "region"), "right": label(pair.right, "region")}
    return t("tables.two_regions.pair", count=number(len(pair.comparable)), **words)


def _tables(pair):
    """What may be compared, if anything, and the reasons for the rest."""
    may = [_compared(pair)] if pair.comparable else []
    return [*may, _rest(pair)]


def _compared(pair):
    heads = [t("tables.column.indicator"), label(pair.left, "region"), label(pair.right, "region")]
    shown = [Column(head, None) for head in (*heads, t("tables.two_regions.relation"))]
    cells = [
        (
            Cell(label(left, "indicator"), t(f"tables.two_regions.kind.{_kind(left)}")),
            _figure(left),
            _figure(right),
            Cell(_relation(pair, left, right, relation)),
        )
        for left, right, relation in pair.comparable
    ]
    return Table(t("tables.two_regions.may"), tuple(shown), tuple(cells))


def _figure(row):
    """The figure; below it its period and what its digits allow."""
    exact = row["lower"] == row["upper"]
    ends = interval(row) if exact else t("tables.interval", interval=interval(row))
    said = t("tables.join").join([period(row["period"]), ends])
    return Cell(quantity(row), said, row["value"], origin=_origin(row))


def _origin(row):
    """The origin of a metric, or those of all the sources that give the figure."""
    if row["measure"] == "metric":
        return origins.computed(row)
    return tuple(entry for each in row["behind"] for entry in origins.reported(each))


def _kind(row):
    return "target" if row["measure"] == "target" else "metric" if row["measure"] == "metric" else "actual"


def _relation(pair, left, right, relation):
    """How the two stand, and that their times differ or are not known."""
    words = {"left": label(pair.left, "region"), "right": label(pair.right, "region")}
    said = t(f"tables.two_regions.relation_{relation}", **words)
    if left["period"] and left["period"] == right["period"]:
        return said
    return said + t("text.clause") + t("tables.two_regions.times")


def _rest(pair):
    """A row a reason: rules of the code list, targets against figures, statuses, and what only one of the two has."""
    names = {"left": label(pair.left, "region"), "right": label(pair.right, "region")}
    rows = [_ruled(names, *barred) for barred in pair.barred]
    if pair.promised:
        rows.append((_names(pair.promised), word("comparability.measure", language())))
    rows += _unusable(pair.unusable)
    for found, has, lacks in ((pair.only_left, "left", "right"), (pair.only_right, "right", "left")):
        if found:
            rows.append((_names(found), t("tables.two_regions.only", has=names[has], lacks=names[lacks])))
    heads = (Column(t("tables.two_regions.what"), None), Column(t("tables.column.why"), None))
    return Table(t("tables.two_regions.may_not"), heads, tuple((Cell(what), Cell(why)) for what, why in rows))


def _ruled(names, left, right, *reasons):
    """Two indicators that a rule keeps apart, and its reason."""
    words = {"left": label(left, "indicator"), "right": label(right, "indicator")}
    what = t("tables.two_regions.against", **words, a=names["left"], b=names["right"])
    return what, reasons[LANGUAGES.index(language())]


def _unusable(unusable):
    """What the one has and the other has only with a status that bars it, a row for each such reason."""
    told = defaultdict(list)
    for row, other in unusable:
        words = {"has": label(row, "region"), "lacks": label(other, "region"), "status": label(other, "status")}
        told[t("tables.two_regions.unusable", **words)].append(row)
    return [(_names(rows), why) for why, rows in told.items()]


def _names(rows):
    return t("text.list_comma").join(dict.fromkeys(label(row, "indicator") for row in rows))
