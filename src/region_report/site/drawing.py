"""Charts as static pictures: each in two widths and two modes, drawn once and kept by what they depend on."""

import hashlib
import json
import multiprocessing
import os
import re
import shutil
import tempfile
from pathlib import Path

import vl_convert
from sphinx.errors import ExtensionError

from region_report import fonts, paths, processes
from region_report.charts import theme

VEGA_LITE = "6.4"
WIDTHS = (720, 350)
FOLDER = "charts"
# Starting a process costs as much as drawing some twenty pictures.
FEW = 24


def setup(app):
    """All pictures are drawn between reading and writing: the pages then know their sizes."""
    app.connect("env-purge-doc", forget)
    app.connect("env-merge-info", merge)
    app.connect("env-updated", draw_all)
    app.connect("build-finished", publish)


def remember(env, docname, spec):
    """Note that a page shows this chart."""
    _charts(env).setdefault(docname, []).append(spec)


def forget(app, env, docname):
    """A page that is read anew, or that is gone, shows no chart until it says so."""
    _charts(env).pop(docname, None)


def merge(app, env, docnames, other):
    """Take over what another reading process noted."""
    for docname in docnames:
        if docname in _charts(other):
            _charts(env)[docname] = _charts(other)[docname]


def draw_all(app, env):
    """Draw every chart of the book that is not in the cache yet. No page changes by it."""
    if app.builder.format != "html":
        return []
    specs = [spec for docname in sorted(_charts(env)) for spec in _charts(env)[docname]]
    _check_characters(specs)
    wanted = {
        name(spec, width, mode): (spec, width, mode) for spec in specs for width in WIDTHS for mode in theme.MODES
    }
    missing = [job for file, job in wanted.items() if not (cache_folder() / file).exists()]
    if missing:
        # Once, before the workers start: they would each make the font.
        fonts.font_file()
    if len(missing) <= FEW:
        for job in missing:
            draw(*job)
        return []
    context = multiprocessing.get_context("spawn")
    with processes.pool(mp_context=context) as pool:
        list(pool.map(_draw_job, missing, chunksize=4))
    return []


def draw(spec, width, mode):
    """Draw one picture into the cache; it is there whole or not at all."""
    fonts.register()
    svg = vl_convert.vegalite_to_svg(at_width(theme.with_mode(spec, mode), width), vl_version=VEGA_LITE)
    folder = cache_folder()
    folder.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=folder, suffix=".part")
    with os.fdopen(handle, "w", encoding="utf-8") as out:
        out.write(svg)
    os.replace(temporary, folder / name(spec, width, mode))


def at_width(spec, width):
    """The specification for a place of that many pixels."""
    bare = {key: value for key, value in spec.items() if key != "usermeta"}
    return {**bare, "width": width} if bare.get("width") == "container" else bare


def name(spec, width, mode):
    """The picture's file name: a digest of everything it depends on, so that it may be kept for ever."""
    dependencies = [
        at_width(theme.with_mode(spec, mode), width),
        VEGA_LITE,
        vl_convert.__version__,
        fonts.key(),
    ]
    content = json.dumps(dependencies, sort_keys=True, ensure_ascii=False)
    return f"{hashlib.sha256(content.encode()).hexdigest()[:16]}.svg"


def size(file):
    """Width and height of a drawn picture in pixels."""
    with (cache_folder() / file).open(encoding="utf-8") as svg:
        start = svg.read(600)
    return tuple(round(float(re.search(rf'<svg[^>]*\s{side}="([\d.]+)"', start)[1])) for side in ("width", "height"))


def cache_folder():
    """Where drawn pictures are kept between builds."""
    return paths.build_dir() / FOLDER


def publish(app, exception):
    """Put the pictures of this book beside its pages, and remove those that no page shows any more."""
    if exception or app.builder.format != "html":
        return
    target = Path(app.outdir) / "_static" / FOLDER
    target.mkdir(parents=True, exist_ok=True)
    wanted = {
        name(spec, width, mode)
        for specs in _charts(app.env).values()
        for spec in specs
        for width in WIDTHS
        for mode in theme.MODES
    }
    for file in target.iterdir():
        if file.name not in wanted:
            file.unlink()
    for file in sorted(wanted):
        if not (target / file).exists():
            shutil.copyfile(cache_folder() / file, target / file)


def _charts(env):
    if not hasattr(env, "region_report_charts"):
        env.region_report_charts = {}
    return env.region_report_charts


def _check_characters(specs):
    """Stop where the font lacks a character: some installed font, or a box, would take its place."""
    drawn = "".join(text for spec in specs for text in _texts(at_width(spec, 0)))
    if lacking := fonts.missing(drawn):
        raise ExtensionError(f"The font of the charts has no {'、'.join(lacking)}. Write it in other words.")


def _texts(value):
    if isinstance(value, dict):
        for each in value.values():
            yield from _texts(each)
    elif isinstance(value, list):
        for each in value:
            yield from _texts(each)
    elif isinstance(value, str):
        yield value


def _draw_job(job):
    draw(*job)
