"""What a notebook is given of a table: its HTML, which the site's stylesheet lays out, and the same as plain text."""

from region_report import frontends

# JupyterLab and VS Code have no stylesheet of the site: without these the lines of a cell run together.
STYLE = """<style>
.report-table-scroll .report-table th, .report-table-scroll .report-table td { text-align: start; vertical-align: top; }
.report-table-scroll .report-table .num { text-align: end; }
.report-detail { display: block; font-weight: 400; opacity: 0.75; }
.report-origin > summary { cursor: pointer; list-style: none; text-decoration: underline dotted; }
.report-origin > dl { font-weight: 400; max-width: 26em; text-align: start; }
.report-headline { display: flex; flex-wrap: wrap; gap: 0 1.5em; list-style: none; padding: 0; }
.report-pairs__choice { display: none; }
</style>
"""


def bundle(html, plain):
    """The MIME bundle of a table; where a front end asks for it, with the styles it needs."""
    return {"text/html": STYLE + html if frontends.asking() else html, "text/plain": plain}
