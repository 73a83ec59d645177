"""Checks of records against the Table Schemas of `data/schema`, which alone define the columns."""

import json
import re
import unicodedata
from datetime import date
from functools import cache

from region_report import settings
from region_report.codelists.records import near
from region_report.errors import Fault
from region_report.languages import FURTHER, LANGUAGES
from region_report.messages import Message
from region_report.paths import standard

# The key of the name of a theme, but for the theme.
THEME = "tables.theme."

# Signs that no screen shows: control characters, zero widths, direction marks, a byte order mark within.
HIDDEN = re.compile("[\x00-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff]")
# So many different wrong values of a column get the allowed word that is near.
HINTS = 50


@cache
def schema(name):
    """The Table Schema of a table, as `data/schema/<name>.json` of the project, or else of the package, holds it.

    Of themes there are those that the project's own words name as well (`settings.words`).

    What is said in English has a field for each further language, which may be empty: a data folder need not speak
    every language of the package, and an edition of one that it lacks is refused (`build.lacking`).
    """
    table = json.loads((standard("schema") / f"{name}.json").read_text(encoding="utf-8"))
    for field in table["fields"]:
        if field["name"] == "theme":
            field["constraints"]["enum"] += _themes(field["constraints"]["enum"])
    return table | {"fields": [each for field in table["fields"] for each in (field, *_translated(field))]}


def _themes(known):
    """The themes that only the project's own words name."""
    named = [key.removeprefix(THEME) for lang in LANGUAGES for key in settings.words(lang) if key.startswith(THEME)]
    return [theme for theme in dict.fromkeys(named) if theme not in known]


def headings(name):
    """The columns of a table, in order."""
    return [field["name"] for field in schema(name)["fields"]]


def always(name):
    """Those of the columns that every file has: in Chinese, in English, and without a language."""
    return [field["name"] for field in schema(name)["fields"] if "lang" not in field]


def further(name):
    """Those of the columns that are of a further language; a file may lack them."""
    return [field["name"] for field in schema(name)["fields"] if "lang" in field]


def _translated(field):
    """The fields that say the same in each further language."""
    if not (found := re.fullmatch(r"(.+)_en(_plural)?", field["name"])):
        return []
    rules = {key: rule for key, rule in field.get("constraints", {}).items() if key != "required"}
    name, plural = found[1], found[2] or ""
    return [field | {"name": f"{name}_{lang}{plural}", "constraints": rules, "lang": lang} for lang in FURTHER]


def check_records(name, records, file, known=None, optional=()):
    """Faults of records against their schema.

    name: of the schema. file: as messages show it. known: for each table a column may refer to, its ids and
    its file, as `{"units": (ids, "data/units.csv")}`; references to other tables are not checked. optional: columns
    that may be empty whatever the schema says.
    """
    table = schema(name)
    known = known or {}
    references = _references(table, known)
    faults = []
    for field in table["fields"]:
        column = field["name"]
        wrong = _wrong_values(records, field, references.get(column), known)
        if column in optional:
            wrong.pop("", None)
        if wrong:
            mergeable = column in references or "enum" in field.get("constraints", {})
            for above, record in zip([None, *records], records, strict=False):
                told = wrong.get(record[column], ())
                told = [_merged(said, above, column) for said in told] if mergeable and above else told
                faults += [Fault(file, record.line_of(column), column, said) for said in told]
    return faults + _unknown_entries(records, table, file) + _repeated(records, table["primaryKey"], file)


def _merged(said, above, column):
    """The same message; of an empty cell below a filled one, that the two may have been one, merged in Excel."""
    filled = "" if above.lines else above[column]
    return Message("faults.empty_below", above=filled) if filled and said.key == "faults.empty" else said


def _wrong_values(records, field, reference, known):
    """Value -> its faults, of the values of a column that have any."""
    wrong = {}
    for value in {record.values.get(field["name"], ""): None for record in records}:
        # Whoever finds so many wrong values is not looking for one misspelt word, and each is compared with all.
        hint = near if len(wrong) < HINTS else _no_hint
        if said := _faults_of_value(value, field, reference, known, hint):
            wrong[value] = said
    return wrong


