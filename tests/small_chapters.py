"""A project of the invented data with a few small chapters, which a test executes in seconds."""

import nbformat
from copies import copy_project

REGION = "from region_report import open_region\nlen(open_region(region, lang=lang, data=data))"
EVERY = "from region_report import open_all\nopen_all(lang=lang, data=data)['printed'].str.len().sum()"
# What a researcher may write: no function of the package, a module beside the notebooks, a folder that is listed.
OWN = "import pandas, sys\nsys.path.insert(0, 'own')\nimport helper\nhelper.total(pandas.read_csv('data/units.csv'))"


def make(folder):
    """The project in `folder`, with one chapter for each region, one of all and one of a researcher's own."""
    copy_project(folder, data="tests/data/invented")
    for path in (folder / "notebooks").glob("*.ipynb"):
        path.unlink()
    notebook(folder, "region", 'region: str = ""\n', REGION)
    notebook(folder, "every", "", EVERY)
    notebook(folder, "own", "", OWN)
    (folder / "own").mkdir()
    (folder / "own" / "helper.py").write_text("def total(table):\n    return len(table)\n", encoding="utf-8")
    return folder


def notebook(folder, name, parameters, code):
    declared = f'{parameters}lang: str = "zh"\ndata: str = "data"'
    cells = [
        nbformat.v4.new_code_cell(declared, id="parameters", metadata={"tags": ["parameters"]}),
        nbformat.v4.new_code_cell(code, id="code"),
    ]
    kernel = {"name": "python3", "language": "python", "display_name": "Python 3"}
    nbformat.write(
        nbformat.v4.new_notebook(cells=cells, metadata={"kernelspec": kernel}), folder / f"notebooks/{name}.ipynb"
    )
