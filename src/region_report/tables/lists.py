"""Tables of what is known by name: actors, coverage, sources, the dictionary, the glossary."""

from collections import defaultdict

from region_report import codelists
from region_report.metrics.areas import FEW, many
from region_report.tables import addresses, bounds, columns, origins
from region_report.tables.reporting import reporting
from region_report.tables.table import Cell, Column, make
from region_report.text import interval, label, language, number, period, t
from region_report.text.words import catalogue


def actors(matrix):
    """The five actors of each document in its own words, the common name of each, and what is reported on it.

    matrix: frame of `metrics.actors.matrix`. Of many regions it is counted how many name each. Where no document names
    an actor: the sentence `tables.actors.empty`.
    """
    if many(matrix[matrix["named"]]):
        return _counted_actors(matrix)
    shown = [
        Column(t("tables.column.actor"), lambda row: Cell(label(row, "canonical"), label(row, "region"))),
        Column(t("tables.column.own_words"), lambda row: Cell(label(row, "actor"), origins.where(row["place"]))),
        Column(
            t("tables.column.reported"), lambda row: Cell(label(row, "reported") or t("text.gap"), label(row, "note"))
        ),
    ]
    return make("actors", matrix[matrix["named"]].to_dict("records"), shown)


def _counted_actors(matrix):
    """Each actor with the number of regions whose document names it, and of those that report something on it."""
    named = matrix[matrix["named"]]
    reported = named[named["indicators"].map(bool)]
    counts = {
        name: rows.groupby("canonical")["region"].nunique() for name, rows in (("named", named), ("told", reported))
    }
    shown = [
        Column(t("tables.column.actor"), lambda row: label(row, "canonical")),
        *(Column(t(f"tables.actors_counted.{name}"), _count_of(found), numeric=True) for name, found in counts.items()),
    ]
    return make("actors_counted", matrix.drop_duplicates("canonical").to_dict("records"), shown)


def _count_of(counts):
    return lambda row: Cell(number(counts.get(row["canonical"], 0)), value=counts.get(row["canonical"], 0))


def coverage(covered):
    """What every region says of every indicator, one column a region; the reason stands below what it explains.

    covered: frame of `metrics.coverage.coverage`. Of many regions it is counted how many report an indicator. Without
    a row: the sentence `tables.coverage.empty`.
    """
    if many(covered):
        return reporting(covered)
    regions = covered.drop_duplicates("region").to_dict("records")
    states = {(row["indicator"], row["region"]): row for row in covered.to_dict("records")}

    def state_in(region):
        return Column(label(region, "region"), lambda row: _state(states[row["indicator"], region["region"]]))

    rows = covered.drop_duplicates("indicator").to_dict("records")
    return make("coverage", rows, [columns.named("indicator"), *map(state_in, regions)])


def gaps(covered):
    """What a region gives no usable figure for, one row a reason, with the indicators it holds for.

    covered: frame of `metrics.coverage.gaps`. Without a row: the sentence `tables.gaps.empty`.
    """
    told = defaultdict(list)
    for row in covered.to_dict("records"):
        told[row["state"], label(row, "why")].append(row)
    shown = [
        Column(t("tables.column.status"), lambda rows: label(rows[0], "state")),
        Column(t("tables.column.why"), lambda rows: label(rows[0], "why")),
        Column(
            t("tables.column.indicators"),
            lambda rows: t("text.list_comma").join(label(row, "indicator") for row in rows),
        ),
    ]
    return make("gaps", list(told.values()), shown)


def comparability(pairs):
    """Pairs of indicators that tempt to be compared, with the rule for each.

    pairs: frame with `left_zh, left_en, right_zh, right_en, verdict, reason_zh, reason_en`, as from
    `metrics.comparability.matrix`; each pair is listed once, and only where a rule is on file. Without
    one: the sentence `tables.comparability.empty`.
    """
    ruled = pairs[pairs["verdict"].isin(["same", "different"])]
    once = {frozenset((row["left"], row["right"])): row for row in ruled.to_dict("records")[::-1]}
    shown = [
        columns.named("left"),
        columns.named("right"),
        Column(t("tables.column.verdict"), lambda row: t(f"tables.verdict.{row['verdict']}")),
        columns.named("reason", "why"),
    ]
    return make("comparability", list(once.values())[::-1], shown)


def sources(regions):
    """Every source of the regions, with publisher, date, grade, licence, and a link where it is the original.

    regions: `codelists.Region` objects; of many, the first sources. Without a source: the sentence
    `tables.sources.empty`.
    """
    pairs = [(region, source) for region in regions for source in region.sources.values()]
    return bounds.first(_sources, pairs) if len(regions) > FEW else _sources(pairs)


