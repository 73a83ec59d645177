"""A run for a few regions: which jobs are theirs, and which pages of others stay as they were rendered before."""

import ast
import json

from region_report import chapters, observations


def theirs(jobs, regions, data=None):
    """Those of the jobs that show the regions: their own, those of indicators that they report, and those over all."""
    shown = {"region": set(regions), "indicator": set(observations.reported(regions, data=data))}
    return [job for job in jobs if all(job.parameters.get(per) in {None, *shown[per]} for per in chapters.FOLDERS)]


def rendered(job):
    """Whether the job's file is its notebook, executed with these parameters: of the same data, in the same language.

    A page that says that its notebook failed is none.
    """
    try:
        cells = json.loads(job.out.read_bytes())["cells"]
    except (OSError, ValueError):
        return False
    own = [cell for cell in cells if "injected-parameters" in cell["metadata"].get("tags", [])]
    statements = ast.parse("".join(own[0]["source"])).body if own else []
    return {each.targets[0].id: ast.literal_eval(each.value) for each in statements} == job.parameters
