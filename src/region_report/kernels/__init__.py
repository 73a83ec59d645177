"""Warm kernels: each Jupyter kernel is forked from a process that has already imported what notebooks import.

Chosen as any kernel provisioner is: `JUPYTER_DEFAULT_PROVISIONER_NAME=region-report-warm`. One process a notebook
stays the rule; where forking is not safe, the kernel is launched the ordinary way.
"""

from region_report.kernels.client import QuickManager
from region_report.kernels.owner import warm_kernels
from region_report.kernels.provisioner import WarmProvisioner

__all__ = ["QuickManager", "WarmProvisioner", "warm_kernels"]
