"""`region-report serve` in a browser: the page that is open changes by itself."""

import os

import live
import pytest
from copies import change

pytestmark = pytest.mark.browser


def test_an_open_page_changes_with_its_file_and_says_what_is_wrong(tmp_path, browser):
    folder = live.project(tmp_path / "project")
    with live.served(folder, os.environ | {"LANG": "C.UTF-8", "LC_ALL": ""}) as address:
        page = browser.new_page()
        wrong = []
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("console", lambda message: wrong.append(message.text) if message.type == "error" else None)
        # There is no site yet: the page waits for it.
        page.goto(f"{address}/zh/book/index.html")
        sees(page, "起初的一句话")
        change(folder / "book" / "index.md", "起初的一句话", "改过的一句话")
        sees(page, "改过的一句话")

        figures = folder / "data" / "regions" / "yuepu" / "observations.csv"
        change(figures, "23个", "一堆")
        alert = page.get_by_role("alert")
        alert.wait_for(timeout=live.WAIT * 1000)
        assert "1 problem in data/regions/yuepu/observations.csv" in alert.inner_text()
        assert "改过的一句话" in page.inner_text("body")
        change(figures, "一堆", "23个")
        alert.wait_for(state="detached", timeout=live.WAIT * 1000)
        page.close()
    assert wrong == []


def sees(page, words):
    page.get_by_text(words).first.wait_for(timeout=live.WAIT * 1000)
