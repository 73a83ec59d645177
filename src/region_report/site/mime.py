"""How a chart in a notebook becomes a part of a page: the renderer MyST-NB asks for our specifications."""

from typing import ClassVar

from region_report.site import drawing, figure

MIME = "application/vnd.vegalite.v6+json"


class ChartMime:
    """Renderer of Vega-Lite specifications, for every builder (entry point `myst_nb.mime_renderers`)."""

    mime_priority_overrides: ClassVar = [("*", MIME, 1)]

    @staticmethod
    def handle_mime(renderer, data, inline):
        """The nodes for one output; None for anything that is not a chart of its own."""
        env = renderer.renderer.sphinx_env
        # Every book of this environment asks this renderer; one without the extension has no place for our node.
        if inline or data.mime_type != MIME or "region_report.site" not in env.app.extensions:
            return None
        key = drawing.remember(env, env.docname, data.content)
        return [figure.node(data.content, key)]
