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
    static = editions["zh"] / "_static"
    assert [name for name in (*assets.UNUSED, *assets.UNUSED_FOLDERS) if (static / name).exists()] == []
    assert list(static.rglob("*.map")) == []


def test_the_words_of_sphinx_scripts_need_no_eval(editions):
    script = (editions["zh"] / "_static" / "translations.js").read_text("utf-8")
    assert "addTranslations" not in script
    assert "Documentation.PLURAL_EXPR = (n) => 0;" in script


def test_words_that_are_converted_already_stay_as_they_are():
    once = assets.without_eval('Documentation.addTranslations({"locale": "zh", "messages": {}, "plural_expr": "0"});')
    assert assets.without_eval(once) == once


def test_the_compiled_theme_words_are_those_of_their_source():
    folder = HERE / "locale" / "zh_CN" / "LC_MESSAGES"
    with (folder / "sphinx.po").open("rb") as source, (folder / "sphinx.mo").open("rb") as compiled:
        written = {message.id: message.string for message in pofile.read_po(source)}
        used = {message.id: message.string for message in mofile.read_mo(compiled)}
    assert {key: text for key, text in used.items() if key} == {key: text for key, text in written.items() if key}
