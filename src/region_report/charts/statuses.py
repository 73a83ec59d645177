"""Where every target stands, or why nobody can say."""

from region_report.charts import goals, layout, marks, rowlist
from region_report.charts.chart import chart, compose, rows, units
from region_report.text import number, say, standing, t

# A status of progress is a filled shape, a reason why there is none a hollow one.
LOOKS = {
    "achieved": ("circle", "tertiary", True),
    "kept": ("square", "tertiary", True),
    "on_track": ("triangle-up", "tertiary", True),
    "moderate": ("triangle-right", "primary", True),
    "limited": ("diamond", "secondary", True),
    "moving_away": ("triangle-down", "secondary", True),
    "missed": ("cross", "secondary", True),
    "too_short": ("triangle-up", "muted", False),
    "one_observation": ("circle", "muted", False),
    "target_only": ("diamond", "muted", False),
    "not_comparable": ("cross", "muted", False),
    "in_words": ("square", "muted", False),
}
_OTHER = ("stroke", "muted", False)
_INDENT = 20


@chart
def target_status(targets):
    """Every target with its status in words and as a shape, in the order of the plan.

    targets: frame of `metrics.targets.targets`. Commitments that are words only are counted, not drawn.
    Without a target that has a figure: the sentence `charts.target_status.empty`.
    """
    in_words = targets["kind"] == "words"
    if in_words.all():
        return say("charts.target_status.empty")
    records = rows(targets[~in_words])
    names = goals.names(records)
    items = [_item(row, name) for row, name in zip(records, names, strict=True)]
    placed, bottom = rowlist.place(items, mark=6, indent=_INDENT)
    shapes = [_shape(status, placed) for status in dict.fromkeys(row["status"] for row in records)]
    return compose(
        "target_status",
        [*shapes, *rowlist.words(placed, indent=_INDENT)],
        records,
        goals.columns(),
        height=bottom,
        title=t("charts.target_status.title"),
        unit=units(records),
        source=goals.sources(records),
        caveat=_caveat(in_words.sum()),
    )


def _caveat(in_words):
    """How a status is found, and how many commitments are not drawn, if any."""
    if not in_words:
        return t("charts.target_status.caveat")
    return t("charts.target_status.caveat_words", words=number(in_words))


def _item(row, name):
    """The indicator with what is promised, and the status."""
    promised = t("text.brackets", inner=goals.words(row, "target")) if goals.known(row, "target") else ""
    return {"name": name + promised, "shown": standing(row), "row": row}


def _shape(status, placed):
    shape, style, filled = LOOKS.get(status, _OTHER)
    points = [
        {"y": item["y"] + layout.LINE / 2, "description": _told(item), "tip": _tip(item)}
        for item in placed
        if item["row"]["status"] == status
    ]
    return marks.points(points, marks.at(7), shape=shape, style=style, filled=filled)


def _told(item):
    return f"{item['name']}{t('text.colon')}{item['shown']}"


def _tip(item):
    """The target and its status; of a target that is none in figures, the status alone has something to say."""
    return {**goals.tip(item["row"], "target"), "status": item["shown"]}
