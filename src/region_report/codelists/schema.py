"""Checks of records against the Table Schemas of `data/schema`, which alone define the columns."""

import json
import re
from datetime import date
from functools import cache

from region_report.codelists.records import near
from region_report.errors import Fault
from region_report.paths import project_root


@cache
def schema(name):
    """The Table Schema of a table, as `data/schema/<name>.json` of the project holds it."""
    return json.loads((project_root() / "data" / "schema" / f"{name}.json").read_text(encoding="utf-8"))


def headings(name):
    """The columns of a table, in order."""
    return [field["name"] for field in schema(name)["fields"]]


def check_records(name, records, file, known=None):
    """Faults of records against their schema.

    name: of the schema. file: as messages show it. known: for each table a column may refer to, its ids and
    its file, as `{"units": (ids, "data/units.csv")}`; references to other tables are not checked.
    """
    table = schema(name)
    known = known or {}
    references = _references(table, known)
    faults = []
    for field in table["fields"]:
        column = field["name"]
        values = {record.values.get(column, "") for record in records}
        wrong = {
            value: said for value in values if (said := _fault_of_value(value, field, references.get(column), known))
        }
        if wrong:
            told = ((record, wrong.get(record.values.get(column, ""))) for record in records)
            faults += [Fault(file, record.line_of(column), column, said) for record, said in told if said]
    return faults + _unknown_entries(records, table, file) + _repeated(records, table["primaryKey"], file)


def _references(table, known):
    pairs = [(key["fields"], key["reference"]["resource"]) for key in table.get("foreignKeys", [])]
    return {column: known[resource] for column, resource in pairs if resource in known}


def _fault_of_value(value, field, reference, known):
    """What is wrong with one value of a column, or nothing."""
    rules = field.get("constraints", {})
    if not value:
        return "is empty. Fill it in." if rules.get("required") else ""
    if value != value.strip() or "\n" in value:
        return f"{value!r} has a space or a line break too many. Remove it."
    if found := _type_fault(value, field) or _enum_fault(value, rules) or _pattern_fault(value, field, rules):
        return found
    if reference:
        return _reference_fault(value, *reference)
    return _list_fault(value, field.get("list"), known)


def _type_fault(value, field):
    if field["type"] == "number" and not re.fullmatch(r"-?\d+(\.\d+)?", value):
        return f"'{value}' is not a number. Write it with digits and a point."
    if field["type"] == "boolean" and value not in ("true", "false"):
        return f"'{value}' is not allowed. Allowed: true, false."
    return ""


def _enum_fault(value, rules):
    if "enum" not in rules or value in rules["enum"]:
        return ""
    return f"'{value}' is not allowed.{near(value, rules['enum'])} Allowed: {', '.join(rules['enum'])}."


def _pattern_fault(value, field, rules):
    if "pattern" not in rules or (re.fullmatch(rules["pattern"], value) and not _no_such_period(value, field)):
        return ""
    return f"'{value}' is not allowed. Allowed: {field['allowed']}."


def _no_such_period(value, field):
    """Whether a period or date has the right form and yet does not exist, such as month 13."""
    if field["name"] not in ("period", "date"):
        return False
    try:
        ends = [date(*[int(part) for part in [*end.split("-"), "1", "1"][:3]]) for end in value.split("/")]
    except ValueError:
        return True
    return ends != sorted(ends)


def _reference_fault(value, ids, where):
    return "" if value in ids else f"'{value}' is not in {where}.{near(value, ids)}"


def _list_fault(value, rule, known):
    if not rule:
        return ""
    items = value.split(rule["separator"])
    if "" in items or len(items) != len(set(items)):
        return f"'{value}' has an empty or doubled part. Separate parts by one '{rule['separator']}'."
    if rule.get("resource") not in known:
        return ""
    return " ".join(filter(None, (_reference_fault(item, *known[rule["resource"]]) for item in items)))


def _unknown_entries(records, table, file):
    """Entries that the schema does not know: possible in YAML, where there is no heading line."""
    allowed = [field["name"] for field in table["fields"]]
    return [
        Fault(
            file,
            record.line_of(entry),
            entry,
            f"is not an entry.{near(entry, allowed)} Allowed: {', '.join(allowed)}.",
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
            same = f"the same {', '.join(key)} as line {first[values]}. Delete one of the two, or correct it."
            faults.append(Fault(file, record.line, "", same))
        first.setdefault(values, record.line)
    return faults
