"""Names of divisions in English and the slugs of their folders."""

import re
import unicodedata
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from region_report import codelists

NATION = codelists.Division("100000", "中国", "nation", "")
LEVELS = ("nation", "province", "prefecture", "county")
# Codes of zones, which are no divisions of their own, end in 71 to 79.
ZONE = re.compile(r"\d{4}7[1-9]")
# These peoples stand in the names of areas without the 族 that other names have.
BARE = ("蒙古", "哈萨克", "柯尔克孜", "塔吉克", "锡伯", "维吾尔")
# A u with dots, as names of persons and passports spell it without (GB/T 28039).
DOTTED = {"lü": "lyu", "nü": "nyu"}


@dataclass(frozen=True)
class Name:
    """A name in English. proper: without its type (`Liuzhou`); certain: in customary spelling, or of a province."""

    full: str
    proper: str
    certain: bool


def english(division):
    """The name of a division in English, with its type: `Liuzhou City`, `Enshi Tujia and Miao Autonomous Prefecture`.

    What is not in `names.yml` is transcribed by Hanyu Pinyin. A proper name of one syllable keeps its type, as
    GB/T 30240 has it: 蔚县 is Yuxian County.

    >>> english(codelists.Division("341500", "六安市", "prefecture", "340000")).full
    "Lu'an City"
    """
    zh, rules = division.name_zh, _rules()
    if zh in rules["whole"]:
        full = rules["whole"][zh]
        return Name(full, full, True)
    if ZONE.fullmatch(division.code) or any(zh.endswith(word) for word in ("行政委员会", "新城", "管委会")):
        return _zone(zh, division.code)
    own, kind = _parted(zh, rules["types"])
    type_en = "Municipality" if kind == "市" and division.level == "province" else rules["types"].get(kind, "")
    own, peoples = _peoples(own, kind)
    proper, certain = _spelled(own, division.code) if own else (peoples[0], True)
    if len(own) == 1 and not peoples:
        proper += _transcribed(kind).lower()
    said = _listed(peoples) if own else ""
    certain = certain or division.level == "province"
    return Name(" ".join(filter(None, (proper, said, type_en))), proper, certain)


def listed():
    """code -> division of the list. A city without counties has one code on two levels; the higher one counts.

    The nation, which has no row, is among them.
    """
    found = {NATION.code: NATION}
    for division in codelists.divisions():
        if division.level != "county" or division.code not in found:
            found[division.code] = division
    return found


def slugs():
    """code -> slug of every division of the list, each its own.

    A slug is the proper name in small letters without marks (`liuzhou`). Where divisions share one, the one of the
    highest level keeps it if it is alone on that level; each other has its code behind it (`gulou-320106`).
    """
    return _slugs(tuple(listed().values()))


def slug(division):
    """The slug of a division: that of the list, or for one outside it the plain slug of its name."""
    return slugs().get(division.code) or plain_slug(division)


def plain_slug(division):
    """The slug of the name alone, which others may share."""
    text = english(division).proper.lower()
    for dotted, plain in DOTTED.items():
        text = text.replace(dotted, plain)
    text = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    text = re.sub(r"[^a-z0-9]+", "-", text.replace("'", "")).strip("-")
    return text if text[:1].isalpha() else f"region-{division.code}"


@cache
def _slugs(divisions):
    sharing = defaultdict(list)
    for division in divisions:
        sharing[plain_slug(division)].append(division)
    found = {}
    for plain, group in sharing.items():
        highest = min(_rank(division) for division in group)
        alone = [division for division in group if _rank(division) == highest]
        for division in group:
            bare = len(alone) == 1 and division is alone[0]
            found[division.code] = plain if bare else f"{plain}-{division.code}"
    return found


def short(name_zh):
    """The name in Chinese without its type: 柳州 of 柳州市."""
    return _parted(name_zh, _rules()["types"])[0]


def _rank(division):
    """Zones and codes that only hold others together come after all divisions."""
    if division.level not in LEVELS:
        return len(LEVELS) + 1
    return len(LEVELS) if ZONE.fullmatch(division.code) else LEVELS.index(division.level)


@cache
def _rules():
    return yaml.safe_load(Path(__file__).with_name("names.yml").read_text("utf-8"))


def _parted(zh, types):
    """The proper name and its type; a type of more than one character leaves two of the name: 清新区 is Qingxin."""
    for kind in sorted(types, key=len, reverse=True):
        if zh.endswith(kind) and len(zh) - len(kind) >= (2 if len(kind) > 1 and kind[0] != "自" else 1):
            return zh[: -len(kind)], kind
    return zh, ""


def _zone(zh, code):
    """A zone: the places it lies in, its own name, what it is."""
    own, kind = _parted(zh, _rules()["zones"])
    parts = []
    while place := next((each for each in _places() if own.startswith(each)), ""):
        parts.append(place)
        own = own[len(place) :].removeprefix("市")
    spelled = [_spelled(part, code)[0] for part in (*parts, own) if part]
    full = " ".join([*spelled, *filter(None, [_rules()["zones"].get(kind)])])
    return Name(full, full, False)


@cache
def _places():
    """Short names of provinces and prefectures, the longest first."""
    types = _rules()["types"]
    named = [each for each in codelists.divisions() if each.level in ("province", "prefecture")]
    short = {_peoples(*_parted(each.name_zh, types))[0] for each in named}
    return sorted((name for name in short if len(name) > 1), key=len, reverse=True)


def _peoples(own, kind):
    """The name without the peoples of an autonomous area, and these in English, in their order."""
    found, known = [], sorted(_rules()["peoples"], key=len, reverse=True)
    while own not in _rules()["customary"] and (kind.startswith("自治") or kind == "区"):
        words = [word for word in known if own.endswith(f"{word}族")]
        ends = [f"{words[0]}族"] if words else [w for w in BARE if own.endswith(w) and own != w and kind[:2] == "自治"]
        if not ends:
            break
        found.insert(0, _rules()["peoples"][ends[0].removesuffix("族")])
        own = own[: -len(ends[0])]
    return own, found


def _listed(peoples):
    return " and ".join(filter(None, (", ".join(peoples[:-1]), peoples[-1]))) if peoples else ""


def _spelled(own, code):
    """A proper name as it is spelled, and whether that is customary."""
    rules = _rules()
    if spelling := rules["customary"].get(own):
        if isinstance(spelling, str):
            return spelling, True
        if spelling := spelling.get(int(code[:2]) * 10**4):
            return spelling, True
    return rules["readings"].get(own) or _transcribed(own), False


def _transcribed(own):
    # Only who makes names waits for the dictionary.
    from pypinyin import Style, lazy_pinyin

    given = _rules()["characters"]
    read = lazy_pinyin(own, style=Style.NORMAL, v_to_u=True)
    syllables = [given.get(character, syllable) for character, syllable in zip(own, read, strict=True)]
    parted = [f"'{each}" if number and each[0] in "aoe" else each for number, each in enumerate(syllables)]
    return "".join(parted).capitalize()
