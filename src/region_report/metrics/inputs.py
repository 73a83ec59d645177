"""Which figures a metric may use: usable ones, one for each period, denominators nearest in time."""

import numpy as np
import pandas as pd

from region_report.metrics.words import period_words, word

# From the most to the least trusted; two sources that agree count as the better one.
GRADES = ("official", "document", "dataset", "press", "mirror")
# Everything else (wider scope, partial evidence, damaged ...) measures something else than the indicator
# says.
CLEAN = ("", "conflicting", "derived_from_words")
_TEXTS = ["bound", "status", "words_zh", "words_en", "source", "source_zh", "source_en", "source_grade", "period"]
PARTS = ("value", "lower", "upper", *_TEXTS[:-1])
KEY = ["region", "indicator", "period", "anchor"]


def usable(observations):
    """The rows whose figure has a value and measures what the indicator says."""
    return observations[observations["value"].notna() & observations["status"].fillna("").isin(CLEAN)]


def figures_of(observations, indicator, measures):
    """The usable figures of an indicator, one row a region and period.

    measures: the measures that count. Columns: region, indicator, period, anchor, value, lower, upper,
    status, measure, source, source_grade, words_zh, words_en (the figure as printed, its period and the
    grade of its source). `anchor` is the source of an undated figure, since undated figures of two sources need not
    belong together. Figures of several sources for the same period are one figure where their intervals
    meet, and an interval that spans them all, with status `conflicting`, where they do not.
    """
    rows = usable(observations)
    rows = rows[(rows["indicator"] == indicator) & rows["measure"].isin(measures)]
    return one_figure(rows)


def one_figure(rows):
    """Rows of figures, one row for each region, indicator and period; see `figures_of`."""
    rows = rows.assign(period=rows["period"].fillna(""), status=rows["status"].fillna(""))
    rows = rows.assign(anchor=rows["source"].where(rows["period"] == "", ""), trust=_trust(rows["source_grade"]))
    rows = rows.assign(**{f"words_{lang}": _words(rows, lang) for lang in ("zh", "en")})
    rows = rows.sort_values([*KEY, "trust"], kind="stable").reset_index(drop=True)
    alone = ~rows.duplicated(KEY, keep=False)
    merged = [_merged(group) for _, group in rows[~alone].groupby(KEY, sort=False)]
    result = pd.concat([rows[alone], pd.DataFrame(merged, columns=rows.columns)]) if merged else rows
    return result.sort_values(KEY, kind="stable").reset_index(drop=True)


def nearest(figures, numerators):
    """For each numerator the figure nearest in time, as a frame of equal length and index.

    figures: from `figures_of`, of one denominator. numerators: frame with `region` and `period`. An undated
    numerator gets the latest figure's value and an interval that spans all figures on file. Where there is
    none, value, lower and upper are NaN and `period` is empty.
    """
    left = numerators[["region", "period"]].assign(row=np.arange(len(numerators)), when=when(numerators["period"]))
    right = figures.assign(there=when(figures["period"]), trust=_trust(figures["source_grade"]))
    pairs = left.merge(right, on="region", suffixes=("_asked", ""), validate="many_to_many")
    # An undated numerator is compared with the far future, so that the latest denominator is the nearest.
    pairs["gap"] = (pairs["when"].fillna(1e4) - pairs["there"].fillna(-1e4)).abs()
    spans = pairs.groupby("row").agg(least=("lower", "min"), most=("upper", "max"), periods=("period", tuple))
    order = {"row": True, "gap": True, "trust": True, "there": False}
    best = pairs.sort_values(list(order), ascending=list(order.values()), kind="stable").drop_duplicates("row")
    best = _spanning(best.set_index("row").join(spans, validate="one_to_one")).reindex(left["row"])
    texts = best[_TEXTS].astype(object)
    return best.assign(**texts.where(texts.notna(), "")).set_index(numerators.index)


def _spanning(best):
    """For undated numerators the ends over all periods, and the words that say so."""
    undated = best["when"].isna()
    ends = {
        "lower": best["least"].where(undated, best["lower"]),
        "upper": best["most"].where(undated, best["upper"]),
    }
    for lang, stop in (("zh", "、"), ("en", ", ")):
        spans = [stop.join(period_words(each, lang) for each in periods) for periods in best["periods"]]
        several = undated & (best["periods"].map(len) > 1)
        spans = [
            word("span", lang).format(periods=span) if more else "" for span, more in zip(spans, several, strict=True)
        ]
        ends[f"words_{lang}"] = best[f"words_{lang}"] + pd.Series(spans, index=best.index, dtype=str)
    return best.assign(**ends)


def weakest(*grades):
    """For each row the least trusted grade of several columns."""
    ranks = np.maximum.reduce([_trust(pd.Series(column)).to_numpy() for column in grades])
    return [(*GRADES, "")[rank] for rank in ranks]


def _trust(grades):
    order = {grade: rank for rank, grade in enumerate(GRADES)}
    return grades.map(order).fillna(len(GRADES)).astype(int)


def when(periods):
    """The end of each period as a year with fraction: `2020` is the end of 2020, `2020-11-01` ten months of
    it."""
    ends = periods.astype(str).str.split("/").str[-1]
    parts = ends.str.extract(r"^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$").astype(float)
    year, month, day = (parts[column] for column in parts.columns)
    months = month.where(month.notna(), 12) - 1 + day.where(day.notna(), 31).clip(upper=31) / 31
    return year + months / 12


def _words(rows, lang):
    """Each figure as a reader finds it: `小组活动 3893节（未注明时间；所据文件）`."""
    opening, closing, stop = ("（", "）", "；") if lang == "zh" else (" (", ")", "; ")
    periods = [period_words(period, lang) for period in rows["period"]]
    names, grades = rows[f"indicator_{lang}"], rows[f"source_grade_{lang}"]
    return [
        f"{name} {printed}{opening}{stop.join(part for part in parts if part)}{closing}"
        for name, printed, *parts in zip(names, rows["printed"], periods, grades, strict=True)
    ]


def _merged(group):
    """One row for figures of several sources and the same period; the first row is the most trusted."""
    row = group.iloc[0].to_dict()
    lower, upper = group["lower"].max(), group["upper"].min()
    if lower <= upper:
        # They agree: the tightest reading that all of them allow.
        tight = group.assign(width=group["upper"] - group["lower"]).sort_values(["width", "trust"], kind="stable")
        best = tight.iloc[0]
        return row | {name: best[name] for name in ("value", "lower", "upper", "bound", "printed")} | _texts(group)
    ends = {
        "lower": group["lower"].min(),
        "upper": group["upper"].max(),
        "status": "conflicting",
        "source_grade": group["source_grade"].iloc[-1],
    }
    middle = {"value": (group["value"].min() + group["value"].max()) / 2}
    return row | middle | ends | _texts(group)


def _texts(group):
    words = {f"words_{lang}": _together(group, lang, stop) for lang, stop in (("zh", "、"), ("en", ", "))}
    sources = {
        name: stop.join(dict.fromkeys(group[name]))
        for name, stop in (("source", "; "), ("source_zh", "；"), ("source_en", "; "))
    }
    # What several sources promise was known from the first of them on.
    return words | sources | {"source_date": min(filter(None, group["source_date"]), default="")}


def _together(group, lang, stop):
    """The name once, then each figure: `社会工作专业人才 5万人（2025年；政府网站）、5万人（2025年；所据文件）`."""
    name = f"{group[f'indicator_{lang}'].iloc[0]} "
    return name + stop.join(dict.fromkeys(words.removeprefix(name) for words in group[f"words_{lang}"]))
