"""The language editions: which one this is, and where the same page lies in the other."""

import json

from region_report import text
from region_report.languages import LANGUAGES

# Of the language alone nobody knows which characters it is in.
HREFLANG = {lang: {"zh": "zh-Hans"}.get(lang, lang) for lang in LANGUAGES}
SCRIPT_WORDS = (
    "live", "loading", "failed", "as_number", "source", "filter", "rows", "copy", "copied", "not_copied", "close",
)  # fmt: skip


def setup(app):
    """Give every page the links to itself in the other editions."""
    app.connect("html-page-context", add_links)


def language(config):
    """The edition being built: `zh`, `en` or a further one."""
    return str(config.language).partition("_")[0]


def add_links(app, pagename, templatename, context, doctree):
    """Put `edition`, `report_alternates` (this page in each edition), `report_t` (words) into the context."""
    lang = language(app.config)
    context["edition"] = lang
    context["report_t"] = lambda key, **values: words(lang, key, **values)
    context["report_script_words"] = script_words(lang)
    context["report_alternates"] = [
        {
            "lang": other,
            "hreflang": HREFLANG[other],
            "name": words(other, "site.edition"),
            "href": address(app.builder, pagename, other),
            "current": other == lang,
        }
        for other in app.config.region_report_editions
    ]


def words(lang, key, **values):
    """A text of an edition, whatever edition is being written."""
    with text.edition(lang):
        return text.t(key, **values)


def script_words(lang):
    """What the scripts say to the reader, as JSON: the only words they have."""
    return json.dumps({key: words(lang, f"site.script.{key}") for key in SCRIPT_WORDS}, ensure_ascii=False)


def address(builder, pagename, lang):
    """The same page in an edition, as a relative address: the site works in any folder and from a disk."""
    target = builder.get_target_uri(pagename)
    return "../" * (target.count("/") + 1) + f"{lang}/{target}"
