"""What changed between two data sets, figure by figure: two releases, or a release and the data of today.

>>> import region_report as rr
>>> INVENTED = "tests/data/invented"
>>> since = rr.diff.since_release(rr.open_all(lang="en", data=INVENTED), data=INVENTED)
>>> since.version, rr.diff.notice(since, data=INVENTED).text
('', 'No earlier release of these data is on file, so nothing can be said of changes.')
>>> today = rr.diff.read(INVENTED)
>>> changes = rr.diff.compare(today, today)
>>> changes.every
()
>>> print(rr.diff.write(changes, today, today), end="")
Changes from tests/data/invented to tests/data/invented
nothing has changed
"""

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
