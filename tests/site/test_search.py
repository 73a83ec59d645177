import json
import os
import re
import shutil
import subprocess
from types import SimpleNamespace

import pytest
from playwright._impl._driver import compute_driver_executable

from region_report.site import HERE, search
from region_report.site.search import cutting, files, index, reading

reading_of = reading.read

EXAMPLES = {
    "五社联动": ["五社", "社联", "联动"],
    "民政": ["民政"],
    "户": ["户"],
    "持证社工17,439人": ["持证", "证社", "社工", "17439", "人"],
    "１７，４３９人": ["17439", "人"],
    "2017,439": ["2017", "439"],
    "12,345,678.5": ["12345678.5"],
    "volunteers 志愿者": ["volunteers", "志愿", "愿者"],
    "覆盖率≥55.5%": ["覆盖", "盖率", "55.5"],
    "1.7万名，ＡＢＣ": ["1.7", "万名", "abc"],
    "二〇二五年": ["二〇", "〇二", "二五", "五年"],
    "𠮷野家": ["𠮷野", "野家"],
    "Social-work B1级": ["social", "work", "b", "1", "级"],
    "㎡ ① ½ Ⅳ": ["m", "2", "1", "1", "2", "iv"],
    "社\n工 a_b": ["社", "工", "a", "b"],
}


def in_javascript(expression, values):
    """The expression for each value as `each`, computed by the script of the search page."""
    script = (HERE / "static" / "search-words.js").read_text("utf-8")
    script += f"\nconsole.log(JSON.stringify({json.dumps(list(values))}.map((each) => {expression})))"
    # The browser driver brings a JavaScript engine; the machine need not have one.
    node = subprocess.run([compute_driver_executable()[0], "-e", script], capture_output=True, text=True, check=True)
    return json.loads(node.stdout)


@pytest.mark.parametrize(("text", "words"), EXAMPLES.items())
def test_text_is_cut_into_windows_numbers_and_words(text, words):
    assert cutting.cut(text) == words


def test_the_query_is_cut_in_the_browser_as_the_pages_are():
    assert in_javascript("reportSearch.cut(each)", EXAMPLES) == list(EXAMPLES.values())


def test_the_last_character_of_chinese_is_found_alone():
    assert cutting.indexed("五社联动") == ["五社", "社联", "联动", "动"]


def test_words_are_asked_for_by_their_beginnings_in_the_singular():
    asked = in_javascript(
        "reportSearch.asked(each)", ["volunteers", "policies", "class", "社", "社工17,439人", "processes"]
    )
    assert asked == [
        [{"word": "volunteer", "begins": True}],
        [{"word": "polic", "begins": True}],
        [{"word": "class", "begins": True}],
        [{"word": "社", "begins": True}],
        [{"word": "社工"}, {"word": "17439"}],
        [{"word": "process", "begins": True}],
    ]


@pytest.mark.parametrize(("text", "query", "marked"), [
    ("共有持证社工 17,439 人。", "持证社工17439人", ["持证社工 17,439 人"]),
    ("Social work, and social\nworkers", "social work", ["Social work", "social\nwork"]),
    ("villages of all ages", "ages", ["ages"]),
    ("volunteer groups", "volunteers", ["volunteer"]),
    ("117439人，17439人", "17439", ["17439"]),
    ("志愿者与社工", "社工志愿者", ["志愿者", "社工"]),
])  # fmt: skip
def test_what_was_found_is_marked_in_the_passage(text, query, marked):
    parts = f"reportSearch.match(each, {json.dumps(query)}).marks.map(([from, to]) => each.slice(from, to))"
    found = in_javascript(parts, [text])[0]
    # The pieces of a query are marked where the whole does not stand; windows that touch are one mark.
    assert "".join(found).replace("与", "") == "".join(marked)


HTML = """<main>outside</main><article class="bd-article"><section id="top"><h1>温州市<a class="headerlink">#</a></h1>
<p>五社<b>联动</b></p><script>no()</script><button>no</button>
<section id="staff"><h2>队伍</h2>
<table><caption>社工人数</caption><tr><th>持证社工<span>2018年</span></th><td>17,439人</td></tr></table>
</section><p>尾声</p></section></article>"""


def test_a_page_is_read_by_section_and_a_table_row_is_one_passage():
    page = reading.read("book/a.html", HTML)
    assert page.title == "温州市"
    assert [(each.anchor, each.heading, each.passages) for each in page.sections] == [
        ("top", "温州市", [("text", "五社联动"), ("text", "尾声")]),
        ("staff", "队伍", [("caption", "社工人数"), ("text", "持证社工 2018年 · 17,439人")]),
    ]


def one(title, *passages):
    """A page of one section."""
    return reading.Page(f"{title}.html", title, [reading.Section("", title, [("text", each) for each in passages])])


def test_a_comment_is_not_found():
    commented = HTML.replace("尾声", "尾声<!-- 编者 -->")
    assert commented != HTML
    assert reading.read("a.html", commented).sections == reading.read("a.html", HTML).sections


