"""Which regions stand together: too many for one mark each, and of which province each is."""

import pandas as pd

from region_report import observations
from region_report.languages import LANGUAGES, columns

# Of more regions than this, charts and tables show how they are spread, and no longer each of them.
FEW = 12
LEVELS = ("nation", "province", "prefecture", "county")
_NATION = "100000"
_COLUMNS = ["region", "province", *columns("province")]
_NONE = ("",) * (1 + len(LANGUAGES))


def many(frame):
    """Whether a frame has more regions than a chart with one mark a region can show."""
    return frame["region"].nunique() > FEW


def provinces(frame):
    """The province of each region of a frame: columns region, province (code), province_zh, province_en.

    It is the region itself where it is one, else the one among its parents. The nation, and a region whose file names
    no province, have none: their columns are empty.
    """
    known = {region.slug: _province(region) for region in observations.regions()}
    rows = [(slug, *known.get(slug, _NONE)) for slug in frame["region"].unique()]
    return pd.DataFrame(rows, columns=_COLUMNS)


def _province(region):
    """Code and names of the province of a region: its code ends in four zeros, and it is not the nation's."""
    found = (each for each in (*region.parents, region) if each.code.endswith("0000") and each.code != _NATION)
    return next(((each.code, *(each.word("name", lang) for lang in LANGUAGES)) for each in found), _NONE)
