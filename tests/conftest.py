"""Fixtures that several test files share."""

import os
import shutil
import tempfile

import pytest

from region_report import results, settings, text
from region_report.paths import project_root


def pytest_configure():
    """A workflow that publishes names the address of its site: the tests build sites of their own.

    They keep results in a folder of their own as well: what an earlier run of the tests has kept proves nothing.
    Messages are in English, whatever the language of the machine.
    """
    os.environ["LC_ALL"] = "C.UTF-8"
    os.environ.pop(settings.VARIABLE, None)
    os.environ[results.store.FOLDER] = tempfile.mkdtemp(prefix="region-report-results-")


def pytest_unconfigure():
    """Leave no results behind."""
    shutil.rmtree(os.environ[results.store.FOLDER], ignore_errors=True)


@pytest.fixture(params=["zh", "en"])
def lang(request):
    """Each test that asks for it runs once in each edition, and is given its language."""
    with text.edition(request.param):
        yield request.param


@pytest.fixture(scope="session")
def large(tmp_path_factory):
    """The built pages of a book of 44 regions."""
    # Here, since most runs of the tests need neither Sphinx nor the build.
    import many_regions

    return many_regions.built(tmp_path_factory.mktemp("large"), 44)


@pytest.fixture
def data(tmp_path):
    """A copy of the invented data folder, to be broken by a test."""
    folder = tmp_path / "data"
    shutil.copytree(project_root() / "tests" / "data" / "invented", folder)
    return folder


@pytest.fixture
def edit(data):
    """Replaces text in a file of the copied data folder: `edit("units.csv", "person,", "people,")`."""

    def replaced(name, old, new):
        path = data / name
        text = path.read_text(encoding="utf-8")
        assert old in text, f"{old!r} is not in {name}"
        path.write_text(text.replace(old, new, 1), encoding="utf-8")

    return replaced
