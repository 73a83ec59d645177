"""Targets: what each requires, what happened since its baseline, and whether it can be judged at all."""

import math
from collections import defaultdict

import numpy as np
import pandas as pd

from region_report.languages import LANGUAGES, columns
from region_report.metrics import inputs
from region_report.metrics.evidence import evidence
from region_report.metrics.judging import OPEN, ORDER, Point, judge
from region_report.metrics.records import CLEAN, records

JUDGED = (*ORDER, "kept", "missed")
_LABELS = [
    "region", *columns("region"), "region_level", "indicator", *columns("indicator"), "unit", *columns("unit"), "kind",
    "theme", "stage", "direction", "base", "nature",
]  # fmt: skip
_NUMBERS = ["value", "lower", "upper"]
_TEXTS = [
    "bound", "period", "printed", "status", "source", *columns("source"), "source_grade", *columns("words"),
]  # fmt: skip
_POINT = [*_NUMBERS, *_TEXTS]
# What stands for a figure that is not on file.
_NONE = dict.fromkeys([*_NUMBERS, "year"], math.nan) | dict.fromkeys(_TEXTS, "")
_PARTS = {"value": "", **{part: f"_{part}" for part in _POINT[1:]}}


def targets(observations, *, rules=None):
    """Every target with what is known of it: one row a region, indicator and target period.

    Columns: labels as in observations; `baseline`, `current` (the latest usable figure after the baseline
    whose period ends after the target was set, by the date of its source) and `target`, each with `_lower, _upper,
    _bound, _period, _printed, _status, _source, _source_grade` and labels; `required_growth` (compound, percent a
    year), `required_step` (unit a year), `observed_growth`, `attainment` (percent of the way), `time_gone`
    (percent), `ratio` (R), all but `time_gone` with `_lower, _upper`; `status_compound`, `status_linear`, `status`
    (that of the compound path, or why there is none), `status_best` and `status_worst` (what the intervals allow),
    `target_year_passed`, `evidence` (number of rows of `evidence`). Required growth towards a bound such as `at
    least` is that towards the threshold.
    """
    known = records(observations)
    if rules is not None:
        return _table(observations, known, rules)
    return known.remembered("targets", lambda: _table(observations, known, None)).copy(deep=False)


def paths(table):
    """The two ways from baseline to target, one row a target and year, for drawing them.

    table: from `targets`. Rows without a baseline, or with one of another sign, have no path. Columns:
    region, indicator, period, year, `share` (of the time from baseline to target), `compound` and `linear` with
    `_lower` and `_upper`, in the indicator's unit.
    """
    known = table[table["required_growth"].notna()]
    frames = [_steps(row) for row in known.to_dict("records")]
    columns = ["region", "indicator", "period", "year", "share", *(f"{way}{end}" for way in ("compound", "linear")
               for end in ("", "_lower", "_upper"))]  # fmt: skip
    return pd.concat(frames, ignore_index=True) if frames else pd.DataFrame(columns=columns)


def judged(table):
    """The rows of `targets` with a status of progress, as opposed to a reason why there is none."""
    return table[table["status"].isin(JUDGED)]


def _table(observations, known, rules):
    chosen = _targets(known)
    base = _match(chosen, _points(chosen, known, "baseline"))
    after = [_since(target, each) for target, each in zip(chosen, base, strict=True)]
    current = _match(chosen, _points(chosen, known, "actual"), after=after)
    rows = [_row(*row) for row in zip(chosen, base, current, strict=True)]
    labels = pd.DataFrame([{name: target[name] for name in _LABELS} for target in chosen], columns=_LABELS, dtype="str")
    frame = pd.concat([labels, pd.DataFrame(rows) if rows else _nothing()], axis=1)
    return _finished(frame, evidence(observations, rules=rules), known)


def _targets(known):
    """Targets with a figure, sources merged; and those without one (a rule in words, not seen).

    A target that one source only names and another gives as a figure is there once, with its figure.
    """
    rows = known.rows(known.all_of(known.indicators, ["target"]))
    rows = [row | {"place": place} for place, row in enumerate(rows)]
    found = inputs.one_figure(row for row in rows if not math.isnan(row["value"]) and row["status"] in CLEAN)
    told, bare = {_key(row) for row in found}, {}
    for row in rows:
        if math.isnan(row["value"]) and row["status"] != "named_only" and _key(row) not in told:
            bare.setdefault((*_key(row), row["period"], row["printed"]), row | dict.fromkeys(columns("words"), ""))
    found = [row | {"year": inputs.when(row["period"])} for row in (*found, *bare.values())]
    places = {}
    for row in found:
        places[_key(row)] = min(row["place"], places.get(_key(row), row["place"]))
    return sorted(found, key=lambda row: (places[_key(row)], _in_time(row)))


def _key(row):
    return row["region"], row["indicator"]


def _points(chosen, known, measure):
    """The figures of a measure by region and indicator, of the indicators of the chosen targets."""
    wanted = {row["indicator"] for row in chosen}
    found = defaultdict(list)
    for figure in inputs.one_figure(known.rows(known.usable(wanted, [measure]))):
        found[_key(figure)].append(figure | {"year": inputs.when(figure["period"])})
    return found


def _since(target, base):
    """The year, with its fraction, after which a figure is progress: that of the baseline or of the promise.

    A source without a date leaves it at the baseline: when the target was set is not known.
    """
    known = [year for year in (base["year"], inputs.when(target["source_date"])) if not math.isnan(year)]
    return max(known, default=-math.inf)


