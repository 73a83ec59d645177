"""Rendering: chapter x region x language through papermill, each in its own kernel, reproducible to the byte."""

from region_report.render.jobs import Job, Result, plan
from region_report.render.running import render_all

__all__ = ["Job", "Result", "plan", "render_all"]
