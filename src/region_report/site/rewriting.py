"""Which pages are written again: beside those that were read anew, those that show what has changed of other pages.

A page shows of others: the contents of the book, the titles of its neighbours, and whatever its links lead to. A digest
of all that is kept for each page, so that a new region or another title rewrites the pages that show it and no others.
The digests are written down when the pages are: what Sphinx itself keeps, it keeps before.
"""

import hashlib
import json
import posixpath
from pathlib import Path

from docutils import nodes
from sphinx import addnodes

from region_report.paths import write_whole
from region_report.site import contents, links, places

DIGESTS = "shown.json"


def setup(app):
    """What a page links to is noted as it is read, and looked up when all are read."""
    app.connect("doctree-read", note)
    app.connect("env-purge-doc", forget)
    app.connect("env-merge-info", merge)
    app.connect("env-updated", changed, priority=900)
    app.connect("build-finished", remove_others)
    app.connect("build-finished", remember)


def note(app, doctree):
    """Note where the links of a page lead: (name of a page or label, place in the page)."""
    own = {
        (node.get("reftarget", ""), node.get("reftargetid") or "") for node in doctree.findall(addnodes.pending_xref)
    }
    own |= {(found["page"], "") for raw in doctree.findall(nodes.raw) for found in links.PAGE.finditer(raw.astext())}
    _targets(app.env)[app.env.docname] = sorted(own)


def forget(app, env, docname):
    """A page that is read anew, or that is gone."""
    _targets(env).pop(docname, None)


def merge(app, env, docnames, other):
    """Take over what another reading process noted."""
    found = _targets(other)
    _targets(env).update({name: found[name] for name in docnames if name in found})


def changed(app, env):
    """The pages that show something else of other pages than when they were written."""
    if app.builder.format != "html":
        return []
    file = Path(app.doctreedir, DIGESTS)
    before = json.loads(file.read_text("utf-8")) if file.exists() else {}
    relations, frames = env.collect_relations(), {}
    now = {name: _digest(app, name, relations, frames) for name in sorted(env.found_docs)}
    app.builder.region_report_shown = now
    return [name for name in now if now[name] != before.get(name)]


def remove_others(app, exception):
    """Remove the pages of an earlier build that this book does not have."""
    if exception or app.builder.format != "html":
        return
    wanted = {Path(app.builder.get_outfilename(name)) for name in [*app.env.found_docs, *places.pages(app.env)]}
    for path in sorted(Path(app.outdir, "book").rglob("*.html")):
        if path not in wanted:
            path.unlink()


def remember(app, exception):
    """Note what the pages show, now that all are written."""
    if not exception and app.builder.format == "html":
        write_whole(Path(app.doctreedir, DIGESTS), json.dumps(app.builder.region_report_shown))


def _digest(app, name, relations, frames):
    env = app.env
    folder = posixpath.dirname(name)
    if folder not in frames:
        frames[folder] = contents.frame(app, name)
    above, before, after = relations.get(name) or (None, None, None)
    shown = [frames[folder], places.are_many(env)]
    shown += [(each, _title(env, each)) for each in (above, before, after)]
    shown += [_target(env, *each) for each in _targets(env).get(name, ())]
    return hashlib.sha256(repr(shown).encode()).hexdigest()[:16]


def _target(env, name, anchor):
    """What a link shows of where it leads: a page's title, a heading, or the place of a label."""
    standard = env.domains["std"]
    place = (env.metadata[name].get("myst_slugs") or {}).get(anchor) if name in env.metadata else None
    # The number of the line is no part of what a reader sees.
    heading = place and tuple(place)[1:]
    found = name in env.found_docs
    return name, found, _title(env, name), heading, standard.labels.get(name), standard.anonlabels.get(name)


def _title(env, name):
    return env.titles[name].astext() if name in env.titles else ""


def _targets(env):
    """Page -> where its links lead, kept with what Sphinx knows of the page."""
    return env.__dict__.setdefault("region_report_targets", {})
