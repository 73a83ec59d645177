"""What a report on many regions holds, as tables for its first page: in numbers, and province by province."""

from region_report.languages import LANGUAGES
from region_report.metrics.overview import overview
from region_report.tables import addresses
from region_report.tables.several import Several
from region_report.tables.table import Cell, Column, make
from region_report.text import label, language, number, period, t


def contents(observations):
    """The regions by level, the provinces, indicators, figures, sources and times; below it a row a province.

    observations: frame of all regions.
    """
    held = overview(observations)
    provinces = held.provinces.to_dict("records")
    return Several((
        make("contents", list(_rows(held)), _said()),
        make("contents_by_province", provinces, _of_provinces()),
    ))  # fmt: skip


def _said():
    return [
        Column(t("tables.contents.what"), lambda row: row[0]),
        Column(t("tables.contents.count"), lambda row: Cell(number(row[1]), value=row[1]), numeric=True),
        Column(t("tables.contents.detail"), lambda row: row[2]),
    ]


def _rows(held):
    """What is counted, how many there are, and of which kinds."""
    levels = [_of(t(f"level.{level}"), count) for level, count in held.levels.items()]
    grades = [_of(names[LANGUAGES.index(language())], count) for names, count in held.grades.items()]
    joined = t("text.clause")
    yield Cell(t("tables.contents.regions"), href=addresses.REGIONS), sum(held.levels.values()), joined.join(levels)
    yield t("tables.contents.provinces"), len(held.provinces), t("tables.contents.below")
    indicators = Cell(t("tables.contents.indicators"), href="../book/indicators.html")
    yield indicators, held.indicators, t("tables.contents.with_figure")
    yield t("tables.contents.figures"), held.figures, joined.join(grades)
    yield (
        t("tables.contents.undated"),
        held.undated,
        t("tables.contents.times", first=_when(held.first), last=_when(held.last)),
    )
    yield Cell(t("tables.contents.sources"), href="../book/data.html"), held.sources, t("tables.contents.graded")


def _of(name, count):
    return t("tables.contents.of", name=name, count=number(count))


def _when(value):
    return period(value) if value else t("text.gap")


def _of_provinces():
    counts = [
        Column(t(f"tables.contents.{name}"), _count(name), numeric=True)
        for name in ("regions", "indicators", "figures")
    ]
    return [Column(t("tables.reporting_by_province.province"), _province), *counts]


def _province(row):
    return Cell(label(row, "area"), href=addresses.province(row["area"]))


def _count(name):
    return lambda row: Cell(number(row[name]), value=row[name])
