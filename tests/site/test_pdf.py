from types import SimpleNamespace

import pytest

from region_report.site import pdf


def links(pagename, *, built_with):
    """What the page `pagename` of a Chinese book gets to link to."""
    config = SimpleNamespace(language="zh_CN", region_report_pdf=built_with)
    builder = SimpleNamespace(get_target_uri=lambda name: f"{name}.html")
    context = {}
    pdf.add_links(SimpleNamespace(config=config, builder=builder), pagename, "", context, None)
    return [(each["href"], each["words"]) for each in context["report_pdfs"]]


def test_a_region_links_to_its_own_pdf_and_to_the_whole():
    assert links("book/regions/a", built_with=True) == [
        ("../../../pdf/zh/a.pdf", "本章 PDF"),
        ("../../../pdf/region-report-zh.pdf", "全书 PDF"),
    ]


@pytest.mark.parametrize(("page", "up"), [("book/cite", "../../"), ("search", "../")])
def test_other_pages_link_to_the_whole(page, up):
    assert links(page, built_with=True) == [(f"{up}pdf/region-report-zh.pdf", "全书 PDF")]


def test_a_site_without_pdfs_has_no_link_to_them():
    assert links("book/regions/a", built_with=False) == []
