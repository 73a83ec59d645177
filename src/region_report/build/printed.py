"""Each edition of the published site as one PDF, made from the text of its pages."""

import os
from importlib import import_module
from pathlib import Path, PurePosixPath
from posixpath import normpath

import yaml
from bs4 import BeautifulSoup

from region_report import fonts, text
from region_report.errors import UsageError
from region_report.fonts import BuildError
from region_report.paths import build_dir, shown

# What only a screen has a use for.
SCREEN_ONLY = "script, .headerlink, .report-chart__dark, .report-chart source, .report-chart details, button"


def pdf(*, site=None, out=None):
    """Write one PDF an edition into `out` (by default `_build/pdf`) and return their paths.

    site: the published site, by default `_build/site`.
    Raises UsageError where it is not there, BuildError where the machine lacks the library for it.
    """
    site, out = Path(site or build_dir() / "site"), Path(out or build_dir() / "pdf")
    editions = [lang for lang in text.LANGUAGES if (site / lang).is_dir()]
    if not editions:
        raise UsageError(f"There is no site in {shown(site)} yet. Build it: region-report build.")
    weasyprint = _weasyprint()
    out.mkdir(parents=True, exist_ok=True)
    paths = []
    for lang in editions:
        document = weasyprint.HTML(string=book(site / lang, lang), base_url=str((site / lang).resolve()) + "/")
        path = out / f"region-report-{lang}.pdf"
        # The identifier would be random.
        document.write_pdf(path, pdf_identifier=f"region-report-{lang}".encode(), pdf_tags=True)
        paths.append(path)
    return paths


def book(pages, lang):
    """All pages of an edition as one HTML document, in the order of its table of contents."""
    names = order(lang)
    parts = [article((pages / f"{name}.html").read_text("utf-8"), name, set(names)) for name in names]
    with text.edition(lang):
        title = text.t("site.title")
    contents = "".join(f'<li><a href="#{_anchor(name)}">{heading}</a></li>' for name, heading, _ in parts)
    body = "".join(markup for *_, markup in parts)
    code = "zh-CN" if lang == "zh" else lang
    style = STYLE.replace("FONT", fonts.font_file().resolve().as_uri())
    return (
        f'<!DOCTYPE html><html lang="{code}"><head><meta charset="utf-8"><title>{title}</title>'
        f"<style>{style}</style></head><body><header><h1>{title}</h1><ol>{contents}</ol></header>{body}</body></html>"
    )


def order(lang):
    """The names of an edition's pages in reading order."""
    toc = yaml.safe_load((build_dir() / lang / "_toc.yml").read_text("utf-8"))
    return [toc["root"], *(entry["file"] for part in toc["parts"] for entry in part["chapters"])]


def article(html, name, names):
    """Name, heading and text of a page, its places and links renamed to be unique in the whole book."""
    found = BeautifulSoup(html, "html.parser").find("article")
    for element in found.select(SCREEN_ONLY):
        element.decompose()
    for element in found.select("[id]"):
        element["id"] = _anchor(name, element["id"])
    for link in found.select("a[href]"):
        link["href"] = _link(link["href"], name, names)
    for image in found.select("img[src]"):
        image["src"] = normpath((PurePosixPath(name).parent / image["src"]).as_posix())
    heading = found.find("h1").get_text() if found.find("h1") else name
    return name, heading, f'<section class="page" id="{_anchor(name)}">{found.decode_contents()}</section>'


def _link(address, name, names):
    """A link to a page of the book leads to its place in the PDF; one to elsewhere stays."""
    if ":" in address.split("/")[0]:
        return address
    path, _, place = address.partition("#")
    target = normpath((PurePosixPath(name).parent / path).as_posix()).removesuffix(".html") if path else name
    return f"#{_anchor(target, place)}" if target in names else address


def _anchor(name, place=""):
    return name.replace("/", "-") + (f"--{place}" if place else "")


def _weasyprint():
    # Before the library is loaded: it chooses between Chinese and Japanese forms by this.
    os.environ["PANGO_LANGUAGE"] = "zh-cn:en"
    try:
        return import_module("weasyprint")
    except OSError as error:
        raise BuildError(
            "The PDF needs Pango, which is not installed. On Debian or Ubuntu: "
            "apt-get install libpango-1.0-0 libpangoft2-1.0-0"
        ) from error


STYLE = """
@font-face { font-family: "Region Report Sans"; src: url("FONT"); }
@page { size: A4; margin: 22mm 20mm 20mm; }
@page { @bottom-center { content: counter(page); font: 9pt "Region Report Sans"; } }
@page :first { @bottom-center { content: none; } }
html { font: 10.5pt/1.7 "Region Report Sans"; color: #1f2937; }
header { break-after: page; }
header h1 { font-size: 26pt; line-height: 1.3; margin: 40mm 0 20mm; }
header ol { padding-left: 1.5em; }
header li a::after { content: leader(" . ") target-counter(attr(href), page); }
.page { break-before: page; }
h1 { font-size: 20pt; line-height: 1.3; bookmark-level: 1; }
h2 { border-top: 1.5pt solid #0b5a8a; font-size: 14pt; margin-top: 20pt; padding-top: 5pt; }
h2 { bookmark-level: 2; }
h3 { font-size: 11.5pt; bookmark-level: 3; }
h1, h2, h3 { break-after: avoid; font-weight: normal; }
header h1 { bookmark-level: none; }
a { color: #0b5a8a; text-decoration: none; }
p, li { orphans: 2; widows: 2; }
pre { background: #f4f6f8; font-size: 8.5pt; padding: 6pt; white-space: pre-wrap; }
figure { break-inside: avoid; margin: 12pt 0; }
figure img { width: 100%; height: auto; }
figcaption { color: #55606e; font-size: 8.5pt; line-height: 1.5; }
figcaption span { display: block; }
table { border-collapse: collapse; font-size: 8pt; line-height: 1.45; width: 100%; }
caption { font-size: 9.5pt; padding-bottom: 4pt; text-align: left; }
thead th { border-bottom: 0.75pt solid #1f2937; border-top: 1.5pt solid #1f2937; }
th, td { border-bottom: 0.4pt solid #d5dae1; padding: 3pt 6pt 3pt 0; text-align: left; vertical-align: top;
  font-weight: normal; overflow-wrap: anywhere; }
tr { break-inside: avoid; }
.num { text-align: right; }
.admonition { background: #f4f6f8; border-left: 2pt solid #0b5a8a; padding: 4pt 8pt; }
"""
