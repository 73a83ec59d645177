"""Targets: what each requires, what happened since its baseline, and whether it can be judged at all."""

import numpy as np
import pandas as pd

from region_report.metrics import inputs
from region_report.metrics.evidence import evidence
from region_report.metrics.judging import OPEN, ORDER, Point, judge
from region_report.metrics.words import status_words

JUDGED = (*ORDER, "kept", "missed")
_LABELS = [
    "region", "region_zh", "region_en", "region_level", "indicator", "indicator_zh", "indicator_en", "unit",
    "unit_zh", "unit_en", "kind", "theme", "stage", "direction", "base", "nature",
]  # fmt: skip
_NUMBERS = ["value", "lower", "upper"]
_TEXTS = [
    "bound", "period", "printed", "status", "source", "source_zh", "source_en", "source_grade", "words_zh",
    "words_en",
]  # fmt: skip
_POINT = [*_NUMBERS, *_TEXTS]
_KEY = ["region", "indicator"]
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
    chosen = _targets(observations)
    base = _match(chosen, _points(observations, ["baseline"]), "earliest")
    current = _match(chosen, _points(observations, ["actual"]), "latest", after=_since(chosen, base))
    rows = [_row(*row) for row in zip(_records(chosen), _records(base), _records(current), strict=True)]
    frame = pd.DataFrame(rows, index=chosen.index) if rows else _nothing()
    return _finished(pd.concat([chosen[_LABELS], frame], axis=1), evidence(observations, rules=rules), observations)


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


def _targets(observations):
    """Targets with a figure, sources merged; and those without one (a rule in words, not seen).

    A target that one source only names and another gives as a figure is there once, with its figure.
    """
    rows = observations[observations["measure"] == "target"]
    rows = rows.assign(period=rows["period"].fillna(""), place=range(len(rows)))
    found = inputs.one_figure(inputs.usable(rows))
    told = pd.MultiIndex.from_frame(found[_KEY])
    bare = rows[rows["value"].isna() & (rows["status"] != "named_only")].drop_duplicates([*_KEY, "period", "printed"])
    bare = bare[~pd.MultiIndex.from_frame(bare[_KEY]).isin(told)].assign(words_zh="", words_en="")
    found = pd.concat([found, bare], ignore_index=True)
    found = found.assign(year=inputs.when(found["period"]), place=found.groupby(_KEY)["place"].transform("min"))
    return found.sort_values(["place", "year"], kind="stable").reset_index(drop=True)


def _points(observations, measures):
    rows = inputs.usable(observations)
    rows = inputs.one_figure(rows[rows["measure"].isin(measures)])
    return rows.assign(year=inputs.when(rows["period"]))


def _since(chosen, base):
    """The year, with its fraction, after which a figure is progress: that of the baseline or of the promise.

    A source without a date leaves it at the baseline: when the target was set is not known.
    """
    return np.fmax(base["year"], inputs.when(chosen["source_date"]))


def _match(chosen, points, which, *, after=None):
    """For each target the earliest or latest figure of its region and indicator, a frame of equal length."""
    left = chosen[["region", "indicator", "year"]].assign(row=np.arange(len(chosen)))
    left = left.assign(after=-np.inf if after is None else after.fillna(-np.inf).to_numpy())
    pairs = left.merge(points, on=["region", "indicator"], suffixes=("_target", ""), validate="many_to_many")
    if which == "latest":
        pairs = pairs[pairs["year"].notna() & (pairs["year"] > pairs["after"])]
    pairs = pairs.sort_values(["row", "year"], ascending=[True, which == "earliest"], kind="stable")
    best = pairs.drop_duplicates("row").set_index("row").reindex(left["row"])[[*_POINT, "year"]]
    texts = best[_TEXTS].astype(object)
    return best.assign(**texts.where(texts.notna(), "")).set_index(chosen.index)


def _records(frame):
    return frame.to_dict("records")


def _row(target, base, current):
    """The columns of one target: its three figures and what they say."""
    named = {"baseline": base, "current": current, "target": target}
    said = judge(*map(_point, named.values()), {"up": 1, "down": -1}.get(target["direction"], 0))
    # A rule in words or a row that was not seen says so itself; nothing is judged.
    if np.isnan(target["value"]):
        said |= dict.fromkeys(("status", "status_compound", "status_linear", "status_best", "status_worst"),
                              target["status"] or "not_found")  # fmt: skip
    figures = {f"{name}{suffix}": row[part] for name, row in named.items() for part, suffix in _PARTS.items()}
    return figures | said


def _point(row):
    return Point(row["value"], row["lower"], row["upper"], row["year"], row["bound"])


def _nothing():
    """The columns without a row, so that an empty table still has its headings."""
    empty = dict.fromkeys([*_NUMBERS, "year"], np.nan) | dict.fromkeys([*_TEXTS, "direction"], "")
    return pd.DataFrame(columns=list(_row(empty, empty, empty)))


def _finished(frame, found, observations):
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
    words = status_words(observations)
    named = {
        f"{column}_{lang}": [words[status][place] for status in frame[column]]
        for column in ("status", "status_linear")
        for place, lang in enumerate(("zh", "en"))
    }
    return frame.assign(**named)


def _steps(row):
    """The years of one target's paths."""
    first, last = (inputs.when(pd.Series([row[f"{name}_period"]]))[0] for name in ("baseline", "target"))
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
    asked = below.assign(region="nation", year=inputs.when(below["target_period"]))
    goals = _of_nation(_points(nation, ["target"]), ["indicator", "year"], "nation_target")
    found = _of_nation(_points(nation, ["actual"]), ["indicator"], "nation_value")
    asked = asked.join(found, on="indicator", validate="many_to_one")
    asked = asked.join(goals, on=["indicator", "year"], validate="many_to_one")
    names = {f"nation_{lang}": nation[f"region_{lang}"].iloc[0] if len(nation) else "" for lang in ("zh", "en")}
    texts = [f"{name}{_PARTS[part]}" for name in ("nation_value", "nation_target") for part in _TEXTS]
    asked = asked.assign(region=below["region"], **asked[texts].astype(object).fillna(""), **names).drop(columns="year")
    # A figure from before the region's baseline says nothing of the time of the plan.
    early = inputs.when(asked["nation_value_period"]) < inputs.when(asked["baseline_period"])
    return asked[asked["nation_value"].notna() & ~early].reset_index(drop=True)


def _of_nation(points, keys, name):
    """The latest of the nation's figures for each of `keys`, its columns named after the part."""
    last = points.sort_values("year", kind="stable").drop_duplicates(keys, keep="last").set_index(keys)
    return last[_POINT].rename(columns={part: f"{name}{suffix}" for part, suffix in _PARTS.items()})
