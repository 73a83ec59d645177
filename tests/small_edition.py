"""A staged and built edition without a run of Jupyter Book: a region with a chart, a table and origins, and others."""

import small_book
import yaml

from region_report import text
from region_report.charts import theme
from region_report.site import drawing, figure, vega
from region_report.tables.table import Cell, Column, make

REGION = "book/regions/sample"
ROWS = 60


def make_edition(folder, lang="zh"):
    """Write the edition into `folder` and return it."""
    with text.edition(lang):
        pages = {"book/index": _page("首页", f'<a href="regions/sample.html#t">{lang}</a>'), REGION: _region(lang)}
        pages |= {name: _page(name, "<p>正文</p>") for name in ("book/comparison", "book/indicators/i")}
    for name, html in pages.items():
        path = folder / "_build" / "html" / f"{name}.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(html, "utf-8")
    _draw(folder, lang)
    across = {"file": "book/comparison", "sections": [{"file": "book/indicators/i"}]}
    toc = [{"caption": "地区", "chapters": [{"file": REGION}]}, {"caption": "跨地区", "chapters": [across]}]
    (folder / "_toc.yml").write_text(yaml.safe_dump({"root": "book/index", "parts": toc}), "utf-8")
    (folder / "_config.yml").write_text("sphinx: {config: {}}", "utf-8")
    return folder


def origin(shown, words):
    """A figure that opens on where it comes from, as tables write it."""
    return f'<details class="report-origin"><summary>{shown}</summary><dl><dt>来源</dt><dd>{words}</dd></dl></details>'


def _region(lang):
    spec = small_book.spec(lang)
    chart = figure.html(spec, drawing.key(drawing.bare(spec)), [(720, 120)] * 2, "../../_static/charts/")
    figures = f"<p>{origin('5万', '规划')}；{origin('308个', '公报')}；{origin('50,000', '规划')}</p>"
    wide = "".join(f"<td>{'列' * 8}</td>" for _ in range(12))
    links = '<p><a href="#t">表</a> <a href="../comparison.html">比较</a> <a href="https://example.org/a">外</a></p>'
    return _page(
        small_book.WORDS[lang]["title"],
        f'<h2>概览</h2>{chart}{figures}{links}<h2 id="t">数字</h2>{_table()}<table><tr>{wide}</tr></table>',
    )


def _table():
    columns = (Column("指标", lambda row: Cell(f"第{row}行")), Column("读作", lambda row: Cell(str(row)), numeric=True))
    return make("evidence", range(ROWS), columns).html


def _page(title, body):
    article = f'<article><h1>{title}<a class="headerlink" href="#">#</a></h1>{body}</article>'
    return f'<html><body>{article}<details class="report-cite"><pre>{title}[R/OL]</pre></details></body></html>'


def _draw(folder, lang):
    target = folder / "_build" / "html" / "_static" / "charts"
    target.mkdir(parents=True)
    drawn = drawing.bare(small_book.spec(lang))
    with vega.Engine() as engine:
        drawing.draw(engine, drawn)
    for mode in theme.MODES:
        name = drawing.name(drawing.key(drawn), drawing.WIDTHS[0], mode)
        (target / name).write_bytes((drawing.cache_folder() / name).read_bytes())