def _no_hint(value, allowed):
    return ""


def _references(table, known):
    pairs = [(key["fields"], key["reference"]["resource"]) for key in table.get("foreignKeys", [])]
    return {column: known[resource] for column, resource in pairs if resource in known}


def _faults_of_value(value, field, reference, known, hint):
    """What is wrong with one value of a column."""
    rules = field.get("constraints", {})
    if not value:
        return [Message("faults.empty")] if rules.get("required") else []
    if value != value.strip() or "\n" in value:
        return [Message("faults.spaces", found=value)]
    if hidden := HIDDEN.search(value):
        return [Message("faults.hidden", found=value, sign=f"U+{ord(hidden[0]):04X}")]
    if (
        found := _type_fault(value, field, hint)
        or _enum_fault(value, rules, hint)
        or _pattern_fault(value, field, rules)
    ):
        return [found]
    if reference:
        return _reference_faults(value, *reference, hint)
    return _list_faults(value, field.get("list"), known, hint)


def _type_fault(value, field, hint):
    if field["type"] == "number" and not re.fullmatch(r"-?[0-9]+(\.[0-9]+)?", value):
        return Message("faults.number", found=value)
    if field["type"] == "boolean":
        return _enum_fault(value, {"enum": ["true", "false"]}, hint)
    return None


def _enum_fault(value, rules, hint):
    if "enum" not in rules or value in rules["enum"]:
        return None
    return Message("faults.enum", found=value, near=hint(value, rules["enum"]), allowed=tuple(rules["enum"]))


def _pattern_fault(value, field, rules):
    if "pattern" not in rules or (
        re.fullmatch(rules["pattern"], value, re.ASCII) and not _no_such_period(value, field)
    ):
        return None
    allowed = {name: field[name] for name in ("allowed_zh", "allowed_en")}
    return Message("faults.pattern", found=value, near=_respelt(value, field, rules), **allowed)


def _respelt(value, field, rules):
    """The same in half width, in small letters or as a date is written here, where that is allowed; else nothing."""
    plain = unicodedata.normalize("NFKC", value).strip()
    dated = re.sub("[年月./]", "-", re.sub("日|年$|月$", "", plain))
    dated = "-".join(part.zfill(2) for part in dated.split("-"))
    for other in (plain, plain.lower(), dated, plain.replace("-", "/"), "/".join(reversed(plain.split("/")))):
        if re.fullmatch(rules["pattern"], other, re.ASCII) and not _no_such_period(other, field):
            return Message("faults.near", word=other)
    return ""


def _no_such_period(value, field):
    """Whether a period or date has the right form and yet does not exist, such as month 13."""
    if field["name"] not in ("period", "date"):
        return False
    try:
        ends = [date(*[int(part) for part in [*end.split("-"), "1", "1"][:3]]) for end in value.split("/")]
    except ValueError:
        return True
    return ends != sorted(ends)


def _reference_faults(value, ids, where, hint):
    if value in ids:
        return []
    advice = hint(value, ids) or Message("faults.nothing_near")
    return [Message("faults.reference", found=value, where=where, near=advice)]


def _list_faults(value, rule, known, hint):
    if not rule:
        return []
    items = value.split(rule["separator"])
    if "" in items or len(items) != len(set(items)):
        return [Message("faults.list", found=value, separator=rule["separator"])]
    if rule.get("resource") not in known:
        return []
    return [fault for item in items for fault in _reference_faults(item, *known[rule["resource"]], hint)]


def _unknown_entries(records, table, file):
    """Entries that the schema does not know: possible in YAML, where there is no heading line."""
    allowed = tuple(field["name"] for field in table["fields"])
    return [
        Fault(
            file,
            record.line_of(entry),
            entry,
            Message("faults.entry_unknown", near=near(entry, allowed), allowed=allowed),
        )
        for record in records
        for entry in record.values
        if entry not in allowed
    ]


def _repeated(records, key, file):
    first, faults = {}, []
    for record in records:
        values = tuple(record[column] for column in key)
        if values in first:
            same = Message("faults.repeated", columns=tuple(key), line=first[values])
            faults.append(Fault(file, record.line, "", same))
        first.setdefault(values, record.line)
    return faults
