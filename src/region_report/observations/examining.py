"""Checking a data folder: every fault, and what is likely wrong though allowed."""

from collections import defaultdict
from dataclasses import dataclass

from region_report import codelists
from region_report.codelists.records import near, read_csv, read_yaml, record_of
from region_report.codelists.schema import headings
from region_report.codelists.spoken import optional
from region_report.errors import Fault
from region_report.messages import Message
from region_report.observations.loading import read_file
from region_report.observations.plausibility import doubts
from region_report.observations.reading import place_fault
from region_report.paths import data_dir, shown

# What lies beside the folders of regions and was meant to lie in one.
STRAY = ("", ".csv", ".tsv", ".xls", ".xlsx", ".yml", ".yaml")


@dataclass(frozen=True)
class Examined:
    """What came out of a check: faults, warnings, and warnings that `judged` of a region.yml answers.

    regions, rows: how many were looked at.
    """

    faults: tuple
    warnings: tuple
    judged: tuple
    regions: int
    rows: int


def check(data=None):
    """Every fault of a data folder: codelists, regions, observations, actors. Empty where all is sound."""
    return list(examine(data).faults)


def examine(data=None, region=None):
    """Everything that is to be said of a data folder, or of its codelists and one region (slug or code) alone.

    Raises UsageError for a data folder or region that is not there.
    """
    lists, found = codelists.read_lists(data)
    faults, warnings, judged, known, rows = list(found), [], [], {}, 0
    folders = [codelists.region_folder(region, data)] if region else codelists.region_folders(data)
    for folder in folders:
        known[folder.name], found = codelists.load_region(folder, lists)
        read, wrong = read_file(folder, known[folder.name], lists)
        faults += [*found, *wrong]
        if known[folder.name]:
            told, answered = _answered(doubts(read, known[folder.name], lists), known[folder.name])
            warnings, judged, rows = warnings + told, judged + answered, rows + len(read)
        if not read and not wrong:
            warnings.append(Fault(shown(folder / "observations.csv"), 0, "", Message("warnings.no_rows")))
    if not region:
        faults += _between_regions(lists, known, data_dir(data) / "regions")
    return Examined(*(tuple(sorted(each)) for each in (faults, warnings, judged)), len(folders), rows)


def _answered(warnings, region):
    """Warnings without those that `judged` answers, and these; an answer to nothing is a warning."""
    answers = {(each.warning, each.about, each.period): each.line for each in region.judged}
    told, answered, used = [], [], set()
    for warning in warnings:
        values = dict(warning.message.values)
        key = warning.code, values.get("about"), values.get("period")
        (answered if key in answers else told).append(warning)
        used.add(key)
    idle = [
        Fault(shown(region.folder / "region.yml"), line, "judged", Message("warnings.judged_nothing", found=key[0]))
        for key, line in answers.items()
        if key not in used
    ]
    return told + idle, answered


def _between_regions(lists, regions, folder):
    """What no single region can say. regions: by the name of their folders; None where their own file is wrong."""
    if not folder.is_dir():
        return [Fault(shown(folder), 0, "", Message("faults.no_regions"))]
    return _misplaced(folder) + _same_codes(regions.values()) + _faults_of_actors(lists, regions)


def _misplaced(folder):
    """Faults of what lies among the folders of regions and is none, which no other command would look at."""
    taken = set(codelists.region_folders(folder.parent))
    others = (path for path in sorted(folder.iterdir()) if path not in taken and path.name[0] not in "._~")
    return [Fault(shown(path), 0, "", Message(f"faults.{said}")) for path in others if (said := _why_none(path))]


def _why_none(path):
    if path.is_dir():
        return "folder_name"
    if path.is_symlink() and not path.exists():
        return "link_to_nothing"
    return "not_in_folder" if path.suffix.lower() in STRAY else ""


def _same_codes(regions):
    by_code, faults = defaultdict(list), []
    for region in filter(None, regions):
        faults += [_code_taken(region, other) for other in by_code[region.code]]
        by_code[region.code].append(region)
    return faults


def _code_taken(region, other):
    path = region.folder / "region.yml"
    line = record_of(read_yaml(path)[0], codelists.INNER).line_of("code")
    return Fault(shown(path), line, "code", Message("faults.code_taken", found=region.code, other=other.slug))


def _faults_of_actors(lists, regions):
    """Actors name a region, one of its sources, and a place there."""
    faults, file = [], shown(lists.folder / "actors.csv")
    # The heading is line 1. Actors are checked by their file, so that the lines are the file's own.
    unspoken = optional("actors", lists.languages)
    read = (read_csv(path, headings("actors"), unspoken)[0] for path in lists.files["actors"])
    for record in [each for records in read for each in records]:
        name = record["region"]
        if name and name not in regions:
            said = Message("faults.region_unknown", found=name, near=near(name, list(regions)))
            faults.append(Fault(file, record.line, "region", said))
        elif (region := regions.get(name)) and (found := place_fault(record, region)):
            faults.append(Fault(file, record.line, *found))
    return faults
