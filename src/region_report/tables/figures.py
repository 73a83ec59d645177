"""Tables of figures: evidence as printed, targets with every input, computed metrics."""

from region_report.tables import columns
from region_report.tables.table import Cell, Column, make
from region_report.text import label, period, quantity, t


def evidence(observations):
    """Every figure as printed, with its place, its reading, its interval, its source and what to know of it.

    observations: frame. Without a row: the sentence `tables.evidence.empty`.
    """
    several = observations["region"].nunique() > 1
    shown = [
        columns.named("indicator"),
        *([columns.named("region")] if several else []),
        columns.measure(),
        columns.when(),
        columns.printed(),
        columns.figure("reading"),
        columns.ends(),
        columns.source(),
        columns.place(),
        columns.remark(),
    ]
    return make("evidence", observations.to_dict("records"), shown)


def targets(table):
    """Every commitment with its inputs, what it requires a year, and its status on both paths.

    table: frame of `metrics.targets.targets`. Without a row: the sentence `tables.targets.empty`.
    """
    several = table["region"].nunique() > 1
    shown = [
        columns.named("indicator"),
        *([columns.named("region")] if several else []),
        Column(t("tables.column.nature"), _nature),
        *(Column(t(f"tables.column.{part}"), _part(part), numeric=True) for part in _PARTS),
        columns.rate("required_growth", sign="%"),
        columns.rate("required_step", decimals=0),
        Column(t("tables.column.status"), lambda row: label(row, "status")),
        Column(
            t("tables.column.evidence"), lambda row: Cell(str(row["evidence"]), row["evidence"]), numeric=True
        ),
    ]
    return make("targets", table.to_dict("records"), shown)


def bearing(evidence):
    """What bears on a target without settling it, and why.

    evidence: frame of `metrics.evidence.evidence`. Without such a row: the sentence `tables.bearing.empty`.
    """
    rows = evidence[~evidence["used"].astype(bool)].to_dict("records")
    shown = [
        columns.named("target_indicator"),
        columns.named("indicator", "found"),
        columns.when(),
        columns.figure(),
        Column(t("tables.column.why"), lambda row: label(row, "reason") or label(row, "status")),
        columns.source(),
    ]
    return make("bearing", rows, shown)


def metrics_table(metrics):
    """Computed figures with interval, inputs as printed, the denominator's period and what could mislead.

    metrics: a metric frame. Rows for which nothing was found are left out. Without another row: the sentence
    `tables.metrics_table.empty`.
    """
    several = metrics["region"].nunique() > 1
    shown = [
        columns.named("indicator", "metric"),
        *([columns.named("region")] if several else []),
        columns.when(),
        columns.figure(),
        columns.ends(),
        Column(t("tables.column.inputs"), lambda row: label(row, "inputs") or t("text.gap")),
        Column(t("tables.column.denominator_period"), _denominator),
        columns.remark(),
    ]
    return make("metrics_table", metrics[metrics["status"] != "not_found"].to_dict("records"), shown)


def methods(table):
    """How every metric is computed: definition, formula, unit, source of the method, what could mislead.

    table: frame of `metrics.methods.methods`. Without a row: the sentence `tables.methods.empty`.
    """
    names = ("name", "definition", "formula", "unit", "source", "note")
    shown = [columns.named(name, _METHOD.get(name, name)) for name in names]
    return make("methods", table.to_dict("records"), shown)


_METHOD = {"name": "metric", "source": "method"}


_PARTS = ("baseline", "current", "target")
_UNIT = ("unit_zh", "unit_en", "unit")
_OF_A_PART = ("lower", "upper", "bound", "period", "printed", "status")


def _nature(row):
    return t(f"tables.nature.{row['nature']}") if row["nature"] else t("text.gap")


def _part(part):
    """A cell for the baseline, the current figure or the target: quantity and period, or words."""

    def cell(row):
        figure = {key: row[key] for key in _UNIT} | {"value": row[part], "measure": part}
        figure |= {key: row[f"{part}_{key}"] for key in _OF_A_PART}
        if row[part] != row[part]:
            return columns.quoted(figure["printed"] if figure["status"] == "in_words" else "")
        when = period(figure["period"])
        return Cell(quantity(figure) + t("text.brackets", inner=when), row[part])

    return cell


def _denominator(row):
    if not row["denominator_period"]:
        return t("text.gap")
    periods = row["denominator_period"].split("; ")
    return t("text.list_comma").join(period(each) for each in periods)
