"""Rendered notebooks are read as plain JSON, without the checks of nbformat.

Half of a region's page are charts, and each of their values would become an object of its own, to be kept, copied and
written again.
"""

import json

import nbformat
from nbformat.v4 import rwbase

VERSION = 4


def setup(app):
    """MyST-NB asks for a reader by the ending of a file."""
    app.connect("config-inited", offer, priority=1)


def offer(app, config):
    """Name our reader for notebooks; any other format stays as it was."""
    config.nb_custom_formats = {".ipynb": f"{__name__}.read", **config.nb_custom_formats}


def read(text):
    """The notebook of a text; what its cells have shown is left in plain types."""
    found = json.loads(text)
    if found.get("nbformat") != VERSION:
        return nbformat.reads(text, as_version=VERSION)
    outputs = [cell.pop("outputs", None) for cell in found["cells"]]
    notebook = rwbase.rejoin_lines(nbformat.from_dict(found))
    for cell, shown in zip(notebook.cells, outputs, strict=True):
        if shown is not None:
            cell["outputs"] = [_output(each) for each in shown]
    return notebook


def _output(shown):
    data = shown.pop("data", None)
    made = nbformat.from_dict(shown)
    if isinstance(made.get("text"), list):
        made["text"] = "".join(made["text"])
    if data is not None:
        # Past `NotebookNode.__setitem__`, which would make nodes of it all.
        dict.__setitem__(made, "data", {kind: _joined(kind, value) for kind, value in data.items()})
    return made


def _joined(kind, value):
    lines = isinstance(value, list) and not kind.endswith("json")
    return "".join(value) if lines else value
