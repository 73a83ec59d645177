"""A book of as many regions as a test wants: short pages, invented names, no run of a notebook."""

import nbformat
import pytest
import small_book
import yaml
from nbformat.v4 import new_markdown_cell, new_notebook

from region_report.build import book, stage
from region_report.render import Job

PROVINCES = {"51": ("四川省", "Sichuan"), "33": ("浙江省", "Zhejiang")}


def make(root, count, *, lang="zh"):
    """Write the small book with so many counties, half of them in each province; the jobs of its notebooks."""
    small_book.make(root, langs=[lang])
    return [add(root, number, lang=lang) for number in range(count)]


def built(root, count):
    """The built pages of the Chinese edition of a book of so many counties."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("REGION_REPORT_ROOT", str(root))
        return book.build_editions({"zh": stage.stage("zh", make(root, count), editions=["zh"])})["zh"]


def add(root, number, *, lang="zh", title="", words=""):
    """One county and its page; a page with other words where `title` or `words` are given."""
    province = list(PROVINCES)[number % 2]
    slug, name = f"county-{number}", f"第{number}县"
    folder = root / "data" / "regions" / slug
    folder.mkdir(parents=True, exist_ok=True)
    model = yaml.safe_load((small_book.PROJECT / "data" / "regions" / "jiajiang" / "region.yml").read_text("utf-8"))
    own = {
        "code": f"{province}01{number:02}",
        "slug": slug,
        "name_zh": name,
        "name_en": f"County {number}",
        "level": "county",
    }
    parents = [
        ("100000", "中国", "China"),
        (f"{province}0000", *PROVINCES[province]),
        (f"{province}0100", "一市", "First"),
    ]
    parents = [dict(zip(("code", "name_zh", "name_en"), each, strict=True)) for each in parents]
    region = model | own | {"parents": parents, "set_aside": []}
    (folder / "region.yml").write_text(yaml.safe_dump(region, allow_unicode=True), "utf-8")
    place = f"中国 › {PROVINCES[province][0]} › 一市 › {name}（县级）"
    cell = new_markdown_cell(f"# {title or name}\n\n{place}\n\n## 概览\n\n{words}", id="a")
    out = root / "rendered" / lang / "regions" / f"{slug}.ipynb"
    out.parent.mkdir(parents=True, exist_ok=True)
    nbformat.write(new_notebook(cells=[cell], metadata={"language_info": {"name": "python"}}), out)
    return Job("region", {"region": slug, "lang": lang}, out)
