"""Jupyter Book for the editions of a report, run as a program: imports once, then builds each book in a fork of itself.

Half of what the build of a few changed pages costs is imports. A fork has nothing of the other books: Sphinx changes
docutils for the whole process.
"""

import contextlib
import gc
import importlib
import json
import os
import sys
import traceback

from region_report.site import PARTS


def main():
    """Build the books that the first argument names, as `[[arguments of jupyter-book, descriptor of its output], ...]`.

    Prints how each ended, a list of exit codes.
    """
    books = json.loads(sys.argv[1])
    _import_all()
    # What is imported stays shared: the collector of a child need not touch it.
    gc.collect()
    gc.freeze()
    children = [_forked(*each) for each in books]
    print(json.dumps([os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children]))


def _import_all():
    import yaml
    from jupyter_book.config import get_default_sphinx_config
    from sphinx.application import builtin_extensions

    # Two libraries parse the contents of the whole book in Python; the same in C takes a tenth of the time.
    yaml.SafeLoader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    own = [f"region_report.site.{part}" for part in PARTS]
    for name in ["jupyter_book.sphinx", *builtin_extensions, *get_default_sphinx_config()["extensions"], *own]:
        # A book that asks for what is not there says so itself.
        with contextlib.suppress(ImportError):
            importlib.import_module(name)


def _forked(arguments, out):
    sys.stdout.flush()
    if child := os.fork():
        os.close(out)
        return child
    for stream in (1, 2):
        os.dup2(out, stream)
    code = 1
    try:
        code = _built(arguments)
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        # At once: thousands of pages are not taken down one by one, and nothing of the parent is done twice.
        os._exit(code)


def _built(arguments):
    """The exit code of `jupyter-book` with these arguments."""
    from jupyter_book.cli.main import main as jupyter_book

    sys.argv = ["jupyter-book", *arguments]
    try:
        jupyter_book()
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else int(end.code is not None)
    except BaseException:
        traceback.print_exc()
        return 1
    return 0
