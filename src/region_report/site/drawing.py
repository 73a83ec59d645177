"""Charts as static pictures: each in two widths and two modes, drawn once and kept by what they depend on.

The environment of Sphinx keeps of a chart its key and the sizes of its pictures. Its specification waits on the disk
until it is drawn, so that a book of thousands of pages holds none in memory.
"""

import hashlib
import json
import os
import re
from concurrent.futures import ThreadPoolExecutor
from itertools import count
from pathlib import Path

import vl_convert
from sphinx.errors import ExtensionError
from sphinx.util import logging

from region_report import fonts, paths
from region_report.charts import theme
from region_report.site import vega

WIDTHS = (720, 350)
# Starting a V8 costs as much as drawing some ten charts.
FEW = 24
# Raise this when the same specification is to give another picture.
RECIPE = "2"

logger = logging.getLogger(__name__)


def setup(app):
    """All pictures are drawn between reading and writing: the pages then know their sizes."""
    app.connect("env-get-outdated", undrawn)
    app.connect("env-purge-doc", forget)
    app.connect("env-merge-info", merge)
    app.connect("env-updated", draw_all)
    app.connect("build-finished", publish)


def remember(env, docname, spec):
    """Note that a page shows this chart; its key."""
    drawn = bare(spec)
    _check_characters(drawn)
    found = key(drawn)
    if not all(os.path.exists(f"{cache_folder()}/{name}") for name in _names(found)):
        _waiting(env, found).parent.mkdir(parents=True, exist_ok=True)
        _waiting(env, found).write_text(drawn, "utf-8")
    _charts(env).setdefault(docname, {})[found] = None
    return found


def forget(app, env, docname):
    """A page that is read anew, or that is gone, shows no chart until it says so."""
    _charts(env).pop(docname, None)


def merge(app, env, docnames, other):
    """Take over what another reading process noted."""
    for docname in docnames:
        if docname in _charts(other):
            _charts(env)[docname] = _charts(other)[docname]


def undrawn(app, env, added, changed, removed):
    """Pages whose pictures were removed from the cache: they are read again, to be drawn again."""
    there = _drawn()
    return [docname for docname, charts in _charts(env).items() if not all(_names(key) <= there for key in charts)]


def draw_all(app, env):
    """Draw every chart of the book that is not in the cache yet. No page changes by it."""
    if app.builder.format != "html":
        return []
    there = _drawn()
    missing = [key for key in sorted(_keys(env)) if not _names(key) <= there]
    # In threads: V8 works outside of Python's lock.
    jobs, far = min(os.cpu_count() or 1, 1 + len(missing) // FEW), _Far(len(missing))
    with ThreadPoolExecutor(jobs) as pool:
        list(pool.map(lambda job: _draw_waiting(env, missing[job::jobs], far), range(jobs)))
    for charts in _charts(env).values():
        charts.update({key: sizes(key) for key, known in charts.items() if not known})
    return []


def draw(engine, drawn):
    """Draw the pictures of a chart into the cache. drawn: what `bare` gives."""
    cache_folder().mkdir(parents=True, exist_ok=True)
    for width, light in zip(WIDTHS, engine.draw(drawn, WIDTHS), strict=True):
        for mode, picture in (("light", light), ("dark", darkened(light))):
            paths.write_whole(cache_folder() / name(key(drawn), width, mode), picture)


def darkened(svg):
    """The picture in dark colours. A chart takes every colour from the palette, so nothing else of it differs."""
    dark = dict(zip(theme.PALETTES["light"].values(), theme.PALETTES["dark"].values(), strict=True))
    return re.sub("#[0-9A-F]{6}", lambda found: dark.get(found[0], found[0]), svg)


def bare(spec):
    """What is drawn of a specification, as JSON: without the words that stand beside it, in light colours."""
    return json.dumps(theme.with_mode(_without_words(spec), "light"), ensure_ascii=False)


def key(drawn):
    """The name of a chart in the cache: a digest of all that its pictures depend on, so that they are kept for ever."""
    dependencies = [RECIPE, vega.VERSION, vl_convert.__version__, fonts.key(), theme.PALETTES, WIDTHS, drawn]
    content = json.dumps(dependencies, ensure_ascii=False)
    return hashlib.sha256(content.encode()).hexdigest()[:16]


def name(key, width, mode):
    """The file name of a picture."""
    return f"{key}-{width}-{mode}.svg"


def sizes(key):
    """Width and height in pixels of a chart's pictures, for each of the widths; the same in both modes."""
    return [_size(cache_folder() / name(key, width, "light")) for width in WIDTHS]


def sizes_in(env, docname, key):
    """The same, of a chart of a page, as they are known since it was drawn."""
    return _charts(env)[docname][key]


def cache_folder():
    """Where drawn pictures are kept between builds."""
    return paths.build_dir() / paths.PICTURES


def publish(app, exception):
    """Put the pictures of this book beside its pages, and remove those that no page shows any more."""
    if exception or app.builder.format != "html":
        return
    target = Path(app.outdir) / "_static" / paths.PICTURES
    target.mkdir(parents=True, exist_ok=True)
    wanted = {each for key in _keys(app.env) for each in _names(key)}
    there = {file.name for file in os.scandir(target)}
    for file in there - wanted:
        (target / file).unlink()
    for file in sorted(wanted - there):
        # A picture is never written over.
        paths.share(cache_folder() / file, target / file)


def _charts(env):
    """Page -> key of each chart on it -> its sizes, None until it is drawn."""
    if not hasattr(env, "region_report_pictures"):
        env.region_report_pictures = {}
    return env.region_report_pictures


def _keys(env):
    return {key for charts in _charts(env).values() for key in charts}


class _Far:
    """Says in Sphinx's words how far the drawing is, a line a percent; called after each chart, by any thread."""

    def __init__(self, total):
        self._total, self._done = total, count(1)

    def __call__(self):
        done = next(self._done)
        if 100 * done // self._total > 100 * (done - 1) // self._total:
            logger.info("drawing charts... [%3d%%]", 100 * done // self._total)


def _draw_waiting(env, keys, far):
    if not keys:
        return
    with vega.Engine() as engine:
        for key in keys:
            draw(engine, _waiting(env, key).read_text("utf-8"))
            _waiting(env, key).unlink()
            far()


def _waiting(env, key):
    """The file of a specification that is still to be drawn."""
    return Path(env.doctreedir) / paths.PICTURES / f"{key}.json"


def _drawn():
    """The names of all pictures there are: the folder is asked once, and not for each of thousands."""
    return set(os.listdir(cache_folder())) if cache_folder().is_dir() else set()


def _names(key):
    """The names of the pictures of a chart."""
    return {name(key, width, mode) for width in WIDTHS for mode in theme.MODES}


def _without_words(spec):
    return {part: value for part, value in spec.items() if part != "usermeta"}


def _size(file):
    with file.open(encoding="utf-8") as svg:
        start = svg.read(600)
    return tuple(round(float(re.search(rf'<svg[^>]*\s{side}="([\d.]+)"', start)[1])) for side in ("width", "height"))


def _check_characters(drawn):
    """Stop where the font lacks a character: some installed font, or a box, would take its place."""
    if lacking := fonts.missing("".join(sorted(set(drawn)))):
        raise ExtensionError(f"The font of the charts has no {'、'.join(lacking)}. Write it in other words.")
