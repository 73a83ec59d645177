"""A document for the printer: cover, contents, and its chapters one after the other."""

from html import escape
from pathlib import Path

import yaml

from region_report import fonts, settings, text
from region_report.build.printed.pages import anchor, chapter
from region_report.site import pdf

STYLE = Path(__file__).with_name("printed.css")
# The layout of the whole report is in memory at once: with more regions than this, it holds none of their chapters.
MOST_REGIONS = 40


def documents(edition, lang):
    """Address -> parts of each document of a staged edition: the whole report, then each region's chapter.

    A part is its caption and the names of its pages.
    """
    toc = yaml.safe_load((edition / "_toc.yml").read_text("utf-8"))
    listed = [entry["file"] for part in toc["parts"] for entry in part["chapters"]]
    regions = [name for name in listed if name.startswith(pdf.REGIONS)]
    left_out = pdf.REGIONS if len(regions) > MOST_REGIONS else ()
    parts = [("", [toc["root"]])]
    for part in toc["parts"]:
        names = [entry["file"] for entry in part["chapters"] if not entry["file"].startswith(left_out)]
        if names:
            parts.append((part["caption"], names))
    return {pdf.whole(lang): parts} | {pdf.chapter(lang, name): [("", [name])] for name in regions}


def html(edition, lang, parts):
    """The pages of these parts as one HTML document; its addresses are those of the edition's built pages."""
    names = {name for _, group in parts for name in group}
    site, pages = _site(edition, lang), edition / "_build" / "html"
    with text.edition(lang):
        groups = [
            (caption, [chapter((pages / f"{each}.html").read_text("utf-8"), each, names, site=site) for each in group])
            for caption, group in parts
        ]
        report = text.t("site.title")
        first = groups[0][1][0]
        own = first.heading if len(names) == 1 else ""
        front = _cover(report, own, first.citation) + _contents(groups)
    body = "".join(
        f'<section class="page" id="{anchor(each.name)}">{each.markup}</section>'
        for _, group in groups
        for each in group
    )
    title = f"{own} · {report}" if own else report
    return PAGE.format(
        lang="zh-CN" if lang == "zh" else lang, title=escape(title), report=escape(report), style=_style(lang),
        front=front, body=body,
    )  # fmt: skip


def _site(edition, lang):
    """Where the edition's pages will stand on the web, if the book's settings say where."""
    config = yaml.safe_load((edition / "_config.yml").read_text("utf-8"))
    address = config["sphinx"]["config"].get(settings.SETTING)
    return f"{address}/{lang}/" if address else ""


def _cover(report, own, citation):
    """Title, and what a reader needs to cite the document and to use it."""
    lines = [text.t("site.pdf.version", version=settings.version()), citation, text.t("site.pdf.licence")]
    above = f'<p class="report">{escape(report)}</p>' if own else ""
    below = "".join(f"<p>{escape(line)}</p>" for line in lines)
    return f'<header class="cover">{above}<h1>{escape(own or report)}</h1><div>{below}</div></header>'


def _contents(groups):
    """Chapters with their sections, each with its page; the sections alone where there is one chapter."""
    alone = sum(len(group) for _, group in groups) == 1
    if alone:
        entries = _entries(groups[0][1][0].sections)
    else:
        entries = "".join(_part(caption, group) for caption, group in groups)
    return f'<nav class="contents"><h2>{escape(text.t("site.pdf.contents"))}</h2><ol>{entries}</ol></nav>'


def _part(caption, group):
    heading = f'<li class="part">{escape(caption)}</li>' if caption else ""
    return heading + "".join(
        f'<li><a href="#{anchor(each.name)}">{escape(each.heading)}</a><ol>{_entries(each.sections)}</ol></li>'
        for each in group
    )


def _entries(sections):
    return "".join(f'<li><a href="#{place}">{escape(words)}</a></li>' for place, words in sections)


def _style(lang):
    # The font's quotation marks are as wide as a Chinese character; among English words they have to be narrow.
    widths = "normal" if lang == "zh" else '"pwid"'
    style = STYLE.read_text("utf-8").replace("WIDTHS", widths)
    return style.replace("FONT", fonts.font_file().resolve().as_uri())


PAGE = """<!DOCTYPE html>
<html lang="{lang}">
<head>
<meta charset="utf-8">
<title>{title}</title>
<meta name="author" content="region-report">
<style>{style}</style>
</head>
<body data-report="{report}">{front}<main>{body}</main></body>
</html>
"""
