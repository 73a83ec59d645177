"""A region without figures and with one source, to import into."""

import csv

import pytest

from region_report import intake
from region_report.codelists.schema import always

REGION = """\
code: "990900"
slug: example
name_zh: 示例市
name_en: Example City
level: prefecture
parents: []
sources:
  bulletin:
    title_zh: 公报
    title_en: Bulletin
    publisher_zh: 民政局
    publisher_en: Civil Affairs Bureau
    grade: official
    licence_zh: 为测试虚构
    licence_en: invented for tests
    checked_at_original: false
"""


@pytest.fixture
def region(data):
    """The folder of the region."""
    folder = data / "regions" / "example"
    folder.mkdir()
    (folder / "region.yml").write_text(REGION, "utf-8")
    (folder / "observations.csv").write_text(",".join(always("observations")) + "\n", "utf-8")
    return folder


@pytest.fixture
def english_data(data):
    """The data folder with indicators and units that have no names in Chinese."""
    for path in (data / "indicators.csv", data / "units.csv"):
        rows = list(csv.reader(path.read_text("utf-8").splitlines()))
        kept = [number for number, heading in enumerate(rows[0]) if not heading.endswith("_zh")]
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([row[number] for number in kept] for row in rows)
    return data


@pytest.fixture
def csv_plan(tmp_path, data, region):
    """What importing a CSV would do: `csv_plan("指标,年份,数值\\n…")`."""

    def planned(text, *, encoding="utf-8", **options):
        path = tmp_path / "sheet.csv"
        path.write_bytes(text.encode(encoding))
        return intake.plan(path, "example", data=data, **options)

    return planned


@pytest.fixture
def excel_plan(tmp_path, data, region):
    """What importing a workbook would do: `excel_plan(book)`, a workbook of openpyxl."""

    def planned(book, **options):
        path = tmp_path / "book.xlsx"
        book.save(path)
        return intake.plan(path, "example", data=data, **options)

    return planned
