"""The usual way, as the closest public peer does it: one papermill call after the other, then Jupyter Book.

    python bench/usual.py execute     in a project that `projects.usual` has prepared
    python bench/usual.py build

Every setting of papermill and of Jupyter Book is its default; the contents are flat. The pages show no charts: that
would take the extension of this report, or scripts from elsewhere.
"""

import subprocess
import sys
from pathlib import Path

LANGUAGES = ("zh", "en")


def execute():
    """Run the notebook of each language for each region."""
    import papermill

    for lang in LANGUAGES:
        for folder in sorted(Path("data/regions").iterdir()):
            made = f"usual/{lang}/regions/{folder.name}.ipynb"
            parameters = {"lang": lang, "data": "data", "region": folder.name}
            try:
                papermill.execute_notebook(f"usual/{lang}.ipynb", made, parameters=parameters)
            except RuntimeError as error:
                # A kernel whose port another process took never answers: run it again, as anybody would. It counts.
                print(f"{made}: {error}; run again", flush=True)
                papermill.execute_notebook(f"usual/{lang}.ipynb", made, parameters=parameters)


def build():
    """Build the book of each language."""
    for lang in LANGUAGES:
        command = [Path(sys.executable).with_name("jupyter-book"), "build", f"usual/{lang}"]
        subprocess.run(command, check=True)


if __name__ == "__main__":
    {"execute": execute, "build": build}[sys.argv[1]]()
