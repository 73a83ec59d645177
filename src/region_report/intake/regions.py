"""A new region: its folder, with every file filled in as far as the list of divisions allows."""

import csv
import io
import json
import os
import re
import shutil
from dataclasses import dataclass

from region_report import codelists
from region_report.codelists.schema import headings
from region_report.codelists.spoken import optional
from region_report.errors import UsageError
from region_report.intake import names
from region_report.messages import LANGUAGES, Message, spoken
from region_report.paths import data_dir, shown

SLUG = re.compile(r"[a-z][a-z0-9-]*")


@dataclass(frozen=True)
class Made:
    """A region that was made. transcribed: names in English that are to be checked."""

    folder: object
    division: object
    name_en: str
    transcribed: tuple


def new_region(code, slug="", *, name_zh="", name_en="", level="", parent="", data=None):
    """Make the folder of a region with `region.yml` and `observations.csv`, each entry explained.

    Names, level and parents come from the list of divisions. A code that is not in it needs name_zh and level; parent
    is the code above it, empty for none. slug: by default made from the name. Raises UsageError for a code or slug that
    a region has, and for a code of which too little is known. Nothing is left half made.
    """
    if not data_dir(data).is_dir():
        raise _refused("no_folder", folder=shown(data_dir(data)))
    division = _division(code, name_zh, level, parent, data)
    _refuse_known_code(division, data)
    folder = data_dir(data) / "regions" / _slug(slug, division, data)
    lists = codelists.load(data)
    own = names.Name(name_en, name_en, True) if name_en else names.english(division)
    above = _above(division, data)
    region = _region_file(folder.name, division, own, above, lists, given={"zh": bool(name_zh), "en": bool(name_en)})
    _write(folder, {"region.yml": region, "observations.csv": _heading(lists)})
    unsure = [own.full] if not own.certain else []
    return Made(folder, division, own.full, (*unsure, *(each["name_en"] for each in above if not each["certain"])))


def next_steps(made, data=None):
    """What was made and what comes next, one Message a line."""
    file, figures = (shown(made.folder / name) for name in ("region.yml", "observations.csv"))
    option, slug, own = f" --data {data}" if data else "", made.folder.name, made.division
    steps = [
        made.transcribed and Message("intake.made.names", file=file, names=made.transcribed),
        Message("intake.made.sources", file=file),
        Message("intake.made.figures", file=figures, command=f"region-report import FILE --region {slug}{option}"),
        Message("intake.made.check", command=f"region-report check{option}"),
        Message("intake.made.build", command=f"region-report build{option}"),
    ]
    done = Message(
        "intake.made.done", folder=shown(made.folder), chinese=own.name_zh, english=made.name_en, code=own.code
    )
    return [done, *(Message("intake.made.step", number=n, step=step) for n, step in enumerate(filter(None, steps), 1))]


def _division(code, name_zh, level, parent, data):
    """The division of a code: of the list, or as it is given."""
    if not re.fullmatch(r"\d{6}", code):
        raise _refused("no_code", found=code, codes=_codes_of(code))
    listed = names.listed().get(code)
    if listed and listed.level == "pseudo":
        raise _refused("pseudo", found=code, name=listed.name_zh, parent=listed.parent)
    if listed and (name_zh or level or parent):
        raise _refused("listed", found=code, name=listed.name_zh)
    if listed:
        return listed
    if not (name_zh and level):
        raise _refused("not_listed", found=code)
    if level not in names.LEVELS:
        raise _refused("level", found=level, allowed=names.LEVELS)
    if parent and parent not in names.listed() and not codelists.folder_of_code(parent, data):
        raise _refused("parent", found=parent, where=shown(data_dir(data) / "regions"))
    return codelists.Division(code, name_zh, level, parent)


def _refused(why, **values):
    return UsageError(Message(f"intake.refused.{why}", **values))


def _codes_of(name):
    """The codes of the divisions that have a name, for whoever gave it instead of a code."""
    above = names.listed()
    found = [each for each in above.values() if name in (each.name_zh, names.plain_slug(each))]
    said = tuple(
        Message("intake.refused.named", code=each.code, name=f"{above[each.parent].name_zh}{each.name_zh}")
        for each in found
        if each.parent in above and each.level != "pseudo"
    )
    return Message("intake.refused.codes", found=name, codes=said) if said else ""


def _refuse_known_code(division, data):
    if folder := codelists.folder_of_code(division.code, data):
        raise _refused("code_taken", folder=shown(folder), found=division.code)


