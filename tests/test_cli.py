import datetime
import subprocess
import sys

import pytest
from typer.testing import CliRunner

from region_report.cli import app
from region_report.results import store

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
        (("render", "--lang", "xx"), "There is no edition 'xx'. Editions: zh, en"),
        (("render", "--chapter", "x"), "There is no chapter 'x'. Chapters: "),
        (("render", "--store", "x"), "--store is where the workers of a scheduler find the files. Give --scheduler"),
        (("build", "--data", "/tmp", "--scheduler", "tcp://x:1"), "--data /tmp lies outside the project, which is"),
    ],
)
def test_wrong_use_ends_with_code_2_and_one_message(words, message):
    result = run(*words)
    assert result.exit_code == 2
    assert result.stderr.startswith(message)


def test_diff_of_equal_data_says_so_in_the_language_asked_for():
    result = run("diff", INVENTED, INVENTED, "--lang", "en")
    expected = f"Changes from {INVENTED} to {INVENTED}\nnothing has changed\n"
    assert (result.exit_code, result.output) == (0, expected)


def test_diff_in_an_unknown_format_is_refused():
    result = run("diff", INVENTED, INVENTED, "--format", "xml")
    assert (result.exit_code, result.stderr) == (2, "There is no format 'xml'. Formats: text, markdown, json.\n")


def test_release_keeps_the_data_and_says_where(data):
    result = run("release", "--data", str(data), "--date", "2026-01-31")
    assert (result.exit_code, result.output) == (0, f"The data are kept in {data}/released.\n")
    assert '"date": "2026-01-31"' in (data / "released" / "release.json").read_text("utf-8")


def test_the_kept_results_are_counted_pruned_and_cleared(tmp_path, monkeypatch):
    monkeypatch.setenv("REGION_REPORT_CACHE", str(tmp_path))
    for number in range(2):
        store.Store(tmp_path).keep(f"{number:064x}", {}, b"")
    told = [run("cache", *words).output for words in ((), ("--prune",), ("--prune", "--max-size", "0"), ("--clear",))]
    today = datetime.date.today()
    full = f"{tmp_path}: 2 results, 0.0 MB, the oldest last used on {today}\n"
    assert told == [full, full, *[f"{tmp_path}: 0 results, 0.0 MB\n"] * 2]


def test_a_size_without_prune_is_refused():
    result = run("cache", "--max-size", "1GB")
    assert (result.exit_code, result.stderr) == (2, "--max-size says what --prune leaves. Give both.\n")


HEAVY = {"IPython", "altair", "fontTools", "nbclient", "nbformat", "papermill", "sphinx", "vl_convert", "weasyprint"}


@pytest.mark.parametrize(
    "words",
    [
        ("--help",),
        ("list", "--data", INVENTED),
        ("check", "--data", INVENTED),
        ("verify", "README.md"),
        ("new-region", "--code", "990100", "--data", INVENTED),
        ("import", "README.md", "--region", "xingyuan", "--source", "yearbook", "--data", INVENTED),
        ("diff", INVENTED, INVENTED),
        ("cache",),
    ],
)
def test_a_command_that_draws_nothing_imports_neither_altair_nor_what_runs_notebooks_nor_sphinx(words):
    assert not HEAVY & imported(*words)


def test_a_command_that_builds_has_imported_what_draws():
    assert {"fontTools", "vl_convert"} <= imported("build", "--region", "nowhere")


def imported(*words):
    """The packages that a command has imported at its end."""
    code = (
        "import atexit, sys\n"
        "atexit.register(lambda: print('\\nimported', *{name.partition('.')[0] for name in sys.modules}))\n"
        "from region_report.cli import app\n"
        f"app({list(words)})"
    )
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    return set(ended.stdout.splitlines()[-1].split()[1:])
