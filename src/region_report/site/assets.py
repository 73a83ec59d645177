"""The site's own files: styles, scripts, and the chart library that a touched chart fetches."""

import json
import re
import shutil
from functools import cache
from pathlib import Path

import vl_convert

from region_report.charts import theme
from region_report.site import drawing

HERE = Path(__file__).resolve().parent
STATIC = HERE / "static"
# What every page loads, each one file: its parts are joined in the order of their names.
JOINED = {"report.css": HERE / "styles", "report.js": HERE / "scripts"}
BUNDLE = "vega-bundle.js"
# Files of the theme and of extensions that no page uses.
UNUSED = (
    "scripts/fontawesome.js", "scripts/fontawesome.js.map", "scripts/fontawesome.js.LICENSE.txt",
    "sphinx-thebe.js", "sphinx-thebe.css", "togglebutton.js", "togglebutton.css",
    "sbt-webpack-macros.html", "webpack-macros.html", "documentation_options.js.map",
    "searchtools.js", "language_data.js",
)  # fmt: skip
UNUSED_FOLDERS = ("locales", "images")


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
    translations = static / "translations.js"
    if translations.exists():
        translations.write_text(without_eval(translations.read_text("utf-8")), encoding="utf-8")
    for name in UNUSED:
        (static / name).unlink(missing_ok=True)
    for path in [*static.glob("mystnb.*.css"), *static.rglob("*.map")]:
        path.unlink()
    for name in UNUSED_FOLDERS:
        shutil.rmtree(static / name, ignore_errors=True)


def without_eval(script):
    """Sphinx's words for its scripts, the plural rule as code: as text it would need `eval`."""
    found = re.fullmatch(r"Documentation\.addTranslations\((.*)\);\s*", script, re.DOTALL)
    if not found:
        return script
    catalogue = json.loads(found[1])
    messages = json.dumps(catalogue["messages"], ensure_ascii=False, sort_keys=True)
    return (
        f"Object.assign(Documentation.TRANSLATIONS, {messages});\n"
        f"Documentation.PLURAL_EXPR = (n) => {catalogue['plural_expr']};\n"
        f"Documentation.LOCALE = {json.dumps(catalogue['locale'])};\n"
    )


@cache
def bundle():
    """Vega, Vega-Lite and vega-embed as one classic script, with the dark configuration of the charts.

    A classic script also loads from a disk, where browsers refuse modules.
    """
    library = vl_convert.javascript_bundle(snippet="window.vegaEmbed=vegaEmbed;", vl_version=drawing.VEGA_LITE)
    configs = json.dumps({mode: theme.config(mode) for mode in theme.MODES}, ensure_ascii=False, sort_keys=True)
    return f"window.reportChartConfigs={configs};\n(function(){{{library}}})();\n"
