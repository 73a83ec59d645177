"""Whether a kernel forked from the warm process would be the one that was asked for."""

import hashlib
import importlib.util
import os
import sys
from pathlib import Path

# Read once, when Python or a library is loaded: setting them in a fork would change nothing.
_FIXED = ("PYTHON", "LD_", "LC_", "LANG", "MALLOC_", "GLIBC_")

# Threads of a numerical library would not survive a fork, so the warm process runs with one.
THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "NUMEXPR_NUM_THREADS")


def misfit(request, modules, code):
    """Why the process that calls this must not fork a kernel for the request; empty where it may.

    modules, code: what it has imported, and the fingerprint from before it did.
    """
    if (wanted := request["command"][0]) != sys.executable:
        return f"the kernel wants {wanted}, the warm process runs {sys.executable}"
    if differing := _differing(request["environment"]):
        return f"the environment differs in {', '.join(differing)}"
    if own := [top for top in _tops(modules) if _lies_in(request["folder"], top)]:
        return f"the kernel's folder has its own {', '.join(own)}"
    if fingerprint(modules) != code:
        return "the code has changed since the warm process imported it"
    if (threads := len(os.listdir("/proc/self/task"))) != 1:
        return f"{threads} threads run in the warm process"
    return ""


def fingerprint(modules):
    """Changes with any file of the packages of these modules that lie outside the environment's own folders."""
    files = [file for top in _tops(modules) for folder in _places(top) for file in _files(folder)]
    stamps = sorted((str(file), stat.st_mtime_ns, stat.st_size) for file in files if (stat := file.stat()))
    return hashlib.sha256(repr(stamps).encode()).hexdigest()


def _differing(environment):
    fixed = {name for name in {*environment, *os.environ} if name.startswith(_FIXED)}
    differing = {name for name in fixed if environment.get(name) != os.environ.get(name)}
    return sorted(differing | {name for name in THREADS if environment.get(name, "1") != "1"})


def _tops(modules):
    return sorted({module.partition(".")[0] for module in modules})


def _lies_in(folder, top):
    return Path(folder, f"{top}.py").exists() or Path(folder, top, "__init__.py").exists()


def _places(top):
    spec = importlib.util.find_spec(top)
    places = spec.submodule_search_locations or [spec.origin] if spec else []
    own = (sys.prefix, sys.base_prefix)
    return [Path(place) for place in places if not any(Path(place).is_relative_to(prefix) for prefix in own)]


def _files(place):
    if place.is_file():
        return [place]
    return [Path(folder, name) for folder, _, names in os.walk(place) if "__pycache__" not in folder for name in names]
