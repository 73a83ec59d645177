import pytest
from typer.testing import CliRunner

from region_report.cli import app

INVENTED = "tests/data/invented"


def run(*words):
    return CliRunner().invoke(app, list(words))


def test_check_counts_the_sound_figures():
    result = run("check", "--data", INVENTED)
    assert (result.exit_code, result.output.split()[1:4]) == (0, ["figures", "of", "2"])


def test_list_names_regions_and_chapters():
    result = run("list")
    assert "wenzhou\t330300\t温州市\tWenzhou City" in result.output
    assert "notebooks/region.ipynb\tfor each region\tregion, lang, data" in result.output


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("render", "--lang", "fr"), "There is no edition 'fr'. Languages: zh, en.\n"),
        (("render", "--chapter", "x"), "There is no chapter 'x'. Chapters: "),
    ],
)
def test_wrong_use_ends_with_code_2_and_one_message(words, message):
    result = run(*words)
    assert result.exit_code == 2
    assert result.stderr.startswith(message)
