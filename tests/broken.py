"""Hand-made broken inputs: name -> what is done to a copy of the invented data."""

import os
import shutil
import zipfile

HEADINGS = "indicator,measure,period,printed,source,place,status,nature,note_zh,note_en"
ROWS = "regions/yuepu/observations.csv"
REGION = "regions/yuepu/region.yml"
BROKEN = {}


def broken(name):
    """Enters a function of a data folder under a name."""
    return lambda function: BROKEN.setdefault(name, function)


def rows(*added):
    """Adds rows to the observations of a small region, whose lines 2 and 3 are sound."""

    def add(data):
        path = data / ROWS
        path.write_text(path.read_text("utf-8") + "".join(f"{row}\n" for row in added), "utf-8")

    return add


def region(old, new):
    """Replaces words in the region.yml of a small region."""

    def change(data):
        path = data / REGION
        text = path.read_text("utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), "utf-8")

    return change


def encoded(name, encoding):
    """Saves a file in another encoding."""

    def save(data):
        path = data / name
        path.write_bytes(path.read_text("utf-8").encode(encoding, "replace"))

    return save


def parted(sign):
    """Parts the cells of a table by another sign than commas."""

    def change(data):
        path = data / ROWS
        path.write_text(path.read_text("utf-8").replace(",", sign), "utf-8")

    return change


def heading(new):
    """Writes another heading line."""

    def change(data):
        path = data / ROWS
        path.write_text(path.read_text("utf-8").replace(HEADINGS, new, 1), "utf-8")

    return change


SOUND = "volunteers,actual,2022,4.7万名,document,1-2,,,,"
BROKEN |= {
    "GBK": encoded(ROWS, "gbk"),
    "GBK in region.yml": encoded(REGION, "gbk"),
    "Latin-1": lambda data: (data / ROWS).write_bytes(f"{HEADINGS}\nvolunteers,actual,,café\n".encode("latin-1")),
    "UTF-16": encoded(ROWS, "utf-16"),
    "UTF-16 without a byte order mark": encoded(ROWS, "utf-16-le"),
    "tabs": parted("\t"),
    "semicolons": parted(";"),
    "full-width commas": parted("，"),
    "thousands separators without quotes": rows(SOUND.replace("4.7万名", "47,000名")),
    "full-width digits in a period": rows(SOUND.replace("2022", "２０２２年")),
    "a hidden character": rows(SOUND.replace("volunteers", "volunteers\u200b")),
    "merged cells": rows(SOUND, SOUND.replace("volunteers", "").replace("1-2", "2-3")),
    "the same row twice": rows(SOUND, SOUND),
    "a doubled heading": heading(HEADINGS.replace("note_zh", "status")),
    "a missing column": heading(HEADINGS.replace(",nature", "")),
    "a further column": heading(f"{HEADINGS},备注"),
    "a column without a heading": heading(f"{HEADINGS},"),
    "columns in another order": heading(HEADINGS.replace("measure,period", "period,measure")),
    "an indicator by its Chinese name": rows(SOUND.replace("volunteers", "培育的志愿者")),
    "a misspelt indicator": rows(SOUND.replace("volunteers", "voluntears")),
    "an unknown source": rows(SOUND.replace("document", "yearbook")),
    "a status by its name": rows(SOUND.replace("1-2,", "1-2,口径偏宽")),
    "a negative count": rows(SOUND.replace("4.7万名", "-5名")),
    "two units": rows(SOUND.replace("4.7万名", "5名户")),
    "a percentage for a count": rows(SOUND.replace("4.7万名", "45%")),
    "a share of 104 %": rows("station_coverage,actual,2022,104%,document,1-2,,,,"),
    "two figures in one cell": rows(SOUND.replace("4.7万名", "4.7万名、5万名")),
    "words for a figure": rows(SOUND.replace("4.7万名", "若干")),
    "month 13": rows(SOUND.replace("2022", "2022-13")),
    "a period that runs backwards": rows(SOUND.replace("2022", "2023/2020")),
    "a period as Excel writes it": rows(SOUND.replace("2022", "2022/5/1")),
    "too many cells": rows(f"{SOUND},x"),
    "too few cells": rows("volunteers,actual,2022"),
    "a quotation mark not closed": rows(SOUND.replace("4.7万名", '"4.7万名')),
    "NUL bytes": rows(SOUND.replace("4.7", "4\0.7")),
    "an empty file": lambda data: (data / ROWS).write_bytes(b""),
    "no file": lambda data: (data / ROWS).unlink(),
    "YAML with tabs": region("  document:", "\tdocument:"),
    "YAML that is a list": lambda data: (data / REGION).write_text("- 1\n", "utf-8"),
    "a colon in a value": region("name_en: Yuepu County", "name_en: Yuepu: County"),
    "a control character in YAML": region("Yuepu County", "Yuepu\x07 County"),
    "an entry twice": region("level: county", "level: county\nslug: other"),
    "an unknown entry": region("level: county", "levle: county"),
    "a code of five digits": region('"990121"', "45020"),
    "a code that another region has": region('"990121"', "990100"),
    "a slug that is not the folder's name": region("slug: yuepu", "slug: yuepu-xian"),
    "a mirror with an address": region("grade: document", "grade: mirror\n    url: https://example.org/"),
    "a mapping for a value": region("name_zh: 月浦县（虚构）", "name_zh: {a: b}"),
    "a list for a key": region("level: county", "level: county\n? [a, b]\n: c"),
    "actors of an unknown region": lambda data: (data / "actors.csv").write_text(
        (data / "actors.csv").read_text("utf-8").replace("xingyuan", "xingyan", 1), "utf-8"
    ),
}


@broken("Excel under the name of a CSV")
def _workbook(data):
    with zipfile.ZipFile(data / ROWS, "w") as archive:
        archive.writestr("xl/workbook.xml", "")


@broken("Excel beside the CSV")
def _beside(data):
    (data / "regions/yuepu.xlsx").write_bytes(b"PK")


@broken("a folder in place of the file")
def _folder(data):
    (data / ROWS).unlink()
    (data / ROWS).mkdir()


@broken("a file in place of the folder")
def _file(data):
    (data / "regions/liuzhou").write_text("", "utf-8")


@broken("a folder with a Chinese name")
def _chinese(data):
    shutil.copytree(data / "regions/yuepu", data / "regions/月浦")


@broken("no folder of regions")
def _no_regions(data):
    shutil.rmtree(data / "regions")


@broken("a link to itself")
def _loop(data):
    (data / ROWS).unlink()
    os.symlink(data / ROWS, data / ROWS)


@broken("a folder that is a link to itself")
def _loop_folder(data):
    os.symlink(data / "regions/ring", data / "regions/ring")


@broken("100,000 rows of an unknown indicator")
def _many(data):
    lines = (SOUND.replace("volunteers", f"volunteers_{n}").replace("1-2", f"{n}-{n + 1}") for n in range(100_000))
    (data / ROWS).write_text("\n".join([HEADINGS, *lines, ""]), "utf-8")
