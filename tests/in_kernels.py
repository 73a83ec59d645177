"""Notebooks run from tests, in kernels of the kind that a test chooses."""

import nbformat
from jupyter_client.manager import run_kernel
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


def asked_by_a_front_end(source):
    """What a cell shows whose request names it, as those of JupyterLab and VS Code do."""
    with run_kernel() as client:
        request = client.session.msg("execute_request", {"code": source, "silent": False})
        client.shell_channel.send(request | {"metadata": {"cellId": "cell-0"}})
        while (message := client.get_iopub_msg(timeout=60))["msg_type"] != "execute_result":
            assert message["msg_type"] != "error", message["content"]
        return message["content"]
