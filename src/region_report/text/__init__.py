"""Words, numbers, units, intervals and periods in the reader's language: the only place that formats them."""

from region_report.text.quantities import decimals_allowed, interval, label, number, percent, period, quantity
from region_report.text.shown import Markdown, say, sentences
from region_report.text.words import LANGUAGES, MissingText, check_locales, edition, language, t, use

__all__ = [
    "LANGUAGES",
    "Markdown",
    "MissingText",
    "check_locales",
    "decimals_allowed",
    "edition",
    "interval",
    "label",
    "language",
    "number",
    "percent",
    "period",
    "quantity",
    "say",
    "sentences",
    "t",
    "use",
]
