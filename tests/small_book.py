"""A small book in both languages, with a chart and links to the data, made without running a notebook."""

import shutil
from pathlib import Path

import nbformat
import yaml
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

from region_report.charts import theme
from region_report.render import Job
from region_report.site.mime import MIME

PROJECT = Path(__file__).resolve().parents[1]
WORDS = {
    "zh": {
        "title": "样本县",
        "chart": "社会工作专业人才",
        "body": "五社联动与养老服务，共17,439人。",
        "unit": "人",
    },
    "en": {
        "title": "Sample county",
        "chart": "Social work professionals",
        "body": "Many volunteers.",
        "unit": "people",
    },
}
_TOC = yaml.safe_load((PROJECT / "_toc.yml").read_text("utf-8"))
_LISTED = [_TOC["root"], *(entry["file"] for part in _TOC["parts"] for entry in part["chapters"] if "file" in entry)]
# Every page that the book's contents list.
PAGES = tuple(name.removeprefix("book/") for name in _LISTED)


def spec(lang="zh", *, title=None):
    """A chart as `region_report.charts` makes them: two bars."""
    words = WORDS[lang]
    title = title or words["chart"]
    values = [{"x": 17439, "y": "A", "d": "A: 17439"}, {"x": 4700, "y": "B", "d": "B: 4700"}]
    rows = [["A", "17,439"], ["B", "4,700"]]
    columns = [{"id": "y", "label": "Y", "numeric": False}, {"id": "x", "label": "X", "numeric": True}]
    meta = {
        "kind": "bars",
        "title": title,
        "unit": words["unit"],
        "source": "Ministry & <office>",
        "caveat": "",
        "description": f"{title}{'：' if lang == 'zh' else ': '}2",
        "table": {
            "caption": title,
            "columns": columns,
            "rows": rows,
            "values": [[None, 17439], [None, 4700]],
        },
    }
    x, y, d = (
        {"field": name, "type": kind} for name, kind in (("x", "quantitative"), ("y", "nominal"), ("d", "nominal"))
    )
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v6.json",
        "title": {"text": title},
        "description": meta["description"],
        "width": "container",
        "height": 80,
        "autosize": {"type": "fit-x", "contains": "padding"},
        "layer": [{"data": {"values": values}, "mark": {"type": "bar", "style": "primary"},
                   "encoding": {"x": x, "y": y, "description": d}}],
        "config": theme.config(),
        "usermeta": {"region_report": meta},
    }  # fmt: skip


def notebook(lang):
    """A rendered notebook: a chart, and a link to the data as a cell prints it."""
    words = WORDS[lang]
    link = "[CSV](../../../data/regions/sample.csv)"
    outputs = [{MIME: spec(lang), "text/plain": words["chart"]}, {"text/markdown": link, "text/plain": link}]
    cells = [new_markdown_cell(f"# {words['title']}\n\n{words['body']}", id="a")]
    for number, data in enumerate(outputs, start=1):
        shown = new_output("execute_result", data=data, execution_count=number)
        cells.append(new_code_cell("show()", outputs=[shown], execution_count=number, id=f"b{number}"))
    language = {"name": "python"}
    return new_notebook(cells=cells, metadata={"language_info": language})


def make(root, *, langs=("zh", "en"), region="sample"):
    """Write the project into `root`; the jobs of its rendered notebooks. region: of its one page about a region."""
    for name in ("_config.yml", "_config.en.yml", "_toc.yml"):
        shutil.copy(PROJECT / name, root / name)
    shutil.copytree(PROJECT / "data", root / "data", dirs_exist_ok=True)
    (root / "book").mkdir(exist_ok=True)
    for page in PAGES:
        for ending, words in ((".md", f"# 第{PAGES.index(page)}页"), (".en.md", f"# Page {page}")):
            (root / "book" / f"{page}{ending}").write_text(f"{words}\n\n[CSV](../../data/observations.csv)\n", "utf-8")
    jobs = []
    for lang in langs:
        out = root / "rendered" / lang / "regions" / f"{region}.ipynb"
        out.parent.mkdir(parents=True, exist_ok=True)
        nbformat.write(notebook(lang), out)
        jobs.append(Job("region", {"region": region, "lang": lang}, out))
    return jobs
