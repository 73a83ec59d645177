"""What the data say of the region that a page is about, for its description and its entry in data catalogues."""

import hashlib
from dataclasses import dataclass

import pandas as pd

from region_report import codelists, observations, report, text
from region_report.errors import DataError, UsageError
from region_report.paths import data_dir

FOLDER = "book/regions/"
# What a region's facts are read from, beside its own folder.
LISTS = ("indicators.csv", "units.csv", "grades.csv", "statuses.csv")


@dataclass(frozen=True)
class Facts:
    """A region and its observations frame."""

    region: codelists.Region
    frame: pd.DataFrame
    data: str

    def description(self, lang):
        """Place, level and extent of the region's data in one sentence."""
        with text.edition(lang):
            return text.t(
                "site.meta.region",
                place=report.place(self.region.slug, data=self.data),
                count=text.number(len(self.frame)),
                sources=text.number(self.frame["source"].nunique()),
            )

    @property
    def periods(self):
        """First and last period of the figures as an ISO 8601 interval; empty where none has a period."""
        parts = [part for period in self.frame["period"] if period for part in period.split("/")]
        # A year ends later than any month of it.
        return f"{min(parts)}/{max(parts, key=lambda part: f'{part}-12-31'[:10])}" if parts else ""


def setup(app):
    """A page is read again when the data of its region have changed, even where its notebook has not."""
    app.add_config_value("region_report_data_folder", "data", "html")
    app.connect("env-get-outdated", outdated)


def facts(app, pagename):
    """The facts of a region's page; None for another page, and where the data of the region are wrong."""
    if not pagename.startswith(FOLDER):
        return None
    slug, data = pagename.removeprefix(FOLDER), app.config.region_report_data_folder
    try:
        return Facts(codelists.region(slug, data), observations.load_region(slug, data=data), data)
    except (DataError, UsageError):
        # The page itself says that its region could not be rendered, and why.
        return None


def outdated(app, env, added, changed, removed):
    """The pages whose region's data differ from those of the last build."""
    before = getattr(env, "region_report_digests", {})
    data = data_dir(app.config.region_report_data_folder)
    lists = b"".join(_bytes(data / name) for name in LISTS)
    env.region_report_digests = {
        name: _digest(lists, data / "regions" / name.removeprefix(FOLDER))
        for name in sorted(env.found_docs)
        if name.startswith(FOLDER)
    }
    return [name for name, digest in env.region_report_digests.items() if before.get(name) != digest]


def _digest(lists, folder):
    content = (lists, _bytes(folder / "region.yml"), _bytes(folder / "observations.csv"))
    return hashlib.sha256(b"\0".join(content)).hexdigest()


def _bytes(path):
    return path.read_bytes() if path.is_file() else b""
