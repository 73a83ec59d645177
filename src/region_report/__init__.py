"""Analytical reports on social work and civil affairs in Chinese regions.

What notebooks call: the functions listed here, and those of `metrics`, `text`, `charts` and `tables`.
"""

from importlib import import_module

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
    "subject",
]


def __getattr__(name):
    """These functions are imported when they are asked for: a command that draws nothing does not wait for Altair."""
    if name not in __all__:
        raise AttributeError(f"module '{__name__}' has no attribute '{name}'")
    return getattr(import_module(f"{__name__}.report"), name)
