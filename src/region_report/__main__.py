"""`python -m region_report`: the command line, where its script is not on the PATH."""

from region_report.cli import app

app(prog_name="region-report")
