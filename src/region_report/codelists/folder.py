"""Reading a data folder: its codelists once, its regions one at a time."""

import os
import re
from functools import lru_cache

import pandas as pd
import yaml

from region_report.codelists import places
from region_report.codelists.model import Codelists, Judged, Parent, Region, SetAside, Source
from region_report.codelists.records import near, odd_entries, read_csv, read_yaml, record_of
from region_report.codelists.schema import always, check_records, further, headings, schema
from region_report.codelists.spoken import optional, spoken
from region_report.errors import DataError, Fault, UsageError
from region_report.messages import Message
from region_report.paths import data_dir, shown

# In the order in which one may refer to the one before.
LISTS = ("units", "statuses", "grades", "canonical_actors", "indicators", "comparability", "actors")
# What region.yml holds beside its own entries.
INNER = ("parents", "sources", "set_aside", "judged")


def load(data=None):
    """The codelists of a data folder, by default the project's own.

    Raises DataError with every fault of every codelist. Read once, and again when a file has changed.
    """
    lists, faults = read_lists(data)
    if faults:
        raise DataError(faults)
    return lists


def read_lists(data=None):
    """The codelists of a data folder as far as they can be read, and their faults.

    Raises UsageError where there is no such folder.
    """
    if not data_dir(data).is_dir():
        raise UsageError(Message("faults.no_data_folder", found=shown(data_dir(data))))
    among, faults = places.places(data_dir(data))
    if faults:
        return _codelists(among, {name: {} for name in LISTS}), faults
    return _read_lists(among, _stamp(f"{place}/{name}.csv" for place in among for name in LISTS))


def regions(data=None, names=None):
    """All regions of a data folder, in the order of their codes. Raises DataError for any that is wrong.

    names: of the folders to read, by default all.
    """
    lists = load(data)
    chosen = [folder for folder in region_folders(data) if names is None or folder.name in names]
    read = [load_region(folder, lists) for folder in chosen]
    faults = [fault for _, found in read for fault in found]
    if faults:
        raise DataError(faults)
    return sorted((each for each, _ in read), key=lambda each: each.code)


def region(slug_or_code, data=None):
    """One region, by slug or by code; only its own folder is read.

    slug_or_code: text; a code may come as a whole number, since `papermill -p region 330300` makes it one.
    Raises UsageError for a region that is not there, DataError where its `region.yml` is wrong.
    """
    found, faults = load_region(region_folder(slug_or_code, data), load(data))
    if faults:
        raise DataError(faults)
    return found


def region_folder(slug_or_code, data=None):
    """The folder of a region, by slug or by code. Raises UsageError for a region that is not there."""
    slug_or_code = str(slug_or_code)
    folder = data_dir(data) / "regions" / slug_or_code
    if re.fullmatch(r"[a-z][a-z0-9-]*", slug_or_code) and (folder / "region.yml").is_file():
        return folder
    return _folder_of_code(slug_or_code, data)


def region_folders(data=None):
    """The folder of every region, by name; hidden ones (`.ipynb_checkpoints`) are passed over."""
    folder = data_dir(data) / "regions"
    return sorted(path for path in folder.glob("[a-z0-9]*") if path.is_dir())


def load_region(folder, lists):
    """The region of a folder (None where it is wrong) and its faults; read again when it has changed."""
    known = frozenset(lists.by_id["grades"]), lists.where("grades"), lists.languages
    return _load_region(folder, _stamp([folder / "region.yml"]), *known)


def _stamp(paths):
    """What changes when a file changes, so that nothing stale is served."""
    return tuple(map(_state, paths))


def _state(path):
    """Time and size of a file, None where there is none. Asked at every look at a codelist, so it is asked once."""
    try:
        found = os.stat(path)
    except OSError:
        # Missing, a link that leads nowhere, or not to be read: reading it says which.
        return None
    return found.st_mtime_ns, found.st_size


@lru_cache(maxsize=16)
def _read_lists(among, stamp):
    records, faults, languages = {}, [], spoken(among)
    for name in LISTS:
        records[name] = {}
        for path in places.files(name, among):
            records[name][path], found = read_csv(path, headings(name), optional(name, languages))
            faults += found
    lists = _codelists(among, records)
    # A list that could not be read at all is one fault, not one for every reference to it.
    known = {name: (entries, lists.where(name)) for name, entries in lists.by_id.items() if entries}
    for name in LISTS:
        for path, found in records[name].items():
            faults += check_records(name, found, shown(path), known, optional(name, languages))
        faults += _added_twice(records[name], lists.where(name))
    for path, found in records["indicators"].items():
        faults += _units_of_indicators(found, shown(path))
    for path, found in records["comparability"].items():
        faults += _pairs_twice(found, shown(path))
    return lists, tuple(faults)


def _added_twice(read, where):
    """Rows that a folder adds to a list which has them already. read: path -> records, the folder's own last."""
    *before, (own, added) = read.items() if len(read) > 1 else [(None, [])]
    known = {record.values.get("id") for _, found in before for record in found} - {None}
    twice = [record for record in added if record["id"] in known]
    return [
        Fault(shown(own), record.line, "id", Message("faults.added_twice", found=record["id"], where=where))
        for record in twice
    ]


def _units_of_indicators(records, file):
    """A statement in words has no unit; everything else needs one."""
    faults = []
    for record in records:
        if record["kind"] == "words" and record["unit"]:
            faults.append(Fault(file, record.line, "unit", Message("faults.unit_of_words", found=record["unit"])))
        if record["kind"] != "words" and not record["unit"]:
            faults.append(Fault(file, record.line, "unit", Message("faults.unit_missing")))
    return faults


