"""What warm kernels save: the same notebooks rendered with and without them, in turn.

    python bench/kernels.py --rounds 3 --region wenzhou --lang zh    chapters of the report, kernels ordinary and warm
    python bench/kernels.py --rounds 3 --small 30                    a notebook of one table, 30 times

The small notebook is run by papermill with its defaults, and as the report runs its own. Prints CPU seconds of the
whole process tree and wall seconds of each run, and the medians of the ratios of each round.
"""

import argparse
import filecmp
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pandas

# A run is a process of its own, so that everything it starts is counted when it ends.
RUN = """
import sys
from region_report import render
from region_report.kernels import owner
owner.POSSIBLE = owner.POSSIBLE and sys.argv[1] == "warm"
regions, langs = [each for each in sys.argv[3].split(",") if each], sys.argv[4].split(",")
results = render.render_all(regions=regions, langs=langs, out=sys.argv[2])
sys.exit("\\n".join(result.fault for result in results if result.fault) or 0)
"""

SMALL = """
import contextlib, os, sys
import nbformat, papermill
from region_report.kernels import QuickManager, warm_kernels
kind, out, count = sys.argv[1], sys.argv[2], int(sys.argv[3])
code = ["region = 'wenzhou'", "from region_report import open_region, tables; observations = open_region(region)"]
cells = [nbformat.v4.new_code_cell(source) for source in [*code, "tables.evidence(observations)"]]
kernel = {"name": "python3", "language": "python", "display_name": "Python 3"}
notebook = nbformat.v4.new_notebook(cells=cells, metadata={"kernelspec": kernel})
options = {"kernel_manager_class": QuickManager, "shutdown_kernel": "immediate"} if kind == "warm" else {}
os.makedirs(out)
with warm_kernels() if kind == "warm" else contextlib.nullcontext({}) as variables:
    os.environ.update(variables)
    for number in range(count):
        path = f"{out}/{number}.ipynb" if kind == "ordinary" else None
        papermill.execute_notebook(notebook, path, progress_bar=False, **options)
"""


def main():
    """Run the rounds and print the table."""
    options = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    options.add_argument("--rounds", type=int, default=3)
    options.add_argument("--region", action="append", default=[], help="a slug; by default all regions")
    options.add_argument("--lang", action="append", default=[], help="zh or en; by default both")
    options.add_argument("--small", type=int, default=0, help="so many small notebooks instead of the report's")
    chosen = options.parse_args()
    if not (Path(pandas.__file__).parent / "__pycache__").is_dir():
        sys.exit("pandas is not byte-compiled, which would double every number: run python -m compileall first.")
    words = (
        [SMALL, str(chosen.small)]
        if chosen.small
        else [RUN, ",".join(chosen.region), ",".join(chosen.lang or ["zh", "en"])]
    )
    rounds = [run_round(number, *words) for number in range(chosen.rounds)]
    for column, unit in enumerate(("CPU", "wall")):
        ratios = sorted(ordinary[column] / warm[column] for ordinary, warm in rounds)
        spread = f"{ratios[0]:.2f}-{ratios[-1]:.2f}"
        print(f"{unit}, ordinary / warm: median {statistics.median(ratios):.2f}, spread {spread}")


def run_round(number, *words):
    """CPU and wall seconds of (ordinary, warm), run in the other order every second time. Stops if outputs differ."""
    with tempfile.TemporaryDirectory() as folder:
        kinds = ["ordinary", "warm"] if number % 2 == 0 else ["warm", "ordinary"]
        measured = {kind: measure(kind, Path(folder) / kind, *words) for kind in kinds}
        made = sorted(path.relative_to(Path(folder) / "warm") for path in Path(folder, "warm").rglob("*.ipynb"))
        _, wrong, missing = filecmp.cmpfiles(Path(folder, "ordinary"), Path(folder, "warm"), made, shallow=False)
        if wrong or missing:
            sys.exit(f"Not the same bytes: {[*wrong, *missing]}")
    for kind, (cpu, wall) in measured.items():
        print(f"round {number + 1}, {kind}: {cpu:.1f} s CPU, {wall:.1f} s wall", flush=True)
    return measured["ordinary"], measured["warm"]


def measure(kind, out, script, *words):
    """CPU seconds of the process tree, and wall seconds, of one run."""
    start = time.monotonic()
    process = subprocess.Popen([sys.executable, "-c", script, kind, str(out), *words])
    _, status, used = os.wait4(process.pid, 0)
    if status:
        sys.exit(f"The {kind} run failed.")
    return used.ru_utime + used.ru_stime, time.monotonic() - start


if __name__ == "__main__":
    main()
