"""The recipes of docs/extend.md: their blocks, and how each goes into the file that it names.

A block begins with its language, `file=`, and where it goes: nothing (a new file, or for a notebook the end),
`at=end`, `after="text of a line"`, or in a notebook `after=<id or tag of a cell>`; `tags=` are those of a cell.
A block of `sh run` is run in the project's folder.
"""

import re
import shlex
import subprocess
from dataclasses import dataclass

import nbformat
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from region_report.paths import project_root

DOC = "docs/extend.md"
_BLOCK = re.compile(r"(?ms)^```(\w+) (file=[^\n]+|run)\n(.*?)^```$")


@dataclass(frozen=True)
class Block:
    """What goes into a file. before: the words of the doc that lead to it."""

    language: str
    file: str
    where: dict
    text: str
    before: str


def recipes(doc=DOC):
    """Title -> blocks of every section of the doc that has any, in its order."""
    text = (project_root() / doc).read_text("utf-8")
    sections = re.split(r"(?m)^#{2,3} (.+)$", text)[1:]
    found = {title: _blocks(body) for title, body in zip(sections[::2], sections[1::2], strict=True)}
    return {title: blocks for title, blocks in found.items() if blocks}


def apply(blocks, folder):
    """Put each block where it says."""
    for block in blocks:
        if not block.file:
            subprocess.run(["sh", "-e", "-c", block.text], cwd=folder, check=True)
            continue
        path = folder / block.file
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.suffix == ".ipynb":
            _cell(block, path)
        elif "after" in block.where:
            _after(block, path)
        else:
            assert path.exists() == ("at" in block.where), f"{block.file} is there, or is not, unlike the doc says"
            before = path.read_text("utf-8") if path.exists() else ""
            # A definition stands two lines below the one before it.
            gap = "\n\n" if block.language == "python" and before else ""
            path.write_text(before + gap + block.text, "utf-8")


def _blocks(body):
    found, end = [], 0
    for match in _BLOCK.finditer(body):
        language, info, text = match.groups()
        where = dict(word.split("=", 1) for word in shlex.split(info) if "=" in word)
        found.append(Block(language, where.pop("file", ""), where, text, body[end : match.start()]))
        end = match.end()
    return found


def _after(block, path):
    lines = path.read_text("utf-8").splitlines(keepends=True)
    (place,) = [number for number, line in enumerate(lines) if block.where["after"] in line]
    path.write_text("".join([*lines[: place + 1], block.text, *lines[place + 1 :]]), "utf-8")


def _cell(block, path):
    notebook = nbformat.read(path, as_version=4) if path.exists() else _empty()
    make = new_code_cell if block.language == "python" else new_markdown_cell
    cell = make(block.text.rstrip("\n"), id=f"{path.stem}-new-{len(notebook.cells)}")
    cell.metadata["tags"] = block.where["tags"].split(",")
    names = [{each["id"], *each.metadata.get("tags", [])} for each in notebook.cells]
    beside = [number for number, own in enumerate(names) if block.where.get("after") in own]
    place = beside[-1] + 1 if beside else len(names)
    notebook.cells.insert(place, cell)
    nbformat.write(notebook, path)


def _empty():
    kernel = {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"}
    return new_notebook(metadata={"kernelspec": kernel, "language_info": {"name": "python"}})
