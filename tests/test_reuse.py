"""The walk of docs/reuse.md, from an empty folder to a published report on another topic in one language."""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import frictionless
import pytest
from built_pages import article

from region_report.paths import project_root

DOC = "docs/reuse.md"
BLOCK = re.compile(r"(?ms)^```(\w+)([^\n]*)\n(.*?)^```$")
# What only the report on social work speaks of; downloads have columns in both languages, pages nothing Chinese.
FOREIGN = r"social work|civil affairs|dibao|Guangxi|社会工作|社工|民政"


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """The site that the walk ends with."""
    empty = tmp_path_factory.mktemp("walk")
    folder = empty
    for language, info, text in BLOCK.findall((project_root() / DOC).read_text("utf-8")):
        if language == "bash":
            for line in text.splitlines():
                folder = command(line, folder)
        else:
            write(empty, dict(word.split("=", 1) for word in shlex.split(info)), text)
    return folder / "_build" / "site"


def command(line, folder):
    """Carry out a command of the walk; the folder in which the next one stands."""
    if line.startswith("cd "):
        return folder / line.removeprefix("cd ")
    own = {key: value for key, value in os.environ.items() if not key.startswith("REGION_REPORT_")}
    path = f"{Path(sys.executable).parent}{os.pathsep}{own['PATH']}"
    done = subprocess.run(line, shell=True, cwd=folder, env=own | {"PATH": path}, capture_output=True, text=True)
    assert done.returncode == 0, f"{line}\n{done.stdout}{done.stderr}"
    return folder


def write(folder, where, text):
    """A file as the walk has it, or that part of a file which it has in the place of another."""
    path = folder / where["file"]
    path.parent.mkdir(parents=True, exist_ok=True)
    if "replace" in where:
        before = path.read_text("utf-8")
        assert before.count(f"{where['replace']}\n") == 1, where
        text = before.replace(f"{where['replace']}\n", text)
    path.write_text(text, encoding="utf-8")


def test_the_pages_show_the_figures_under_the_title_of_the_report(site):
    region = article(site / "en/book/regions/northvale.html").get_text()
    assert [words for words in ("12 libraries", "58%", "90%", "Library review 2024") if words not in region] == []
    first = (site / "en/book/index.html").read_text("utf-8")
    assert "<title>Public libraries, region by region</title>" in first
    assert article(site / "en/book/about.html").h1.get_text().startswith("About this report")
    indicator = article(site / "en/book/indicators/loans.html").get_text()
    assert "lending" in indicator
    assert "412,000 loans" in indicator


def test_no_page_and_no_download_speaks_of_another_report_or_another_language(site):
    found = {}
    for path in [*site.rglob("*.html"), *site.glob("data/**/*.csv"), *site.glob("data/**/*.json"), *site.glob("*.xml")]:
        text, foreign = path.read_text("utf-8"), FOREIGN
        if path.suffix == ".html":
            text = re.sub(r"(?s)<script(?! type=.application/ld).*?</script>", "", text)
            foreign = rf"{FOREIGN}|five actors|[\u4e00-\u9fff]"
        if words := re.search(foreign, text):
            found[path.relative_to(site).as_posix()] = text[max(0, words.start() - 60) : words.end() + 60]
    assert found == {}
    assert frictionless.validate(str(site / "data" / "datapackage.json")).valid


def test_there_is_no_switch_of_languages_and_no_link_that_leads_nowhere(site):
    dead = []
    for path in site.rglob("*.html"):
        for link in re.findall(r'(?:href|src)="([^"#?:]+)[^":]*"', path.read_text("utf-8")):
            if not link.startswith("data:") and not (path.parent / link).exists():
                dead.append((path.relative_to(site).as_posix(), link))
    assert dead == []
    assert not (site / "zh").exists()
    assert "hreflang" not in re.sub(r"<link[^>]*>", "", (site / "en/book/index.html").read_text("utf-8"))
    assert 'url=en/book/index.html"' in (site / "index.html").read_text("utf-8")


@pytest.mark.parametrize(("words", "told"), [
    (("libraries",), "libraries is there already. Name another folder."),
    (("other", "--lang", "fr"), "'fr' is no language of a new report. Allowed: zh, en."),
    (("other", "--title", " "), "The title is empty. Give it with --title."),
])  # fmt: skip
def test_a_new_report_takes_no_folder_that_is_there_and_needs_a_title_and_a_language(site, tmp_path, words, told):
    (tmp_path / "libraries").mkdir()
    options = {"--lang": "en", "--title": "Libraries"} | dict(zip(words[1::2], words[2::2], strict=True))
    line = [sys.executable, "-m", "region_report", "new-report", words[0], *sum(options.items(), ())]
    done = subprocess.run(line, cwd=tmp_path, env=os.environ | {"LC_ALL": "C.UTF-8"}, capture_output=True, text=True)
    assert (done.returncode, done.stderr.strip()) == (2, told)
    assert [path.name for path in tmp_path.iterdir()] == ["libraries"]
