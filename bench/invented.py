"""A data folder of many regions: real names and codes of counties, invented figures that say so.

    python bench/invented.py FOLDER --regions 60

The counties are spread evenly over the country. Each takes the rows of a shipped region (of every ten, five are like
Jiajiang, four like Wenzhou, one like Guangxi with its plan) with other digits; the same code gives the same figures.
"""

import argparse
import csv
import random
import re
import shutil
from pathlib import Path

import yaml

from region_report import codelists
from region_report.intake import names
from region_report.paths import data_dir, shown

MODELS = ("jiajiang", "wenzhou") * 4 + ("jiajiang", "guangxi")
SOURCE = {
    "title_zh": "虚构的数字，仅用于测量",
    "title_en": "Invented figures, for measuring only",
    "publisher_zh": "bench/invented.py",
    "publisher_en": "bench/invented.py",
    "date": "2024-12-31",
    "licence_zh": "虚构",
    "licence_en": "invented",
    "checked_at_original": False,
}


def main():
    """Write the folder that is asked for."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("--regions", type=int, default=60)
    chosen = arguments.parse_args()
    invent(chosen.folder, chosen.regions)
    print(f"{chosen.regions} invented regions are in {shown(chosen.folder)}.")


def invent(folder, count):
    """Write a data folder with `count` invented regions, at most as many as there are counties."""
    counties = [each for each in codelists.divisions() if each.level == "county"]
    chosen = [counties[number * len(counties) // count] for number in range(count)]
    folder.mkdir(parents=True)
    for path in data_dir("data").glob("*.csv"):
        shutil.copy(path, folder)
    shutil.copytree(data_dir("data") / "schema", folder / "schema")
    # Actors are those of documents, and there are none.
    heading = (folder / "actors.csv").read_text("utf-8").splitlines()[0]
    (folder / "actors.csv").write_text(f"{heading}\n", encoding="utf-8")
    models = {slug: _model(slug) for slug in dict.fromkeys(MODELS)}
    for number, division in enumerate(chosen):
        _write(folder / "regions" / names.slug(division), division, *models[MODELS[number % len(MODELS)]])


def change_one_figure(folder):
    """Give the first region's first count another digit; returns the region's slug."""
    region = sorted((folder / "regions").iterdir())[0]
    path = region / "observations.csv"
    rows = path.read_text("utf-8").splitlines(keepends=True)
    line = next(number for number, row in enumerate(rows) if re.search(r",actual,[^,]*,\d{3}", row))
    rows[line] = re.sub(r"(,actual,[^,]*,)(\d)", lambda found: found[1] + str(int(found[2]) % 9 + 1), rows[line])
    path.write_text("".join(rows), encoding="utf-8")
    return region.name


def _model(region):
    """The rows of a shipped region and the grades of its sources."""
    folder = data_dir("data") / "regions" / region
    with (folder / "observations.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    sources = yaml.safe_load((folder / "region.yml").read_text("utf-8"))["sources"]
    return rows, {name: source["grade"] for name, source in sources.items()}


def _write(folder, division, rows, grades):
    folder.mkdir(parents=True)
    head = {
        "code": division.code,
        "slug": names.slug(division),
        **_names(division),
        "level": "county",
        "parents": [
            {"code": "100000", "name_zh": "中国", "name_en": "China"},
            *({"code": each.code, **_names(each)} for each in codelists.parents(division)),
        ],
        "sources": {name: {**SOURCE, "grade": grade} for name, grade in grades.items()},
    }
    (folder / "region.yml").write_text(yaml.safe_dump(head, allow_unicode=True, sort_keys=False), encoding="utf-8")
    with (folder / "observations.csv").open("w", encoding="utf-8", newline="") as file:
        made = csv.DictWriter(file, rows[0], lineterminator="\n")
        made.writeheader()
        made.writerows(_other(row, number, division.code) for number, row in enumerate(rows, start=1))


def _names(division):
    return {"name_zh": division.name_zh, "name_en": names.english(division).full}


def _other(row, number, code):
    """The row with other digits in its figure, and a place that fits no document. Plans, shares and words stay."""
    same = row["status"] in ("in_words", "damaged") or "%" in row["printed"] or row["measure"] in ("baseline", "target")
    # Two rows of the same figure still agree.
    chance = random.Random(f"{code} {row['indicator']} {row['measure']} {row['period']}")
    printed = row["printed"] if same else re.sub(r"\d", lambda _: str(chance.randint(1, 9)), row["printed"])
    return {**row, "printed": printed, "place": f"row {number}"}


if __name__ == "__main__":
    main()
