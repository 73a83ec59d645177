"""A picture beside a chart: neither JupyterLab nor VS Code draws Vega-Lite 6 by itself."""

from region_report import frontends

MIME = "image/svg+xml"
WIDTH = 720


def beside(spec):
    """The chart as SVG in a MIME bundle where a front end asks for it, else an empty bundle: the specification is all
    that is kept."""
    return {MIME: _drawn(spec)} if frontends.asking() else {}


def _drawn(spec):
    # Loaded only here: no page of the book needs it.
    import vl_convert

    return vl_convert.vegalite_to_svg({**spec, "width": WIDTH})
