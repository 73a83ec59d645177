"""Codelists and regions: what an indicator, a unit, a status, a source is, read strictly.

>>> import region_report as rr
>>> INVENTED = "tests/data/invented"
>>> lists = rr.codelists.load(INVENTED)
>>> lists.indicators.columns[:4].tolist(), lists.by_id["units"]["person"]["name_en_plural"]
(['id', 'name_zh', 'name_en', 'definition_zh'], 'people')
>>> [region.slug for region in rr.codelists.regions(INVENTED)]
['xingyuan', 'yuepu']
>>> found = rr.codelists.region("990100", INVENTED)
>>> found.slug, found.level, found.sources["document"].grade
('xingyuan', 'prefecture', 'document')
"""

from region_report.codelists.divisions import Division, divisions, parents
from region_report.codelists.folder import (
    INNER,
    folder_of_code,
    load,
    load_region,
    read_lists,
    region,
    region_folder,
    region_folders,
    regions,
)
from region_report.codelists.model import Codelists, Judged, Parent, Region, SetAside, Source
from region_report.codelists.places import folders
from region_report.codelists.spoken import languages

__all__ = [
    "INNER",
    "Codelists",
    "Division",
    "Judged",
    "Parent",
    "Region",
    "SetAside",
    "Source",
    "divisions",
    "folder_of_code",
    "folders",
    "languages",
    "load",
    "load_region",
    "parents",
    "read_lists",
    "region",
    "region_folder",
    "region_folders",
    "regions",
]
