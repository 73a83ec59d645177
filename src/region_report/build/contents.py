"""The order of the book as `_toc.yml` gives it."""

import yaml

from region_report.codelists.records import read_yaml
from region_report.errors import DataError, Fault
from region_report.messages import Message
from region_report.paths import project_root, shown


def contents():
    """The root `_toc.yml` as plain data. Raises DataError with every fault of it: what is no YAML, or no contents."""
    path = project_root() / "_toc.yml"
    node, faults = read_yaml(path)
    faults = faults or [Fault(shown(path), line, column, said) for line, column, said in _of_book(node)]
    if faults:
        raise DataError(faults)
    return yaml.safe_load(path.read_text("utf-8-sig"))


def _of_book(node):
    entries = _entries(node)
    if not isinstance(entries.get("root"), yaml.ScalarNode):
        yield _line(node), "root", Message("building.toc_root")
    for part in _items(entries.get("parts")):
        inner = _entries(part)
        if not isinstance(inner.get("caption"), yaml.ScalarNode):
            yield _line(part), "caption", Message("building.toc_caption")
        yield from _of_list(part, inner.get("chapters"), "chapters")
    if not _items(entries.get("parts")):
        yield _line(node), "parts", Message("building.toc_list")


def _of_list(owner, node, name):
    """Faults of a list of pages: chapters, or the sections of one."""
    if not (pages := _items(node)):
        yield _line(node or owner), name, Message("building.toc_list")
    for page in pages:
        inner = _entries(page)
        if not any(isinstance(inner.get(key), yaml.ScalarNode) for key in ("file", "glob")):
            yield _line(page), name, Message("building.toc_page")
        if "sections" in inner:
            yield from _of_list(page, inner["sections"], "sections")


def _entries(node):
    return {key.value: value for key, value in node.value} if isinstance(node, yaml.MappingNode) else {}


def _items(node):
    return node.value if isinstance(node, yaml.SequenceNode) else []


def _line(node):
    return node.start_mark.line + 1
