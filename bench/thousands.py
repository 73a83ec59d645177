"""What thousands of regions cost, against the usual way and against ourselves.

    region-report bench usual --regions 60 --rounds 3     execution and whole job against the usual way
    region-report bench scale --regions 200 --regions 800 growth, memory, and runs after little or no change
    region-report bench nbval --rounds 3                  nbval over 24 notebooks, as it comes and with warm kernels

Everything happens in a folder of its own (`--folder`), with invented regions. Baseline and ours alternate in random
order; a ratio is that of one round, and the median of the rounds is told with the least and the greatest. Gates:
packages are byte-compiled, both ways say the same, every page is there, no process is left. Prints Markdown.
"""

import argparse
import itertools
import math
import os
import random
import shutil
import sys
import tempfile
from pathlib import Path

import measuring
import projects
from invented import change_one_figure
from measuring import measure, ratio, shown

HERE = Path(__file__).resolve().parent
BIN = Path(sys.executable).parent
REPORT = BIN / "region-report"
NOTEBOOKS = 24


def main():
    """Run the benchmark that is asked for."""
    arguments = argparse.ArgumentParser(
        prog="region-report bench", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    arguments.add_argument("what", choices=["usual", "scale", "nbval"])
    arguments.add_argument("--regions", type=int, action="append", help="may be repeated for scale")
    arguments.add_argument("--rounds", type=int, default=3)
    arguments.add_argument("--folder", type=Path, help="where to work; by default a temporary folder")
    chosen = arguments.parse_args()
    measuring.check_machine()
    folder = Path(tempfile.mkdtemp(prefix="bench-", dir=chosen.folder))
    print(f"{os.cpu_count()} cores, Python {sys.version.split()[0]}, in {folder}\n", flush=True)
    if chosen.what == "usual":
        against_usual(folder, (chosen.regions or [60])[0], chosen.rounds)
    elif chosen.what == "scale":
        scale(folder, sorted(chosen.regions or [200, 800, 2978]))
    else:
        against_nbval(folder, chosen.rounds)
    shutil.rmtree(folder)


def against_usual(folder, regions, rounds):
    """Rounds of the same regions' pages made both ways, in both languages."""
    made = [usual_round(folder / str(number), regions, number) for number in range(rounds)]
    pairs = {
        "whole job": [(added(each["execute"], each["build"]), each["report"]) for each in made],
        "execution": [(each["execute"], each["render"]) for each in made],
        "execution against a function in a forked process": [(each["forked"], each["render"]) for each in made],
    }
    print(f"\n| {regions} regions, {rounds} rounds | CPU | wall |\n|---|---|---|")
    for name, found in pairs.items():
        # The forked function is a limit: there the ratio says how far above it ours is.
        found = [(ours, other) for other, ours in found] if "forked" in name else found
        print(f"| {name} | {shown(ratio(found, 'cpu'))} | {shown(ratio(found, 'wall'))} |", flush=True)


def usual_round(folder, regions, number):
    """One round: what each step used. Stops where the two ways do not say the same."""
    project = projects.project(folder, regions, whole=False)
    projects.usual(project)
    steps = {
        "report": [[REPORT, "build"]],
        "render": [[REPORT, "render", "--chapter", "region", "--out", "rendered"]],
        "forked": [[sys.executable, HERE / "forked.py", "forked"]],
        "usual": [[sys.executable, HERE / "usual.py", step] for step in ("execute", "build")],
    }
    used = {}
    for name in random.Random(number).sample(list(steps), len(steps)):
        # Nothing that a step has kept may serve the next one.
        kept = {"REGION_REPORT_CACHE": str(folder / f"cache-{name}")}
        for step in steps[name]:
            label = step[-1] if name == "usual" else name
            used[label] = measure([str(word) for word in step], project, **kept)
            print(told(f"round {number + 1}, {label}", used[label]), flush=True)
    pages = list((project / "_build" / "site").glob("??/book/regions/*.html"))
    if wrong := projects.differing(project):
        sys.exit(f"The two ways do not say the same: {wrong}")
    if len(pages) < 2 * regions:
        sys.exit(f"{len(pages)} pages of {2 * regions} are there.")
    shutil.rmtree(project)
    return used


def scale(folder, sizes):
    """Cold runs of the whole report, and runs after nothing and after one figure changed.

    Growth is that of CPU, with the CPU of a run of one region taken off both.
    """
    cold = {}
    print("| regions | run | CPU, s | wall, s | memory, MB | part of cold, CPU | wall |\n|---|---|---|---|---|---|---|")
    for regions in [1, *sizes]:
        project = projects.project(folder / str(regions), regions)
        cold[regions] = first = measure([str(REPORT), "build"], project)
        print(row(regions, "cold", first, first), flush=True)
        if regions > 1:
            print(row(regions, "nothing changed", measure([str(REPORT), "build"], project), first), flush=True)
            change_one_figure(project / "data")
            print(row(regions, "one figure changed", measure([str(REPORT), "build"], project), first), flush=True)
    start = cold[1].cpu
    for fewer, more in itertools.pairwise(sizes):
        growth = math.log((cold[more].cpu - start) / (cold[fewer].cpu - start)) / math.log(more / fewer)
        print(f"\ngrowth exponent, {fewer} to {more} regions, start-up taken off: {growth:.3f}", flush=True)


def against_nbval(folder, rounds):
    """nbval over the notebooks of 12 regions in two languages: as it comes, and as `make test` runs it."""
    project = projects.project(folder / "nbval", NOTEBOOKS // 2, whole=False)
    measure([str(REPORT), "render", "--chapter", "region", "--out", "references"], project)
    plain = [str(BIN / "pytest"), "-p", "no:cacheprovider", "-q", "--nbval", "references"]
    ways = {
        "as it comes": (plain, {}),
        "warm, two at a time": (
            [*plain, "-n", "2", "--dist", "loadfile"],
            {"JUPYTER_DEFAULT_PROVISIONER_NAME": "region-report-warm"},
        ),
    }
    pairs = []
    for number in range(rounds):
        used = {}
        for name in random.Random(number).sample(list(ways), len(ways)):
            command, variables = ways[name]
            used[name] = measure(command, project, **variables)
            print(told(f"round {number + 1}, {name}", used[name]), flush=True)
        pairs.append(tuple(used[name] for name in ways))
    print(f"\n| nbval, {NOTEBOOKS} notebooks, {rounds} rounds | CPU | wall |\n|---|---|---|")
    print(f"| as it comes / warm | {shown(ratio(pairs, 'cpu'))} | {shown(ratio(pairs, 'wall'))} |")


def added(one, other):
    """Two steps as one."""
    return measuring.Used(one.cpu + other.cpu, one.wall + other.wall, max(one.memory, other.memory), one.load)


def told(name, used):
    """A line for each measurement as it is done."""
    memory = f"{used.memory / 1e6:.0f} MB"
    return f"{name}: {used.cpu:.1f} s CPU, {used.wall:.1f} s wall, {memory}, load before {used.load:.1f}"


def row(regions, run, used, cold):
    """A row of the table of runs."""
    shares = "| " if used is cold else f"1/{cold.cpu / used.cpu:.0f} | 1/{cold.wall / used.wall:.0f}"
    return f"| {regions:,} | {run} | {used.cpu:.1f} | {used.wall:.1f} | {used.memory / 1e6:.0f} | {shares} |"


if __name__ == "__main__":
    main()