def test_a_title_weighs_more_than_a_heading_a_caption_and_a_text_however_often():
    made = reading.read("a.html", HTML.replace("尾声", "社工人才" * 6))
    found = index.entry(made)["words"]
    weights = {word: found[word][0] for word in ("温州", "队伍", "人数", "人才", "联动")}
    # 9, 6, 3 for the place; one more from the second, one more from the fifth time.
    assert weights == {"温州": 9, "队伍": 6, "人数": 3, "人才": 2, "联动": 0}


def test_pages_are_written_as_distances_and_runs():
    pages = [one("甲", "社工") for _ in range(3)] + [one("乙", "无"), one("丙", "社工")]
    found = index.postings([index.entry(each) for each in pages])
    # Pages 0, 1, 2: from 0, two more. Page 4: two after page 2.
    assert index.encoded(found["社工"]) == "00:0-2,2"


def test_every_file_of_the_index_is_bounded_however_long_the_book(tmp_path):
    words = [chr(0x4E00 + number) for number in range(4000)]
    pages = [one(f"第{number}页", *("".join(words[number * 7 :][:900]) for _ in range(30))) for number in range(40)]
    files.write(index.Index([index.entry(each) for each in pages]), tmp_path)
    sizes = {path.name: path.stat().st_size for path in tmp_path.rglob("[wt]*.js")}
    assert len(sizes) > 40 * 6
    assert max(sizes.values()) < 16_000


def test_a_word_that_every_page_has_costs_no_more_in_a_longer_book():
    def cost(count):
        pages = [one("甲", "社会工作") for _ in range(count)]
        return len(index.encoded(index.postings([index.entry(each) for each in pages])["社会"]))

    # `00:0-13` and `00:0-2aq`: a run from page 0.
    assert (cost(40), cost(2978)) == (7, 8)


def test_the_shards_are_in_the_order_in_which_the_browser_looks_for_a_word():
    made = index.shards(dict.fromkeys(("𠮷野", "\ufa0e社", "社工", "abc", "17"), "00:0"))
    assert [line.split()[0] for lines in made for line in lines] == ["17", "abc", "社工", "𠮷野", "\ufa0e社"]


def test_a_new_word_changes_the_shards_of_its_segment_and_rewrites_no_other(tmp_path):
    words = [f"{number:05}" for number in range(20_000)]
    pages = index.encoded({(1, 0): list(range(0, 300, 3))})

    def written(found):
        made = index.shards(dict.fromkeys(found, pages))
        files.write(SimpleNamespace(shards=made, entries=[]), tmp_path)
        return {path.name: path.stat().st_mtime_ns for path in tmp_path.rglob("w*.js")}

    first, second = written(words), written([*words, "00000a"])
    new = {name for name, time in second.items() if first.get(name) != time}
    assert len(first) > 300
    assert {name.split("-")[0] for name in new} == {"w0"}


def test_the_same_pages_give_the_same_files_and_an_old_index_goes(tmp_path):
    def written(folder):
        return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*.js")}

    once, twice = tmp_path / "once", tmp_path / "twice"
    files.write(index.Index([index.entry(one("甲", "五社联动"))]), once)
    files.write(index.Index([index.entry(one("乙", "志愿者"))]), twice)
    files.write(index.Index([index.entry(one("甲", "五社联动"))]), twice)
    assert written(once) == written(twice)
    assert len(list(twice.iterdir())) == 2


@pytest.fixture
def built(tmp_path):
    """A book of two pages as Sphinx has it after a build; `write_index` takes it."""
    for name in ("a", "b"):
        (tmp_path / f"{name}.html").write_text(HTML.replace("尾声", name * 3), "utf-8")
    builder = SimpleNamespace(
        format="html",
        get_target_uri=lambda name: f"{name}.html",
        get_outfilename=lambda name: tmp_path / f"{name}.html",
    )
    env = SimpleNamespace(config=SimpleNamespace(root_doc="b"), toctree_includes={"b": ["a"]}, found_docs={"a", "b"})
    folders = {"outdir": tmp_path, "doctreedir": tmp_path / ".doctrees"}
    return SimpleNamespace(builder=builder, env=env, fresh_env_used=False, **folders)


def test_only_a_page_that_was_written_is_read_again(built, monkeypatch):
    read = []
    monkeypatch.setattr(search.reading, "read", lambda address, html: read.append(address) or reading_of(address, html))
    search.write_index(built, None)
    assert read == ["b.html", "a.html"]
    search.write_index(built, None)
    assert read == ["b.html", "a.html"]
    os.utime(built.outdir / "a.html", ns=(1, 1))
    search.write_index(built, None)
    assert read == ["b.html", "a.html", "a.html"]


