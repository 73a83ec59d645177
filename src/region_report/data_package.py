"""The data behind the report as a Data Package: CSV and JSON for machines, one workbook for Excel."""

import io
import json
import zipfile
from pathlib import Path

import openpyxl
from pandas.api.types import is_numeric_dtype

from region_report import codelists, metrics, observations

OBSERVATIONS = [
    "region", "region_zh", "region_en", "indicator", "indicator_zh", "indicator_en", "measure", "period",
    "printed", "value", "lower", "upper", "bound", "unit", "source", "source_zh", "source_en", "source_grade",
    "source_grade_zh", "source_grade_en", "source_url", "place", "status", "nature", "note_zh", "note_en",
]  # fmt: skip
METRICS = [
    "region", "region_zh", "region_en", "indicator", "indicator_zh", "indicator_en", "group", "period", "value",
    "lower", "upper", "bound", "unit", "status", "denominator_period", "inputs_zh", "inputs_en",
]  # fmt: skip
_POINT = ["", "_lower", "_upper", "_bound", "_period", "_printed", "_source", "_source_grade"]
TARGETS = [
    "region", "region_zh", "region_en", "indicator", "indicator_zh", "indicator_en", "unit", "nature",
    *(f"{part}{end}" for part in ("baseline", "current", "target") for end in _POINT),
    *(f"{name}{end}" for name in ("required_growth", "required_step", "observed_growth", "attainment", "ratio")
      for end in ("", "_lower", "_upper")),
    "time_gone", "status", "status_compound", "status_linear", "status_best", "status_worst", "evidence",
]  # fmt: skip
INDICATORS = [
    "id", "name_zh", "name_en", "definition_zh", "definition_en", "unit", "theme", "kind", "stage", "direction",
    "minimum", "maximum", "base", "aliases",
]  # fmt: skip
# One fixed moment: a workbook that carried the time of its making would differ with every build.
EPOCH = (2020, 1, 1, 0, 0, 0)


def write(folder, *, data=None):
    """Write the package into `folder`: tables as CSV and JSON, one CSV a region, one xlsx, `datapackage.json`.

    An open end of an interval and a figure that does not exist are empty cells (null in JSON).
    """
    folder = Path(folder)
    (folder / "regions").mkdir(parents=True, exist_ok=True)
    tables = _tables(data)
    for name, table in tables.items():
        _write_csv(folder / f"{name}.csv", table)
        _write_json(folder / f"{name}.json", table)
    regions = dict(list(tables["observations"].groupby("region", sort=True)))
    for slug, table in regions.items():
        _write_csv(folder / "regions" / f"{slug}.csv", table)
    (folder / "region-report.xlsx").write_bytes(_workbook(tables))
    descriptor = _descriptor(tables, regions, data)
    (folder / "datapackage.json").write_text(_json(descriptor), encoding="utf-8")


def _tables(data):
    every = observations.load_all(data=data)
    return {
        "observations": _closed(every[OBSERVATIONS]),
        "metrics": _closed(metrics.evaluate_all(every)[METRICS]),
        "targets": _closed(metrics.targets.targets(every)[TARGETS]),
        "indicators": codelists.load(data).indicators.reset_index()[INDICATORS],
    }


def _closed(table):
    """Infinite ends as gaps: CSV and JSON have no word for them, and `bound` says that the end is open."""
    return table.replace([float("inf"), float("-inf")], float("nan"))


def _write_csv(path, table):
    table.to_csv(path, index=False, lineterminator="\n", float_format=_number)


def _number(value):
    """A number as short as it reads back equal: 50000 and 4.7, not 50000.0."""
    return str(int(value)) if value == int(value) else repr(float(value))


def _write_json(path, table):
    path.write_text(_json(json.loads(table.to_json(orient="records", force_ascii=False))), encoding="utf-8")


def _json(content):
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def _workbook(tables):
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, table in tables.items():
        sheet = book.create_sheet(name)
        sheet.append(list(table.columns))
        for row in table.astype(object).where(table.notna(), None).itertuples(index=False):
            sheet.append(list(row))
        sheet.freeze_panes = "A2"
    plain = io.BytesIO()
    book.save(plain)
    return _without_times(plain.getvalue())


def _without_times(workbook):
    """The same workbook with one fixed time in its archive and its properties."""
    stamp = "{:04}-{:02}-{:02}T{:02}:{:02}:{:02}Z".format(*EPOCH)
    fixed = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(workbook)) as old,
        zipfile.ZipFile(fixed, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in sorted(old.namelist()):
            content = old.read(name)
            if name == "docProps/core.xml":
                content = _stamped(content.decode("utf-8"), stamp).encode("utf-8")
            new.writestr(zipfile.ZipInfo(name, EPOCH), content, zipfile.ZIP_DEFLATED)
    return fixed.getvalue()


def _stamped(properties, stamp):
    for name in ("created", "modified"):
        start = properties.index(">", properties.index(f"<dcterms:{name}")) + 1
        properties = properties[:start] + stamp + properties[properties.index("</dcterms", start) :]
    return properties


def _descriptor(tables, regions, data):
    paths = {name: (f"{name}.csv", table) for name, table in tables.items()}
    paths |= {f"observations-{slug}": (f"regions/{slug}.csv", table) for slug, table in regions.items()}
    return {
        "profile": "tabular-data-package",
        "name": "region-report",
        "title": "Social work and civil affairs in Chinese regions: observations, metrics, targets, indicators",
        "licenses": [{"name": "CC-BY-4.0", "path": "https://creativecommons.org/licenses/by/4.0/"}],
        "sources": _sources(data),
        "resources": [_resource(name, path, table) for name, (path, table) in paths.items()],
    }


def _sources(data):
    """Every source once, with its address where it is the original's."""
    found = {}
    for region in codelists.regions(data):
        for source in region.sources.values():
            found[source.title_zh] = {"title": source.title_zh} | ({"path": source.url} if source.url else {})
    return [found[title] for title in sorted(found)]


def _resource(name, path, table):
    kinds = {name: "number" if is_numeric_dtype(kind) else "string" for name, kind in table.dtypes.items()}
    fields = [{"name": name, "type": kind} for name, kind in kinds.items()]
    return {
        "name": name,
        "path": path,
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": {"fields": fields, "missingValues": [""]},
    }
