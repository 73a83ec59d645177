"""Who asks for a cell of a notebook: a front end that a person reads, or what runs the whole notebook."""

from IPython import get_ipython


def asking():
    """Whether a front end has asked for the cell that runs: JupyterLab, Notebook and VS Code name it in their request.

    papermill, nbclient, nbval and a build name none, so that what they leave depends on the notebook alone.
    """
    kernel = getattr(get_ipython(), "kernel", None)
    request = kernel.get_parent() if kernel else {}
    return "cellId" in request.get("metadata", {})
