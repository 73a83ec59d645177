"""One grammar for every printed figure: of a data row, a table cell or running text.

`parse` reads one printed figure, `scan` finds all figures of a text, `write` writes a number.
"""

from region_report.figures.figure import Figure, FigureError
from region_report.figures.parsing import parse
from region_report.figures.scanning import Found, scan
from region_report.figures.writing import write

__all__ = ["Figure", "FigureError", "Found", "parse", "scan", "write"]
