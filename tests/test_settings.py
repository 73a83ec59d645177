import re
from importlib import metadata

import pytest

from region_report import settings
from region_report.errors import UsageError


@pytest.mark.parametrize("address", ["https://example.org", "http://example.org:8080/a/b", "https://例子.中国/report"])
def test_an_address_loses_only_the_slash_at_its_end(address):
    assert settings.checked_address(address) == settings.checked_address(f"{address}/") == address


@pytest.mark.parametrize("address", [
    "example.org", "ftp://example.org", "https://", "https://example.org/?a=1", "https://example.org/#a", "https://a b",
])  # fmt: skip
def test_what_is_no_address_of_a_site_is_refused(address):
    with pytest.raises(UsageError) as refused:
        settings.checked_address(address)
    assert str(refused.value) == (
        f"region_report_site_url is '{address}'. Allowed: http:// or https://, a host and perhaps a folder, without "
        "a query (https://example.org/report), or nothing. Correct it."
    )


def test_the_address_of_the_environment_wins_and_is_named_where_it_is_wrong(monkeypatch):
    monkeypatch.delenv("REGION_REPORT_SITE_URL", raising=False)
    assert settings.site_url() == ""
    monkeypatch.setenv("REGION_REPORT_SITE_URL", "https://example.org/report/")
    assert settings.site_url() == "https://example.org/report"
    monkeypatch.setenv("REGION_REPORT_SITE_URL", "report")
    with pytest.raises(UsageError, match=r"^REGION_REPORT_SITE_URL is 'report'"):
        settings.site_url()


def test_the_version_is_that_of_the_package():
    assert settings.version() == metadata.version("region-report")
    assert re.fullmatch(r"\d+\.\d+\.\d+", settings.version())


@pytest.mark.parametrize(("repository", "start"), [
    ("https://github.com/owner/report", "https://mybinder.org/v2/gh/owner/report/HEAD?"),
    ("https://github.com/owner/report.git", "https://mybinder.org/v2/gh/owner/report/HEAD?"),
    ("https://example.org/owner/report", ""),
    ("", ""),
])  # fmt: skip
def test_a_notebook_opens_in_binder_only_where_the_repository_is_known_to_it(repository, start):
    link = settings.binder_link(repository, "region")
    assert link.startswith(start)
    assert bool(link) == bool(start)


def test_settings_that_are_no_yaml_are_told_with_their_line(tmp_path, monkeypatch):
    (tmp_path / "_config.yml").write_text("title: a\nauthor: b: c\n", "utf-8")
    monkeypatch.setenv("REGION_REPORT_ROOT", str(tmp_path))
    with pytest.raises(UsageError, match=r"^_config\.yml, line 2: is not YAML: mapping values are not allowed here\."):
        settings.site_url()
