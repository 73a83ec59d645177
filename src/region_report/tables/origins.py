"""Where a figure comes from, as the terms and words of the card that opens at it."""

from collections import defaultdict

from region_report import codelists
from region_report.metrics.frames import rows_of
from region_report.metrics.inputs import usable
from region_report.metrics.targets import JUDGED
from region_report.tables.table import Cell
from region_report.text import decimals_allowed, interval, label, number, percent, period, reading, t
from region_report.text.words import has

# The part of a target's row -> the measure of the observations behind it.
_MEASURES = {"baseline": "baseline", "current": "actual", "target": "target"}


def reported(row):
    """The origin of a figure that a source prints: its wording, source, place, reading, interval and caveat.

    row: of an observations frame. A row without a value has none.
    """
    if row["value"] != row["value"]:
        return ()
    return _entries(
        printed=Cell(t("origins.quoted", words=row["printed"]), lang="zh"),
        source=source(row),
        place=where(row["place"]),
        reading=reading(row),
        interval=interval(row),
        **_remarks(row),
    )


def computed(row):
    """The origin of a computed figure: formula with its inputs, meaning, denominator, interval, sources, caveat.

    row: of a metric frame. A row without a value has none.
    """
    if row["value"] != row["value"]:
        return ()
    return _entries(
        formula=label(row, "inputs"),
        meaning=label(row, "definition"),
        denominator=_denominator(row),
        interval=interval(row),
        sources=t("origins.weakest", source=label(row, "source"), grade=label(row, "source_grade")),
        **_remarks(row),
    )


def points(observations):
    """A function (row of the targets frame, part) -> the origin of its `baseline`, `current` or `target`.

    Where several sources print the figure, the origins of all of them follow one another.
    """
    behind = defaultdict(list)
    for row in rows_of(usable(observations)):
        behind[row["region"], row["indicator"], row["measure"], row["period"]].append(row)

    def origin(row, part):
        key = (row["region"], row["indicator"], _MEASURES[part], row[f"{part}_period"])
        return tuple(entry for each in behind[key] for entry in reported(each))

    return origin


def required(row):
    """The origin of what a target requires a year: both formulas, the two figures as printed, the interval."""
    lower, upper = row["required_growth_lower"], row["required_growth_upper"]
    ends = f"{interval(lower, upper, decimals=1)}%" if lower < upper else t("text.no_interval")
    return _entries(
        formula=t("metrics.target_method.required_growth.formula"),
        target=_words(row, "target"),
        baseline=_words(row, "baseline"),
        interval=ends,
        meaning=t("metrics.target_method.required_growth.definition"),
        step=t("metrics.target_method.required_step.formula"),
    )


def progress(row):
    """The origin of what is said of a target's progress: the figures it rests on, both measures, the meaning."""
    judged = row["status"] in JUDGED
    status = codelists.load().by_id["statuses"][row["status"]]
    return _entries(
        meaning=label(status, "explanation"),
        target=_words(row, "target"),
        baseline=_words(row, "baseline"),
        latest=_words(row, "current"),
        compound=_compound(row) if judged else "",
        linear=_linear(row) if judged else "",
    )


def source(row):
    """The source with its grade, linked where it is the original: readers are not sent to a copy."""
    title = label(row, "source") + t("text.brackets", inner=label(row, "source_grade"))
    return Cell(title, href="" if row["source_grade"] == "mirror" else row.get("source_url") or "")


def where(place):
    """A place in a source in words: a span of characters, a row, a page, a cell of a sheet."""
    if not place:
        return t("text.gap")
    if "!" in place:
        sheet, _, cell = place.rpartition("!")
        return t("tables.place.cell", sheet=sheet, cell=cell)
    if place.replace("-", "").isdigit():
        # The data count from 0 and leave the end out; readers count from 1 and include it.
        start, end = (int(part) for part in place.split("-"))
        return t("tables.place.span", start=start + 1, end=end)
    kind, _, count = place.rpartition(" ") if place[-1].isdigit() else (place, "", "")
    key = f"tables.place.{kind.replace(' ', '_')}"
    return t(key, count=count) if has(key) else place


def _entries(**said):
    """The terms that have something to say, in the order given, each with its Cell."""
    cells = {key: made if isinstance(made, Cell) else Cell(made) for key, made in said.items()}
    return tuple((t(f"origins.{key}"), cell) for key, cell in cells.items() if cell.shown)


def _remarks(row):
    return {"status": label(row, "status"), "caveat": label(row, "note")}


def _denominator(row):
    """The period of the denominator, and why that one."""
    if not row["denominator_period"]:
        return ""
    periods = t("text.list_comma").join(period(each) for each in row["denominator_period"].split("; "))
    return t("origins.nearest" if row["period"] else "origins.last", period=periods)


def _words(row, part):
    """A figure of a target as printed, with its name, period and grade."""
    return label(row, f"{part}_words")


def _compound(row):
    """The observed growth beside the required one, and their ratio."""
    if row["ratio"] != row["ratio"]:
        return ""
    rates = {name: _share(row, name) for name in ("observed_growth", "required_growth")}
    return t("origins.ratio", ratio=number(row["ratio"], decimals=2), **rates)


def _linear(row):
    """The part of the way covered beside the part of the time gone, and the status it gives."""
    if row["attainment"] != row["attainment"]:
        return ""
    gone = percent(row["time_gone"], decimals=0)
    return t("origins.way", attainment=_share(row, "attainment"), gone=gone, status=label(row, "status_linear"))


def _share(row, name):
    return percent(row[name], decimals=decimals_allowed(row[f"{name}_lower"], row[f"{name}_upper"], most=1))
