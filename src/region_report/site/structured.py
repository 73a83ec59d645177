"""Pages in the words of schema.org, for data catalogues and search engines."""

from region_report import text
from region_report.site import editions
from region_report.site.embedded import embedded

LICENCE = "https://creativecommons.org/licenses/by/4.0/"
FORMATS = {
    "csv": "text/csv",
    "json": "application/json",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "zip": "application/zip",
}
WHOLE = ("observations.csv", "observations.json", "region-report.xlsx", "region-report.zip")


def of_page(page):
    """The description of a `metadata.Page`: the data of a region, or of the whole report; None for other pages."""
    if page.region:
        return {"@context": "https://schema.org", **region(page)}
    if page.is_first:
        return {"@context": "https://schema.org", "@graph": [website(page), whole(page)]}
    return None


def script(description):
    """The description as JSON that can stand within a script element; empty where there is none."""
    return "" if description is None else embedded(description)


def region(page):
    """The data of a region as a Dataset."""
    facts = page.region
    name, other = (facts.region.word("name", lang) for lang in (page.lang, "en" if page.lang == "zh" else "zh"))
    return {
        "@type": "Dataset",
        "name": editions.words(page.lang, "site.meta.dataset", region=name),
        **({"alternateName": other} if other else {}),
        "description": page.description,
        **_common(page),
        "spatialCoverage": place(facts.region, page.lang),
        **({"temporalCoverage": facts.periods} if facts.periods else {}),
        "variableMeasured": variables(facts.frame, page.lang),
        "distribution": [download(page, f"regions/{facts.region.slug}.{ending}") for ending in ("csv", "json", "xlsx")],
        "isBasedOn": [source(each, page.lang) for each in facts.region.sources.values()],
        "includedInDataCatalog": {"@type": "DataCatalog", "name": page.site, **_address(page.root)},
    }


def whole(page):
    """The data of all regions as a Dataset."""
    return {
        "@type": "Dataset",
        "name": page.site,
        "description": editions.words(page.lang, "site.meta.whole"),
        **_common(page),
        "spatialCoverage": {"@type": "Place", "name": editions.words(page.lang, "site.meta.country")},
        "distribution": [download(page, name) for name in WHOLE],
    }


def website(page):
    """The report as a WebSite."""
    return {
        "@type": "WebSite",
        "name": page.site,
        "description": editions.words(page.lang, "site.meta.whole"),
        "inLanguage": editions.HREFLANG[page.lang],
        **_address(page.canonical),
    }


def place(region, lang):
    """Where the region lies: its name, its code, and the regions it is a part of."""
    made = {"@type": "Place", "name": region.word("name", lang), "identifier": code(region.code)}
    if region.parents:
        nearest = region.parents[-1]
        above = {"@type": "Place", "name": nearest.word("name", lang), "identifier": code(nearest.code)}
        return {**made, "containedInPlace": above}
    return made


def code(number):
    """A code of an administrative division."""
    return {"@type": "PropertyValue", "propertyID": "GB/T 2260", "value": number}


def variables(frame, lang):
    """Each indicator of the data once, with its unit, in the order of the data."""
    with text.edition(lang):
        return [
            {"@type": "PropertyValue", "propertyID": row["indicator"], "name": text.label(row, "indicator")}
            | ({"unitText": unit} if (unit := text.label(row, "unit")) else {})
            for row in frame.drop_duplicates("indicator").to_dict("records")
        ]


def download(page, file):
    """A file of the site's data. Its address is relative where the site has none of its own."""
    ending = file.rsplit(".", 1)[1]
    return {"@type": "DataDownload", "encodingFormat": FORMATS[ending], "contentUrl": f"{page.up}data/{file}"}


def source(found, lang):
    """A source of the figures. A copy has no address: it is cited by its original."""
    return {
        "@type": "CreativeWork",
        "name": found.word("title", lang),
        "publisher": {"@type": "Organization", "name": found.word("publisher", lang)},
        **({"datePublished": found.date} if found.date else {}),
        "conditionsOfAccess": found.word("licence", lang),
        **_address(found.url),
    }


def _common(page):
    return {
        "inLanguage": editions.HREFLANG[page.lang],
        "version": page.version,
        "license": LICENCE,
        "isAccessibleForFree": True,
        "creator": {"@type": "Organization", "name": editions.words(page.lang, "site.cite.author")},
        **_address(page.canonical),
    }


def _address(url):
    return {"url": url} if url else {}
