"""Fixtures of every test and doctest."""

import pytest

from region_report import paths, text


@pytest.fixture(autouse=True)
def own_data_and_language():
    """What a notebook's first call chooses for its process, no test leaves to the next."""
    yield
    paths.use_data(None)
    text.use("zh")
