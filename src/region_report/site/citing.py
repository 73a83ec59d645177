"""How a page is cited: in the form of GB/T 7714 and in BibTeX, ready to be copied."""

import re

from markupsafe import Markup, escape

from region_report.site import editions

# What a script fills in: only the reader's own device knows the day and, on a copied site, the address.
ACCESSED = Markup('<span data-cite="date">{}</span>')
ADDRESS = Markup('<span data-cite="address">{}</span>')
# What LaTeX would take for a command of its own.
SPECIAL = str.maketrans({sign: f"\\{sign}" for sign in "&%$#_{}"})


def forms(page):
    """`gbt` and `bibtex` of a `metadata.Page`, as HTML whose places for the date and the address are marked."""

    def words(key, **values):
        return Markup(
            editions.words(page.lang, f"site.cite.{key}", **{key: escape(each) for key, each in values.items()})
        )

    values = {
        "author": words("author"),
        "page": page.title,
        "site": page.site,
        "version": page.version,
        "year": page.app.config.copyright,
        "accessed": ACCESSED.format(words("accessed")),
        "address": page.canonical or ADDRESS.format(words("address")),
    }
    note = words("note", version=page.version)
    return {
        "gbt": words("gbt_whole" if page.is_first else "gbt_page", **values),
        "bibtex": bibtex(page.name, values, note),
    }


def bibtex(name, values, note):
    """The entry of a page in BibTeX; fields in an order that people read."""
    plain = {key: escape(str(values[key]).translate(SPECIAL)) for key in ("author", "page", "site")}
    fields = {
        "author": Markup("{{{}}}").format(plain["author"]),
        "title": plain["page"],
        "howpublished": plain["site"],
        "note": note,
        "year": values["year"],
        "url": values["address"],
        "urldate": values["accessed"],
    }
    key = "region_report_" + re.sub(r"\W", "_", name.rsplit("/", 1)[-1])
    lines = [Markup("  {:<12} = {{{}}}").format(field, value) for field, value in fields.items()]
    return Markup("@misc{{{},\n{}\n}}").format(key, Markup(",\n").join(lines))
