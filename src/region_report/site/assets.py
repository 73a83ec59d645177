"""The site's own files: styles, scripts, and the chart library that a touched chart fetches."""

import json
import shutil
from functools import cache
from pathlib import Path

from region_report.charts import theme
from region_report.site import vega

HERE = Path(__file__).resolve().parent
STATIC = HERE / "static"
# What every page loads, each one file: its parts are joined in the order of their names.
JOINED = {"report.css": HERE / "styles", "report.js": HERE / "scripts"}
BUNDLE = "vega-bundle.js"
# What else of the static files a page uses; the rest, of the theme and of extensions, is not published.
USED = ("report*", "search", "search.js", "search-*.js", "pygments.css", "charts")


def setup(app):
    """Styles and scripts go to every page; the chart library only lies beside them."""
    app.connect("builder-inited", add_static)
    app.connect("build-finished", finish)
    app.add_css_file("report.css", priority=900)
    app.add_js_file("report.js", loading_method="defer")


def add_static(app):
    """Let Sphinx copy our folder, and the styles and scripts that are made of several files."""
    made = Path(app.doctreedir) / "joined"
    made.mkdir(parents=True, exist_ok=True)
    for name, folder in JOINED.items():
        (made / name).write_text(joined(folder), encoding="utf-8")
    app.config.html_static_path += [str(STATIC), str(made)]


def joined(folder):
    """The files of a folder one after the other."""
    return "\n".join(path.read_text("utf-8") for path in sorted(folder.iterdir()))


def finish(app, exception):
    """Write the chart library, and remove what no page uses and what differs from build to build."""
    if exception or app.builder.format != "html":
        return
    static = Path(app.outdir) / "_static"
    (static / BUNDLE).write_text(bundle(), encoding="utf-8")
    for path in list(static.iterdir()):
        if path.name != BUNDLE and not any(path.match(pattern) for pattern in USED):
            shutil.rmtree(path) if path.is_dir() else path.unlink()


@cache
def bundle():
    """Vega, Vega-Lite and vega-embed as one classic script, with the dark configuration of the charts.

    A classic script also loads from a disk, where browsers refuse modules.
    """
    configs = json.dumps({mode: theme.config(mode) for mode in theme.MODES}, ensure_ascii=False, sort_keys=True)
    return f"window.reportChartConfigs={configs};\n(function(){{{vega.bundle()}}})();\n"
