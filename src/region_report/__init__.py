"""Analytical reports on social work and civil affairs in Chinese regions.

What notebooks call: `open_region`, `open_all`, `open_nation` and `heading` from here, and the functions of
`metrics`, `text`, `charts` and `tables`.
"""

from region_report.report import downloads, heading, open_all, open_nation, open_region, place

__all__ = ["downloads", "heading", "open_all", "open_nation", "open_region", "place"]
