"""`index.json`: every region, indicator and table with the addresses of its pages and files."""

from pathlib import Path

from region_report.data_package import fields, files

FORMATS = ("csv", "json", "xlsx")
LANGUAGES = ("zh", "en")


def index(folder, whole, package, *, site=None):
    """The content of `index.json`; addresses are relative to it.

    whole: name -> Table, whose files lie in `folder`. package: the content of `datapackage.json`.
    site: the folder of the site; pages that do not lie there are left out.
    """
    kept = ("name", "title", "title_zh", "description", "description_zh", "version", "licenses")
    indicators = whole["observations"].by("indicator")
    return {
        **{key: package[key] for key in kept if key in package},
        "pages": _pages(site, "index"),
        "files": {
            "package": files.described(folder, "datapackage.json"),
            "zip": files.described(folder, "region-report.zip"),
            "xlsx": files.described(folder, "region-report.xlsx"),
        },
        "tables": [_table(folder, table) for table in whole.values()],
        "regions": [
            record | _addresses(folder, site, f"regions/{record['slug']}", record["figures"])
            for record in whole["regions"].records
        ],
        "indicators": [
            _short(record) | _counts(indicators.get(record["id"]))
            | _addresses(folder, site, f"indicators/{record['id']}", record["id"] in indicators)
            for record in whole["indicators"].records
        ],
    }  # fmt: skip


def _table(folder, table):
    titles = {f"title_{lang}": fields.title(table.name, lang) for lang in LANGUAGES}
    found = {kind: files.described(folder, f"{table.name}.{kind}") for kind in ("csv", "json")}
    return {"name": table.name, **titles, "rows": len(table.rows), "files": found}


def _short(record):
    return {key: record[key] for key in ("id", "name_zh", "name_en", "unit", "theme", "kind")}


def _counts(observations):
    if observations is None:
        return {"figures": 0, "regions": 0}
    return {"figures": len(observations.rows), "regions": len(set(observations.column("region")))}


def _addresses(folder, site, name, written):
    """Pages of a region or indicator, and its files where it has a figure at all."""
    made = {kind: files.described(folder, f"{name}.{kind}") for kind in FORMATS} if written else {}
    return {"pages": _pages(site, name), "files": made}


def _pages(site, name):
    if site is None:
        return {}
    found = {lang: f"{lang}/book/{name}.html" for lang in LANGUAGES}
    return {lang: f"../{page}" for lang, page in found.items() if (Path(site) / page).is_file()}
