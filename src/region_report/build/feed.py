"""The feed of changes: what a reader's news program shows when the data have changed."""

import hashlib
from html import escape

from region_report import diff, observations, text
from region_report.site.editions import HREFLANG

FILE = "data/changes.atom"


def write(folder, langs, root, *, data=None):
    """Write the feed into the site in `folder`, an entry an edition; nothing where no address or no release is on file.

    Its date is that of the release: no build writes its own time. An entry has a name of its own for every content.
    """
    if not root or not diff.kept(data):
        return
    since = diff.since_release(observations.load_all(data=data), data=data)
    entries = "".join(_entry(since, lang, root) for lang in langs)
    with text.edition(langs[0]):
        title = escape(f"{text.t('site.title')}{text.t('text.colon')}{text.t('tables.changes.caption')}")
        author = escape(text.t("site.cite.author"))
    head = (
        f"<id>{escape(root)}/{FILE}</id>\n<title>{title}</title>\n<updated>{_moment(since)}</updated>\n"
        f"<author><name>{author}</name></author>\n"
        f'<link rel="self" href="{escape(root)}/{FILE}"/>\n<link href="{escape(root)}/"/>\n'
    )
    feed = (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom">\n{head}{entries}</feed>\n'
    )
    (folder / FILE).write_text(feed, encoding="utf-8")


def _entry(since, lang, root):
    with text.edition(lang):
        told = str(diff.notice(since))
        lines = [told, *map(_line, since.changes.every[: diff.LISTED])]
        title = escape(text.t("changes.since_title", version=since.version))
    content = "\n".join(lines)
    digest = hashlib.sha256(content.encode()).hexdigest()[:12]
    return (
        f'<entry xml:lang="{HREFLANG[lang]}">\n<id>{escape(root)}/{FILE}#{since.version}-{lang}-{digest}</id>\n'
        f"<title>{title}</title>\n<updated>{_moment(since)}</updated>\n"
        f'<link href="{escape(root)}/{lang}/book/changes.html"/>\n'
        f'<content type="text">{escape(content)}</content>\n</entry>\n'
    )


def _line(change):
    sides = " → ".join(text.t("text.clause").join(side) or text.t("text.gap") for side in diff.details(change))
    told = f"{text.t(f'changes.kind.{change.kind}')}{text.t('text.colon')}{diff.subject(change)}"
    return f"{told}{text.t('text.clause')}{sides}"


def _moment(since):
    return f"{since.date}T00:00:00Z"
