"""What the project says of itself: the address it is published at, its version, its repository."""

import os
import re
from functools import cache, lru_cache
from importlib import metadata
from urllib.parse import urlsplit

import yaml

from region_report import messages
from region_report.errors import UsageError
from region_report.messages import Message
from region_report.paths import project_root

VARIABLE = "REGION_REPORT_SITE_URL"
SETTING = "region_report_site_url"


def site_url():
    """The address at which readers find the site, without a slash at its end; empty where none is set.

    The environment variable REGION_REPORT_SITE_URL, for a workflow that learns the address as it runs; else
    `region_report_site_url` of `_config.yml`. Raises UsageError for what is no such address.
    """
    if VARIABLE in os.environ:
        return checked_address(os.environ[VARIABLE], VARIABLE)
    return checked_address(_config().get("sphinx", {}).get("config", {}).get(SETTING) or "")


def checked_address(address, name=SETTING):
    """The address without a slash at its end. name: of the setting it comes from."""
    if not address:
        return ""
    parts = urlsplit(address)
    sound = parts.scheme in ("http", "https") and parts.hostname and not re.search(r"[?#\s\"<>]", address)
    if not sound:
        raise UsageError(
            f"{name} is '{address}'. Allowed: http:// or https://, a host and perhaps a folder, without a query "
            "(https://example.org/report), or nothing. Correct it."
        )
    return address.rstrip("/")


@cache
def version():
    """The version of the report and its data."""
    return metadata.version("region-report")


def repository():
    """The address of the repository, as Jupyter Book knows it; empty where none is set."""
    return _config().get("repository", {}).get("url") or ""


def binder_link(repository, notebook):
    """Where a notebook of the repository opens ready to run; empty where the repository is not on GitHub.

    >>> binder_link("https://github.com/owner/report", "region")
    'https://mybinder.org/v2/gh/owner/report/HEAD?urlpath=lab/tree/notebooks/region.ipynb'
    """
    found = re.fullmatch(r"https://github\.com/([\w.-]+/[\w.-]+?)(?:\.git)?/?", repository)
    return f"https://mybinder.org/v2/gh/{found[1]}/HEAD?urlpath=lab/tree/notebooks/{notebook}.ipynb" if found else ""


def own_words():
    """The files `words.<language>.yml` of the project: what its report says otherwise than the package."""
    return sorted(project_root().glob("words.*.yml"))


def words(lang):
    """The project's own words of a language: dotted key -> text; none where it has no file of them."""
    path = project_root() / f"words.{lang}.yml"
    try:
        return _words(path, path.stat().st_mtime_ns)
    except FileNotFoundError:
        return {}


@lru_cache(maxsize=8)
def _words(path, stamp):
    return {key: text for key, text, _ in messages.texts(path)}


def _config():
    path = project_root() / "_config.yml"
    return _read(path, path.stat().st_mtime_ns)


@lru_cache(maxsize=4)
def _read(path, stamp):
    # Every page asks; the file is read again only when it has changed.
    try:
        return yaml.safe_load(path.read_text("utf-8"))
    except yaml.MarkedYAMLError as error:
        where = {"file": path.name, "line": (error.problem_mark or error.context_mark).line + 1}
        raise UsageError(Message("building.config", **where, problem=error.problem or error.context)) from error
