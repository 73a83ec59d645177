"""Coverage targets on one scale of percent."""

from region_report.charts import goals, shares, tips
from region_report.charts.chart import chart, compose, rows
from region_report.text import label, period, quantity, say, t


@chart
def bullet(targets, *, evidence=None):
    """Coverage targets from 0 to 100 percent: baseline, target, and what evidence there is since.

    targets: frame of `metrics.targets.targets`; of it the targets in percent with a number are drawn.
    evidence:
    frame of `metrics.evidence`; what is not of the target's own scope is hollow. Without a target in
    percent: the sentence `charts.bullet.empty`.
    """
    chosen = targets[(targets["kind"] == "percent") & targets["target"].between(0, 100)]
    if chosen.empty:
        return say("charts.bullet.empty")
    records = rows(chosen)
    names = goals.names(records)
    items = [_item(row, _of_target(row, evidence), name) for row, name in zip(records, names, strict=True)]
    names = {part: t(f"charts.goal.key.{part}") for part in goals.LOOKS}
    drawing, height = shares.draw(items, goals.LOOKS, names)
    return compose(
        "bullet",
        drawing,
        records,
        goals.columns(),
        height=height,
        title=t("charts.bullet.title"),
        unit="%",
        source=goals.sources(records),
    )


def _of_target(row, evidence):
    """The evidence of the target's own indicator; another indicator would not belong on its scale."""
    if evidence is None:
        return []
    mine = (evidence["region"] == row["region"]) & (evidence["indicator"] == row["indicator"])
    own = evidence["target_indicator"] == evidence["indicator"]
    return rows(evidence[mine & own & ~evidence["used"].astype(bool)])


def _item(row, evidence, name):
    shown = t("charts.bullet.from_to", baseline=goals.words(row, "baseline"), target=goals.words(row, "target"))
    known = [part for part in goals.PARTS if goals.known(row, part)]
    points = [{"part": part, "x": row[part], "description": goals.describe(row, part), "tip": goals.tip(row, part)}
              for part in known]  # fmt: skip
    points += [{"part": "evidence", "x": found["value"], "description": _told(found), "tip": _tip(found)}
               for found in evidence]  # fmt: skip
    return {
        "name": name,
        "shown": shown if "baseline" in known else goals.words(row, "target"),
        "points": points,
        "open": row["target_bound"] in ("at_least", "more_than"),
        "target": row["target"],
    }


def _tip(found):
    return tips.of_part(found, t("charts.goal.key.evidence"))


def _told(found):
    words = {
        "indicator": label(found, "indicator"),
        "period": period(found["period"]),
        "value": quantity(found),
    }
    return t("charts.goal.evidence", **words, reason=label(found, "reason") or label(found, "status"))
