"""The index after a change of some pages, from its own files: the words of all other pages are not looked at again."""

from bisect import insort
from dataclasses import dataclass

from region_report.site.search.index import decoded, encoded, shards


@dataclass(frozen=True)
class Updated:
    """As `index.Index`; of a page whose files stay as they are there is None among the entries."""

    entries: list
    shards: list


def updated(lines, count, pages):
    """The index with other entries of some pages.

    lines: word -> postings of the index before, changed in place. count: of its pages. pages: number -> (entry before,
    entry now).
    """
    for word, moves in _moves(pages).items():
        groups = decoded(lines.pop(word, ""))
        for number, before, now in moves:
            if before:
                groups[before].remove(number)
            if now:
                insort(groups.setdefault(now, []), number)
        if groups := {group: numbers for group, numbers in groups.items() if numbers}:
            lines[word] = encoded(groups)
    entries = [pages[number][1] if number in pages else None for number in range(count)]
    return Updated(entries, shards(lines))


def _moves(pages):
    """word -> (number of the page, its group before, its group now), for each word that a page has otherwise."""
    found = {}
    for number, (before, now) in pages.items():
        before, now = before["words"], now["words"]
        for word in before.keys() | now.keys():
            if before.get(word) != now.get(word):
                found.setdefault(word, []).append((number, before.get(word), now.get(word)))
    return found
