"""Projects of invented regions in a folder of their own, and the same job done the usual way beside them."""

import os
import shutil
from unittest import mock

import nbformat
import yaml
from invented import invent

from region_report import normal_form
from region_report.paths import project_root

LANGUAGES = ("zh", "en")
TITLE = {"zh": "地区", "en": "Regions"}
CONTENTS = {
    "format": "jb-book",
    "root": "book/index",
    "parts": [{"caption": "各地区", "chapters": [{"glob": "book/regions/*"}]}],
}
# Without our extension a chart is its text.
TEXT_FOR_CHARTS = [["html", "application/vnd.vegalite.v6+json", None]]
USUAL = {
    "title": "Regions",
    "execute": {"execute_notebooks": "off"},
    "only_build_toc_files": True,
    "sphinx": {"config": {"nb_mime_priority_overrides": TEXT_FOR_CHARTS}},
}


def project(folder, regions, *, whole=True):
    """The report's own project in `folder`, with so many invented regions and nothing made yet.

    whole: all chapters; else each region's page alone, and one that they hang on.
    """
    root = project_root()
    folder.mkdir(parents=True)
    for path in [*sorted(root.glob("_config*.yml")), root / "_toc.yml"]:
        shutil.copy(path, folder)
    (folder / "book").mkdir()
    (folder / "notebooks").mkdir()
    for path in (root / "notebooks").glob("*.ipynb" if whole else "region.ipynb"):
        shutil.copy(path, folder / "notebooks")
    if whole:
        for path in (root / "book").glob("*.md"):
            shutil.copy(path, folder / "book")
    else:
        (folder / "_toc.yml").write_text(yaml.safe_dump(CONTENTS, allow_unicode=True, sort_keys=False), "utf-8")
        (folder / "book" / "index.md").write_text(f"# {TITLE['zh']}\n", "utf-8")
        (folder / "book" / "index.en.md").write_text(f"# {TITLE['en']}\n", "utf-8")
    invent(folder / "data", regions)
    return folder


def usual(folder):
    """What `usual.py` needs in a project of regions' pages alone: a notebook and a book for each language."""
    template = nbformat.read(folder / "notebooks" / "region.ipynb", as_version=4)
    slugs = sorted(path.name for path in (folder / "data" / "regions").iterdir())
    for lang in LANGUAGES:
        book = folder / "usual" / lang
        (book / "regions").mkdir(parents=True)
        nbformat.write(normal_form.keep_language(template, lang), folder / "usual" / f"{lang}.ipynb")
        (book / "index.md").write_text(f"# {TITLE[lang]}\n", "utf-8")
        pages = [{"file": f"regions/{slug}"} for slug in slugs]
        contents = {"format": "jb-book", "root": "index", "chapters": pages}
        (book / "_toc.yml").write_text(yaml.safe_dump(contents, sort_keys=False), "utf-8")
        (book / "_config.yml").write_text(yaml.safe_dump(USUAL), "utf-8")


def differing(folder):
    """The executed notebooks of the usual way that do not say what ours say, once both are in normal form."""
    with mock.patch.dict(os.environ, REGION_REPORT_ROOT=str(folder)):
        return _differing(folder)


def _differing(folder):
    found = []
    for lang in LANGUAGES:
        ours = folder / "book" if lang == "zh" else folder / "_build" / lang / "book"
        for path in sorted((folder / "usual" / lang / "regions").glob("*.ipynb")):
            notebook = normal_form.own_labels(nbformat.read(path, as_version=4), path.stem)
            same = (ours / "regions" / path.name).read_text("utf-8")
            if normal_form.write(normal_form.normalise(notebook, "region")) != same:
                found.append(f"{lang}/{path.name}")
    return found
