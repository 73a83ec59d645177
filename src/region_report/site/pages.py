"""What every page carries and must not carry: its security policy, and no script that nobody uses."""

# Nothing is ever fetched from elsewhere; the theme writes inline scripts, the charts draw into inline styles.
POLICY = (
    "default-src 'self' data: blob:; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; "
    "object-src 'none'; base-uri 'none'; form-action 'self'"
)
# Extensions that Jupyter Book always loads and this book has no use for.
UNUSED_EXTENSIONS = ("sphinx_thebe", "sphinx_togglebutton", "sphinx_comments")
# MyST-NB's styles are for code cells; besides, their address differs between a first and a second build.
UNUSED_FILES = ("sphinx-thebe", "togglebutton", "design-tabs", "sbt-webpack", "mystnb.")
UNUSED_INLINE = ("THEBE_JS_URL", "toggleHint", "toggleOpenOnPrint")


def setup(app):
    """Connect after the theme, whose additions are to be seen here."""
    app.connect("config-inited", silence_unused)
    app.connect("builder-inited", add_filters)
    app.connect("html-page-context", clean_context, priority=900)


def silence_unused(app, config):
    """Take unused extensions off the events: Thebe alone writes its settings twice into every page."""
    for name, listeners in app.events.listeners.items():
        app.events.listeners[name] = [
            each for each in listeners if each.handler.__module__.split(".")[0] not in UNUSED_EXTENSIONS
        ]


def add_filters(app):
    """Filters for the templates."""
    templates = getattr(app.builder, "templates", None)
    if environment := getattr(templates, "environment", None):
        environment.filters["without_icon_script"] = without_icon_script


def clean_context(app, pagename, templatename, context, doctree):
    """Leave out what the page does not need, and add the policy."""
    for kind in ("script_files", "css_files"):
        context[kind] = [file for file in context.get(kind, []) if not _unused(file)]
    context["security_policy"] = POLICY
    context["has_charts"] = "report-chart" in (context.get("body") or "")


def without_icon_script(html):
    """The head without the theme's icon script (1.5 MB): its icons come from the web font as well."""
    lines = html.splitlines(keepends=True)
    return "".join(line for line in lines if "fontawesome.js" not in line and "custom icons" not in line)


def _unused(file):
    name = str(getattr(file, "filename", file) or "")
    body = str(getattr(file, "attributes", {}).get("body", ""))
    return any(part in name for part in UNUSED_FILES) or any(part in body for part in UNUSED_INLINE)
