"""Notebooks run from tests, in kernels of the kind that a test chooses."""

import nbformat
from jupyter_client.provisioning import KernelProvisionerFactory
from nbclient import NotebookClient


def choose(monkeypatch, variables):
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    # The factory reads the variable once.
    KernelProvisionerFactory.clear_instance()


def outputs(*sources, **options):
    """The outputs of a notebook of these cells, each cell's as (type, content) in a list."""
    cells = [nbformat.v4.new_code_cell(source, id=f"cell-{number}") for number, source in enumerate(sources)]
    notebook = nbformat.v4.new_notebook(cells=cells)
    NotebookClient(notebook, kernel_name="python3", allow_errors=True, **options).execute()
    return [[dict(output) for output in cell.outputs] for cell in notebook.cells]


def printed(*sources):
    """What a notebook of these cells prints in its last one."""
    return "".join(output.get("text", str(output)) for output in outputs(*sources)[-1])
