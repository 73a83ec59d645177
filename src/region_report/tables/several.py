"""Tables that belong together, one below the other in one cell of a notebook."""

from dataclasses import dataclass

from region_report.tables.bundles import bundle
from region_report.text import Markdown


@dataclass(frozen=True)
class Several:
    """Tables, or for one that has no row its sentence."""

    parts: tuple

    def _repr_mimebundle_(self, include=None, exclude=None):
        return bundle(self.html, self.plain)

    @property
    def html(self):
        """The tables one below the other."""
        return "\n".join(f"<p>{part}</p>" if isinstance(part, Markdown) else part.html for part in self.parts)

    @property
    def plain(self):
        """The tables as plain text."""
        return "\n\n".join(str(part) if isinstance(part, Markdown) else part.plain for part in self.parts)
