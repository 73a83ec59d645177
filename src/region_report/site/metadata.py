"""What machines and other sites read of a page: its title, description and addresses."""

from docutils import nodes
from markupsafe import Markup
from sphinx.errors import ConfigError

from region_report import chapters, settings
from region_report.errors import UsageError
from region_report.languages import LANGUAGES
from region_report.paths import project_root
from region_report.site import citing, editions, figure, regions, structured

CARD = "_static/report-card.png"
FEED = "data/changes.atom"
# Search engines show about so many characters of a description; less than the least is no description.
# Of a language written with letters a character says less.
LONGEST = {lang: 120 if lang == "zh" else 220 for lang in LANGUAGES}
LEAST = {lang: 15 if lang == "zh" else 40 for lang in LANGUAGES}
SENTENCE_ENDS = ("。", "；", ". ")


def setup(app):
    """Connect before the policy and the clean-up of `pages`, which need nothing from here."""
    app.add_config_value(settings.SETTING, "", "html")
    app.add_config_value("region_report_released", "", "html")
    app.connect("config-inited", check_address)
    app.connect("html-page-context", describe, priority=800)


def check_address(app, config):
    """Stop before anything is read where the site's address is none."""
    try:
        config[settings.SETTING] = settings.checked_address(config[settings.SETTING])
    except UsageError as error:
        raise ConfigError(str(error)) from error


def describe(app, pagename, templatename, context, doctree):
    """Put `report_meta`, `report_cite` and `report_binder` into the context of a page."""
    page = Page(app, pagename, context, doctree)
    context["report_meta"] = {
        "title": page.full_title,
        "site": page.site,
        "description": page.description,
        "canonical": page.canonical,
        "alternates": page.alternates,
        "image": f"{page.folder}/{CARD}" if page.root else "",
        "feed": f"{page.root}/{FEED}" if page.root and app.config.region_report_released else "",
        "structured": structured.script(structured.of_page(page)),
    }
    context["report_cite"] = citing.forms(page) if doctree is not None else None
    context["report_binder"] = binder(pagename)


class Page:
    """A page as the outside sees it. region: its `regions.Facts`, None where it is about no region on file."""

    def __init__(self, app, name, context, doctree):
        self.app, self.name, self._doctree = app, name, doctree
        self._lead = context.get("lead", "")
        self.lang = editions.language(app.config)
        self.title = Markup(context.get("title", "")).striptags()
        self.is_first = name == app.config.root_doc
        self.root = app.config[settings.SETTING]
        self.version = settings.version()
        self.region = regions.facts(app, name)

    @property
    def site(self):
        """The title of the whole report."""
        return editions.words(self.lang, "site.title")

    @property
    def full_title(self):
        """The page's own title, then the report's."""
        return self.title if self.title == self.site else f"{self.title} · {self.site}"

    @property
    def target(self):
        """The page's address within its edition."""
        return self.app.builder.get_target_uri(self.name)

    @property
    def folder(self):
        """The absolute address of the edition."""
        return self._edition(self.lang)

    @property
    def canonical(self):
        """The absolute address of the page; empty where the site has none."""
        return f"{self.folder}/{self.target}" if self.root else ""

    @property
    def up(self):
        """From the page to the folder in which `data/` lies, as a relative address or the site's own."""
        depth = self.target.count("/")
        return self.root + "/" if self.root else "../" * depth + self.app.config.region_report_data[: -len("data")]

    @property
    def alternates(self):
        """(language, absolute address) of the page in each edition, and where a reader of no edition goes."""
        languages = self.app.config.region_report_editions
        if not self.root or not languages:
            return []
        found = [(editions.HREFLANG[lang], f"{self._edition(lang)}/{self.target}") for lang in languages]
        # The first page of the site offers the languages; every other page has Chinese as its first one.
        return [*found, ("x-default", f"{self.root}/" if self.is_first else found[0][1])]

    @property
    def description(self):
        """What is on the page: computed for a region, else its own first words or its lead, never empty."""
        if self.region:
            return self.region.description(self.lang)
        found = first_words(self._doctree, LEAST[self.lang], LONGEST[self.lang]) if self._doctree is not None else ""
        lead = f"{self.title}{editions.words(self.lang, 'text.colon')}{self._lead}" if self._lead else ""
        return found or lead or editions.words(self.lang, "site.description", page=self.title)

    def _edition(self, lang):
        return f"{self.root}/{lang}" if self.app.config.region_report_editions else self.root


def first_words(doctree, least, longest):
    """The first paragraph of a page that says something, cut at the end of a sentence where it is too long."""
    for paragraph in doctree.findall(nodes.paragraph):
        words = " ".join(paragraph.astext().split())
        # A chart keeps words for the search that are not shown as a paragraph.
        if len(words) >= least and not isinstance(paragraph.parent, figure.chart):
            return shortened(words, longest)
    return ""


def shortened(words, longest):
    """At most so many characters, up to the end of a sentence where there is one.

    >>> shortened("第一句。第二句很长。", 6)
    '第一句。'
    >>> shortened("没有句号的一段话", 6)
    '没有句号的…'
    """
    if len(words) <= longest:
        return words
    head = words[:longest]
    end = max(head.rfind(mark) for mark in SENTENCE_ENDS)
    return head[: end + 1] if end > 0 else head[: longest - 1].rstrip() + "…"


def binder(pagename):
    """The address at which the page's notebook opens ready to run; empty without notebook or repository."""
    own = (per for per, folder in chapters.FOLDERS.items() if pagename.startswith(f"book/{folder}/"))
    name = next(own, pagename.rsplit("/", 1)[-1])
    if not (project_root() / "notebooks" / f"{name}.ipynb").is_file():
        return ""
    return settings.binder_link(settings.repository(), name)
