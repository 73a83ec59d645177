"""The data behind the report as files at stable addresses: what each page shows, the whole set, and a list of all."""

from pathlib import Path

from region_report import codelists
from region_report.data_package import descriptor, files, index, parts, tables


def write(folder, *, data=None, site=None):
    """Write into `folder` every table, the parts that pages offer, the data package with its archive, and the list.

    Every table comes as CSV and JSON and all of them as one workbook; each region and each indicator that has a
    figure as CSV, JSON and workbook; `region-report.zip` is the package; `index.json` lists all with size and hash.
    site: the folder of the site; `index.json` names the pages that lie there, by default none.
    An open end of an interval and a figure that does not exist are empty cells (null in JSON).
    """
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    whole = tables.tables(codelists.regions(data), data=data)
    for table in whole.values():
        files.write(folder / f"{table.name}.csv", files.csv_of(table))
        files.write(folder / f"{table.name}.json", files.json_of(table.records))
    files.write(folder / "region-report.xlsx", files.workbook(whole.values()))
    parts.write(folder, whole)
    package = descriptor.descriptor(folder, whole)
    files.write(folder / "datapackage.json", files.json_of(package))
    names = ["datapackage.json", *(resource["path"] for resource in package["resources"])]
    files.write(folder / "region-report.zip", files.archive(folder, names))
    files.write(folder / "index.json", files.json_of(index.index(folder, whole, package, site=site)))
