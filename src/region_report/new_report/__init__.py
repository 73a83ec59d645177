"""A report about something else: a folder with all that a report needs but its indicators, regions and prose."""

import csv
import io
import json
import re
import shutil
import tempfile
from pathlib import Path

import nbformat

from region_report import normal_form
from region_report.codelists.schema import headings
from region_report.codelists.spoken import optional
from region_report.errors import UsageError
from region_report.languages import ALWAYS
from region_report.messages import Message
from region_report.paths import CHECKOUT

PROJECT = Path(__file__).parent / "project"
# Chapters of this report that speak of no topic.
SHARED = ("coverage", "indicator", "indicators")
# What a report must define itself; the lists of the method come with the package.
LISTS = ("units", "indicators", "comparability", "canonical_actors", "actors")


def new_report(folder, *, title, lang):
    """Lay down a report in one language, without indicators and regions, in a folder that is not there yet.

    title: of the report. lang: `zh` or `en`. Returns the folder. Raises UsageError for a folder that is there, an
    empty title or another language; then nothing is written.
    """
    folder = Path(folder)
    if folder.exists():
        raise UsageError(Message("new_report.exists", folder=str(folder)))
    if lang not in ALWAYS:
        raise UsageError(Message("new_report.language", found=lang, allowed=ALWAYS))
    if not title.strip():
        raise UsageError(Message("new_report.title"))
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.parent, prefix=".new-report-") as half:
        _write(Path(half) / "project", title.strip(), lang)
        shutil.move(Path(half) / "project", folder)
    return folder


def _write(folder, title, lang):
    for name in ("notebooks", "book", "data/regions"):
        (folder / name).mkdir(parents=True)
    _text(folder / "_config.yml", _config(title, lang))
    _text(folder / "_toc.yml", (PROJECT / f"_toc.{lang}.yml").read_text("utf-8"))
    # A word may have fields in braces; the title has none.
    words = json.dumps(title.replace("{", "{{").replace("}", "}}"), ensure_ascii=False)
    _text(folder / f"words.{lang}.yml", (PROJECT / f"words.{lang}.yml").read_text("utf-8").replace("TITLE", words))
    _text(folder / ".gitignore", (PROJECT / "gitignore").read_text("utf-8"))
    sources = [*(PROJECT / "notebooks").glob("*.ipynb"), *(CHECKOUT / "notebooks" / f"{name}.ipynb" for name in SHARED)]
    for path in sources:
        _text(folder / "notebooks" / path.name, _notebook(path, title, lang))
    for name in LISTS:
        left_out = optional(name, (lang,))
        line = io.StringIO()
        csv.writer(line, lineterminator="\n").writerow([each for each in headings(name) if each not in left_out])
        _text(folder / "data" / f"{name}.csv", line.getvalue())


def _config(title, lang):
    """The settings of this report, with another title, language and address."""
    config = (CHECKOUT / "_config.yml").read_text("utf-8")
    own = {
        "title": json.dumps(title, ensure_ascii=False), "html_title": json.dumps(title, ensure_ascii=False),
        "language": {"zh": "zh_CN"}.get(lang, lang), "url": '""', "region_report_site_url": '""',
    }  # fmt: skip
    for key, value in own.items():
        config = re.sub(
            rf"(?m)^( *){key}: .*$", lambda found, key=key, value=value: f"{found[1]}{key}: {value}", config
        )
    # The lines above the title tell of the editions of this report.
    return config[config.index("title: ") :]


def _notebook(path, title, lang):
    """A chapter with the cells of one language alone."""
    notebook = normal_form.keep_language(nbformat.read(path, as_version=4), lang)
    for cell in notebook.cells:
        cell.source = re.sub(r'^lang: str = "\w+"', f'lang: str = "{lang}"', cell.source, flags=re.MULTILINE)
        if cell.cell_type == "markdown":
            cell.source = cell.source.replace("TITLE", title)
    return normal_form.write(notebook)


def _text(path, content):
    path.write_text(content, encoding="utf-8", newline="\n")
