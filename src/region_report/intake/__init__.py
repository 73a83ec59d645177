"""Ways in: a new region from the list of divisions, figures from a sheet as an analyst has it."""

from region_report.intake.regions import new_region, next_steps

__all__ = ["new_region", "next_steps"]