def _match(chosen, points, *, after=None):
    """For each target the earliest figure of its region and indicator; with `after` the latest after that year."""
    if after is None:
        return [min(points[_key(row)], key=_in_time, default=_NONE) for row in chosen]
    return [
        max((point for point in points[_key(row)] if point["year"] > year), key=_in_time, default=_NONE)
        for row, year in zip(chosen, after, strict=True)
    ]


def _in_time(figure):
    """For sorting: a figure without a date comes last."""
    return (1, 0.0) if math.isnan(figure["year"]) else (0, figure["year"])


def _row(target, base, current):
    """The columns of one target: its three figures and what they say."""
    named = {"baseline": base, "current": current, "target": target}
    said = judge(*map(_point, named.values()), {"up": 1, "down": -1}.get(target["direction"], 0))
    # A rule in words or a row that was not seen says so itself; nothing is judged.
    if math.isnan(target["value"]):
        said |= dict.fromkeys(("status", "status_compound", "status_linear", "status_best", "status_worst"),
                              target["status"] or "not_found")  # fmt: skip
    figures = {f"{name}{suffix}": row[part] for name, row in named.items() for part, suffix in _PARTS.items()}
    return figures | said


def _point(row):
    return Point(row["value"], row["lower"], row["upper"], row["year"], row["bound"])


def _nothing():
    """The columns without a row, so that an empty table still has its headings."""
    return pd.DataFrame(columns=list(_row(_NONE | {"direction": ""}, _NONE, _NONE)))


def _finished(frame, found, known):
    """Evidence of another scope turns `target only` and `one observation` into `not comparable`; statuses
    named."""
    counts = found[~found["used"]].groupby(["region", "target_indicator"]).size().to_dict()
    keys = list(zip(frame["region"], frame["indicator"], strict=True))
    number = [counts.get(key, 0) for key in keys]
    open_still = frame["status"].isin(["target_only", "one_observation"])
    other_scope = open_still & pd.Series([key in counts for key in keys], index=frame.index, dtype=bool)
    columns = ["status", "status_compound", "status_linear", "status_best", "status_worst"]
    frame = frame.assign(evidence=number)
    frame[columns] = frame[columns].mask(other_scope, "not_comparable")
    words = known.status_words
    named = {
        f"{column}_{lang}": [words[status][place] for status in frame[column]]
        for column in ("status", "status_linear")
        for place, lang in enumerate(LANGUAGES)
    }
    return frame.assign(**named)


def _steps(row):
    """The years of one target's paths."""
    first, last = (inputs.when(row[f"{name}_period"]) for name in ("baseline", "target"))
    years = np.arange(0, np.floor(last - first) + 1)
    steps = {"region": row["region"], "indicator": row["indicator"], "period": row["target_period"]}
    steps["year"], steps["share"] = first + years - 1, years / (last - first)
    for end in ("", "_lower", "_upper"):
        # Towards a bound such as `at least 55` the path is that to the threshold, as the required growth is.
        base, target = row[f"baseline{end}"], row["target"] if row["target_bound"] in OPEN else row[f"target{end}"]
        steps[f"compound{end}"] = base * (target / base) ** (years / (last - first)) if base > 0 else np.nan
        steps[f"linear{end}"] = base + (target - base) * years / (last - first)
    return pd.DataFrame(steps)


def beside_nation(table, observations):
    """The targets of the regions below the nation beside the nation's own target and latest figure.

    table: from `targets`; observations: a frame that holds the nation. One row a target of an indicator for
    which the nation has a figure no older than the baseline: the columns of `table`, and `nation_value` (latest
    usable figure), `nation_target` (its own target of the same year), each with `_lower, _upper, _bound,
    _period, _printed, _status, _source` and labels, as the parts of `table` have; `nation_zh, nation_en`.
    Indicator and scope are the same by construction, so the two may stand side by side; the measures, target
    and actual, stay apart.
    """
    nation = observations[observations["region_level"] == "nation"].assign(region="nation")
    below = table[table["region_level"] != "nation"].reset_index(drop=True)
    asked = below.assign(region="nation", year=[inputs.when(period) for period in below["target_period"]])
    goals = _of_nation(nation, "target", ["indicator", "year"], "nation_target")
    found = _of_nation(nation, "actual", ["indicator"], "nation_value")
    asked = asked.join(found, on="indicator", validate="many_to_one")
    asked = asked.join(goals, on=["indicator", "year"], validate="many_to_one")
    names = {f"nation_{lang}": nation[f"region_{lang}"].iloc[0] if len(nation) else "" for lang in LANGUAGES}
    texts = [f"{name}{_PARTS[part]}" for name in ("nation_value", "nation_target") for part in _TEXTS]
    asked = asked.assign(region=below["region"], **asked[texts].astype(object).fillna(""), **names).drop(columns="year")
    # A figure from before the region's baseline says nothing of the time of the plan.
    ends = zip(asked["nation_value_period"], asked["baseline_period"], strict=True)
    early = np.array([inputs.when(own) < inputs.when(base) for own, base in ends], dtype=bool)
    return asked[asked["nation_value"].notna() & ~early].reset_index(drop=True)


def _of_nation(nation, measure, keys, name):
    """The latest of the nation's figures of a measure for each of `keys`, its columns named after the part."""
    known = records(nation)
    figures = inputs.one_figure(known.rows(known.usable(known.indicators, [measure])))
    rows = [figure | {"year": inputs.when(figure["period"])} for figure in figures]
    points = pd.DataFrame(rows, columns=["indicator", "year", *_POINT]).astype({"year": float})
    last = points.sort_values("year", kind="stable").drop_duplicates(keys, keep="last").set_index(keys)
    return last[_POINT].rename(columns={part: f"{name}{suffix}" for part, suffix in _PARTS.items()})
