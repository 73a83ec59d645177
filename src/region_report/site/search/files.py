"""The index as files: classic scripts, because a page opened from a disk may load nothing else."""

import hashlib
import json
import shutil

from region_report.site.search.index import begins_segment


def write(index, folder):
    """Write the index. Its parts lie in a folder named by their content: a browser never mixes two indexes.

    index.js tells the number of pages, the first word of each shard, by segments, and that folder. Parts that did not
    change keep their files, in the renamed folder.
    """
    digest, names = hashlib.sha256(), set()
    # Twice, as all parts together are as large as the book.
    for name, script in parts(index):
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
    _write_if_changed(folder / "index.js", f"reportSearch.start({_json(start)});\n")


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


def parts(index):
    """Name and script of every part: `w<segment>-<shard>.js` has words, `t<page>-<block>.js` has text."""
    for number, segment in enumerate(segments(index.shards)):
        for place, lines in enumerate(segment):
            yield _part(f"w{number}-{place}", "\n".join(lines))
    for number, entry in enumerate(index.entries):
        for place, block in enumerate(entry["blocks"]):
            sections = [[anchor, heading, *(text for _, text in passages)] for anchor, heading, passages in block]
            text = {"title": entry["title"], "address": entry["address"], "sections": sections}
            yield _part(f"t{number}-{place}", text)


def segments(shards):
    """The shards of each segment: a change in one of them changes the names and the content of no other."""
    made = []
    for lines in shards:
        if not made or begins_segment(lines[0].split(" ", 1)[0]):
            made.append([])
        made[-1].append(lines)
    return made


def _part(name, content):
    return f"{name}.js", f"reportSearch.part({_json(name)},{_json(content)});\n"


def _json(value):
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
