"""Chapters: the parameterised notebooks, what parameters they declare, and whether a call fits them."""

import ast
import json
from dataclasses import dataclass
from pathlib import Path

from region_report.errors import UsageError
from region_report.languages import LANGUAGES
from region_report.messages import Message
from region_report.paths import project_root

__all__ = ["LANGUAGES", "Chapter", "chapter", "chapters", "check_parameters", "page", "read_chapter"]
# A chapter that declares one of these parameters is run once for each value; the folder of the pages it becomes.
FOLDERS = {"region": "regions", "indicator": "indicators"}
_TYPES = {"str": str, "int": int, "float": float, "bool": bool, "list": list, "dict": dict}


@dataclass(frozen=True)
class Chapter:
    """A notebook in `notebooks/`. parameters: name -> (type name, default as written)."""

    name: str
    path: Path
    parameters: dict

    @property
    def per(self):
        """The parameter for each value of which the chapter is run, `region` or `indicator`; empty: it is run once."""
        return next((name for name in FOLDERS if name in self.parameters), "")


def chapters():
    """All chapters that a report consists of: the notebooks whose parameters cell declares `lang`."""
    found = [read_chapter(path) for path in sorted((project_root() / "notebooks").glob("*.ipynb"))]
    return [chapter for chapter in found if "lang" in chapter.parameters]


def chapter(name):
    """The chapter of that name. Raises UsageError that lists the chapters there are."""
    found = {chapter.name: chapter for chapter in chapters()}
    if name not in found:
        raise UsageError(Message("usage.chapter", found=name, allowed=tuple(found)))
    return found[name]


def read_chapter(path):
    """The chapter in the notebook at `path`, with the parameters its cell tagged `parameters` declares.

    Raises UsageError where that cell is not Python.
    """
    cells = json.loads(Path(path).read_text("utf-8"))["cells"]
    source = next(("".join(cell["source"]) for cell in cells if "parameters" in cell["metadata"].get("tags", [])), "")
    try:
        statements = ast.parse(source).body
    except SyntaxError as error:
        where = f"notebooks/{Path(path).name}, the cell tagged 'parameters', line {error.lineno}"
        raise UsageError(f'{where}: {error.msg}. Write a line for each: region: str = "guangxi"') from error
    return Chapter(Path(path).stem, Path(path), dict(filter(None, map(_declared, statements))))


def page(name, parameters):
    """The page that a chapter becomes with its parameters: `regions/wenzhou`, `comparison`."""
    return next((f"{folder}/{parameters[per]}" for per, folder in FOLDERS.items() if per in parameters), name)


def check_parameters(chapter, values):
    """Nothing where each value has a declared name and its declared type.

    Raises UsageError that names every parameter that does not fit, and what the notebook declares.
    """
    faults = [fault for name, value in values.items() if (fault := _fault(chapter, name, value))]
    if faults:
        declared = ", ".join(f"{name}: {kind}" for name, (kind, _) in chapter.parameters.items())
        raise UsageError("\n".join([*faults, f"{_shown(chapter)} declares: {declared}."]))


def _declared(statement):
    """Name and (type, default) that a line of the parameters cell declares; the type is empty where it says none."""
    match statement:
        case ast.AnnAssign(target=ast.Name(id=name), annotation=kind, value=ast.expr() as default):
            return name, (ast.unparse(kind), ast.unparse(default))
        case ast.Assign(targets=[ast.Name(id=name)], value=default):
            return name, ("", ast.unparse(default))
    return None


def _fault(chapter, name, value):
    if name not in chapter.parameters:
        return f"{_shown(chapter)} has no parameter '{name}'."
    kind, _ = chapter.parameters[name]
    if kind not in _TYPES:
        return f"{_shown(chapter)} declares '{name}' without one of the types {', '.join(_TYPES)}."
    # bool is an int to Python, but nobody means True when asked for a count.
    if not isinstance(value, _TYPES[kind]) or (kind != "bool" and isinstance(value, bool)):
        return f"{_shown(chapter)}: '{name}' takes {kind}, not {value!r}."
    return None


def _shown(chapter):
    return f"notebooks/{chapter.path.name}"
