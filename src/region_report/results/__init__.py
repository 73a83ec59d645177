"""Results of notebooks, kept by what they were made from, so that nothing is executed twice.

The key of a result has two steps. The first is known before a notebook runs: its source, its parameters, the code and
the tools (`keys`). The second is what it read while it ran (`region_report.traces`): a kept result holds the digest of
each of these parts, and is the result of today where today's parts have the same (`inputs`).
"""

from region_report.results.inputs import Inputs
from region_report.results.keys import Keys, installed
from region_report.results.store import Store, folder, limit

__all__ = ["Inputs", "Keys", "Store", "folder", "installed", "limit"]
