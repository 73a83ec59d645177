"""Rules for the words: no typed figure, full-width punctuation in Chinese, both languages for everything."""

import json
import re
from itertools import groupby
from pathlib import Path

import pytest
from guards import HAN, half_width

from region_report.languages import ALWAYS, LANGUAGES

ROOT = Path(__file__).parents[1]
PAGES = sorted(path for path in (ROOT / "book").glob("*.md") if path.name.count(".") == 1)
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))

# Names that hold a number and are no figure.
NAMES = re.compile(
    r"GB/T \d+|CC BY \d\.\d|ISO \d+|“?十四五”?|1\+N|1\+12|1\+1>2|第[一二三四五六七八九十]+"
    # Units: a rate is per so many residents, and a figure may be printed in ten thousands.
    r"|每百户|每万|per 10,000 (?:residents|people)|units? of ten thousand(?: or a hundred million)?"
)
ARABIC = re.compile(r"[0-9０-９][0-9０-９,，.．%％]*")
# Two to nine 个, 项, 种 are how prose counts its own parts; from ten on, or of people and things, it is data.
CHINESE = re.compile(
    r"(?<![0-9０-９])[一二两三四五六七八九〇零]*[十百千万亿][一二三四五六七八九十百千万亿]*(?=余|多|个|名|人|户|项|家|所|支|节|场|次|座|份|平方米)"
    r"|[二两三四五六七八九](?=名|人|户|家|所|支|节|场次|座|倍|成|万|亿)"
    r"|百分之[一二三四五六七八九十百]+|[二三四五六七八九十]分之[一二三四五六七八九十]"
)
ENGLISH = re.compile(
    r"\b(?:ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen"
    r"|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|hundreds?|thousands?|millions?|billions?|percent)\b",
    re.IGNORECASE,
)


def prose(markdown):
    """The words of a Markdown text: without code, addresses, labels, directives and list numbers."""
    text = re.sub(r"(?ms)^( *)(`{3,}|~{3,}).*?^\1\2\s*$", "", markdown)
    text = re.sub(r"\{[\w:-]+\}`[^`]*`", "", text)
    text = re.sub(r"`[^`\n]+`", "x", text)
    text = re.sub(r"!?\[([^\]]*)\]\([^)\n]*\)", r"\1", text)
    text = re.sub(r"(?m)^(\([\w-]+\)=|:{3,}.*|:[\w-]+:.*| *\d+\. )", "", text)
    return text.replace("*", "")


def typed_figures(text):
    """Every figure that somebody typed into the words of `text`."""
    words = NAMES.sub("", text)
    return [found[0] for rule in (ARABIC, CHINESE, ENGLISH) for found in rule.finditer(words)]


def chinese_words(text):
    """Every stretch of Chinese."""
    return re.findall(rf"[{HAN}]+", text)


def outline(markdown):
    """Labels and heading levels: what a page and its translation must share."""
    text = re.sub(r"(?ms)^( *)(`{3,}|~{3,}).*?^\1\2\s*$", "", markdown)
    return [label or len(level) for label, level in re.findall(r"(?m)^(?:\(([\w-]+)\)=|(#+) .*)$", text)]


def unpaired(notebook):
    """What keeps the notebook from saying the same in each language, between one code cell and the next."""
    faults = []
    for is_code, group in groupby(notebook["cells"], key=lambda cell: cell["cell_type"] == "code"):
        cells = list(group)
        if is_code:
            continue
        outlines = {lang: [outline(source(cell)) for cell in cells if tagged(cell, lang)] for lang in LANGUAGES}
        told = [outlines[lang] for lang in LANGUAGES if lang in ALWAYS or outlines[lang]]
        if sum(map(len, told)) != len(cells) or any(each != told[0] for each in told):
            faults.append(cells[0]["id"])
    return faults


def source(cell):
    """The text of a cell, whichever way the file keeps it."""
    return "".join(cell["source"])


def tagged(cell, lang):
    """Whether the cell is for the readers of `lang` alone."""
    return cell["metadata"].get("tags", []) == [f"lang-{lang}"]


def texts(lang):
    """Every prose text of the project in one language, as (where, words)."""
    for page in PAGES:
        path = page if lang == "zh" else page.with_name(f"{page.stem}.en.md")
        yield path.name, prose(path.read_text(encoding="utf-8"))
    for path in NOTEBOOKS:
        for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]:
            if cell["cell_type"] == "markdown" and tagged(cell, lang):
                yield f"{path.name} {cell['id']}", prose(source(cell))


