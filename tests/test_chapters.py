import json
import re

import pytest

from region_report import chapters
from region_report.errors import UsageError


def test_a_chapter_is_run_for_each_value_of_the_parameter_it_declares_or_once():
    found = {chapter.name: chapter.per for chapter in chapters.chapters()}
    assert (found["region"], found["indicator"], found["comparison"]) == ("region", "indicator", "")


def test_a_page_lies_in_the_folder_of_what_it_is_about():
    pages = [
        chapters.page("region", {"region": "wenzhou", "lang": "zh"}),
        chapters.page("indicator", {"indicator": "cases", "lang": "zh"}),
        chapters.page("comparison", {"lang": "zh"}),
    ]
    assert pages == ["regions/wenzhou", "indicators/cases", "comparison"]


def test_every_chapter_declares_the_type_of_each_parameter():
    kinds = {kind for chapter in chapters.chapters() for kind, _ in chapter.parameters.values()}
    assert kinds == {"str"}


def test_an_unknown_chapter_is_refused_with_the_names_there_are():
    with pytest.raises(UsageError, match=r"^There is no chapter 'regions'\. Chapters: changes, comparison, coverage, "):
        chapters.chapter("regions")


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"lagn": "zh"}, "notebooks/region.ipynb has no parameter 'lagn'."),
        ({"region": 450000}, "notebooks/region.ipynb: 'region' takes str, not 450000."),
    ],
)
def test_a_parameter_that_does_not_fit_is_refused_with_what_is_declared(values, message):
    declared = "notebooks/region.ipynb declares: region: str, lang: str, data: str."
    with pytest.raises(UsageError, match=f"^{re.escape(message)}\n{re.escape(declared)}$"):
        chapters.check_parameters(chapters.chapter("region"), values)


def test_all_parameters_that_do_not_fit_are_named_at_once():
    with pytest.raises(UsageError) as refused:
        chapters.check_parameters(chapters.chapter("region"), {"lagn": "zh", "region": 1})
    assert len(str(refused.value).splitlines()) == 3


def test_true_is_no_integer():
    chapter = chapters.Chapter("x", chapters.chapter("region").path, {"count": ("int", "1")})
    with pytest.raises(UsageError, match="'count' takes int, not True"):
        chapters.check_parameters(chapter, {"count": True})


def test_a_parameters_cell_tells_types_and_defaults_and_a_line_without_a_type_is_refused_when_it_is_given(tmp_path):
    chapter = chapters.read_chapter(
        notebook(tmp_path, 'lang: str = "zh"  # zh or en\ncount = 1\n\nyears: list = [2020,\n 2023]')
    )
    assert chapter.parameters == {"lang": ("str", "'zh'"), "count": ("", "1"), "years": ("list", "[2020, 2023]")}
    with pytest.raises(UsageError, match="declares 'count' without one of the types str, int"):
        chapters.check_parameters(chapter, {"count": 2})


def test_a_parameters_cell_that_is_not_python_is_refused_with_its_line(tmp_path):
    with pytest.raises(UsageError) as refused:
        chapters.read_chapter(notebook(tmp_path, 'lang: str = "zh"\ndata: str ='))
    assert str(refused.value) == (
        "notebooks/x.ipynb, the cell tagged 'parameters', line 2: invalid syntax. "
        'Write a line for each: region: str = "guangxi"'
    )


def notebook(folder, source):
    cell = {"cell_type": "code", "metadata": {"tags": ["parameters"]}, "source": source.splitlines(keepends=True)}
    path = folder / "x.ipynb"
    path.write_text(json.dumps({"cells": [cell]}), encoding="utf-8")
    return path
