import json
import subprocess
from types import SimpleNamespace

import pytest
from playwright._impl._driver import compute_driver_executable
from sphinx.search import js_index

from region_report.site.search import PIECE, SPLITTER, BilingualSearch, forget_lost_words, windows

EXAMPLES = {
    "五社联动": ["五社", "社联", "联动"],
    "民政": ["民政"],
    "户": ["户"],
    "持证社工17,439人": ["持证", "证社", "社工", "n17439", "人"],
    "volunteers 志愿者": ["volunteers", "志愿", "愿者"],
    "覆盖率≥55.5%": ["覆盖", "盖率", "n55.5"],
}


@pytest.mark.parametrize(("text", "words"), EXAMPLES.items())
def test_text_is_cut_into_windows(text, words):
    assert BilingualSearch({}).split(text) == words


def test_the_query_is_cut_in_the_browser_as_the_pages_are():
    script = SPLITTER + f"\nconsole.log(JSON.stringify({json.dumps(list(EXAMPLES))}.map(splitQuery)))"
    # The browser driver brings a JavaScript engine; the machine need not have one.
    node = subprocess.run([compute_driver_executable()[0], "-e", script], capture_output=True, text=True, check=True)
    assert json.loads(node.stdout) == list(EXAMPLES.values())


@pytest.mark.parametrize(("word", "kept"), [("户", True), ("a", False), ("the", False), ("n5", True), ("社工", True)])
def test_single_chinese_characters_count_and_single_letters_do_not(word, kept):
    assert BilingualSearch({}).word_filter(word) is kept


def test_english_is_found_by_its_stem():
    search = BilingualSearch({})
    assert search.stem("Volunteers") == search.stem("volunteer")


def test_every_piece_has_at_least_one_window():
    assert all(windows(piece) for piece in PIECE.findall("二〇二五年 1,234.5 social-work 社"))


def test_words_that_no_page_has_any_more_leave_the_index(tmp_path):
    index = {"terms": {"五社": 0, "失联": [], "volunt": [0, 1]}, "titleterms": {"温州": 1, "旧题": []}}
    (tmp_path / "searchindex.js").write_text(js_index.dumps(index), encoding="utf-8")
    forget_lost_words(SimpleNamespace(outdir=tmp_path), None)
    kept = js_index.loads((tmp_path / "searchindex.js").read_text(encoding="utf-8"))
    assert kept == {"terms": {"五社": 0, "volunt": [0, 1]}, "titleterms": {"温州": 1}}
