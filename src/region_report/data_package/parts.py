"""The parts of the data that pages offer: one region, one indicator."""

from region_report import processes
from region_report.data_package import books, files, lines

KINDS = ("csv", "json", "xlsx")


def write(folder, whole, *, same_code=False):
    """Write CSV, JSON and a workbook for each region and for each indicator with a row; the names of the files.

    whole: name -> Lines. A CSV holds the observations; JSON and workbook hold what belongs to them as well.
    same_code: the workbook of a part whose JSON stays as it is may stay too, as it holds the same.
    """
    names, books = [], []
    for name, *content in (*_regions(whole), *_indicators(whole)):
        changed = _write(folder / name, *content)
        book = folder / f"{name}.xlsx"
        if changed or not same_code or not book.is_file():
            _, tables, sources = content
            books.append((book, [table.rows for table in tables], sources.rows))
        names += [f"{name}.{kind}" for kind in KINDS]
    with processes.pool() as pool:
        # Each task brings its rows: they are counted in kilobytes.
        for _ in pool.map(_workbook, books, chunksize=16):
            pass
    return names


def split(whole, column, names):
    """value -> the named tables cut to the rows that have it, for every value that an observation has."""
    cut = [whole[name].by(column) for name in names]
    return {
        value: [table.get(value, whole[name].cut(())) for name, table in zip(names, cut, strict=True)]
        for value in cut[0]
    }


def _regions(whole):
    """(name, head, tables, sources) of each region with a row."""
    regions, sources = whole["regions"].by("slug"), whole["sources"].by("region")
    for slug, tables in split(whole, "region", ("observations", "targets", "metrics")).items():
        yield f"regions/{slug}", {"region": regions[slug]}, tables, sources[slug]


def _indicators(whole):
    """The same of each indicator with a row."""
    indicators, sources = whole["indicators"].by("id"), _by_place(whole["sources"].table)
    for id_, tables in split(whole, "indicator", ("observations", "targets")).items():
        pairs = _about(whole["comparability"], id_)
        cited = _cited(tables[0].rows, whole["sources"], sources)
        yield f"indicators/{id_}", {"indicator": indicators[id_]}, [*tables, pairs], cited


def _write(stem, head, tables, sources):
    """Write CSV and JSON of a part; whether the JSON, which holds all of it, is another."""
    content = {name: one.record() for name, one in head.items()}
    content |= {each.table.name: each.json() for each in [*tables, sources]}
    files.write(stem.with_suffix(".csv"), tables[0].csv())
    return files.write(stem.with_suffix(".json"), lines.mapping(content) + b"\n")


def _workbook(task):
    path, tables, sources = task
    files.write(path, books.workbook(tables, sources))


def _about(pairs, id_):
    """The rules that name an indicator on either side."""
    sides = zip(pairs.table.column("left"), pairs.table.column("right"), strict=True)
    return pairs.cut([place for place, side in enumerate(sides) if id_ in side])


def _by_place(sources):
    """(region, source) -> place of its row among all sources."""
    return {row[:2]: place for place, row in enumerate(sources.rows)}


def _cited(observations, sources, places):
    """The sources that the observations name, in the order of the sources."""
    named = set(zip(observations.column("region"), observations.column("source"), strict=True))
    return sources.cut(sorted(places[each] for each in named))
