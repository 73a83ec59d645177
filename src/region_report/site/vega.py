"""Vega and Vega-Lite in a V8 of this process, kept warm: what draws the pictures of the charts.

vl-convert runs the same library and draws the same bytes, but lays out every text to learn its width, which is
nearly all of its time. Here a text is as wide as its characters are in the report's font.
"""

import json
import re
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from pathlib import Path

import vl_convert
from py_mini_racer import JSPromiseError, MiniRacer
from sphinx.errors import ExtensionError

from region_report import fonts, paths

VERSION = "6.4"
SCRIPT = Path(__file__).with_suffix(".js")
# The two libraries as the bundle holds them: objects of all their names, told by one name that each alone has.
NAMES = {"vega": "textMetrics", "vegaLite": "compile"}


class Engine:
    """One V8 with the library in it. Used as a context, since its thread must end before the process forks or ends.

    Engines in threads of their own draw side by side: V8 works outside of Python's lock.
    """

    def __init__(self):
        # Made here it would take over an event loop that runs in this thread, as in a notebook, and wait for itself.
        with ThreadPoolExecutor(1) as elsewhere:
            self._v8 = elsewhere.submit(MiniRacer).result()
        self._v8.eval(SCRIPT.read_text("utf-8"))
        self._v8.eval(_named(bundle()))
        self._v8.eval(f"prepare({json.dumps(_advances())})")

    def __enter__(self):
        return self

    def __exit__(self, *reason):
        self._v8.close()

    def draw(self, spec, widths):
        """The chart as SVG, once for each width. spec: its Vega-Lite specification, as JSON."""
        try:
            return json.loads(self._v8.eval(f"draw({json.dumps(spec)}, {list(widths)})").get())
        except JSPromiseError as error:
            title = json.loads(spec).get("title")
            reason = str(error).splitlines()[0].partition("reason: ")[2]
            raise ExtensionError(f"Vega cannot draw the chart with the title {title!r}: {reason}") from error


@cache
def bundle():
    """Vega, Vega-Lite and vega-embed, left at `window.vegaEmbed`; kept under `_build`: to make it takes a second."""
    file = paths.build_dir() / "vega" / f"{VERSION}-{vl_convert.__version__}.js"
    if not file.exists():
        file.parent.mkdir(parents=True, exist_ok=True)
        made = vl_convert.javascript_bundle(snippet="window.vegaEmbed=vegaEmbed;", vl_version=VERSION)
        paths.write_whole(file, made)
    return file.read_text("utf-8")


def _named(library):
    """The bundle as a function that leaves the two libraries at `reportLibrary`: it names neither outside itself."""
    found = {name: re.search(rf"const (\w+)=function\(\)\{{return\{{[^{{}}]*\b{mark}:", library)
             for name, mark in NAMES.items()}  # fmt: skip
    if lacking := [name for name in NAMES if not found[name]]:
        raise ExtensionError(
            f"The bundle of vl-convert {vl_convert.__version__} has no {' and no '.join(lacking)} where it is looked "
            "for. Install the version of requirements.lock, or fit region_report.site.vega to the new one."
        )
    names = ",".join(f"{name}:{match[1]}" for name, match in found.items())
    return f"(function(){{{library}\nglobalThis.reportLibrary={{{names}}};}})();0"


def _advances():
    """Widths of the characters that are not as wide as they are high, as most of a Chinese font are."""
    return {code: width for code, width in fonts.advances().items() if width != 1000}
