"""Tables of one indicator: what it is, every value, and what must not be compared with it."""

from dataclasses import replace

from region_report.languages import ALWAYS
from region_report.metrics.areas import many
from region_report.tables import addresses, bounds, columns
from region_report.tables.lists import allowed
from region_report.tables.several import Several
from region_report.tables.spreads import spread_of_indicator
from region_report.tables.table import Cell, Column, Table, make
from region_report.text import label, language, number, period, t

LEVELS = ("nation", "province", "prefecture", "county")


def facts(indicator, lists):
    """What the codelist says of an indicator, in Chinese and English: names, definitions, unit, place in the report.

    indicator: id. lists: `codelists.Codelists`.
    """
    shown = [
        Column(t("tables.column.property"), lambda row: t(f"tables.property.{row[0]}")),
        Column(t("tables.column.content"), lambda row: row[1]),
    ]
    return make("facts", list(_facts(lists.by_id["indicators"][indicator], lists)), shown)


def values(observations, *, most=200):
    """Every figure of one indicator with its region, as printed, with its reading, its source and its place.

    observations: rows of one indicator. The regions of the highest level come first. Of many regions it begins with
    how their figures are spread, and lists fewer rows. Of more than `most` rows the first are shown, and the caption
    says how many there are. Without a row: the sentence `tables.values.empty`.
    """
    if many(observations):
        return Several((spread_of_indicator(observations), _listed(observations, min(most, bounds.MOST))))
    return _listed(observations, most)


def _listed(observations, most):
    rows = observations.assign(rank=observations["region_level"].map(LEVELS.index)).sort_values("rank", kind="stable")
    records = rows.head(most).to_dict("records")
    numbers = columns.cited(records)
    shown = [Column(t("tables.column.region"), _region), columns.printed(), columns.figure("reading")]
    made = make("values", records, [*shown, columns.origin(numbers)], notes=numbers)
    if not isinstance(made, Table) or len(rows) <= most:
        return made
    return replace(made, caption=t("tables.values.part", shown=number(most), all=number(len(rows))))


def confusable(indicator, lists):
    """The indicators that are easily confused with one, whether they may be compared with it, and why.

    Without a rule: the sentence `tables.confusable.empty`.
    """
    pairs = lists.comparability
    ruled = pairs[(pairs["left"] == indicator) | (pairs["right"] == indicator)].to_dict("records")
    records = [row | {"other": row["right"] if row["left"] == indicator else row["left"]} for row in ruled]
    shown = [
        Column(t("tables.column.right"), lambda row: named(row["other"], lists)),
        Column(t("tables.column.verdict"), lambda row: t(f"tables.verdict.{row['verdict']}")),
        columns.named("reason", "why"),
    ]
    return make("confusable", records, shown)


def named(id_, lists):
    """The name of an indicator, which leads to its page."""
    return Cell(label(lists.by_id["indicators"][id_], "name"), href=addresses.indicator(id_))


def _facts(entry, lists):
    for part in ("name", "definition"):
        for lang in [lang for lang in ALWAYS if entry[f"{part}_{lang}"]]:
            yield f"{part}_{lang}", Cell(entry[f"{part}_{lang}"], lang="" if lang == language() else lang)
    unit = lists.by_id["units"].get(entry["unit"], {})
    yield "unit", label(unit, "name") or t("text.gap")
    for part in ("kind", "theme", "stage", "direction"):
        yield part, t(f"tables.{part}.{entry[part]}") if entry[part] else t("text.gap")
    yield "allowed", allowed(lists.indicators.set_index("id").loc[entry["id"]])
    yield "base", named(entry["base"], lists) if entry["base"] else t("text.gap")
    yield "aliases", columns.quoted(entry["aliases"].replace("|", "、"))
    yield "id", entry["id"]


def _region(row):
    kind = [t(f"text.measure.{row['measure']}"), *columns.nature(row), period(row["period"])]
    return Cell(label(row, "region"), t("tables.join").join(kind), href=addresses.region(row["region"]))
