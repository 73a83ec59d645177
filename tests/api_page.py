"""The page of the public interface, made from `region_report.PUBLIC` and the docstrings: `make api` writes it."""

import inspect
import re
from importlib import import_module

import region_report
from region_report.paths import project_root

PAGE = project_root() / "docs" / "api.md"
HEAD = """# The public interface

`import region_report as rr` gives all that the notebooks call; `notebooks/explore.ipynb` asks ten questions with
it. This page is made from the code with `make api`; a test holds the two together, and every example here is run by
`make test` on the invented data of `tests/data/invented`.

**What is stable.** What stands on this page, and nothing else: names, parameters, columns with their units, and
errors keep their meaning until the next major version ([semantic versioning](https://semver.org)). A minor version
may add names, columns and parameters with a default; before 1.0 it may also change what is here, and then
[CHANGELOG.md](../CHANGELOG.md) says so. Captions, sentences and the look of charts may change at any time.

**Frames.** One row is one figure. The columns of the observations frame and of the metric frame stand in
[architecture.md](architecture.md#the-observations-frame). `value`, `lower` and `upper` are in base units: people
and not 万, percent from 0 to 100, growth in percent a year. NaN is a gap, an infinite `upper` an open end; a text is
empty, never NaN. Names come in two columns, `_zh` and `_en`.

**Where from.** `source`, `place` and `source_grade` of a row say where a figure stands; `inputs_zh` and `inputs_en`
of a metric give its formula with each figure as printed; `rr.metrics.methods()` gives the source of every method.

**Language and data.** `lang` is `zh` or `en` and counts for everything shown after it. `data` is a data folder,
relative to the project or absolute; none is the project's own. The project is found from the working directory or
above it, or is named by the environment variable `REGION_REPORT_ROOT`.

**Errors.** `rr.DataError`: faults of the data, all at once, with file, line and column. `rr.UsageError`: a wrong
call, and what is allowed. `rr.figures.FigureError` and `rr.metrics.comparability.NotComparable` are ValueErrors.
"""


def page():
    """The whole page."""
    public = region_report.PUBLIC.items()
    return "\n".join(
        [HEAD, "## All names\n", *(_names(*each) for each in public), *(_section(*each) for each in public)]
    )


def called(module, name):
    """How a user writes a public name: `rr.charts.slope`, `rr.open_region`."""
    return f"rr.{name}" if module in region_report.OWN else f"rr.{module}.{name}"


def found(module, name):
    """The object of a public name."""
    return getattr(import_module(f"region_report.{module}"), name)


def _title(module):
    return f"`rr` ({module})" if module in region_report.OWN else f"`rr.{module}`"


def _names(module, names):
    return f"- {_title(module)}: {', '.join(f'`{name}`' for name in names)}"


def _section(module, names):
    intro = _markdown(inspect.getdoc(import_module(f"region_report.{module}")))
    return "\n".join([f"\n## {_title(module)}\n", intro, *(_entry(module, name) for name in names)])


def _entry(module, name):
    each = found(module, name)
    head = called(module, name)
    if inspect.isfunction(each):
        head += str(inspect.signature(each))
    return f"### `{head}`\n\n{_markdown(inspect.getdoc(each))}"


def _markdown(docstring):
    """A docstring with its examples fenced."""
    blocks = re.split(r"\n\n(?=>>> )|(?<=\n)\n(?!>>> )", docstring)
    return "\n".join(_block(block.strip("\n")) for block in blocks)


def _block(block):
    return f"```pycon\n{block}\n```\n" if block.startswith(">>> ") else f"{block}\n"


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