def _sources(pairs):
    shown = [
        Column(
            t("tables.column.title"),
            lambda row: Cell(row["title"], t("tables.join").join([row["publisher"], row["date"]]), href=row["href"]),
        ),
        Column(t("tables.column.region"), lambda row: row["region"]),
        Column(t("tables.column.grade"), lambda row: Cell(row["grade"], row["checked"])),
        Column(t("tables.column.licence"), lambda row: row["licence"]),
    ]
    return make("sources", [_source(*pair) for pair in pairs], shown)


def indicators(lists, observations):
    """The dictionary of indicators: name, definition, who reports it, unit, stage of the logic model, range, id.

    lists: `codelists.Codelists`. observations: frame; an indicator that it has leads to its page.
    Without an indicator: the sentence `tables.indicators.empty`.
    """
    rows = observations.groupby("indicator").size()
    regions = observations.groupby("indicator")["region"].nunique()
    units = lists.units.set_index("id").to_dict("index")
    shown = [
        Column(t("tables.column.indicator"), lambda row: _entry(row, row["id"] in rows.index)),
        columns.named("definition"),
        Column(t("tables.column.reporters"), lambda row: _reported(regions.get(row["id"], 0), rows.get(row["id"], 0))),
        Column(
            t("tables.column.unit"),
            lambda row: Cell(label(units.get(row["unit"], {}), "name") or t("text.gap"), allowed(row)),
        ),
        Column(
            t("tables.column.theme"),
            lambda row: Cell(t(f"tables.theme.{row['theme']}"), t(f"tables.stage.{row['stage']}")),
        ),
    ]
    return make("indicators", lists.indicators.to_dict("records"), shown)


def statuses(lists):
    """The statuses a figure or a target may carry, each explained. lists: `codelists.Codelists`."""
    shown = [columns.named("name", "status"), columns.named("explanation", "meaning")]
    return make("statuses", lists.statuses.to_dict("records"), shown)


def grades(lists):
    """How far each kind of source can be trusted. lists: `codelists.Codelists`."""
    shown = [columns.named("name", "grade"), columns.named("explanation", "meaning")]
    return make("grades", lists.grades.to_dict("records"), shown)


def glossary():
    """The terms of the report in the reader's language and in Chinese (in that edition: English), with a note."""
    terms = [key.split(".")[1] for key in catalogue("zh") if key.startswith("glossary.") and key.endswith(".term")]
    first, second = (language(), "en" if language() == "zh" else "zh")
    shown = [
        Column(t("tables.column.term"), lambda term: catalogue(first)[f"glossary.{term}.term"]),
        Column(
            t("tables.column.other_language"),
            lambda term: Cell(catalogue(second)[f"glossary.{term}.term"], lang=second),
        ),
        Column(t("tables.column.meaning"), lambda term: t(f"glossary.{term}.note")),
    ]
    return make("glossary", terms, shown)


def _entry(row, reported):
    return Cell(label(row, "name"), row["id"], href=addresses.indicator(row["id"]) if reported else "")


def _reported(regions, rows):
    if not rows:
        return t("text.gap")
    return Cell(t("tables.regions_count", count=number(regions)), t("tables.rows_count", count=number(rows)), rows)


# States whose name is reason enough.
_PLAIN = ("shown", "undated", "not_found", "target_only", "in_words")


def _state(row):
    return Cell(label(row, "state"), "" if row["state"] in _PLAIN else label(row, "why"))


def _source(region, source):
    lang = language()
    return {
        "title": source.word("title", lang),
        "publisher": source.word("publisher", lang),
        "date": period(source.date),
        "region": region.word("name", lang),
        "grade": label(codelists.load(region.folder.parents[1]).by_id["grades"][source.grade], "name"),
        "checked": _checked(source),
        "licence": source.word("licence", lang),
        # A copy is cited by its original; readers are not sent to it.
        "href": "" if source.grade == "mirror" else source.url,
    }


def _checked(source):
    """Whether the figure was read at the original; the name of a copy's grade has said that it was not."""
    if source.grade == "mirror":
        return ""
    return t("tables.checked" if source.checked_at_original else "tables.not_checked")


def allowed(row):
    """The range of an indicator; a dash where none is set."""
    low, high = row["minimum"], row["maximum"]
    if low != low and high != high:
        return t("text.gap")
    if high != high:
        return t("text.open_above", lower=number(low))
    return interval(low, high)
