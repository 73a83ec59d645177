"""Codelists and regions: what an indicator, a unit, a status, a source is, read strictly."""

from region_report.codelists.folder import load, load_region, read_lists, region, region_folders, regions
from region_report.codelists.model import Codelists, Parent, Region, SetAside, Source

__all__ = [
    "Codelists",
    "Parent",
    "Region",
    "SetAside",
    "Source",
    "load",
    "load_region",
    "read_lists",
    "region",
    "region_folders",
    "regions",
]
