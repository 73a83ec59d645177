"""The source of one edition as Jupyter Book reads it: the pages and notebooks of one language."""

import copy
from pathlib import Path

import yaml

from region_report import chapters, codelists, diff, settings, text
from region_report.build import contents, copies
from region_report.errors import BuildError
from region_report.languages import LANGUAGES
from region_report.paths import build_dir, data_dir, project_root
from region_report.text.words import catalogue

# The C emitter writes ten times faster; it is absent only where PyYAML was built without libyaml.
DUMPER = getattr(yaml, "CSafeDumper", yaml.SafeDumper)


def stage(lang, jobs, *, editions, data=None, pdf=False):
    """Lay out `_build/<lang>` for a build and return it.

    jobs: the rendered notebooks of all languages. editions: the languages that will lie side by side. data: the
    data folder they were made from. pdf: whether the site will have PDFs, for the pages to link to.
    A file whose content stays keeps its time, so that Jupyter Book reads again only what changed.
    Raises BuildError naming every page of the table of contents that the edition lacks.
    """
    folder, main = build_dir() / lang, codelists.languages(data)[0]
    files = pages(lang, main) | notebooks(lang, jobs)
    toc = table_of_contents(lang, files, main)
    _check_complete(lang, toc, files, main)
    config = configuration(lang, editions, data, pdf=pdf)
    # One at a time: all notebooks of thousands of regions are a gigabyte.
    for name, path in files.items():
        # Notebooks of the other editions are rendered into the place where they are staged.
        if path != folder / name:
            _write_if_changed(folder / name, path.read_bytes())
    _write_if_changed(folder / "_toc.yml", _yaml(toc))
    _write_if_changed(folder / "_config.yml", _yaml(config))
    _remove_others(folder, files)
    return folder


def pages(lang, main="zh"):
    """Staged name -> file of the book's own pages.

    `x.md` is in the main language of the report, `x.en.md` in English, and so on; other files are for all. Hidden ones
    are passed over.
    """
    book = project_root() / "book"
    found = {}
    for inner, _ in copies.files(book):
        if inner.endswith(".ipynb") or any(part.startswith(".") for part in inner.split("/")):
            continue
        name, path = f"book/{inner}", book / inner
        of = name.removesuffix(".md").rpartition(".")[2]
        of = of if of in LANGUAGES else main
        if path.suffix != ".md":
            found[name] = path
        elif of == lang:
            found[name.replace(f".{lang}.md", ".md")] = path
    return found


def notebooks(lang, jobs):
    """Staged name -> file of the edition's rendered notebooks."""
    own = [job for job in jobs if job.parameters["lang"] == lang]
    return {f"book/{chapters.page(job.chapter, job.parameters)}.ipynb": job.out for job in own}


def table_of_contents(lang, files, main="zh"):
    """The root `_toc.yml` with its captions in the edition's language and the files its globs mean."""
    toc = contents.contents()
    documents = sorted(Path(name).with_suffix("").as_posix() for name in files)
    for part in toc["parts"]:
        part["caption"] = caption(part["caption"], lang, main)
        part["chapters"] = [each for entry in part["chapters"] for each in _expanded(entry, documents)]
    toc["parts"] = [part for part in toc["parts"] if part["chapters"]]
    return toc


def caption(words, lang, main="zh"):
    """The caption of a part of the book, which `_toc.yml` gives in the main language, in that of the edition."""
    if lang == main:
        return words
    keys = [key for key, known in catalogue(main).items() if key.startswith("site.captions.") and known == words]
    if not keys:
        raise BuildError(
            f"_toc.yml: the caption '{words}' is not among site.captions of locale/{main}/site.yml. "
            f"Add it there and in {', '.join(f'locale/{other}/site.yml' for other in LANGUAGES[1:])}."
        )
    with text.edition(lang):
        return text.t(keys[0])


def configuration(lang, editions, data=None, *, pdf=False):
    """The root `_config.yml`, what `_config.<lang>.yml` says otherwise, and where everything lies."""
    root = project_root()
    config = yaml.safe_load((root / "_config.yml").read_text("utf-8"))
    override = root / f"_config.{lang}.yml"
    if override.exists():
        config = merged(config, yaml.safe_load(override.read_text("utf-8")))
    own = {
        "region_report_editions": list(editions),
        "region_report_data": "../data",
        "region_report_data_folder": str(data_dir(data or "data")),
        "region_report_released": diff.kept(data or "data").get("version", ""),
        "region_report_pdf": pdf,
        settings.SETTING: settings.site_url(),
    }
    return merged(config, {"sphinx": {"config": own}})


def merged(config, others):
    """The settings with the other ones in their places, mappings key by key."""
    result = copy.deepcopy(config)
    for key, value in others.items():
        both = isinstance(value, dict) and isinstance(result.get(key), dict)
        result[key] = merged(result[key], value) if both else copy.deepcopy(value)
    return result


def _expanded(entry, documents):
    """The entry, with the files that its glob, or those of its sections, mean."""
    if "glob" in entry:
        return [{"file": name} for name in documents if Path(name).match(entry["glob"])]
    sections = [each for inner in entry.get("sections", []) for each in _expanded(inner, documents)]
    return [{"file": entry["file"]} | ({"sections": sections} if sections else {})]


def _check_complete(lang, toc, files, main):
    documents = {Path(name).with_suffix("").as_posix() for name in files}
    listed = [toc["root"], *(entry["file"] for part in toc["parts"] for entry in part["chapters"])]
    if missing := [name for name in listed if name not in documents]:
        ending = ".md" if lang == main else f".{lang}.md"
        names = "\n".join(f"  {name}{ending}, or the notebook notebooks/{Path(name).name}.ipynb" for name in missing)
        raise BuildError(f"_toc.yml lists pages that the edition '{lang}' does not have. Write them:\n{names}")


def _yaml(content):
    return yaml.dump(content, Dumper=DUMPER, allow_unicode=True, sort_keys=False).encode()


def _write_if_changed(path, content):
    if path.exists() and path.read_bytes() == content:
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def _remove_others(folder, wanted):
    """Remove what an earlier build laid out and this one does not have."""
    for inner, _ in copies.files(folder / "book"):
        if f"book/{inner}" not in wanted:
            (folder / "book" / inner).unlink()
