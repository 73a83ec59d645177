"""What an edition in a further language still lacks: nothing on its pages may silently be in another language."""

import json
from collections import defaultdict
from itertools import groupby

import yaml

from region_report import chapters, codelists, text
from region_report.codelists.folder import LISTS
from region_report.codelists.records import read_csv
from region_report.codelists.schema import further, headings
from region_report.errors import Fault
from region_report.languages import FURTHER
from region_report.messages import Message
from region_report.metrics import REGISTRY
from region_report.paths import project_root, shown


def untranslated(lang, data=None):
    """Every Fault of an edition: texts, columns, cells and pages that it lacks; none of Chinese and English.

    Chinese and English are held to by schemas and tests; a further language is looked at before it is rendered.
    """
    if lang not in FURTHER:
        return []
    lists, regions = codelists.load(data), codelists.regions(data)
    found = [*_texts(), *_metrics(lang), *_settings(lang), *_prose(lang), *_cells(lang)]
    for name in LISTS:
        found += [fault for path in lists.files[name] for fault in _table(name, path, lang)]
    for region in regions:
        found += _region(region, lang)
        found += _table("observations", region.folder / "observations.csv", lang)
    return sorted(found)


def _texts():
    """Faults of the locale files; the keys that a language lacks are told together, as there may be hundreds."""
    faults, missing = text.check_locales(), defaultdict(list)
    for fault in faults:
        if fault.code == "text_missing":
            missing[fault.file, fault.message].append(fault.column)
    found = [Fault(file, 0, ", ".join(keys), said) for (file, said), keys in missing.items()]
    return found + [fault for fault in faults if fault.code != "text_missing"]


def _metrics(lang):
    """What the code says of a metric in Chinese and English, the locale says in other languages."""
    missing = [
        f"{metric.id}.{part}"
        for metric in REGISTRY.values()
        for part in ("name", "unit", "definition", "note")
        if metric.texts[f"{part}_en"] and not metric.texts[f"{part}_{lang}"]
    ]
    file, said = f"src/region_report/locale/{lang}/metrics.yml", Message("translation.texts", missing=tuple(missing))
    return [Fault(file, 0, "metrics.of", said)] if missing else []


def _settings(lang):
    """The edition's own `_config.<lang>.yml`, which gives it a title and tells Sphinx its language."""
    path = project_root() / f"_config.{lang}.yml"
    if not path.is_file():
        return [Fault(path.name, 0, "", Message("translation.file", like="_config.en.yml"))]
    told = yaml.safe_load(path.read_text("utf-8")) or {}
    language = str(told.get("sphinx", {}).get("config", {}).get("language", ""))
    fits = language.partition("_")[0] == lang
    return [] if fits else [Fault(path.name, 0, "sphinx.config.language", Message("translation.language", lang=lang))]


def _prose(lang):
    """The pages of `book/` that have an English version and none in the language."""
    pages = sorted((project_root() / "book").glob("*.en.md"))
    names = {page: page.with_name(page.name.replace(".en.md", f".{lang}.md")) for page in pages}
    missing = {page: own for page, own in names.items() if not own.is_file()}
    return [Fault(shown(own), 0, "", Message("translation.file", like=shown(page))) for page, own in missing.items()]


def _cells(lang):
    """The cells of notebooks in English beside which, before the next code cell, there is none in the language."""
    found = []
    for chapter in chapters.chapters():
        cells, alone = json.loads(chapter.path.read_text("utf-8"))["cells"], []
        for _, group in groupby(cells, key=lambda cell: cell["cell_type"]):
            tagged = [(cell["id"], cell["metadata"].get("tags", [])) for cell in group]
            own = sum(f"lang-{lang}" in tags for _, tags in tagged)
            alone += [id_ for id_, tags in tagged if "lang-en" in tags][own:]
        said = Message("translation.cells", lang=lang, missing=tuple(alone))
        found += [Fault(shown(chapter.path), 0, "", said)] if alone else []
    return found


def _table(name, path, lang):
    """The columns of a table with cells that are empty and in English are not."""
    records, _ = read_csv(path, headings(name), further(name))
    found = []
    # A language without a plural has no column for it.
    for column in (each for each in further(name) if each.endswith(f"_{lang}")):
        english = column.removesuffix(lang) + "en"
        lines = [record.line for record in records if record[english] and not record[column]]
        if lines:
            lines = tuple(_ranges(lines))
            found.append(Fault(shown(path), 1, column, Message("translation.column", like=english, lines=lines)))
    return found


def _ranges(numbers):
    """Numbers in their order, those that follow one another as one range.

    >>> list(_ranges([2, 3, 4, 8]))
    ['2–4', '8']
    """
    for _, group in groupby(enumerate(numbers), key=lambda each: each[1] - each[0]):
        first, *_, last = [number for _, number in group] * 2
        yield f"{first}–{last}" if first != last else str(first)


def _region(region, lang):
    """The entries of `region.yml`: of the region, of those above it, of its sources."""
    parts = {"": (region, ("name",))}
    parts |= {f"parents.{each.code}.": (each, ("name",)) for each in region.parents}
    parts |= {f"sources.{id_}.": (each, ("title", "publisher", "licence")) for id_, each in region.sources.items()}
    missing = [
        f"{place}{what}_{lang}"
        for place, (entry, names) in parts.items()
        for what in names
        if entry.word(what, "en") and not entry.word(what, lang)
    ]
    said = Message("translation.entries", missing=tuple(missing))
    return [Fault(shown(region.folder / "region.yml"), 0, "", said)] if missing else []
