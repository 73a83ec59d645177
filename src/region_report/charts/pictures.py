"""A picture beside a chart: neither JupyterLab nor VS Code draws Vega-Lite 6 by itself."""

from IPython import get_ipython

MIME = "image/svg+xml"
WIDTH = 720


def beside(spec):
    """The chart as SVG in a MIME bundle where a person's front end has asked for the cell, else an empty bundle.

    What papermill, nbclient, nbval and a build leave in a notebook is the specification alone.
    """
    return {MIME: _drawn(spec)} if _asked_by_a_front_end() else {}


def _asked_by_a_front_end():
    """JupyterLab, Notebook and VS Code name the cell in their request; what runs a whole notebook does not."""
    kernel = getattr(get_ipython(), "kernel", None)
    request = kernel.get_parent() if kernel else {}
    return "cellId" in request.get("metadata", {})


def _drawn(spec):
    # Loaded only here: no page of the book needs it.
    import vl_convert

    return vl_convert.vegalite_to_svg({**spec, "width": WIDTH})
