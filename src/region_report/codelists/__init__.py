"""Codelists and regions: what an indicator, a unit, a status, a source is, read strictly."""

from region_report.codelists.divisions import Division, divisions, parents
from region_report.codelists.folder import (
    folder_of_code,
    load,
    load_region,
    read_lists,
    region,
    region_folders,
    regions,
)
from region_report.codelists.model import Codelists, Parent, Region, SetAside, Source
from region_report.codelists.places import folders

__all__ = [
    "Codelists",
    "Division",
    "Parent",
    "Region",
    "SetAside",
    "Source",
    "divisions",
    "folder_of_code",
    "folders",
    "load",
    "load_region",
    "parents",
    "read_lists",
    "region",
    "region_folders",
    "regions",
]
