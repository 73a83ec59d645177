"""What something costs, counted in calls of Python: they are the same on every machine, seconds are not."""

import sys


def calls(function, *arguments, within=""):
    """How many functions that are written below the folder `within` are called."""
    count = 0

    def seen(frame, event, _):
        nonlocal count
        count += event == "call" and frame.f_code.co_filename.startswith(within)

    sys.setprofile(seen)
    try:
        function(*arguments)
    finally:
        sys.setprofile(None)
    return count
