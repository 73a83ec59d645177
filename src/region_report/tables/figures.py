"""Tables of figures: evidence as printed, targets with every input, computed metrics."""

from region_report.languages import columns as columns_of
from region_report.metrics.areas import many
from region_report.metrics.frames import rows_of
from region_report.metrics.targets import JUDGED
from region_report.tables import bounds, columns, origins
from region_report.tables.spreads import spreads
from region_report.tables.table import Cell, Column, make
from region_report.text import label, period, quantity, standing, t


def evidence(observations):
    """Every figure as printed, with its reading, its interval, its source, its place and what to know of it.

    observations: frame; of many regions the first rows. Without a row: the sentence `tables.evidence.empty`.
    """
    records = _records(observations)
    return bounds.first(_evidence, records) if many(observations) else _evidence(records)


def reported(observations):
    """Figures of a section, shorter than `evidence`: source, place and reading stand in the card of each figure.

    observations: frame. Without a row: the sentence `tables.reported.empty`.
    """
    return make("reported", _records(observations), [columns.indicator(), columns.figure(), columns.caveat()])


def statements(observations, *, measure):
    """What the sources say in words only: commitments (measure `target`) or facts (`actual`) without a figure.

    observations: frame. Without such a row: the sentence `tables.statements.empty`.
    """
    records = _records(observations[(observations["status"] == "in_words") & (observations["measure"] == measure)])
    numbers = columns.cited(records)
    return make("statements", records, [columns.indicator(), columns.printed(), columns.origin(numbers)], notes=numbers)


def targets(table, observations):
    """Every commitment with a figure: its inputs, what it requires a year, and its status on both paths.

    table: frame of `metrics.targets.targets` of these observations. A column of latest figures is there where a
    target has one. Without a target: the sentence `tables.targets.empty`.
    """
    table = table[table["target"].notna()]
    parts = [part for part in ("baseline", "current", "target") if part != "current" or table["current"].notna().any()]
    origin = origins.points(observations)
    shown = [
        columns.indicator(detail=columns.nature),
        *(Column(t(f"tables.column.{part}"), _part(part, origin), numeric=True) for part in parts),
        columns.pace(),
        Column(t("tables.column.status"), _status),
    ]
    return make("targets", _records(table), shown)


def bearing(evidence):
    """What bears on a target without settling it, and why.

    evidence: frame of `metrics.evidence.evidence`. Without such a row: the sentence `tables.bearing.empty`.
    """
    records = _records(evidence[~evidence["used"].astype(bool)])
    numbers = columns.cited(records)
    shown = [
        columns.named("target_indicator"),
        columns.named_figure("found"),
        columns.reason(numbers),
    ]
    return make("bearing", records, shown, notes=numbers)


def metrics_table(metrics):
    """Computed figures with interval, inputs as printed, the denominator's period and what could mislead.

    metrics: a metric frame. Rows for which nothing was found are left out; that a metric has no value for the same
    reason in several periods is said once. Of many regions the spread is shown instead. Without another row: the
    sentence `tables.metrics_table.empty`.
    """
    if many(metrics):
        return spreads(metrics)
    repeated = metrics["value"].isna() & metrics.duplicated(["region", "indicator", "status"])
    shown = [
        columns.indicator(heading="metric"),
        columns.figure(origin=origins.computed),
        Column(t("tables.column.inputs"), lambda row: Cell(label(row, "inputs") or t("text.gap"), label(row, "note"))),
    ]
    return make("metrics_table", _records(metrics[(metrics["status"] != "not_found") & ~repeated]), shown)


def methods(table):
    """How every metric is computed: definition, formula, unit, source of the method, what could mislead.

    table: frame of `metrics.methods.methods`. Without a row: the sentence `tables.methods.empty`.
    """
    shown = [
        Column(t("tables.column.metric"), lambda row: Cell(label(row, "name"), label(row, "unit"))),
        Column(t("tables.column.definition"), lambda row: Cell(label(row, "definition"), label(row, "note"))),
        Column(t("tables.column.formula"), lambda row: Cell(label(row, "formula"), label(row, "source"))),
    ]
    return make("methods", table.to_dict("records"), shown)


def _evidence(records):
    numbers = columns.cited(records)
    shown = [columns.indicator(), columns.printed(), columns.figure("reading"), columns.origin(numbers)]
    return make("evidence", records, shown, notes=numbers)


_UNIT = (*columns_of("unit"), "unit")
_OF_A_PART = ("lower", "upper", "bound", "period", "printed", "status")


def _records(frame):
    """The rows as dictionaries that know whether their region must be named."""
    return rows_of(frame.assign(several=frame["region"].nunique() > 1))


def _part(part, origin):
    """A cell for the baseline, the latest figure or the target: the quantity with its origin, below it the period."""

    def cell(row):
        figure = {key: row[key] for key in _UNIT} | {"value": row[part], "measure": part}
        figure |= {key: row[f"{part}_{key}"] for key in _OF_A_PART}
        if row[part] != row[part]:
            return t("text.gap")
        return Cell(quantity(figure), period(figure["period"]), row[part], origin=origin(row, part))

    return cell


def _status(row):
    """What can be said of progress and by what; below it the status on the other path, and the evidence."""
    parts = [t("tables.on_paths", linear=label(row, "status_linear"))] if row["status_linear"] in JUDGED else []
    parts += [t("tables.bearing_count", count=row["evidence"])] if row["evidence"] else []
    return Cell(standing(row), t("tables.join").join(parts), origin=origins.progress(row))
