"""The one font that chart pictures are laid out and drawn with, wherever the report is built.

The packaged Noto Sans CJK has every character, but draws the traditional forms unless a text says its
language, which the chart engine never does. So a copy is made in which the simplified forms are the default.
"""

import hashlib
import json
import os
import tempfile
from functools import cache
from importlib import metadata, resources

import vl_convert
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables.DefaultTable import DefaultTable

from region_report import paths
from region_report.errors import BuildError

FAMILY = "Region Report Sans"
PACKAGE = "cvttf-notosanscjk-regular"
# Raise this when the way the copy is made changes: it is part of the key of every picture.
RECIPE = "1"

# Characters of the report, then one that no font may draw: the private use area's last place.
SAMPLE = "民政社工志愿者养老覆盖率直骨门2025年5万"
UNASSIGNED = "\uf8ff"


@cache
def key():
    """What the font's bytes depend on; two builds with the same key have the same font."""
    return f"{metadata.version(PACKAGE)}-{RECIPE}"


def font_file():
    """The font with simplified forms as defaults; made on first use, then kept under `_build/fonts`."""
    folder = paths.build_dir() / "fonts" / key()
    file = folder / "RegionReportSans-Regular.otf"
    if not file.exists():
        folder.mkdir(parents=True, exist_ok=True)
        _write_atomically(file)
    return file


@cache
def register():
    """Make the font known to the chart engine, once a process."""
    vl_convert.register_font_directory(str(font_file().parent))


@cache
def advances():
    """Code point -> width in thousandths of the letters' size, of every character the font can draw.

    Kept beside the font: to read them out of it takes as long as to draw some twenty charts.
    """
    file = font_file().parent / "advances.json"
    if not file.exists():
        with TTFont(font_file(), lazy=True) as font:
            widths = font["hmtx"].metrics
            scale = 1000 / font["head"].unitsPerEm
            found = {code: round(widths[glyph][0] * scale) for code, glyph in sorted(font.getBestCmap().items())}
        paths.write_whole(file, json.dumps(found))
    return {int(code): width for code, width in json.loads(file.read_text("utf-8")).items()}


def missing(text):
    """The characters of `text` that the font cannot draw, in order, each once.

    >>> missing("民政 2025")
    ''
    """
    wanted = dict.fromkeys(character for character in text if not character.isspace())
    return "".join(character for character in wanted if ord(character) not in advances())


def check_sample(family=FAMILY):
    """Draw a sample and stop if any character comes out as a box.

    A box is told by its picture: it equals that of a place that has no character, or of another character.
    Raises BuildError naming the characters.
    """
    register()
    pictures = {character: _picture(character, family) for character in [*SAMPLE, UNASSIGNED]}
    boxes = [
        character
        for character in SAMPLE
        if any(pictures[character] == pictures[other] for other in pictures if other != character)
    ]
    if boxes:
        raise BuildError(
            f"The font '{family}' draws boxes instead of {'、'.join(dict.fromkeys(boxes))}. "
            f"Remove {paths.shown(paths.build_dir() / 'fonts')} and install {PACKAGE} again (make setup)."
        )


def _picture(character, family):
    """The character alone, drawn by the chart engine; a digest of the bitmap."""
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" width="48" height="48">'
        f'<text x="4" y="36" font-family="{family}" font-size="32">{character}</text></svg>'
    )
    return hashlib.sha256(vl_convert.svg_to_png(svg)).hexdigest()


def _write_atomically(file):
    # recalcTimestamp: the time of making would change the bytes.
    with TTFont(_packaged_file(), lazy=True, recalcTimestamp=False) as font:
        _prefer_simplified(font, _simplified_forms())
        _rename(font)
        # The signature of the original does not hold for the copy.
        del font["DSIG"]
        _keep_as_it_is(font, "CFF ")
        handle, temporary = tempfile.mkstemp(dir=file.parent, suffix=".part")
        with os.fdopen(handle, "wb") as out:
            font.save(out, reorderTables=False)
    os.replace(temporary, file)


def _packaged_file():
    return resources.files("cvttf_NotoSansCJK_Regular") / "NotoSansCJKtc-Regular.otf"


def _prefer_simplified(font, forms):
    """Point each character to the form that the font's own rules name for simplified Chinese."""
    for table in font["cmap"].tables:
        if hasattr(table, "cmap"):
            table.cmap = {code: forms.get(glyph, glyph) for code, glyph in table.cmap.items()}


def _simplified_forms():
    """Glyph to glyph: the localised forms (`locl`) of Chinese script, simplified language system."""
    # A second reading of the file: a table that was looked into would be compiled anew on saving.
    with TTFont(_packaged_file(), lazy=True) as font:
        gsub = font["GSUB"].table
        script = next(entry.Script for entry in gsub.ScriptList.ScriptRecord if entry.ScriptTag == "hani")
        system = next(entry.LangSys for entry in script.LangSysRecord if entry.LangSysTag == "ZHS ")
        forms = {}
        for index in system.FeatureIndex:
            feature = gsub.FeatureList.FeatureRecord[index]
            if feature.FeatureTag != "locl":
                continue
            for lookup in feature.Feature.LookupListIndex:
                for table in gsub.LookupList.Lookup[lookup].SubTable:
                    forms.update(getattr(table, "ExtSubTable", table).mapping)
    return forms


def _rename(font):
    """A family name of our own, so that an installed Noto can never be taken in its place."""
    names = {1: FAMILY, 4: FAMILY, 6: FAMILY.replace(" ", ""), 16: FAMILY}
    for record in font["name"].names:
        if record.nameID in names:
            record.string = names[record.nameID]


def _keep_as_it_is(font, tag):
    """Write the table's bytes as they were read: drawing 65,535 outlines anew takes 15 seconds."""
    table = DefaultTable(tag)
    table.data = font.reader[tag]
    font.tables[tag] = table
