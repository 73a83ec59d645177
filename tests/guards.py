"""What no built page may have: foreign addresses, charts without words, the other language, half-width marks."""

import re

from bs4 import BeautifulSoup

HAN = r"\u3400-\u9fff"
HALF_WIDTH = re.compile(
    rf"[{HAN}“”（）《》](?: ?[,;:!?]|[()\"])|(?:[,;:!?] ?|[()\"])[{HAN}“”（）《》]|[{HAN}]\.(?!\w)|\.[{HAN}]"
)
FOREIGN = re.compile(r"\s*(?:https?:|//|ftp:)", re.IGNORECASE)
IN_STYLE = re.compile(r"(?:url\(\s*|@import\s+)[\"']?\s*(?:https?:|//)[^\"')\s]*", re.IGNORECASE)
# Only these relations of a link are words about the page; every other one fetches.
TELLING = {"canonical", "alternate"}
# Latin words that stand in Chinese text as well: names, formats, licences, the keys of a table of indicators.
LATIN = re.compile(
    r"CSV|JSON|Excel|xlsx|PDF|SVG|PNG|MIT|CC BY|GB/T|BibTeX|SIL|Noto Sans CJK|Open SDG|SDG|Binder|GitHub|Atom|ISO"
    r"|Frictionless|Python|Jupyter|region-report|datapackage\.json|English|min|max|Ctrl"
    r"|[a-z0-9]+(?:_[a-z0-9]+)+|https?://\S+|[\w.-]+\.(?:cn|com|net|org|json|csv|yml|html)"
)
LABELS = ("aria-label", "title", "alt", "placeholder")
# The frame of a page: the parts that no source document and no identifier can have a say in.
FRAME = (
    ".skip-link, .bd-header, .bd-sidebar, .prev-next-footer, .bd-footer-content, figcaption b, "
    "summary:not(.report-origin > summary), button, thead th, caption"
)


def foreign_addresses(html):
    """Addresses elsewhere that a browser would fetch by itself."""
    soup = BeautifulSoup(html, "html.parser")
    found = [
        part
        for element in soup.find_all(True)
        if element.name != "a" and not (element.name == "link" and TELLING & set(element.get("rel", [])))
        for key in ("src", "srcset", "href", "poster", "data", "action")
        for part in str(element.get(key, "")).split(",")
        if FOREIGN.match(part)
    ]
    styles = [element.get_text() for element in soup.find_all("style")]
    styles += [element["style"] for element in soup.find_all(style=True)]
    return found + [address for style in styles for address in foreign_in_style(style)]


def foreign_in_style(css):
    """Addresses elsewhere that a stylesheet fetches."""
    return IN_STYLE.findall(css)


def lacks_policy(html):
    """Whether the page leaves out the policy that forbids foreign content."""
    policy = BeautifulSoup(html, "html.parser").find("meta", {"http-equiv": "Content-Security-Policy"})
    content = policy["content"] if policy else ""
    return "default-src 'self'" not in content or "unsafe-eval" in content or "http" in content


def unlabelled_charts(html):
    """What charts lack: words for each picture, a source, an equal table with rows."""
    faults = []
    for number, chart in enumerate(BeautifulSoup(html, "html.parser").select("figure.report-chart"), start=1):
        if not chart.select("img") or not all(image.get("alt", "").strip() for image in chart.select("img")):
            faults.append(f"chart {number}: a picture without words")
        if not chart.select_one(".report-chart__source"):
            faults.append(f"chart {number}: no source")
        if not chart.select("table tbody tr"):
            faults.append(f"chart {number}: no table")
    return faults


def english_words(html):
    """Latin words in what a reader of the Chinese edition sees or hears of the page's frame, tables and charts."""
    soup = _without(html, "script, style, code, pre, noscript, [lang=en]")
    shown = [text for element in soup.select(FRAME) for text in element.stripped_strings] + _labels(soup)
    return [text for text in dict.fromkeys(shown) if re.search("[A-Za-z]{2,}", LATIN.sub("", text))]


def chinese_words(html):
    """Chinese in the frame of a page of the English edition outside what is marked as Chinese."""
    soup = _without(html, "script, style, code, pre, noscript, [lang^=zh]")
    shown = [text for element in soup.select(FRAME) for text in element.stripped_strings]
    return [text for text in dict.fromkeys(shown) if re.search(f"[{HAN}]{{2,}}", text)]


def half_width_marks(html, *, quoted=()):
    """Half-width punctuation beside Chinese in what a reader sees or hears, but in the words a source prints so."""
    soup = _without(html, "script, style, code, pre, noscript, [lang=en]")
    shown = [*soup.stripped_strings, *_labels(soup)]
    for words in sorted(filter(half_width, quoted), key=len, reverse=True):
        shown = [text.replace(words, "") for text in shown]
    return [text for text in dict.fromkeys(shown) if half_width(text)]


def faults(html, lang, *, quoted=()):
    """Everything that a page of an edition must not have, by the name of the guard."""
    found = {
        "foreign": foreign_addresses(html),
        "policy": ["lacking"] if lacks_policy(html) else [],
        "charts": unlabelled_charts(html),
        "english": english_words(html) if lang == "zh" else [],
        "chinese": chinese_words(html) if lang == "en" else [],
        "half-width": half_width_marks(html, quoted=quoted) if lang == "zh" else [],
    }
    return {name: what for name, what in found.items() if what}


def half_width(text):
    """Every half-width punctuation mark that stands beside Chinese, with its neighbour."""
    return [found[0] for found in HALF_WIDTH.finditer(text)]


def _without(html, selector):
    soup = BeautifulSoup(html, "html.parser")
    for element in soup.select(selector):
        element.decompose()
    return soup


def _labels(soup):
    return [element[key] for key in LABELS for element in soup.find_all(attrs={key: True})]
