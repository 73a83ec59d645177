"""Runs the warm process, as a file: `python -m` would put the working folder before what is installed."""

import os
import sys

if __name__ == "__main__":
    if sys.path[0] == os.path.dirname(os.path.abspath(__file__)):
        del sys.path[0]

    from region_report.kernels.zygote import main

    main()