def test_an_index_after_a_change_is_that_of_a_clean_build(built):
    search.write_index(built, None)
    (built.outdir / "a.html").write_text(HTML.replace("温州市", "乐清市"), "utf-8")
    os.utime(built.outdir / "a.html", ns=(1, 1))
    search.write_index(built, None)
    after = {path.name: path.read_bytes() for path in (built.outdir / "_static").rglob("*.js")}
    shutil.rmtree(built.doctreedir)
    shutil.rmtree(built.outdir / "_static")
    search.write_index(built, None)
    assert after == {path.name: path.read_bytes() for path in (built.outdir / "_static").rglob("*.js")}
    assert "乐清" in "".join(content.decode() for content in after.values())


def scripts(folder):
    return {path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in folder.rglob("*.js")}


@pytest.fixture
def shelf(tmp_path):
    """An index of twelve pages, of which `change` makes that with other words on some pages, from its own files."""
    # One word in two hundred begins a segment; of these some come and some go.
    texts = {number: " ".join(f"w{each:03}" for each in range(number * 40, number * 40 + 90)) for number in range(12)}

    def written(folder, words):
        files.write(index.Index([index.entry(one(f"p{number}", words[number])) for number in range(12)]), folder)
        return scripts(folder)

    def change(words):
        pages = {number: [index.entry(one(f"p{number}", each[number])) for each in (texts, texts | words)]
                 for number in words}  # fmt: skip
        folder = tmp_path / "changed"
        written(folder, texts)
        files.write(search.updating.updated(files.lines(folder), 12, pages), folder)
        return scripts(folder), written(tmp_path / "clean", texts | words)

    return SimpleNamespace(texts=texts, change=change)


@pytest.mark.parametrize("number", [0, 5, 11])
def test_an_index_that_is_changed_in_place_is_that_of_all_pages(shelf, number):
    starts = [word for word in (f"x{each}" for each in range(3000)) if index.begins_segment(word)][:3]
    assert len(starts) == 3
    for words in (
        "",
        "w000 w017",
        f"{shelf.texts[number]} {' '.join(starts)}",
        shelf.texts[number].replace("w3", "v3"),
    ):
        changed, clean = shelf.change({number: words, (number + 1) % 12: shelf.texts[number]})
        assert changed == clean


def test_one_changed_page_of_many_is_the_only_one_that_is_looked_at(built, monkeypatch):
    names = [f"p{number}" for number in range(9)]
    for name in names:
        (built.outdir / f"{name}.html").write_text(HTML.replace("尾声", name * 3), "utf-8")
    built.env.toctree_includes, built.env.found_docs = {"b": ["a", *names]}, {"a", "b", *names}
    search.write_index(built, None)
    first = {path.name: path.stat().st_mtime_ns for path in (built.outdir / "_static").rglob("t*.js")}
    (built.outdir / "p5.html").write_text(HTML.replace("温州市", "乐清市"), "utf-8")
    monkeypatch.setattr(index, "postings", lambda entries: pytest.fail("all pages are indexed anew"))
    search.write_index(built, None)
    second = {path.name: path.stat().st_mtime_ns for path in (built.outdir / "_static").rglob("t*.js")}
    assert [name for name in second if second[name] != first[name]] == ["t7-0.js"]


def test_an_index_that_lacks_a_file_is_made_anew(built, monkeypatch):
    monkeypatch.setattr(search, "MOST", 1)
    search.write_index(built, None)
    before = scripts(built.outdir / "_static")
    for path in (built.outdir / "_static").rglob("w0-*.js"):
        path.unlink()
    os.utime(built.outdir / "a.html", ns=(1, 1))
    search.write_index(built, None)
    assert scripts(built.outdir / "_static") == before


def test_a_built_edition_has_our_index_in_reading_order_and_not_sphinx_s(editions):
    folder = editions["zh"] / "_static" / "search"
    manifest = json.loads((folder / "index.js").read_text("utf-8").removeprefix("reportSearch.start(")[:-3])
    first = (folder / manifest["folder"] / "t0-0.js").read_text("utf-8")
    assert '"address":"book/index.html"' in first
    assert manifest["pages"] == len(list(editions["zh"].glob("book/**/*.html")))
    assert not (editions["zh"] / "searchindex.js").exists()


def test_the_words_of_a_chart_are_in_the_index(editions):
    parts = "".join(path.read_text("utf-8") for path in (editions["zh"] / "_static" / "search").rglob("t*.js"))
    assert "A · 17,439" in parts
    assert "Ministry & <office>" in parts


def test_the_search_page_says_that_it_needs_a_script(page):
    assert re.search("<noscript><p>[^<]*脚本", page("zh", "search"))


def test_a_figure_that_opens_a_card_is_read_with_its_card():
    card = "<details><summary>17,439人</summary><dl><dt>原文</dt><dd>17439人</dd></dl></details>"
    found = reading.read("a.html", f"<article><table><tr><th>社工</th><td>{card}</td></tr></table></article>")
    assert found.sections[0].passages == [("text", "社工 · 17,439人 原文 17439人")]
