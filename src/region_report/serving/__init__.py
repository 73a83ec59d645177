"""The built site at a local address: as it is (`server`), or built again whenever a file changes (`serve`)."""

from region_report.serving.files import server

__all__ = ["serve", "server"]


def serve(**options):
    """Build, serve and watch until Ctrl-C; see `watching.serve`, which the plain server does not wait for."""
    from region_report.serving import watching

    watching.serve(**options)
