"""Which page has which word, how strongly, and in which part of its text."""

from collections import defaultdict
from itertools import groupby
from zlib import crc32

from region_report.site.search.cutting import indexed

# Where a word stands counts more than how often: each place outweighs the most frequent word of the next.
PLACES = {"text": 0, "caption": 3, "heading": 6, "title": 9}
OFTEN = (2, 5)
# Text of a page is loaded in blocks, words in shards; both in bytes of UTF-8 before compression.
BLOCK = 12_000
SHARD = 12_000
# One in so many words begins a segment: a few shards.
BETWEEN = 250
DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


class Index:
    """The index of a book.

    entries: what `entry` gives for each page, in reading order; of each, all but the words is kept.
    shards: lines `word postings`, cut into shards; all words of a shard sort before those of the next.
    """

    def __init__(self, entries):
        self.entries = []
        found = postings(self._kept(each) for each in entries)
        self.shards = shards({word: encoded(groups) for word, groups in found.items()})

    def _kept(self, entry):
        self.entries.append({name: value for name, value in entry.items() if name != "words"})
        return entry


def entry(page):
    """What the index needs of a page, in plain types: address, title, blocks of its text, places of its words.

    A block is a list of (anchor, heading, [(kind, text), ...]); a word has (weight, block).
    """
    cut = blocks(page)
    return {"address": page.address, "title": page.title, "blocks": cut, "words": words(page.title, cut)}


def blocks(page):
    """The text of a page in blocks of bounded size; a section may go on in the next block."""
    made, room = [[]], BLOCK
    for section in page.sections:
        made[-1].append((section.anchor, section.heading, []))
        for kind, text in section.passages:
            size = len(text.encode())
            if size > room and room < BLOCK:
                made.append([(section.anchor, section.heading, [])])
                room = BLOCK
            made[-1][-1][2].append((kind, text))
            room -= size
    return made


def words(title, blocks):
    """word -> (weight, block) of one page: its strongest place, and the first block that has it there."""
    places, counts = {}, defaultdict(int)
    for block, sections in enumerate(blocks):
        for _, heading, passages in sections:
            headings = [("title" if heading == title else "heading", heading)]
            for kind, text in headings + passages:
                for word in indexed(text):
                    counts[word] += 1
                    if PLACES[kind] > places.get(word, (-1, 0))[0]:
                        places[word] = (PLACES[kind], block)
    return {
        word: (place + sum(counts[word] >= often for often in OFTEN), block) for word, (place, block) in places.items()
    }


def postings(entries):
    """word -> {(weight, block): numbers of the pages}; each page stands once, with its strongest place."""
    found = defaultdict(lambda: defaultdict(list))
    for number, each in enumerate(entries):
        for word, group in each["words"].items():
            found[word][group].append(number)
    return found


def shards(lines):
    """Lines `word postings` in shards, from word -> postings as text. The order is that of a browser's strings.

    Some words always begin a shard, and a segment: what one page says otherwise moves the cuts up to the next of them,
    and leaves the other segments as they are.
    """
    made, room = [], 0
    for word in sorted(lines, key=lambda word: word.encode("utf-16-be")):
        line = f"{word} {lines[word]}"
        size = len(line.encode()) + 1
        if size > room or begins_segment(word):
            made.append([])
            room = SHARD
        made[-1].append(line)
        room -= size
    return made


def begins_segment(word):
    """Whether a word, by its hash, begins a segment of the index, whatever the other words are."""
    return crc32(word.encode()) % BETWEEN == 0


def encoded(groups):
    """Postings as text: `weight block:pages` in base 36, groups apart by `;`.

    Pages are written as the distance from the one before; `3-4` is that page and the four after it.

    >>> encoded({(9, 0): [0], (1, 2): [4, 5, 6, 40]})
    '12:4-2,y;90:0'
    """
    return ";".join(
        f"{base36(weight)}{base36(block)}:{_runs(numbers)}" for (weight, block), numbers in sorted(groups.items())
    )


def decoded(text):
    """(weight, block) -> numbers of the pages, from postings as text.

    >>> decoded("12:4-2,y;90:0")
    {(1, 2): [4, 5, 6, 40], (9, 0): [0]}
    """
    groups = (group.split(":") for group in text.split(";") if group)
    return {(int(head[0], 36), int(head[1:], 36)): _numbers(runs) for head, runs in groups}


def _numbers(runs):
    made, last = [], 0
    for run in runs.split(","):
        first, _, more = run.partition("-")
        start = last + int(first, 36)
        last = start + int(more or "0", 36)
        made += range(start, last + 1)
    return made


def _runs(numbers):
    made, last = [], 0
    for _, run in groupby(enumerate(numbers), lambda each: each[1] - each[0]):
        run = [number for _, number in run]
        more = f"-{base36(len(run) - 1)}" if len(run) > 1 else ""
        made.append(base36(run[0] - last) + more)
        last = run[-1]
    return ",".join(made)


def base36(number):
    """A number with digits and letters, as `parseInt(text, 36)` reads it."""
    digits = DIGITS[number % 36]
    return base36(number // 36) + digits if number >= 36 else digits