def _slug(slug, division, data):
    """The slug asked for, or one made from the name; that of another region gets the code behind it."""
    regions = data_dir(data) / "regions"
    if not slug:
        made = names.slug(division)
        slug = made if not (regions / made).exists() else f"{names.plain_slug(division)}-{division.code}"
    if not SLUG.fullmatch(slug):
        raise _refused("no_slug", found=slug)
    if (regions / slug).exists():
        raise _refused("slug_taken", folder=shown(regions / slug))
    return slug


def _above(division, data):
    """The regions above, the highest first: code, name_zh, name_en, and whether the English name is certain."""
    known, found, code = names.listed(), [], division.parent
    while code:
        if code not in known:
            region = codelists.region(code, data)
            own = {"code": code, "name_zh": region.name_zh, "name_en": region.name_en, "certain": True}
            return [
                *({**vars(each), "certain": True} for each in region.parents),
                own,
                *found,
            ]
        each = known[code]
        if each.level != "pseudo":
            english = names.english(each)
            found.insert(
                0,
                {"code": code, "name_zh": each.name_zh, "name_en": english.full, "certain": english.certain},
            )
        code = each.parent
    return found


def _region_file(slug, division, own, above, lists, given):
    """The text of `region.yml`."""
    unsure = tuple(each["name_en"] for each in above if not each["certain"])
    name_en = "own_name_en" if given["en"] else "customary" if own.certain else "transcribed"
    lines = [
        *_said("head"),
        "",
        *_entry("code", division.code, quoted=True),
        *_entry("slug", slug),
        *_said("own_name_zh" if given["zh"] else "name_zh"),
        f"name_zh: {_quoted(division.name_zh)}",
        *_said(name_en),
        f"name_en: {_quoted(own.full)}",
        *_entry("level", division.level),
        *_said("parents"),
        *(_said("parents_transcribed", names=unsure) if unsure else []),
        "parents:" if above else "parents: []",
        *(line for each in above for line in _parent(each)),
        *_said("sources"),
        "sources:",
        "  source_1:",
        *_source(lists),
        "",
        *_said("set_aside"),
        "",
        *_said("columns"),
    ]
    return "\n".join(lines) + "\n"


def _parent(each):
    return [
        f'  - code: "{each["code"]}"',
        f"    name_zh: {_quoted(each['name_zh'])}",
        f"    name_en: {_quoted(each['name_en'])}",
    ]


def _source(lists):
    """The entries of an empty source, each explained."""
    grades = tuple(
        Message("intake.file.grade_named", id=each["id"], name_zh=each["name_zh"], name_en=each["name_en"])
        for each in lists.by_id["grades"].values()
    )
    lines, before = [], ""
    for entry in (name for name in _spoken("sources", lists) if name not in ("id", "document_sha256")):
        explained = re.sub("_(zh|en)$", "", entry).split("_at_")[0]
        if explained != before:
            lines += [f"    {line}" for line in _said(explained, grades=grades)]
            before = explained
        lines.append(f"    {entry}: false" if entry == "checked_at_original" else f"    {entry}:")
    return lines


def _entry(entry, value, *, quoted=False):
    return [*_said(entry), f'{entry}: "{value}"' if quoted else f"{entry}: {value}"]


def _said(key, **values):
    """The explanation of an entry as comments, in each language."""
    lines = []
    for lang in LANGUAGES:
        with spoken(lang):
            lines += [f"# {line}" for line in str(Message(f"intake.file.{key}", **values)).split("\n")]
    return lines


def _quoted(text):
    """A text that YAML reads as it is: in quotation marks where it needs them."""
    return (
        text
        if re.fullmatch(r"[\w ]+", text) and not re.match(r"[\d_ ]", text)
        else json.dumps(text, ensure_ascii=False)
    )


def _heading(lists):
    file = io.StringIO()
    csv.writer(file, lineterminator="\n").writerow(_spoken("observations", lists))
    return file.getvalue()


def _spoken(name, lists):
    """The columns or entries of the languages that the data folder speaks."""
    return [each for each in headings(name) if each not in optional(name, lists.languages)]


def _write(folder, files):
    """The files in their folder: all of them, or nothing."""
    half = folder.with_name(f".{folder.name}.{os.getpid()}.part")
    half.mkdir(parents=True)
    try:
        for name, text in files.items():
            (half / name).write_text(text, "utf-8", newline="\n")
        os.rename(half, folder)
    except OSError:
        shutil.rmtree(half, ignore_errors=True)
        raise
