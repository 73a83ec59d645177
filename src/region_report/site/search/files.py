"""The index as files: classic scripts, because a page opened from a disk may load nothing else."""

import hashlib
import json
import os
import shutil

from region_report.site.search.index import begins_segment

# The end of each script.
_END = ");\n"


def write(index, folder):
    """Write the index. Its parts lie in a folder named by their content: a browser never mixes two indexes.

    index: `index.Index`, or what `updating` made of the index that lies there.
    index.js tells the number of pages, the first word of each shard, by segments, and that folder. Parts that did not
    change keep their files, in the renamed folder.
    """
    digest, names = hashlib.sha256(), set()
    # Twice, as all parts together are as large as the book.
    before = _there(folder) if None in index.entries else None
    for name, script in parts(index, before):
        digest.update(f"{name}\n{script}".encode())
        names.add(name)
    version = digest.hexdigest()[:12]
    folder.mkdir(parents=True, exist_ok=True)
    target = _renamed(folder, version)
    for path in target.iterdir():
        if path.name not in names:
            path.unlink()
    for name, script in parts(index):
        _write_if_changed(target / name, script)
    first = [[lines[0].split(" ", 1)[0] for lines in segment] for segment in segments(index.shards)]
    start = {"folder": version, "pages": len(index.entries), "first": first}
    _write_if_changed(folder / "index.js", f"reportSearch.start({_json(start)}{_END}")


def _renamed(folder, version):
    """The folder of the parts: that of an earlier index under its new name, or an empty one."""
    target = folder / version
    for other in sorted(path for path in folder.iterdir() if path.is_dir() and path != target):
        if target.exists():
            shutil.rmtree(other)
        else:
            other.rename(target)
    target.mkdir(exist_ok=True)
    return target


def _write_if_changed(path, script):
    if not path.exists() or path.read_text("utf-8") != script:
        path.write_text(script, encoding="utf-8")


def lines(folder):
    """word -> postings of the index in a folder; None where a part of it is not there."""
    found = {}
    try:
        for segment, shards in enumerate(_start(folder)["first"]):
            for place in range(len(shards)):
                _, written = _values(_there(folder) / f"w{segment}-{place}.js")
                found |= (line.split(" ", 1) for line in written.split("\n"))
    except (OSError, ValueError):
        return None
    return found


def parts(index, before=None):
    """Name and script of every part: `w<segment>-<shard>.js` has words, `t<page>-<block>.js` has text.

    before: where the parts of an index lie whose pages are the same, but for those of which this one has an entry; of
    all others the parts come from there. By default only those of which there is an entry are given.
    """
    for number, segment in enumerate(segments(index.shards)):
        for place, lines in enumerate(segment):
            yield _part(f"w{number}-{place}", "\n".join(lines))
    kept = _by_page(before) if before else {}
    for number, entry in enumerate(index.entries):
        if entry is None:
            yield from ((name, (before / name).read_text("utf-8")) for name in kept.get(number, ()))
            continue
        for place, block in enumerate(entry["blocks"]):
            sections = [[anchor, heading, *(text for _, text in passages)] for anchor, heading, passages in block]
            text = {"title": entry["title"], "address": entry["address"], "sections": sections}
            yield _part(f"t{number}-{place}", text)


def _start(folder):
    return _values(folder / "index.js")[0]


def _there(folder):
    """The folder of the parts of the index that lies in a folder."""
    return folder / _start(folder)["folder"]


def _by_page(folder):
    """Number of a page -> the names of the parts of its text, in their order."""
    found = {}
    for name in sorted(os.listdir(folder), key=lambda name: (len(name), name)):
        if name.startswith("t"):
            found.setdefault(int(name[1:].partition("-")[0]), []).append(name)
    return found


def segments(shards):
    """The shards of each segment: a change in one of them changes the names and the content of no other."""
    made = []
    for lines in shards:
        if not made or begins_segment(lines[0].split(" ", 1)[0]):
            made.append([])
        made[-1].append(lines)
    return made


def _values(path):
    """The values that a script hands over."""
    return json.loads(f"[{path.read_text('utf-8').partition('(')[2][: -len(_END)]}]")


def _part(name, content):
    return f"{name}.js", f"reportSearch.part({_json(name)},{_json(content)}{_END}"


def _json(value):
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
