"""The conventions of the notebooks: what JupyterLab or VS Code leave in them is taken off again before a commit."""

import json
import re
import subprocess
import sys
from pathlib import Path

import nbformat
import yaml

from region_report.paths import project_root

NOTEBOOKS = project_root() / "notebooks"
# What JupyterLab and VS Code write beside a notebook's cells once it has run.
LEFT = {
    "language_info": {
        "codemirror_mode": {"name": "ipython", "version": 3},
        "file_extension": ".py",
        "mimetype": "text/x-python",
        "name": "python",
        "nbconvert_exporter": "python",
        "pygments_lexer": "ipython3",
        "version": "3.11.7",
    },
    "vscode": {"interpreter": {"hash": "0"}},
}


def stripped(*files):
    """Runs the hook of the project on the files."""
    hooks = yaml.safe_load((project_root() / ".pre-commit-config.yaml").read_text("utf-8"))["repos"][0]["hooks"]
    hook = next(hook for hook in hooks if hook["id"] == "nbstripout")
    command, *options = hook["entry"].split()
    assert re.match(hook["files"], f"notebooks/{files[0].name}")
    program = Path(sys.executable).with_name(Path(command).name)
    subprocess.run([program, *options, *hook["args"], *files], check=True)


def test_a_notebook_that_was_run_and_saved_comes_back_byte_for_byte(tmp_path):
    copies = [tmp_path / path.name for path in sorted(NOTEBOOKS.glob("*.ipynb"))]
    for path in copies:
        notebook = json.loads((NOTEBOOKS / path.name).read_text("utf-8"))
        notebook["metadata"] |= LEFT
        for cell in notebook["cells"]:
            if cell["cell_type"] == "code":
                cell["metadata"]["vscode"] = {"languageId": "python"}
                cell |= {"execution_count": 7, "outputs": [nbformat.v4.new_output("stream", text="x")]}
        path.write_text(json.dumps(notebook, indent=1, ensure_ascii=False) + "\n", "utf-8")
    stripped(*copies)
    assert [path.name for path in copies if path.read_bytes() != (NOTEBOOKS / path.name).read_bytes()] == []


def test_git_shows_the_notebooks_cell_by_cell_and_the_references_by_lines():
    lines = (project_root() / ".gitattributes").read_text("utf-8").splitlines()
    ruled = [line.split() for line in lines if "jupyternotebook" in line and not line.startswith("#")]
    assert ruled == [["notebooks/*.ipynb", "diff=jupyternotebook", "merge=jupyternotebook"]]
