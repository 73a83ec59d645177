"""Findings about plans: how many indicators can be judged, and how much of the evidence is in."""

from region_report.languages import columns
from region_report.metrics import inputs
from region_report.metrics.findings import values
from region_report.metrics.frames import rows_of
from region_report.metrics.records import records
from region_report.metrics.targets import judged, targets

# A plan's own table of indicators: its rows are cited as `table row 7`.
_TABLE_ROW = r"^table row \d+$"
_UNSEEN = ("not_seen",)


def judgeable(observations):
    """For how many indicators of a region's plan an outcome can be judged from the figures on file."""
    rows = observations[(observations["measure"] == "target") & observations["place"].str.match(_TABLE_ROW)]
    settled = {(row["region"], row["indicator"]) for row in _settled(observations)} if len(rows) else ()
    return [_judgeable(rows, settled) for rows in values.by_region(rows_of(rows)).values()]


def judged_targets(observations):
    """One sentence for each target that can be judged: from what to what, against what, and the status."""
    return [_status(row) for row in _settled(observations) if row["baseline_period"]]


def stations_known(observations):
    """The share of townships known to have a station, first without copies not checked at the original."""
    parts = observations[(observations["status"] == "partial_evidence") & observations["value"].notna()]
    parts = parts[(parts["indicator"] == "townships_known_with_station") & (parts["measure"] == "actual")]
    found = inputs.figures_of(records(observations), "township_level_units", ("denominator", "actual"))
    whole = {figure["region"]: figure["value"] for figure in found}
    by_region = values.by_region(rows_of(parts))
    return [_stations(rows, whole[region]) for region, rows in by_region.items() if region in whole]


def _settled(observations):
    """The targets that can be judged; no headline about an outcome rests on a copy that was not checked."""
    table = judged(targets(observations))
    return rows_of(table[table["current_source_grade"] != "mirror"])


def _judgeable(rows, settled):
    """What can be judged of the table in one region's plan. settled: region and indicator of each judged target."""
    seen = [row for row in rows if row["status"] not in _UNSEEN]
    judged = {row["indicator"] for row in seen if (row["region"], row["indicator"]) in settled}
    return values.finding(
        "plan_judgeable" if judged else "plan_none_judgeable",
        rows,
        section="evidence",
        total=values.count(len({row["place"] for row in rows})),
        seen=values.count(len({row["place"] for row in seen})),
        judged=values.count(len(judged)),
    )


def _stations(parts, whole):
    checked = [row["value"] for row in parts if row["source_grade"] != "mirror"]
    # Each source reports on a city of its own, so the parts add up.
    known = sum(row["value"] for row in parts)
    numbers = {"whole": values.count(whole), "known": values.count(known), "share": _share(known, whole)}
    if len(checked) < len(parts):
        numbers |= {"checked": values.count(sum(checked)), "checked_share": _share(sum(checked), whole)}
    id = "stations_known_with_copies" if "checked" in numbers else "stations_known"
    return values.finding(id, parts, section="evidence", **numbers)


def _share(part, whole):
    return values.Value(100 * part / whole, kind="percent", decimals=1)


def _status(row):
    """A judged target; its sources are those of the target and of the figures it is judged by."""
    part = {name: row[name] for name in ("region", *columns("region"))}
    rows = [part | {"source": row[f"{side}_source"], "source_grade": row[f"{side}_source_grade"]}
            for side in ("target", "baseline", "current")]  # fmt: skip
    kind = "percent" if row["kind"] == "percent" else "number"
    sides = {side: values.number(row, side, kind=kind, decimals=2) for side in ("baseline", "current", "target")}
    periods = {f"{side}_period": values.when(row[f"{side}_period"]) for side in sides}
    words = {"indicator": values.name(row, "indicator"), "status": values.name(row, "status")}
    return values.finding("target_judged", rows, section="commitments", **sides, **periods, **words)
