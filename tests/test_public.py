"""The public interface: one list, all of it documented, each function with an example that runs."""

import doctest
import inspect
import subprocess
import sys

import api_page
import pytest

import region_report as rr
from region_report.paths import project_root

NAMES = [(module, name) for module, names in rr.PUBLIC.items() for name in names]
FUNCTIONS = [(module, name) for module, name in NAMES if inspect.isfunction(api_page.found(module, name))]
# To register a metric for an example would change what the others say: a test carries this recipe out.
RECIPES = {"rr.metrics.metric": ("docs/extend.md", "@metric(")}


def examples(docstring):
    """The code of the examples of a docstring, all of which the doctests run."""
    return "".join(example.source for example in doctest.DocTestParser().get_examples(docstring or ""))


def test_the_page_of_the_interface_is_what_the_code_says():
    assert api_page.PAGE.read_text("utf-8") == api_page.page(), "Renew it: make api"


def test_every_public_name_is_there_and_says_what_it_is():
    told = {api_page.called(*each): inspect.getdoc(api_page.found(*each)) for each in NAMES}
    assert [name for name, words in told.items() if not (words or "").split("\n\n")[0].endswith(".")] == []


def test_every_public_function_has_an_example_that_runs():
    modules = {module.partition(".")[0] for module in rr.PUBLIC}
    sessions = "".join(examples(sys.modules[f"region_report.{module}"].__doc__) for module in sorted(modules))
    lacking = [
        called
        for module, name in FUNCTIONS
        if f"{(called := api_page.called(module, name))}(" not in sessions
        and f"{name}(" not in examples(api_page.found(module, name).__doc__)
    ]
    assert lacking == list(RECIPES)
    assert all(words in (project_root() / page).read_text("utf-8") for page, words in RECIPES.values())


def test_the_package_gives_all_of_it_and_imports_nothing_before_it_is_asked_for():
    code = (
        "import sys, region_report as rr\n"
        "assert 'pandas' not in sys.modules\n"
        "assert dir(rr) == rr.__all__\n"
        "[getattr(rr, name) for name in rr.__all__]\n"
        "print(rr.charts.slope.__name__, rr.metrics.progress.growth(1, 2, 1), rr.UsageError.__name__)"
    )
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ended.stdout == "slope 100.0 UsageError\n"


def test_a_name_that_is_not_public_is_refused():
    with pytest.raises(AttributeError, match=r"^module 'region_report' has no attribute 'rendering'$"):
        rr.rendering  # noqa: B018
