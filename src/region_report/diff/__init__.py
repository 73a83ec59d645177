"""What changed between two data sets, figure by figure: two releases, or a release and the data of today."""

from region_report.diff.comparing import Change, Changes, compare
from region_report.diff.datasets import DataSet, read
from region_report.diff.released import NOTE, RELEASED, Since, kept, since_release
from region_report.diff.wording import LISTED, details, notice, subject, summary
from region_report.diff.writing import FORMATS, write

__all__ = [
    "FORMATS",
    "LISTED",
    "NOTE",
    "RELEASED",
    "Change",
    "Changes",
    "DataSet",
    "Since",
    "compare",
    "details",
    "kept",
    "notice",
    "read",
    "since_release",
    "subject",
    "summary",
    "write",
]
