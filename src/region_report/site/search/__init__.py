"""The search: an index in parts, of which a reader loads a few, for a book of three regions or of three thousand.

`cutting` cuts text into words, `reading` takes the passages from a built page, `index` says which page has which
word, `files` writes all that as classic scripts, `memory` and `updating` spare the pages that did not change. In the
browser, `static/search-words.js` cuts the query as `cutting` cuts the text, `static/search-index.js` asks the index,
and `static/search.js` shows what was found.
"""

import json
from pathlib import Path

from region_report.site import editions, places
from region_report.site.search import files, index, memory, reading, updating

# Where more than one page of so many has changed, all are indexed anew.
MOST = 4
WORDS = ("searching", "count", "none", "none_of", "failed")


def setup(app):
    """Our own search page and index take the place of Sphinx's."""
    app.connect("html-collect-pages", search_page)
    app.connect("build-finished", write_index)


def search_page(app):
    """The page on which readers search."""
    lang = editions.language(app.config)
    words = {key: editions.words(lang, f"search.{key}") for key in WORDS}
    title = editions.words(lang, "search.title")
    yield "search", {"title": title, "search_words": json.dumps(words, ensure_ascii=False)}, "search.html"


def write_index(app, exception):
    """Index every page of the book, in reading order, reading only those that were written anew."""
    if exception or app.builder.format != "html":
        return
    pages = {
        app.builder.get_target_uri(name): Path(app.builder.get_outfilename(name))
        for name in [*reading_order(app.env), *places.pages(app.env)]
    }
    folder, kept = Path(app.outdir) / "_static" / "search", Path(app.doctreedir)
    if app.fresh_env_used:
        # Perhaps other code: a page that came out as it was has kept its time, and is read anew none the less.
        memory.forget(kept)
    before, now = memory.before(kept), memory.times(pages)
    if (folder / "index.js").exists() and before == now:
        return
    memory.begin(kept)

    def entries(chosen):
        return memory.entries(chosen, kept, lambda address: _entry(address, pages[address]))

    files.write(_updated(folder, kept, before, now, entries) or index.Index(entries(now)), folder)
    memory.keep(now, kept)


def _updated(folder, kept, before, now, entries):
    """The index that lies in a folder with what has changed since; None where all of it is to be made anew."""
    changed = memory.changed(before, now)
    if changed is None or len(changed) > len(now) / MOST:
        return None
    old = [memory.kept(kept, *before[number]) for number in changed]
    lines = files.lines(folder)
    if lines is None or None in old:
        return None
    pages = zip(old, entries(now[number] for number in changed), strict=True)
    return updating.updated(lines, len(now), dict(zip(changed, pages, strict=True)))


def _entry(address, path):
    return index.entry(reading.read(address, path.read_text("utf-8")))


def reading_order(env):
    """The names of all pages: as the contents have them, then those outside the contents."""
    order, todo = {}, [env.config.root_doc]
    while todo:
        name = todo.pop(0)
        if name not in order:
            order[name] = True
            todo[:0] = env.toctree_includes.get(name, [])
    return [*order, *sorted(env.found_docs - order.keys())]
