"""The least that isolated runs can cost: the cells of each notebook as one function, in a process forked for it.

    python bench/forked.py FOLDER     in a project of regions' pages

No Jupyter: the code is run as it is, what a cell shows is formatted as IPython does it, and a notebook is written.
As many processes at a time as there are cores.
"""

import ast
import os
import sys
from pathlib import Path

# Imported before the fork, as in a warm kernel.
import altair  # noqa: F401
import nbformat
from IPython.core.displayhook import CapturingDisplayHook
from IPython.core.displaypub import CapturingDisplayPublisher
from IPython.core.interactiveshell import InteractiveShell

import region_report.charts
import region_report.metrics
import region_report.tables  # noqa: F401
from region_report import render
from region_report.render import execution


def main():
    """Run every region in every language, each in a child of its own."""
    jobs = render.plan(chapter="region", out=Path(sys.argv[1]))
    shell, running = InteractiveShell.instance(), 0
    for job in jobs:
        if running == os.cpu_count():
            wait()
            running -= 1
        # Without Jupyter there is one thread, and a fork is safe.
        if os.fork() == 0:
            run(job, shell)
            os._exit(0)
        running += 1
    for _ in range(running):
        wait()


def wait():
    """Until a child has ended; stops where it failed."""
    _, status = os.wait()
    if status:
        sys.exit("A notebook failed.")


def run(job, shell):
    """The cells of one job, and the notebook that holds what they show."""
    notebook = execution.prepared(job)
    shell.display_pub = CapturingDisplayPublisher(parent=shell)
    names = dict(job.parameters)
    for cell in notebook.cells:
        if cell.cell_type == "code" and "parameters" not in cell.metadata.get("tags", []):
            cell.outputs = outputs(cell.source, names, shell)
    job.out.parent.mkdir(parents=True, exist_ok=True)
    nbformat.write(notebook, job.out)


def outputs(source, names, shell):
    """What the cell displays, and its last expression."""
    shell.display_pub.outputs = []
    shown = []
    hook = CapturingDisplayHook(shell=shell, outputs=shown)
    *statements, last = ast.parse(source).body
    if not isinstance(last, ast.Expr):
        statements, last = [*statements, last], None
    exec(compile(ast.Module(statements, []), "cell", "exec"), names)
    if last:
        hook(eval(compile(ast.Expression(last.value), "cell", "eval"), names))
    made = [*shell.display_pub.outputs, *shown]
    return [nbformat.v4.new_output("display_data", each["data"], metadata=each["metadata"]) for each in made]


if __name__ == "__main__":
    main()
