"""The parts of the data that pages offer: one region, one indicator."""

from region_report.data_package import files


def write(folder, whole):
    """Write CSV, JSON and a workbook for each region and for each indicator with a row.

    whole: name -> Table. A CSV holds the observations; JSON and workbook hold what belongs to them as well.
    """
    regions = {record["slug"]: record for record in whole["regions"].records}
    sources = whole["sources"].by("region")
    for slug, tables in split(whole, "region", ("observations", "targets", "metrics")).items():
        _write(folder / "regions" / slug, {"region": regions[slug]}, tables, sources[slug])
    indicators = {record["id"]: record for record in whole["indicators"].records}
    for id_, tables in split(whole, "indicator", ("observations", "targets")).items():
        pairs = _about(whole["comparability"], id_)
        _write(folder / "indicators" / id_, {"indicator": indicators[id_]}, [*tables, pairs], _cited(tables[0], whole))


def split(whole, column, names):
    """value -> the named tables cut to the rows that have it, for every value that an observation has."""
    cut = [whole[name].by(column) for name in names]
    return {
        value: [table.get(value, whole[name].of(())) for name, table in zip(names, cut, strict=True)]
        for value in cut[0]
    }


def _write(stem, head, tables, sources):
    content = head | {table.name: table.records for table in [*tables, sources]}
    files.write(stem.with_suffix(".csv"), files.csv_of(tables[0]))
    files.write(stem.with_suffix(".json"), files.json_of(content))
    files.write(stem.with_suffix(".xlsx"), files.workbook(tables, sources))


def _about(pairs, id_):
    """The rules that name an indicator on either side."""
    sides = zip(pairs.column("left"), pairs.column("right"), pairs.rows, strict=True)
    return pairs.of(row for left, right, row in sides if id_ in (left, right))


def _cited(observations, whole):
    """The sources that the observations name."""
    sources = whole["sources"]
    named = set(zip(observations.column("region"), observations.column("source"), strict=True))
    return sources.of(row for row in sources.rows if row[:2] in named)
