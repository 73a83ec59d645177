"""How a command ends where something is wrong."""

import sys
from contextlib import contextmanager

import typer

from region_report.errors import BuildError, DataError, UsageError
from region_report.messages import LANGUAGES, Message, spoken


@contextmanager
def told(lang=""):
    """Wrong use and wrong data end with their message and exit code 2, never with a traceback.

    lang: of messages, `zh` or `en`; empty: as the machine has it.
    """
    known = lang in ("", *LANGUAGES)
    with spoken(lang if known else ""):
        try:
            if not known:
                raise UsageError(Message("usage.messages", found=lang, allowed=LANGUAGES))
            yield
        except (DataError, UsageError, BuildError) as error:
            typer.echo(str(error), err=True)
            sys.exit(1 if isinstance(error, BuildError) else 2)