def faults(rule, lang):
    """What `rule` finds in the texts of one language, by place."""
    return {where: found for where, words in texts(lang) if (found := rule(words))}


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_no_figure_is_typed_into_the_prose(lang):
    assert faults(typed_figures, lang) == {}


def test_chinese_prose_has_full_width_punctuation():
    assert faults(half_width, "zh") == {}


def test_english_prose_has_no_chinese():
    assert faults(chinese_words, "en") == {}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_page_and_its_translation_have_the_same_outline(page):
    zh, en = (path.read_text(encoding="utf-8") for path in (page, page.with_name(f"{page.stem}.en.md")))
    assert zh.startswith(f"({page.stem})=\n# ")
    assert outline(zh) == outline(en)


def test_every_notebook_says_everything_in_both_languages():
    read = {path.name: json.loads(path.read_text(encoding="utf-8")) for path in NOTEBOOKS}
    assert {name: found for name, notebook in read.items() if (found := unpaired(notebook))} == {}


def test_every_page_is_read():
    assert {page.stem for page in PAGES} >= {"rerun", "extend", "cite"}
    assert {where for where, _ in texts("en")} >= {"rerun.en.md", "extend.en.md", "cite.en.md"}


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("持证社工17439人。", ["17439"]),
        ("达到５万人。", ["５"]),
        ("覆盖率为60%。", ["60%"]),
        ("设有十六项指标。", ["十六"]),
        ("开发岗位二百余个。", ["二百"]),
        ("引进六名人才。", ["六"]),
        ("达到百分之六十。", ["百分之六十"]),
        ("占三分之一。", ["三分之一"]),
        ("It has fourteen indicators.", ["fourteen"]),
        ("About two thousand people.", ["thousand"]),
    ],
)
def test_a_typed_figure_is_found(typed, found):
    assert typed_figures(prose(typed)) == found


@pytest.mark.parametrize(
    "allowed",
    [
        "“十四五”时期的五社联动，按 GB/T 7714 著录，分三个部分，一个地区一页。",
        "1. 第一步，运行 `make PORT=8000`。\n\n```text\n4.7万名\n```\n",
        "每万人的密度；以“万”计的数字。",
        "A density per 10,000 residents; a figure printed in units of ten thousand.",
        "Prose is under [CC BY 4.0](https://example.org/4.0/); one region, two languages.",
        "(step-2)=\n## Next\n",
    ],
)
def test_names_counts_of_parts_code_and_addresses_are_no_figures(allowed):
    assert typed_figures(prose(allowed)) == []


@pytest.mark.parametrize(
    "text",
    [
        "数据,报告。",
        "说明: 未见。",
        "范围(全区)。",
        "见 `x`,再看。",
        "到此为止.",
        '称为"社工"。',
        "**注意**:缺数",
    ],
)
def test_half_width_punctuation_beside_chinese_is_found(text):
    assert half_width(prose(text)) != []


def test_half_width_punctuation_among_latin_words_is_allowed():
    assert half_width(prose("采用 Python (3.11, 3.12) 与 `f(x, y)`，见[说明](a.md)。")) == []


def test_chinese_in_english_prose_is_found():
    assert chinese_words(prose("The term 社工 is kept.")) == ["社工"]


@pytest.mark.parametrize(
    ("cells", "found"),
    [
        ([("markdown", ["lang-zh"], "## 一")], ["cell-0"]),
        (
            [("markdown", ["lang-zh"], "## 一"), ("code", [], "x"), ("markdown", ["lang-en"], "## One")],
            ["cell-0", "cell-2"],
        ),
        ([("markdown", ["lang-zh"], "## 一"), ("markdown", ["lang-en"], "### One")], ["cell-0"]),
        ([("markdown", [], "Words for nobody in particular")], ["cell-0"]),
    ],
)
def test_a_cell_without_its_counterpart_is_found(cells, found):
    assert unpaired(notebook_of(cells)) == found


def test_cells_in_pairs_are_accepted():
    cells = [("markdown", ["lang-zh"], "## 一"), ("markdown", ["lang-en"], "## One"), ("code", [], "x")]
    assert unpaired(notebook_of(cells)) == []


def notebook_of(cells):
    """A notebook of (type, tags, source)."""
    return {
        "cells": [
            {"cell_type": kind, "id": f"cell-{number}", "metadata": {"tags": tags}, "source": [text]}
            for number, (kind, tags, text) in enumerate(cells)
        ]
    }
