import hashlib
import os
import subprocess
import sys

import pytest
from fontTools.ttLib import TTFont

from region_report import fonts, paths
from region_report.errors import BuildError

DRAW = """
import hashlib, vl_convert
from region_report import fonts
fonts.check_sample()
text = '民政事业，养老服务：覆盖率≥55%'
svg = ('<svg xmlns="http://www.w3.org/2000/svg" width="600" height="60">'
       f'<text x="4" y="36" font-family="{fonts.FAMILY}" font-size="24">{text}</text></svg>')
print(hashlib.sha256(vl_convert.svg_to_png(svg)).hexdigest())
"""


def test_the_sample_of_the_packaged_font_has_no_boxes():
    fonts.check_sample()


def test_a_family_without_the_characters_stops_the_build():
    with pytest.raises(BuildError) as error:
        fonts.check_sample("A Family That Is Not There")
    assert str(error.value) == (
        "The font 'A Family That Is Not There' draws boxes instead of "
        "民、政、社、工、志、愿、者、养、老、覆、盖、率、直、骨、门、2、0、5、年、万. "
        f"Remove {paths.shown(paths.build_dir())}/fonts "
        "and install cvttf-notosanscjk-regular again (make setup)."
    )


def test_the_font_has_its_own_family_name_and_no_foreign_signature():
    with TTFont(fonts.font_file()) as font:
        assert {str(record) for record in font["name"].names if record.nameID in (1, 16)} == {"Region Report Sans"}
        assert "DSIG" not in font


def test_simplified_forms_are_the_default():
    with TTFont(fonts.font_file()) as font, TTFont(fonts._packaged_file()) as packaged:
        simplified, traditional = font.getBestCmap(), packaged.getBestCmap()
    # 骨 and the comma are drawn differently in the two traditions, 一 and 2 are not.
    assert [simplified[ord(c)] != traditional[ord(c)] for c in "骨，一2"] == [True, True, False, False]


def test_making_the_font_twice_gives_the_same_bytes(tmp_path, monkeypatch):
    first = hashlib.sha256(fonts.font_file().read_bytes()).hexdigest()
    monkeypatch.setattr(paths, "build_dir", lambda: tmp_path)
    assert hashlib.sha256(fonts.font_file().read_bytes()).hexdigest() == first
    assert [path.name for path in fonts.font_file().parent.iterdir()] == ["RegionReportSans-Regular.otf"]


def test_a_machine_without_installed_fonts_draws_the_same_picture(tmp_path):
    fonts.font_file()
    (tmp_path / "none").mkdir()
    bare = tmp_path / "fonts.conf"
    bare.write_text(f"<?xml version='1.0'?><fontconfig><dir>{tmp_path / 'none'}</dir></fontconfig>", "utf-8")
    environments = [dict(os.environ), {**os.environ, "FONTCONFIG_FILE": str(bare)}]
    pictures = [
        subprocess.run([sys.executable, "-c", DRAW], env=environment, capture_output=True, text=True, check=True).stdout
        for environment in environments
    ]
    assert pictures[0] == pictures[1]


def test_a_character_that_the_font_lacks_is_named():
    assert fonts.missing("民政\uf8ff 2025") == "\uf8ff"
