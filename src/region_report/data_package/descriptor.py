"""`datapackage.json`: what is in the package, each column with type, limits and meaning, and what refers to what."""

from region_report import settings, text
from region_report.codelists.schema import schema
from region_report.data_package import fields, files

LICENCE = {
    "name": "CC-BY-4.0",
    "title": "Creative Commons Attribution 4.0",
    "path": "https://creativecommons.org/licenses/by/4.0/",
}
# Tables that have a schema of their own in data/schema.
SCHEMAS = (
    "observations", "sources", "indicators", "units", "statuses", "grades", "comparability", "canonical_actors",
    "actors",
)  # fmt: skip
KEYS = {
    "observations": ["region", "indicator", "measure", "period", "source", "place"],
    "regions": ["slug"],
    "sources": ["region", "id"],
}
_REGION, _INDICATOR = ("region", "regions", "slug"), ("indicator", "indicators", "id")
# (columns, table, its columns); a metric is none of the indicators, so `metrics.indicator` refers to nothing.
REFERENCES = {
    "observations": [_REGION, _INDICATOR, ("unit", "units", "id"), ("status", "statuses", "id"),
                     ("source_grade", "grades", "id"), (["region", "source"], "sources", ["region", "id"])],
    "targets": [_REGION, _INDICATOR, ("unit", "units", "id")],
    "metrics": [_REGION],
    "sources": [_REGION, ("grade", "grades", "id")],
    "indicators": [("unit", "units", "id"), ("base", "indicators", "id")],
    "comparability": [("left", "indicators", "id"), ("right", "indicators", "id")],
    "actors": [_REGION, ("canonical", "canonical_actors", "id")],
}  # fmt: skip


def descriptor(folder, whole, languages):
    """The descriptor of the tables, whose CSVs lie in `folder`. whole: name -> Table. languages: of the report."""
    main = "en" if "en" in languages else languages[0]
    own = {"title_zh": _say("title", "zh")} if "zh" in languages else {}
    return {
        "profile": "tabular-data-package",
        "name": "region-report",
        "title": _say("title", main),
        **own,
        "description": _say("description", "en"),
        "description_zh": _say("description", "zh"),
        "version": settings.version(),
        "licenses": [LICENCE],
        "sources": _sources(whole["sources"]),
        "resources": [_resource(folder, table) for table in whole.values()],
    }


def _say(key, lang):
    with text.edition(lang):
        return text.t(f"data.{key}")


def _sources(sources):
    """Every source once, with its address where it is the original's."""
    found = {
        title: {"title": title} | ({"path": record["url"]} if record["url"] else {})
        for record in sources.records
        for title in [record["title_zh"] or record["title_en"]]
    }
    return [found[title] for title in sorted(found)]


def _resource(folder, table):
    return {
        "name": table.name,
        **files.described(folder, f"{table.name}.csv"),
        "title": fields.title(table.name, "en"),
        "title_zh": fields.title(table.name, "zh"),
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": _schema(table),
    }


def _schema(table):
    own = schema(table.name) if table.name in SCHEMAS else {"fields": []}
    known = {each["name"]: each.get("constraints") for each in own["fields"]}
    described = {"fields": [_field(table, name, known.get(name)) for name in table.columns], "missingValues": [""]}
    if key := KEYS.get(table.name) or own.get("primaryKey"):
        described["primaryKey"] = key
    references = [
        {"fields": columns, "reference": {"resource": other, "fields": theirs}}
        for columns, other, theirs in REFERENCES.get(table.name, [])
    ]
    return described | ({"foreignKeys": references} if references else {})


def _field(table, name, constraints):
    zh, en = (fields.words(table.name, name, lang) for lang in ("zh", "en"))
    values = table.column(name)
    if constraints and values and not any(value is not None for value in values):
        # The names in a language that the report does not speak.
        constraints = {rule: held for rule, held in constraints.items() if rule != "required"}
    field = {"name": name, "type": _type(values), "title": en[0], "title_zh": zh[0]}
    field |= {"description": en[1], "description_zh": zh[1]}
    return field | ({"constraints": constraints} if constraints else {})


def _type(values):
    kinds = {type(value) for value in values if value is not None}
    if kinds == {bool}:
        return "boolean"
    return "number" if kinds and kinds <= {int, float} else "string"
