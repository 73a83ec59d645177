"""A chart as a notebook shows it: a Vega-Lite specification that carries its words and its numbers."""

import json
import math
from dataclasses import dataclass

import altair as alt
import pandas as pd

from region_report.charts import layout, pictures, theme, views
from region_report.metrics.frames import rows_of
from region_report.text import label, number, t

MIME = "application/vnd.vegalite.v6+json"
CHARTS = {}


@dataclass(frozen=True)
class Chart:
    """A Vega-Lite specification; `usermeta.region_report` of it holds what the site shows beside the drawing.

    That is kind, title, place (the region, if it is one), unit, source, caveat, description, and the table of the
    numbers drawn: caption, columns (id, label, numeric), rows as the edition writes them, and values as they are
    (None: no number).
    """

    spec: dict

    @property
    def words(self):
        """Kind, title, unit, source, caveat, description and table of the chart."""
        return self.spec["usermeta"]["region_report"]

    @property
    def frame(self):
        """What is drawn as a frame: numbers as they are, words where there is no number."""
        told = self.words["table"]
        cells = zip(told["values"], told["rows"], strict=True)
        rows = [[word if value is None else value for value, word in zip(*row, strict=True)] for row in cells]
        return pd.DataFrame(rows, columns=[column["label"] for column in told["columns"]])

    def _repr_mimebundle_(self, include=None, exclude=None):
        words = f"{self.words['title']}\n{self.words['description']}"
        return {MIME: self.spec, **pictures.beside(self.spec), "text/plain": words}


@dataclass(frozen=True)
class Column:
    """A column of the numbers behind a chart. show, value: of a record, the text and the number (or None)."""

    id: str
    label: str
    show: object
    value: object = None


def chart(function):
    """Make a function one of `region_report.charts`, by its name; nothing else has to list it."""
    CHARTS[function.__name__] = function
    return function


def compose(kind, layers, records, columns, *, height, title, unit, source, **words):
    """The chart of `layers`, drawn `height` pixels high and as wide as its place.

    records: what is drawn, one thing each; columns: how the equal table shows them.
    words: `caveat`, `description` where they are not the texts `charts.<kind>.caveat` and `.description`,
    `independent`: the scales the layers do not share, `params`: what a reader may move (`charts.live`), and
    `unmoved`: what is said beside it before that, and `shown`: what stands at each of its sliders then.
    """
    described = words.get("description") or t(f"charts.{kind}.description", title=title, count=len(records))
    meta = {
        "kind": kind,
        "title": title,
        "place": _place(records),
        "unit": unit,
        "source": source,
        "caveat": words.get("caveat") or t(f"charts.{kind}.caveat"),
        "description": described,
        "table": table(title, columns, records),
    }
    meta |= {name: words[name] for name in ("unmoved", "shown") if name in words}
    spec = {
        "$schema": alt.SCHEMA_URL,
        "title": _title(title, _place(records), unit),
        "description": described,
        "width": "container",
        "height": height,
        "autosize": {"type": "fit-x", "contains": "padding"},
        "usermeta": {"region_report": meta},
        "resolve": {"scale": words.get("independent", {})},
        **views.layer(layers),
        "config": theme.config(),
    }
    return Chart({**spec, "params": words["params"]} if "params" in words else spec)


def table(caption, columns, records):
    """The numbers of a chart as its words carry them: shown as text, and as they are."""
    return {
        "caption": caption,
        "columns": [{"id": c.id, "label": c.label, "numeric": c.value is not None} for c in columns],
        "rows": [[column.show(record) for column in columns] for record in records],
        "values": [[_number(column, record) for column in columns] for record in records],
    }


def units(records):
    """The unit of the records; of more than two, that each stands at its figure or axis."""
    names = list(dict.fromkeys(filter(None, (label(record, "unit") for record in records))))
    return t("charts.each_unit") if len(names) > 2 else t("text.list_comma").join(names)


def rows(frame):
    """The rows of a frame as dictionaries, in its order."""
    return rows_of(frame)


def finite(value):
    """A number for a specification; None for a gap or an open end."""
    return None if value is None or not math.isfinite(value) else float(value)


def open_end(value):
    """The upper end of an interval in words: a number, or that there is none."""
    return t("charts.open") if value == math.inf else number(value)


def _title(title, place, unit):
    """The title, and below it the region that it speaks of, if it is one, and the unit."""
    below = [place, t("charts.unit", unit=unit) if unit else ""]
    said = " · ".join(part for part in below if part)
    # The schema allows no expression in a subtitle, so that keeps the lines of a phone.
    lines = layout.wrap(said, layout.PLOT, 12) if said else []
    return views.made(alt.TitleParams, text=_broken(title), subtitle=lines)


def _broken(words):
    """One line where the drawing is wide enough for it, else the lines that fit a phone: Vega decides when it draws."""
    lines = layout.wrap(words, layout.PLOT, 15)
    if len(lines) == 1:
        return lines
    whole, needed = layout.plain(words), math.ceil(1.1 * layout.text_width(words, 15))
    one, several = (json.dumps(said, ensure_ascii=False) for said in (whole, lines))
    return {"expr": f"width >= {needed} ? {one} : {several}"}


def _place(records):
    """The region of all records; empty where there are several or none."""
    regions = {label(record, "region") for record in records}
    return regions.pop() if len(regions) == 1 else ""


def _number(column, record):
    return None if column.value is None else finite(column.value(record))
