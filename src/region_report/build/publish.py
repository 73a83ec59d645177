"""A built site becomes the published one by one rename; what readers open is always a whole site."""

import os
import re
import shutil
import tempfile
from html import escape
from pathlib import Path

from region_report import codelists, data_package, settings, text
from region_report.build import copies, discovery, feed
from region_report.errors import UsageError
from region_report.paths import shown
from region_report.site import pdf
from region_report.site.editions import HREFLANG

# A release that is whole, or one that was cut off.
RELEASE = re.compile(r"[0-9a-f]{16}|\.part-.*")
# What the published release was made of.
STAMP = ".stamp"
# The downloads of the last release, for the next to make only what has changed.
DOWNLOADS = ".data"
PACKAGE = Path(__file__).resolve().parents[1]


def publish(editions, *, data, link, papers=None):
    """Put the editions, the data and the page that offers the languages together, and point `link` at them.

    editions: language -> folder of its pages. papers: the folder of the PDFs, if there are any.
    The site before this one is kept, older ones are removed.
    Returns the folder of the release. Raises UsageError where `link` is something else than a link.
    """
    link = Path(os.path.abspath(link))
    if link.exists() and not link.is_symlink():
        raise UsageError(
            f"{shown(link.parent)}/{link.name} is not the link of an earlier build. Move it, or name another --out."
        )
    releases = link.parent / "releases"
    releases.mkdir(parents=True, exist_ok=True)
    before = link.resolve() if link.is_symlink() else None
    folders = [*editions.values(), *filter(None, [papers]), *codelists.folders(data or "data"), PACKAGE]
    own = [path.read_bytes() for path in settings.own_words()]
    stamp = copies.stamp(folders, list(editions), settings.site_url(), settings.version(), own)
    if before and before.is_dir() and _read(releases / STAMP) == f"{before.name} {stamp}":
        return before
    (releases / STAMP).unlink(missing_ok=True)
    release = _release(editions, data, releases, papers, before)
    swap(link, release)
    _remove_old(releases, keep={release, before})
    (releases / STAMP).write_text(f"{release.name} {stamp}", "utf-8")
    return release


def _release(editions, data, releases, papers, before):
    """Make the release of a site; its folder."""
    half = Path(tempfile.mkdtemp(prefix=".part-", dir=releases))
    try:
        for lang, pages in editions.items():
            copies.place(pages, half / lang, before and before / lang)
        if papers:
            copies.place(papers, half / pdf.FOLDER, before and before / pdf.FOLDER)
        data_package.write(releases / DOWNLOADS, data=data, site=half)
        copies.place(releases / DOWNLOADS, half / "data", before and before / "data")
        root = settings.site_url()
        (half / "index.html").write_text(first_page(list(editions), root), encoding="utf-8")
        discovery.write(half, list(editions), root)
        feed.write(half, list(editions), root, data=data)
        release = releases / copies.digest(half, releases)
        if release.exists():
            shutil.rmtree(half)
        else:
            half.chmod(0o755)
            half.rename(release)
    except BaseException:
        shutil.rmtree(half, ignore_errors=True)
        raise
    return release


def _read(path):
    return path.read_text("utf-8") if path.exists() else ""


def swap(link, release):
    """Point the link at the release in one step: there is no moment without a site."""
    beside = link.with_name(f".{link.name}-{os.getpid()}")
    beside.unlink(missing_ok=True)
    beside.symlink_to(os.path.relpath(release, link.parent))
    os.replace(beside, link)


def first_page(langs, root=""):
    """The page at the address of the site: the choice of languages, or where there is one the way to its edition."""
    if len(langs) > 1:
        return chooser(langs, root)
    with text.edition(langs[0]):
        title = escape(text.t("site.chooser.title"))
    return ONE.format(lang=HREFLANG[langs[0]], page=f"{langs[0]}/book/index.html", title=title)


def chooser(langs, root=""):
    """The choice of languages: one card a language, no script, nothing remembered.

    root: the address of the site; empty: the page names no absolute address.
    """
    cards = "".join(_card(lang) for lang in langs)
    with text.edition(langs[0]):
        words = {"title": escape(text.t("site.chooser.title")), "description": escape(text.t("site.meta.whole"))}
    icon = f"{langs[0]}/_static/report-icon"
    lang = "zh-CN" if langs[0] == "zh" else langs[0]
    return PAGE.format(lang=lang, cards=cards, icon=icon, addresses=_addresses(langs, root), **words)


def _addresses(langs, root):
    """The elements of the head that name absolute addresses."""
    if not root:
        return ""
    root = escape(root)
    pages = {"x-default": f"{root}/", **{HREFLANG[lang]: f"{root}/{lang}/book/index.html" for lang in langs}}
    return "\n".join([
        f'<link rel="canonical" href="{root}/">',
        *(f'<link rel="alternate" hreflang="{code}" href="{page}">' for code, page in pages.items()),
        f'<meta property="og:url" content="{root}/">',
        f'<meta property="og:image" content="{root}/{langs[0]}/_static/report-card.png">',
        "",
    ])  # fmt: skip


def _card(lang):
    with text.edition(lang):
        words = {key: escape(text.t(f"site.chooser.{key}")) for key in ("title", "lead", "enter", "data")}
    code = HREFLANG[lang]
    return (
        f'<section lang="{code}"><h2>{words["title"]}</h2><p>{words["lead"]}</p>'
        f'<p><a class="enter" href="{lang}/book/index.html" hreflang="{code}">{words["enter"]}</a> '
        f'<a href="data/region-report.xlsx">{words["data"]}</a></p></section>'
    )


def _remove_old(releases, *, keep):
    """Only what a build has made: whatever else lies there stays."""
    for folder in releases.iterdir():
        if folder not in keep and RELEASE.fullmatch(folder.name):
            shutil.rmtree(folder)


ONE = """<!DOCTYPE html>
<html lang="{lang}">
<head>
<meta charset="utf-8">
<meta http-equiv="Refresh" content="0; url={page}">
<title>{title}</title>
</head>
<body><a href="{page}">{title}</a></body>
</html>
"""
PAGE = """<!DOCTYPE html>
<html lang="{lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy"
  content="default-src 'none'; img-src 'self'; style-src 'unsafe-inline'">
<title>{title}</title>
<meta name="description" content="{description}">
<meta property="og:title" content="{title}">
<meta property="og:description" content="{description}">
<meta property="og:type" content="website">
<link rel="icon" type="image/svg+xml" href="{icon}.svg">
<link rel="apple-touch-icon" href="{icon}.png">
{addresses}<style>
:root {{ color-scheme: light dark; --accent: #0b5a8a; --rule: #d5dae1; }}
@media (prefers-color-scheme: dark) {{ :root {{ --accent: #7cc3ee; --rule: #333c48; }} }}
body {{ font: 1rem/1.8 "PingFang SC", "Hiragino Sans GB", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif;
  margin: 0 auto; max-width: 44rem; padding: 8vh 1.25rem; }}
h1 {{ position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }}
section {{ border-top: 3px solid var(--accent); margin-bottom: 3rem; padding-top: 1rem; }}
h2 {{ font-size: 1.6rem; line-height: 1.35; margin: 0; }}
a {{ color: var(--accent); margin-right: 1.5rem; }}
a.enter {{ border: 1px solid var(--accent); border-radius: 4px; display: inline-block; font-weight: 600;
  padding: 0.35rem 1rem; text-decoration: none; }}
</style>
</head>
<body>
<main>
<h1>{title}</h1>
{cards}
</main>
</body>
</html>
"""
