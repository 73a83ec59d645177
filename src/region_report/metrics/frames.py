"""The metric frame: the columns of observations, and a few more that say how a value came about."""

import numpy as np
import pandas as pd

from region_report.metrics.words import grade_words, status_words

EXTRA = ["decimals", "group", "inputs_zh", "inputs_en", "denominator_period"]
_REGION = ["region_zh", "region_en", "region_level"]
_NUMBERS = ("value", "lower", "upper", "decimals")


def complete(rows, metric, observations):
    """Rows of results as a metric frame: labels of the metric, of the region and of the status added.

    rows: region, period, status, and where there is a value `value, lower, upper, bound` and what was used.
    metric: what names it: id, name_zh, name_en, unit and so on. Sorted by region as in `observations`, then
    period.
    """
    labels = {
        "indicator": metric.id,
        "indicator_zh": metric.name_zh,
        "indicator_en": metric.name_en,
        "definition_zh": metric.definition_zh,
        "definition_en": metric.definition_en,
        "note_zh": metric.note_zh,
        "note_en": metric.note_en,
        "unit": metric.unit,
        "unit_zh": metric.unit_zh,
        "unit_en": metric.unit,
        "kind": "metric",
        "decimals": metric.decimals,
        "group": metric.group,
    }
    frame = rows.assign(**labels).assign(**_of_inputs(metric, observations))
    regions = observations.drop_duplicates("region").set_index("region")[_REGION]
    frame = frame.join(regions, on="region", validate="many_to_one")
    order = {region: place for place, region in enumerate(regions.index)}
    frame = frame.assign(order=frame["region"].map(order)).sort_values(["order", "period"], kind="stable")
    return _typed(frame, observations).reset_index(drop=True)


def _of_inputs(metric, observations):
    """Theme and stage of the first input, where the observations have it."""
    found = observations[observations["indicator"].isin(metric.uses[:1])]
    return {name: found[name].iloc[0] if len(found) else "" for name in ("theme", "stage")}


def _typed(frame, observations):
    """All columns in their order, statuses and grades named; absent text is empty, absent numbers NaN."""
    columns = [*observations.columns, *(name for name in EXTRA if name not in observations.columns)]
    frame = frame.reindex(columns=columns)
    texts = [name for name in columns if name not in _NUMBERS]
    frame[texts] = frame[texts].astype(object).where(frame[texts].notna(), "")
    frame[["value", "lower", "upper"]] = frame[["value", "lower", "upper"]].astype(float)
    for column, names in (("status", status_words(observations)), ("source_grade", grade_words(observations))):
        for place, lang in enumerate(("zh", "en")):
            frame[f"{column}_{lang}"] = [names[code][place] for code in frame[column]]
    return frame


def bound_of(frame):
    """`exact`, `at_least`, `at_most` or `approximate`, by the ends of the interval; empty without a value."""
    value, lower, upper = (frame[name] for name in ("value", "lower", "upper"))
    states = [value.isna(), lower == upper, np.isinf(upper), (value == upper) & (lower < value)]
    return pd.Series(np.select(states, ["", "exact", "at_least", "at_most"], "approximate"), index=frame.index)
