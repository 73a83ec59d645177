"""Ways in: a new region from the list of divisions, figures from a sheet as an analyst has it."""

from region_report.intake.filing import Plan, in_doubt, plan, write
from region_report.intake.regions import new_region, next_steps
from region_report.intake.telling import outcome, told

__all__ = ["Plan", "in_doubt", "new_region", "next_steps", "outcome", "plan", "told", "write"]
