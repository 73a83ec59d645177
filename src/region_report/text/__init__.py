"""Words, numbers, units, intervals and periods in the reader's language: the only place that formats them."""

from region_report.languages import LANGUAGES
from region_report.text.quantities import (
    WITHOUT_UNIT,
    compact,
    decimals_allowed,
    interval,
    label,
    number,
    percent,
    period,
    quantity,
    reading,
    with_step_unit,
    with_unit,
)
from region_report.text.shown import Markdown, say, sentences
from region_report.text.standing import standing
from region_report.text.words import MissingText, check_locales, edition, language, t, use

__all__ = [
    "LANGUAGES",
    "WITHOUT_UNIT",
    "Markdown",
    "MissingText",
    "check_locales",
    "compact",
    "decimals_allowed",
    "edition",
    "interval",
    "label",
    "language",
    "number",
    "percent",
    "period",
    "quantity",
    "reading",
    "say",
    "sentences",
    "standing",
    "t",
    "use",
    "with_step_unit",
    "with_unit",
]
