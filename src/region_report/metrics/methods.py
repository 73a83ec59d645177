"""What the methods page says of every metric: definition, formula in words, source, what could mislead."""

import pandas as pd

from region_report import codelists
from region_report.languages import LANGUAGES, columns
from region_report.metrics.registry import REGISTRY
from region_report.metrics.words import formula_words, word

TARGETS = ("required_growth", "required_step", "observed_growth", "ratio", "score", "attainment")


def methods(*, names=None):
    """Every metric and every measure of a target, one row each.

    names: frame with `id, name_zh, name_en` of the indicators; by default the project's. Columns: id,
    group, and in each language (`_zh`, `_en` ...) name, group, unit, definition, formula, source, note.
    """
    names = codelists.load().indicators if names is None else names
    known = names.set_index("id")[columns("name")].to_dict("index")
    rows = [_metric(metric, known) for metric in REGISTRY.values()]
    return pd.DataFrame([*rows, *(_of_target(id) for id in TARGETS)]).fillna("")


def methods_using(indicator):
    """The rows of `methods` for the metrics that are computed from an indicator."""
    table = methods()
    used = {metric.id for metric in REGISTRY.values() if indicator in metric.uses}
    return table[table["id"].isin(used)]


def _metric(metric, names):
    row = {"id": metric.id, "group": metric.group}
    for lang in LANGUAGES:
        row |= {f"{part}_{lang}": metric.texts[f"{part}_{lang}"] for part in ("name", "definition", "note", "unit")}
        row[f"group_{lang}"] = word(f"group.{metric.group}", lang)
        row[f"formula_{lang}"] = formula_words(
            metric.formula, {id: each[f"name_{lang}"] for id, each in names.items()}, lang
        )
        row[f"source_{lang}"] = word(f"source.{metric.source}", lang)
    return row


def _of_target(id):
    row = {"id": id, "group": "targets"}
    for lang in LANGUAGES:
        row[f"group_{lang}"] = word("group.targets", lang)
        for part in ("name", "formula", "definition", "source"):
            row[f"{part}_{lang}"] = word(f"target_method.{id}.{part}", lang)
    return row
