"""The form in which an executed notebook is kept: same input, same bytes.

No times, no machine path, fixed cell ids, one language; a heading that a cell computed is a Markdown cell,
so that plain Jupyter Book sees the title of the page.
"""

import json
import re

import nbformat
from nbformat.v4.rwbase import split_lines

from region_report.paths import project_root

_LABEL = re.compile(r"^\(([\w-]+)\)=$", re.MULTILINE)


class NotReproducible(Exception):
    """A cell left something that the next run, or another machine, would not repeat."""


def keep_language(notebook, lang):
    """The notebook without the cells tagged for another language."""
    kept = [cell for cell in notebook.cells if _languages(cell) <= {lang}]
    return nbformat.from_dict({**notebook, "cells": kept})


def own_labels(notebook, region):
    """The notebook with its labels `(evidence)=` made the region's own: labels are one name space in a book."""
    for cell in notebook.cells:
        if cell.cell_type == "markdown":
            cell.source = _LABEL.sub(rf"({region}-\1)=", cell.source)
    return notebook


def normalise(notebook, name):
    """The executed notebook in normal form. Raises NotReproducible with the id of the cell to mend."""
    cells = [_cell(cell, name) for cell in notebook.cells]
    number = 0
    for cell in cells:
        if cell.cell_type == "code":
            number += 1
            cell.execution_count = number
            _check(cell)
    kernel = {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"}
    metadata = {"kernelspec": kernel, "language_info": {"name": "python"}}
    return nbformat.from_dict({"cells": cells, "metadata": metadata, "nbformat": 4, "nbformat_minor": 5})


def write(notebook):
    """The notebook as text: one space of indent, Chinese as it is, one newline at the end."""
    nbformat.validate(notebook)
    # As nbformat writes it, which would take a third longer for a copy of everything first.
    lines = split_lines(nbformat.from_dict(notebook))
    return json.dumps(lines, indent=1, ensure_ascii=False, sort_keys=True) + "\n"


def _languages(cell):
    tags = cell.metadata.get("tags", [])
    return {tag.removeprefix("lang-") for tag in tags if tag.startswith("lang-")}


def _cell(cell, name):
    tags = [tag for tag in cell.metadata.get("tags", []) if not tag.startswith("papermill")]
    if "injected-parameters" in tags:
        cell.id = f"{name}-injected"
        tags = ["injected-parameters", "remove-cell"]
    if "heading" in tags:
        source = "".join(output.data["text/markdown"] for output in cell.outputs)
        return nbformat.v4.new_markdown_cell(source, id=cell.id, metadata={"tags": ["heading"]})
    cell.metadata = nbformat.from_dict({"tags": tags} if tags else {})
    if cell.cell_type == "code":
        cell.outputs = [_output(output) for output in cell.outputs]
    return cell


def _output(output):
    # A displayed value and a returned value look the same to a reader; the number only counts executions.
    output.pop("execution_count", None)
    if output.output_type == "execute_result":
        output.output_type = "display_data"
    return output


def _check(cell):
    for output in cell.outputs:
        if output.output_type == "stream" and output.name == "stderr":
            raise NotReproducible(f"cell {cell.id} wrote to stderr: {output.text.strip().splitlines()[-1]}")
        if str(project_root()) in json.dumps(output, ensure_ascii=False):
            raise NotReproducible(f"cell {cell.id} shows the path of this machine: {project_root()}")