def _pairs_twice(records, file):
    """A pair is the same pair the other way round, and nothing is compared with itself."""
    first, faults = {}, []
    for record in records:
        left, right = record["left"], record["right"]
        if left == right and left:
            said = Message("faults.pair_of_one", found=left)
            faults.append(Fault(file, record.line, "right", said))
        elif (right, left) in first:
            said = Message("faults.pair_reversed", line=first[right, left])
            faults.append(Fault(file, record.line, "", said))
        first[left, right] = record.line
    return faults


def _codelists(among, read):
    """The codelists of a data folder. read: name -> path -> records."""
    records = {name: [record for found in read[name].values() for record in found] for name in LISTS}
    by_id = {
        name: {record["id"]: record.values for record in records[name]} for name in LISTS if "id" in headings(name)
    }
    paths = {name: tuple(read[name]) for name in LISTS}
    return Codelists(
        among[-1],
        **{name: _frame(name, records[name]) for name in LISTS},
        by_id=by_id,
        files=paths,
        languages=spoken(among),
    )


def _frame(name, records):
    frame = pd.DataFrame([record.values for record in records], columns=headings(name), dtype=str)
    for field in schema(name)["fields"]:
        if field["type"] == "number":
            frame[field["name"]] = pd.to_numeric(frame[field["name"]], errors="coerce").astype(float)
    return frame


def folder_of_code(code, data=None):
    """The folder of the region with this code, None where there is none; files are searched, not parsed."""
    for folder in _with_head(data):
        head = (folder / "region.yml").read_text(encoding="utf-8-sig", errors="replace")
        if (found := re.search(r"^code:\s*[\"']?(\d{6})", head, re.M)) and found[1] == code:
            return folder
    return None


def _folder_of_code(code, data):
    """The folder of a region by its code. Raises UsageError where there is none."""
    if folder := folder_of_code(code, data):
        return folder
    slugs = [folder.name for folder in _with_head(data)]
    where = shown(data_dir(data) / "regions")
    raise UsageError(Message("faults.no_region", found=code, where=where, near=near(code, slugs), allowed=tuple(slugs)))


def _with_head(data):
    return [folder for folder in region_folders(data) if (folder / "region.yml").is_file()]


@lru_cache(maxsize=8192)
def _load_region(folder, stamp, grades, where, languages):
    path = folder / "region.yml"
    node, faults = read_yaml(path)
    if faults:
        return None, tuple(faults)
    file = shown(path)
    parts = {key.value: value for key, value in node.value}
    head = record_of(node, inner=INNER)
    faults += odd_entries(node, file, INNER)
    inner = {name: _inner(parts.get(name), file, faults) for name in INNER}
    known = {"grades": (grades, where)}
    faults += check_records("region", [head], file, optional=optional("region", languages))
    for name, records in inner.items():
        faults += check_records(name, records, file, known, optional(name, languages))
    faults += _faults_of_region(head, inner, path)
    # An entry that holds others has no value either, which need not be said twice.
    nested = {(each.line, each.column) for each in faults if each.code == "entry_nested"}
    faults = [each for each in faults if each.code != "empty" or (each.line, each.column) not in nested]
    return (None if faults else _region(head, inner, folder)), tuple(faults)


def _inner(node, file, faults):
    """The records of a list, or of a mapping whose keys are the ids; none where the entry is empty."""
    if node is None or (isinstance(node, yaml.ScalarNode) and not node.value):
        return []
    if isinstance(node, yaml.MappingNode):
        pairs = [(key.value, value) for key, value in node.value]
    else:
        pairs = [("", value) for value in node.value] if isinstance(node, yaml.SequenceNode) else [("", node)]
    records = []
    for id_, value in pairs:
        if not isinstance(value, yaml.MappingNode):
            faults.append(Fault(file, value.start_mark.line + 1, id_, Message("faults.no_entries")))
            continue
        faults += odd_entries(value, file)
        records.append(record_of(value))
        if id_:
            records[-1].values["id"] = id_
    return records


def _faults_of_region(head, inner, path):
    """What the schemas cannot say: the folder's name, set-aside sources, addresses of mirrors."""
    file, faults = shown(path), []
    if head["slug"] and head["slug"] != path.parent.name:
        said = Message("faults.slug", found=head["slug"], folder=path.parent.name)
        faults.append(Fault(file, head.line_of("slug"), "slug", said))
    sources = [record["id"] for record in inner["sources"]]
    for record in inner["set_aside"]:
        if record["source"] and record["source"] not in sources:
            said = Message("faults.source_here", found=record["source"], near=near(record["source"], sources))
            faults.append(Fault(file, record.line_of("source"), "source", said))
    for record in inner["sources"]:
        if record["grade"] == "mirror" and record["url"]:
            said = Message("faults.mirror_address", found=record["url"])
            faults.append(Fault(file, record.line_of("url"), "url", said))
    return faults


def _region(head, inner, folder):
    sources = {record["id"]: _source(record) for record in inner["sources"]}
    parents = tuple(Parent(**_entries("parents", record)) for record in inner["parents"])
    aside = tuple(SetAside(*(record[name] for name in headings("set_aside"))) for record in inner["set_aside"])
    judged = tuple(Judged(*(each[name] for name in headings("judged")), line=each.line) for each in inner["judged"])
    own = {"parents": parents, "sources": sources, "set_aside": aside, "judged": judged}
    return Region(**_entries("region", head), **own, folder=folder)


def _source(record):
    return Source(**_entries("sources", record) | {"checked_at_original": record["checked_at_original"] == "true"})


def _entries(name, record):
    """The entries of a record by name; those of further languages together, as `words`."""
    plain = {column: record[column] for column in always(name)}
    return plain | {"words": {column: record[column] for column in further(name)}}
