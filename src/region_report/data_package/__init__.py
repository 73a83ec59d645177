"""The data behind the report as files at stable addresses: what each page shows, the whole set, and a list of all."""

from pathlib import Path

from region_report import codelists, observations
from region_report.data_package import books, descriptor, files, index, lines, made, parts, tables


def write(folder, *, data=None, site=None):
    """Write into `folder` every table, the parts that pages offer, the data package with its archive, and the list.

    Every table comes as CSV and JSON and all of them as one workbook; each region and each indicator that has a
    figure as CSV, JSON and workbook; `region-report.zip` is the package; `index.json` lists all with size and hash.
    site: the folder of the site; `index.json` names the pages that lie there, by default none.
    An open end of an interval and a figure that does not exist are empty cells (null in JSON).
    What an earlier call has written into the folder stays where it would be the same, and goes where it has no place.
    """
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    times = made.times(data)
    before, now = made.read(folder), made.of(data, site)
    if before == now and made.whole(folder):
        return
    same_code = before.get("code") == now["code"]
    made.forget(folder)
    names = _write(folder, data=data, site=site, same_code=same_code)
    # What has changed while it was read, and perhaps back, is nothing to rely on: the next call makes it again.
    if made.times(data) == times:
        made.note(folder, now, names)


def _write(folder, *, data, site, same_code):
    """Write the files; their names. same_code: what made those that lie there is what makes them now."""
    whole = tables.tables(observations.regions(data=data), data=data)
    written, changed = {name: lines.Lines(table) for name, table in whole.items()}, []
    for name, rows in written.items():
        changed.append(files.write(folder / f"{name}.csv", rows.csv()))
        files.write(folder / f"{name}.json", rows.json() + b"\n")
    book = folder / "region-report.xlsx"
    if any(changed) or not same_code or not book.is_file():
        files.write(book, books.workbook(whole.values()))
    names = parts.write(folder, written, same_code=same_code)
    package = descriptor.descriptor(folder, whole, codelists.languages(data))
    files.write(folder / "datapackage.json", files.json_of(package))
    packed = ["datapackage.json", *(resource["path"] for resource in package["resources"])]
    files.write(folder / "region-report.zip", files.packed((name, (folder / name).read_bytes()) for name in packed))
    files.write(folder / "index.json", files.json_of(index.index(folder, whole, package, site=site)))
    both = [f"{table}.{kind}" for table in whole for kind in ("csv", "json")]
    return [*names, *both, "region-report.xlsx", "region-report.zip", "datapackage.json", "index.json"]
