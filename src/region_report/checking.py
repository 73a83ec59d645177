"""What `region-report check` says of the data: as text for a person, as JSON for a machine."""

import json
from dataclasses import dataclass

from region_report import observations
from region_report.errors import UsageError, describe
from region_report.messages import Message, language
from region_report.paths import data_dir, shown

FORMATS = ("text", "json")


@dataclass(frozen=True)
class Report:
    """Words for standard output and for standard error, and the exit code."""

    out: str
    err: str
    code: int


def report(data=None, *, region=None, format="text", strict=False):
    """The check of a data folder, or of its codelists and one region, in the language of messages.

    code: 2 with a fault, 1 with a warning where `strict`, else 0. Raises UsageError for an unknown format or region.
    """
    if format not in FORMATS:
        raise UsageError(Message("faults.no_format", found=format, allowed=FORMATS))
    examined = observations.examine(data, region)
    code = 2 if examined.faults else 1 if strict and examined.warnings else 0
    if format == "json":
        return Report(json.dumps(_as_json(examined, data), ensure_ascii=False, indent=2), "", code)
    return Report(*_as_text(examined), code)


def _as_text(examined):
    blocks = [describe(examined.faults)] if examined.faults else []
    if examined.warnings:
        blocks.append(describe(examined.warnings, "warnings"))
        if any(_doubt(warning)["about"] for warning in examined.warnings):
            blocks.append(str(Message("warnings.how")))
    counts = {"rows": examined.rows, "regions": examined.regions}
    sound = (
        []
        if examined.faults
        else [str(Message("check.sound" if examined.regions != 1 else "check.one_sound", **counts))]
    )
    if examined.judged:
        sound.append(str(Message("check.judged", count=len(examined.judged))))
    return "\n".join(sound), "\n".join(blocks)


def _as_json(examined, data):
    """The structure that docs/check.md describes; a test holds it to that."""
    return {
        "data": shown(data_dir(data)),
        "lang": language(),
        "regions": examined.regions,
        "rows": examined.rows,
        "faults": [_entry(fault) for fault in examined.faults],
        "warnings": [_doubt(warning) for warning in examined.warnings],
        "judged": [_doubt(warning) for warning in examined.judged],
    }


def _entry(fault):
    return {
        "file": fault.file,
        "line": fault.line or None,
        "column": str(fault.column) or None,
        "code": fault.code,
        "found": fault.found,
        "message": str(fault.message),
    }


def _doubt(warning):
    values = dict(warning.message.values)
    return _entry(warning) | {"about": values.get("about"), "period": values.get("period")}
