"""What a reader's query loads, in the built book and in a book of thousands of regions made up from it.

    python bench/search.py --regions 2978

Needs the built site (`make report`) and a Chromium. The made-up regions are copies of the built ones, each with an
invented name and every figure replaced by another of as many digits; nothing in them is true.
"""

import argparse
import gzip
import random
import re
import shutil
import tempfile
import time
from pathlib import Path

import yaml
from playwright.sync_api import sync_playwright

from region_report.paths import build_dir
from region_report.site.search import files, index, reading

QUERIES = {
    "zh": ["五社联动", "社会工作专业人才", "区域养老", "持证社工17439人", "志愿者", "温州", "社会", "的"],
    "en": ["volunteers", "social work professionals", "17,439", "the"],
}
FIGURE = re.compile(r"(?<![\d.])(?!(?:19|20)\d\d(?!\d))\d{2,}(?![\d.]*年)")
SYLLABLES = {
    "zh": "安宁平和兴永新明德仁义文武昌盛清远泰康华阳山川江河湖海林泉石云",
    "en": [
        "an",
        "bo",
        "cheng",
        "da",
        "fu",
        "gui",
        "he",
        "jin",
        "lan",
        "ming",
        "ning",
        "ping",
        "qing",
        "shan",
        "tai",
        "wen",
    ],
}
ENDINGS = {"zh": "县区市", "en": [" County", " District", " City"]}
SITE_ONLY = shutil.ignore_patterns("charts", "search", "vega-bundle.js")


def main():
    """Measure both editions and print a table."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--regions", type=int, default=2978)
    wanted = arguments.parse_args()
    print("| edition | regions | query | pages found | files | kB | kB, gzip | s |\n|---|---|---|---|---|---|---|---|")
    notes = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        for lang in QUERIES:
            for regions in (0, wanted.regions):
                notes.append(measure(browser, lang, regions))
        browser.close()
    print("\n" + "\n".join(notes))


def measure(browser, lang, regions):
    """One edition with so many made-up regions: a row for each query. Returns what the index cost."""
    started = time.process_time()
    pages, shown = read_book(lang)
    read = (time.process_time() - started) / len(pages)
    pages = pages + [invented(number, shown[number % len(shown)], lang) for number in range(regions)]
    started = time.process_time()
    made = index.Index([index.entry(page) for page in pages])
    spent = (time.process_time() - started) / len(pages)
    with tempfile.TemporaryDirectory() as folder:
        edition = Path(folder) / lang
        shutil.copytree(build_dir() / "site" / lang / "_static", edition / "_static", ignore=SITE_ONLY)
        shutil.copy(build_dir() / "site" / lang / "search.html", edition)
        files.write(made, edition / "_static" / "search")
        parts = list((edition / "_static" / "search").rglob("*.js"))
        size = sum(path.stat().st_size for path in parts) / 1e6
        for query in QUERIES[lang]:
            print(f"| {lang} | {regions} more | {query} | {row(browser, edition, query)} |", flush=True)
    return (
        f"{lang}, {len(pages)} pages: {read * 1e3:.1f} ms a page to read, {spent * 1e3:.1f} ms to index; "
        f"{len(made.shards)} shards, {len(parts)} files, {size:.1f} MB"
    )


def read_book(lang):
    """All pages of the built edition, and those of its regions."""
    root = build_dir() / "site" / lang
    contents = yaml.safe_load((build_dir() / lang / "_toc.yml").read_text("utf-8"))
    names = [contents["root"], *(name for part in contents["parts"] for name in named(part["chapters"]))]
    pages = [reading.read(f"{name}.html", (root / f"{name}.html").read_text("utf-8")) for name in names]
    return pages, [page for page in pages if "/regions/" in page.address]


def named(entries):
    """The names of the pages of a table of contents, with those below them."""
    for entry in entries:
        yield entry["file"]
        yield from named(entry.get("sections", []))


def invented(number, model, lang):
    """A region's page under an invented name, with other figures; the same number gives the same page."""
    chance = random.Random(number)
    name = "".join(chance.choices(SYLLABLES[lang], k=3)).capitalize() + chance.choice(ENDINGS[lang])

    def other(text):
        changed = FIGURE.sub(lambda found: str(chance.randrange(10, 99)) + found[0][2:][::-1], text)
        return changed.replace(model.title, name)

    sections = [
        reading.Section(each.anchor, other(each.heading), [(kind, other(text)) for kind, text in each.passages])
        for each in model.sections
    ]
    return reading.Page(f"book/regions/made-up-{number}.html", name, sections)


def row(browser, edition, query):
    """Pages found, files, bytes, bytes by gzip and seconds of one query, asked by a reader with nothing kept."""
    page = browser.new_page()
    asked = []
    page.on("request", lambda each: asked.append(each.url))
    started = time.perf_counter()
    page.goto(f"{edition.as_uri()}/search.html?q={query}")
    page.locator(".report-search[data-answered]").wait_for()
    seconds = time.perf_counter() - started
    count = max(map(int, re.findall(r"\d+", page.locator("[role=status]").inner_text().replace(query, ""))))
    page.close()
    names = [url.split("/_static/")[1] for url in asked if "/_static/search/" in url]
    loaded = [(edition / "_static" / name).read_bytes() for name in names]
    packed = sum(len(gzip.compress(each)) for each in loaded)
    whole = sum(map(len, loaded))
    return f"{count} | {len(loaded)} | {whole / 1e3:.0f} | {packed / 1e3:.0f} | {seconds:.1f}"


if __name__ == "__main__":
    main()
