"""The chart as a part of a page: its pictures, its words, the equal table, its specification."""

from html import escape

from docutils import nodes
from sphinx.errors import ExtensionError

from region_report import paths, text
from region_report.charts import theme
from region_report.site import controls, drawing, editions
from region_report.site.embedded import embedded

PHONE = "(max-width: 599px)"
# A chart as a picture, and its numbers.
SAVED = ("svg", "png", "csv")


class chart(nodes.General, nodes.Element):
    """A chart. `spec` is its Vega-Lite specification, `key` names its pictures; its words are for other builders."""


def setup(app):
    """Register the node for every builder: a figure in HTML, the chart's words elsewhere."""
    words = (_pass, _pass)
    app.add_node(chart, html=(visit_html, None), latex=words, text=words, man=words, texinfo=words, epub=words)


def node(spec, key):
    """The node of a specification that carries its words (`usermeta.region_report`). key: of its pictures."""
    made = chart("", spec=spec, key=key)
    found = words(spec)
    for key in ("title", "description", "unit", "source", "caveat"):
        if found.get(key):
            made += nodes.paragraph(text=found[key])
    return made


def words(spec):
    """Kind, title, unit, source, caveat, description and table of a chart; an error where it has none."""
    try:
        return spec["usermeta"]["region_report"]
    except KeyError:
        raise ExtensionError(
            "A chart has no usermeta.region_report (title, source, description, table). "
            "Make it with a function of region_report.charts."
        ) from None


def visit_html(translator, element):
    """Write the figure and skip the children: the reader has the same words in the caption."""
    lang = editions.language(translator.builder.config)
    page = translator.builder.current_docname
    root = translator.builder.get_relative_uri(page, "").rsplit("/", 1)
    prefix = root[0] + "/" if len(root) > 1 else ""
    sizes = drawing.sizes_in(translator.builder.env, page, element["key"])
    with text.edition(lang):
        made = html(element["spec"], element["key"], sizes, f"{prefix}_static/{paths.PICTURES}/")
    translator.body.append(made)
    raise nodes.SkipNode


def html(spec, key, sizes, folder):
    """The figure as HTML. key, sizes: of its pictures; folder: their address as seen from the page."""
    found = words(spec)
    drawings = "".join(picture(key, mode, sizes, found["description"], folder) for mode in theme.MODES)
    name = "-".join(filter(None, (found.get("place"), found["title"])))
    return (
        f'<figure class="report-chart" data-kind="{escape(found["kind"])}" data-name="{escape(name)}">'
        f"{controls.html(spec)}"
        f'<div class="report-chart__drawing">{drawings}</div>\n'
        f"<figcaption>{_caption(found, spec)}</figcaption>\n{tools()}"
        f'<details class="report-chart__numbers"><summary>{escape(text.t("site.chart.numbers"))}</summary>'
        f"{table(found['table'])}</details>\n"
        f'<script type="application/json">{_for_script(spec)}</script></figure>\n'
    )


def tools():
    """The buttons below a chart: go live, and save it. The script that they need enables them."""
    t = text.t
    saves = "".join(
        f'<button type="button" class="report-chart__save" data-save="{kind}" disabled '
        f'aria-label="{escape(t(f"site.chart.save_{kind}"))}">{kind.upper()}</button>'
        for kind in SAVED
    )
    return (
        f'<div class="report-chart__tools" role="group" aria-label="{escape(t("site.chart.tools"))}">'
        f'<button type="button" class="report-chart__button" disabled>{escape(t("site.chart.interactive"))}</button>'
        f"<span>{escape(t('site.chart.save'))}</span>{saves}</div>\n"
    )


def picture(key, mode, sizes, description, folder):
    """Both widths of a mode. The one that is hidden is never fetched: it loads lazily."""
    wide, narrow = (drawing.name(key, width, mode) for width in drawing.WIDTHS)
    return (
        f'<picture class="report-chart__{mode}">'
        f'<source media="{PHONE}" srcset="{folder}{narrow}" width="{sizes[1][0]}" height="{sizes[1][1]}">'
        f'<img src="{folder}{wide}" width="{sizes[0][0]}" height="{sizes[0][1]}" '
        f'alt="{escape(description)}" loading="lazy" decoding="async"></picture>'
    )


def table(content):
    """The numbers of the chart as a table: the first column names the row."""
    heads = "".join(
        f'<th scope="col"{_number_class(column)}>{escape(column["label"])}</th>' for column in content["columns"]
    )
    lines = zip(content["rows"], content["values"], strict=True)
    rows = "".join(f"<tr>{_cells(content['columns'], *line)}</tr>" for line in lines)
    return (
        '<div class="report-table-scroll" tabindex="0" role="group" '
        f'aria-label="{escape(content["caption"])}"><table class="report-table">'
        f"<caption>{escape(content['caption'])}</caption>"
        f"<thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table></div>"
    )


def _cells(columns, row, values):
    cells = enumerate(zip(columns, row, values, strict=True))
    return "".join(_cell(index, column, shown, value) for index, (column, shown, value) in cells)


def _cell(index, column, shown, value):
    """A cell as the reader sees it, with its number, for sorting and for the file of numbers."""
    said = escape(str(shown))
    if index == 0:
        return f'<th scope="row">{said}</th>'
    number = "" if value is None else f' data-v="{value:.12g}"'
    return f"<td{_number_class(column)}{number}>{said}</td>"


def _number_class(column):
    return ' class="num"' if column["numeric"] else ""


def _caption(found, spec):
    """Unit, source and caveat, each with its name, where the chart has it; the unit only where it is not drawn."""
    drawn = isinstance(spec.get("title"), dict) and spec["title"].get("subtitle")
    keys = ("source", "caveat") if drawn else ("unit", "source", "caveat")
    return " ".join(_named(key, found[key]) for key in keys if found.get(key))


def _named(key, words):
    name = escape(text.t(f"site.chart.{key}"))
    return f'<span class="report-chart__{key}"><b>{name}</b>{escape(str(words))}</span>'


def _for_script(spec):
    """The specification without what the page has elsewhere."""
    return embedded({key: value for key, value in spec.items() if key not in ("usermeta", "config")})


def _pass(translator, element):
    """Other builders write the chart's words, which are its children."""
