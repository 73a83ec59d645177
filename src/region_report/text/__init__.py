"""Words, numbers, units, intervals and periods in the reader's language: the only place that formats them.

>>> import region_report as rr
>>> INVENTED = "tests/data/invented"
>>> observations = rr.open_region("xingyuan", lang="en", data=INVENTED)
>>> row = observations[observations["printed"] == "0.5万户以上"].iloc[0]
>>> rr.text.quantity(row), rr.text.label(row, "indicator"), rr.text.period(row["period"])
('at least 5,000 households', 'Home adaptations for older people in hardship', '2025')
>>> rr.text.number(47000), rr.text.percent(44.28), rr.text.interval(46500, 47500), rr.text.language()
('47,000', '44.28%', '46,500–47,500', 'en')
>>> with rr.text.edition("zh"):
...     rr.text.quantity(row), rr.text.number(47000), rr.text.period("")
('5,000户以上', '4.7万', '未注明时间')
>>> print(rr.text.sentences(rr.metrics.findings.at_a_glance(observations)).text[:81])
- Xingyuan City (invented) is to raise its social work professionals from 1,200 (
>>> rr.text.use("zh")
"""

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
