import os

import pytest
import small_book

from region_report.build import book, stage


@pytest.fixture(scope="session")
def editions(tmp_path_factory):
    """Language -> folder of the built pages of the small book. Every warning of the build is an error."""
    root = tmp_path_factory.mktemp("small")
    jobs = small_book.make(root)
    before = os.environ.get("REGION_REPORT_ROOT")
    os.environ["REGION_REPORT_ROOT"] = str(root)
    try:
        langs = ["zh", "en"]
        return book.build_editions({lang: stage.stage(lang, jobs, editions=langs) for lang in langs})
    finally:
        os.environ.pop("REGION_REPORT_ROOT")
        if before:
            os.environ["REGION_REPORT_ROOT"] = before


@pytest.fixture(scope="session")
def page(editions):
    """The HTML of a page of the small book: `page("zh", "book/regions/sample")`."""
    return lambda lang, name: (editions[lang] / f"{name}.html").read_text("utf-8")
