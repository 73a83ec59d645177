"""Where the PDFs of the site lie, and the links of the pages to them where the site is built with PDFs."""

from pathlib import PurePosixPath

from region_report.site import editions

FOLDER = "pdf"
REGIONS = "book/regions/"


def setup(app):
    """Give every page the addresses of its PDFs."""
    app.connect("html-page-context", add_links)


def whole(lang):
    """The address of an edition's PDF as seen from the site."""
    return f"{FOLDER}/region-report-{lang}.pdf"


def chapter(lang, pagename):
    """The address of the PDF that holds this page alone; empty where there is none: only regions have one."""
    return f"{FOLDER}/{lang}/{PurePosixPath(pagename).name}.pdf" if pagename.startswith(REGIONS) else ""


def add_links(app, pagename, templatename, context, doctree):
    """Put `report_pdfs` (address and words of each) into the context; none where the site is built without."""
    context["report_pdfs"] = []
    if not app.config.region_report_pdf:
        return
    lang = editions.language(app.config)
    up = "../" * (app.builder.get_target_uri(pagename).count("/") + 1)
    found = {"site.pdf.chapter": chapter(lang, pagename), "site.pdf.whole": whole(lang)}
    context["report_pdfs"] = [
        {"href": up + address, "words": editions.words(lang, key)} for key, address in found.items() if address
    ]
