"""JSON within a page."""

import json


def embedded(value):
    """The value as JSON that can stand within a script element: whatever it says, no tag or comment begins in it.

    >>> print(embedded({"name": "</script><!--"}))
    {"name":"\\u003c/script>\\u003c!--"}
    """
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
