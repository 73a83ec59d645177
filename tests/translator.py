"""A translator for tests: marks each English text, so that a page shows where its words come from."""

import csv
import io
import re

import nbformat
import yaml

from region_report.metrics import REGISTRY

MARK = "eo-"
# How lists and fractions are written: signs, and what is looked for within units.
_SIGNS = ("written", "of")
_WORD = re.compile(r"(\{[^}]*\})|([^\W\d_]{2,})")


def marked(text):
    """The text with a mark at its first word.

    >>> marked("{title}. Figures: {count}"), marked("%")
    ('{title}. eo-Figures: {count}', '%')
    """
    found = next((word for word in _WORD.finditer(text) if word[2]), None)
    return text if found is None else text[: found.start()] + MARK + text[found.start() :]


def translate(folder, lang="eo"):
    """Translate all that the recipe of docs/extend.md leaves to the reader, in a project to which it was applied."""
    for path in (folder / "src" / "region_report" / "locale" / lang).glob("*.yml"):
        _locale(path)
    for path in (folder / "data").rglob("*.csv"):
        _table(path, lang)
    for path in (folder / "data" / "regions").glob("*/region.yml"):
        path.write_text(_yaml(_entries(yaml.load(path.read_text("utf-8"), yaml.BaseLoader), lang)), "utf-8")
    for path in (folder / "notebooks").glob("*.ipynb"):
        _cells(path, lang)
    for path in (folder / "book").glob(f"*.{lang}.md"):
        path.write_text(_headed(path.read_text("utf-8")), "utf-8")


def _locale(path):
    words = yaml.load(path.read_text("utf-8"), yaml.BaseLoader)
    words = _words(words)
    if path.name == "metrics.yml":
        parts = ("name", "unit", "definition", "note")
        of = {id_: {part: marked(each.texts[f"{part}_en"]) for part in parts} for id_, each in REGISTRY.items()}
        words["metrics"]["of"] |= of
    path.write_text(_yaml(words), "utf-8")


def _words(entry):
    if isinstance(entry, dict):
        return {key: value if key in _SIGNS else _words(value) for key, value in entry.items()}
    return marked(entry)


def _table(path, lang):
    rows = list(csv.reader(io.StringIO(path.read_text("utf-8"))))
    columns = [name for name in rows[0] if re.search("_en(_plural)?$", name)]
    places = [rows[0].index(name) for name in columns]
    if not columns or "released" in path.parts:
        return
    rows[0] += [re.sub("_en(?=$|_plural)", f"_{lang}", name) for name in columns]
    for row in rows[1:]:
        row += [marked(row[place]) for place in places]
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(rows)
    path.write_text(text.getvalue(), "utf-8")


def _entries(entry, lang):
    if isinstance(entry, list):
        return [_entries(each, lang) for each in entry]
    if not isinstance(entry, dict):
        return entry
    found = {f"{name[:-3]}_{lang}": marked(value) for name, value in entry.items() if name.endswith("_en")}
    return found | {name: _entries(value, lang) for name, value in entry.items()}


def _cells(path, lang):
    notebook = nbformat.read(path, as_version=4)
    own = any(f"lang-{lang}" in cell.metadata.get("tags", []) for cell in notebook.cells)
    cells = []
    for cell in notebook.cells:
        cells.append(cell)
        if not own and "lang-en" in cell.metadata.get("tags", []):
            tags = [f"lang-{lang}"]
            source = _headed(cell.source)
            cells.append(nbformat.v4.new_markdown_cell(source, id=f"{cell.id}-{lang}", metadata={"tags": tags}))
    notebook.cells = cells
    nbformat.write(notebook, path)


def _headed(markdown):
    return re.sub(r"(?m)^(#+ )", rf"\1{MARK}", markdown)


def _yaml(entry):
    return yaml.safe_dump(entry, allow_unicode=True, sort_keys=False, width=1000)
