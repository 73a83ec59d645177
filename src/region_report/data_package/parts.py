"""The parts of the data that pages offer: one region, one indicator."""

from region_report import processes
from region_report.data_package import files

KINDS = ("csv", "json", "xlsx")


def write(folder, whole, *, same_code=False):
    """Write CSV, JSON and a workbook for each region and for each indicator with a row; the names of the files.

    whole: name -> Table. A CSV holds the observations; JSON and workbook hold what belongs to them as well.
    same_code: the workbook of a part whose JSON stays as it is may stay too, as it holds the same.
    """
    tasks = [(folder / name, same_code, *content) for name, *content in (*_regions(whole), *_indicators(whole))]
    with processes.pool() as pool:
        # Each task brings its rows: they are counted in kilobytes.
        for _ in pool.map(_write, tasks, chunksize=16):
            pass
    return [stem.with_suffix(f".{kind}").relative_to(folder).as_posix() for stem, *_ in tasks for kind in KINDS]


def split(whole, column, names):
    """value -> the named tables cut to the rows that have it, for every value that an observation has."""
    cut = [whole[name].by(column) for name in names]
    return {
        value: [table.get(value, whole[name].of(())) for name, table in zip(names, cut, strict=True)]
        for value in cut[0]
    }


def _regions(whole):
    """(name, head, tables, sources) of each region with a row."""
    regions = {record["slug"]: record for record in whole["regions"].records}
    sources = whole["sources"].by("region")
    for slug, tables in split(whole, "region", ("observations", "targets", "metrics")).items():
        yield f"regions/{slug}", {"region": regions[slug]}, tables, sources[slug]


def _indicators(whole):
    """The same of each indicator with a row."""
    indicators = {record["id"]: record for record in whole["indicators"].records}
    sources = _by_place(whole["sources"])
    for id_, tables in split(whole, "indicator", ("observations", "targets")).items():
        pairs = _about(whole["comparability"], id_)
        cited = _cited(tables[0], whole["sources"], sources)
        yield f"indicators/{id_}", {"indicator": indicators[id_]}, [*tables, pairs], cited


def _write(task):
    stem, same_code, head, tables, sources = task
    content = head | {table.name: table.records for table in [*tables, sources]}
    files.write(stem.with_suffix(".csv"), files.csv_of(tables[0]))
    changed = files.write(stem.with_suffix(".json"), files.json_of(content))
    book = stem.with_suffix(".xlsx")
    if changed or not same_code or not book.is_file():
        files.write(book, files.workbook(tables, sources))


def _about(pairs, id_):
    """The rules that name an indicator on either side."""
    sides = zip(pairs.column("left"), pairs.column("right"), pairs.rows, strict=True)
    return pairs.of(row for left, right, row in sides if id_ in (left, right))


def _by_place(sources):
    """(region, source) -> place of its row among all sources."""
    return {row[:2]: place for place, row in enumerate(sources.rows)}


def _cited(observations, sources, places):
    """The sources that the observations name, in the order of the sources."""
    named = set(zip(observations.column("region"), observations.column("source"), strict=True))
    return sources.of(sources.rows[place] for place in sorted(places[each] for each in named))
