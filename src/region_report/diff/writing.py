"""Changes as text, Markdown or JSON."""

import json
import math

from region_report.diff import wording
from region_report.text import t

FORMATS = ("text", "markdown", "json")


def write(changes, old, new, format="text"):
    """The changes from one `DataSet` to another as one text, in the language of the edition (JSON has none)."""
    return {"text": _text, "markdown": _markdown, "json": _json}[format](changes, old, new)


def _text(changes, old, new):
    lines = [t("changes.heading", old=old.name, new=new.name), wording.summary(changes), *_unsaid(changes)]
    for change in changes.every:
        lines.append(f"{t(f'changes.kind.{change.kind}')}{t('text.colon')}{wording.subject(change)}")
        before, after = wording.details(change)
        lines += [f"  - {line}" for line in before] + [f"  + {line}" for line in after]
    return "\n".join(lines) + "\n"


def _markdown(changes, old, new):
    lines = [f"# {t('changes.heading', old=old.name, new=new.name)}", "", wording.summary(changes), *_unsaid(changes)]
    if changes.every:
        heads = [t(f"changes.column.{name}") for name in ("kind", "subject", "before", "after")]
        lines += ["", _row(heads), _row(["---"] * 4)]
    for change in changes.every:
        cells = ["<br>".join(map(_escaped, side)) for side in wording.details(change)]
        lines.append(_row([t(f"changes.kind.{change.kind}"), _escaped(wording.subject(change)), *cells]))
    return "\n".join(lines) + "\n"


def _json(changes, old, new):
    content = {
        "old": old.name,
        "new": new.name,
        "figures": [_record(each) for each in changes.figures],
        "targets": None if changes.targets is None else [_record(each) for each in changes.targets],
        "definitions": None if changes.definitions is None else [_record(each) for each in changes.definitions],
    }
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def _unsaid(changes):
    """What cannot be said because one side has no file for it."""
    return [t(f"changes.unsaid.{name}") for name in ("targets", "definitions") if getattr(changes, name) is None]


def _record(change):
    old, new = (row and {key: _plain(value) for key, value in row.items()} for row in (change.old, change.new))
    return {"kind": change.kind, "changed": list(change.changed), "old": old, "new": new}


def _plain(value):
    """JSON has no NaN."""
    return None if isinstance(value, float) and math.isnan(value) else value


def _row(cells):
    return f"| {' | '.join(cells)} |"


def _escaped(words):
    return words.replace("|", "\\|").replace("\n", " ")
