"""Pictures of the site for those who take no SVG: the icon of a home screen, the card of a shared link."""

from html import escape
from pathlib import Path

import vl_convert

from region_report import fonts, settings
from region_report.languages import LANGUAGES
from region_report.site import editions

ICON = Path(__file__).resolve().parent / "static" / "report-icon.svg"
ICON_SIDE = 180
CARD = "report-card.png"
CARD_WIDTH, CARD_HEIGHT = 1200, 630
# So wide is a line of 64 px letters: a Chinese character takes one em, a Latin letter about half.
LINE = {lang: 16 if lang == "zh" else 30 for lang in LANGUAGES}


def setup(app):
    """The pictures lie beside the other static files."""
    app.connect("builder-inited", add_pictures)


def add_pictures(app):
    """Draw the icon, and the card where the site has an address that others can fetch it from."""
    if app.builder.format != "html":
        return
    made = Path(app.doctreedir) / "pictures"
    made.mkdir(parents=True, exist_ok=True)
    (made / "report-icon.png").write_bytes(icon())
    if app.config[settings.SETTING]:
        lang = editions.language(app.config)
        (made / CARD).write_bytes(card(editions.words(lang, "site.title"), lang))
    else:
        # An earlier build may have had an address.
        for folder in (made, Path(app.outdir) / "_static"):
            (folder / CARD).unlink(missing_ok=True)
    app.config.html_static_path.append(str(made))


def icon():
    """The icon as PNG, on a ground of its own: iOS cuts the corners itself."""
    return vl_convert.svg_to_png(ICON.read_text("utf-8"), scale=ICON_SIDE / 32)


def card(title, lang):
    """The title of the report as a picture for a shared link."""
    fonts.register()
    words = "".join(
        f'<text x="90" y="{300 + 90 * number}" font-family="{fonts.FAMILY}" font-size="64" fill="#fff">'
        f"{escape(line)}</text>"
        for number, line in enumerate(lines(title, LINE[lang], lang))
    )
    bars = "".join(
        f'<rect x="{90 + 40 * number}" y="{190 - height}" width="26" height="{height}" fill="#fff"/>'
        for number, height in enumerate((40, 70, 110))
    )
    return vl_convert.svg_to_png(
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{CARD_WIDTH}" height="{CARD_HEIGHT}">'
        f'<rect width="{CARD_WIDTH}" height="{CARD_HEIGHT}" fill="#0b5a8a"/>{bars}{words}</svg>'
    )


def lines(title, longest, lang):
    """The title in lines of at most so many characters.

    >>> lines("one two three", 8, "en"), lines("一二三四五", 3, "zh")
    (['one two', 'three'], ['一二三', '四五'])
    """
    if lang == "zh":
        return [title[start : start + longest] for start in range(0, len(title), longest)]
    found = [""]
    for word in title.split():
        found = [*found[:-1], f"{found[-1]} {word}".strip()] if len(found[-1]) + len(word) < longest else [*found, word]
    return found
