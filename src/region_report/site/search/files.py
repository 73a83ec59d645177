"""The index as files: classic scripts, because a page opened from a disk may load nothing else."""

import hashlib
import json
import shutil


def write(index, folder):
    """Write the index. Its parts lie in a folder named by their content: a browser never mixes two indexes.

    index.js tells the number of pages, the first word of each shard and that folder.
    """
    scripts = dict(parts(index))
    digest = hashlib.sha256("\n".join(f"{name}\n{script}" for name, script in scripts.items()).encode())
    version = digest.hexdigest()[:12]
    target = folder / version
    folder.mkdir(parents=True, exist_ok=True)
    for other in folder.iterdir():
        if other.is_dir() and other != target:
            shutil.rmtree(other)
    target.mkdir(exist_ok=True)
    for name, script in scripts.items():
        (target / name).write_text(script, encoding="utf-8")
    first = [lines[0].split(" ", 1)[0] for lines in index.shards]
    start = {"folder": version, "pages": len(index.entries), "first": first}
    (folder / "index.js").write_text(f"reportSearch.start({_json(start)});\n", encoding="utf-8")


def parts(index):
    """Name and script of every part: `w<shard>.js` has words, `t<page>-<block>.js` has text."""
    for number, lines in enumerate(index.shards):
        yield _part(f"w{number}", "\n".join(lines))
    for number, entry in enumerate(index.entries):
        for place, block in enumerate(entry["blocks"]):
            sections = [[anchor, heading, *(text for _, text in passages)] for anchor, heading, passages in block]
            text = {"title": entry["title"], "address": entry["address"], "sections": sections}
            yield _part(f"t{number}-{place}", text)


def _part(name, content):
    return f"{name}.js", f"reportSearch.part({_json(name)},{_json(content)});\n"


def _json(value):
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
