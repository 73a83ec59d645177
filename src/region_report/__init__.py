"""Analytical reports on social work and civil affairs in Chinese regions.

What notebooks call: the functions listed here, and those of `metrics`, `text`, `charts` and `tables`.
"""

from region_report.report import (
    about,
    downloads,
    graded,
    heading,
    indicator_heading,
    marked,
    observed,
    open_all,
    open_indicator,
    open_nation,
    open_region,
    over_time,
    place,
    reporters,
    show,
)

__all__ = [
    "about",
    "downloads",
    "graded",
    "heading",
    "indicator_heading",
    "marked",
    "observed",
    "open_all",
    "open_indicator",
    "open_nation",
    "open_region",
    "over_time",
    "place",
    "reporters",
    "show",
]
