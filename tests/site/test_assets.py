import json
import re

from babel.messages import mofile, pofile

from region_report.charts import theme
from region_report.site import HERE, assets


def test_the_chart_library_is_one_classic_script_with_both_modes(editions):
    script = (editions["zh"] / "_static" / assets.BUNDLE).read_text("utf-8")
    configs = json.loads(re.match(r"window\.reportChartConfigs=(.*);\n", script)[1])
    assert configs == {mode: theme.config(mode) for mode in theme.MODES}
    assert "window.vegaEmbed=" in script
    assert not re.search(r"^\s*(import|export)\s", script, re.MULTILINE)


def test_the_chart_library_is_on_no_page_from_the_start(page):
    assert assets.BUNDLE not in page("zh", "book/regions/sample")


def test_files_that_no_page_uses_are_not_in_the_site(editions):
    names = {path.name for path in (editions["zh"] / "_static").iterdir()}
    assert {"report.css", "report.js", assets.BUNDLE} <= names
    assert [
        name for name in names if re.search("theme|bootstrap|fontawesome|design|copybutton|mystnb|vendor", name)
    ] == []


def test_every_variable_of_the_styles_is_defined_there():
    styles = assets.joined(assets.JOINED["report.css"])
    used, defined = (set(re.findall(pattern, styles)) for pattern in (r"var\((--[\w-]+)", r"(?m)^\s*(--[\w-]+):"))
    assert used - defined == set()


def test_the_compiled_theme_words_are_those_of_their_source():
    folder = HERE / "locale" / "zh_CN" / "LC_MESSAGES"
    with (folder / "sphinx.po").open("rb") as source, (folder / "sphinx.mo").open("rb") as compiled:
        written = {message.id: message.string for message in pofile.read_po(source)}
        used = {message.id: message.string for message in mofile.read_mo(compiled)}
    assert {key: text for key, text in used.items() if key} == {key: text for key, text in written.items() if key}
