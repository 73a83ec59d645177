"""What every page carries and must not carry: its security policy, and no file that nobody uses."""

from pathlib import PurePosixPath

# Nothing is ever fetched from elsewhere; the colours are set by an inline script, the charts draw into inline styles.
POLICY = (
    "default-src 'self' data: blob:; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; "
    "object-src 'none'; base-uri 'none'; form-action 'self'"
)
# Extensions that Jupyter Book always loads and this book has no use for.
UNUSED_EXTENSIONS = ("sphinx_thebe", "sphinx_togglebutton", "sphinx_comments")
# Our own styles and scripts; everything else that the theme and the extensions add stays off the pages.
OWN = "report"
CODE_COLOURS = "pygments.css"


def setup(app):
    """Connect after the theme, whose additions are to be seen here."""
    app.connect("config-inited", silence_unused)
    app.connect("html-page-context", clean_context, priority=900)


def silence_unused(app, config):
    """Take unused extensions off the events: Thebe alone writes its settings twice into every page."""
    for name, listeners in app.events.listeners.items():
        app.events.listeners[name] = [
            each for each in listeners if each.handler.__module__.split(".")[0] not in UNUSED_EXTENSIONS
        ]


def clean_context(app, pagename, templatename, context, doctree):
    """Leave out what the page does not need, and add the policy."""
    body = context.get("body") or ""
    for kind in ("script_files", "css_files"):
        context[kind] = [file for file in context.get(kind, []) if is_needed(_name(file), body)]
    context["security_policy"] = POLICY


def is_needed(name, body):
    """Whether a page has a use for a stylesheet or script, by the file's name."""
    if name == CODE_COLOURS:
        return 'class="highlight' in body
    return name.startswith(OWN)


def _name(file):
    return PurePosixPath(str(getattr(file, "filename", file) or "")).name
