"""What makes the site, as one Sphinx extension: charts, editions, search, security policy, looks.

Configuration values it adds:

- `region_report_editions`: languages that lie side by side (`zh/`, `en/`); the switch links between them.
  Empty: the book stands alone, as after a plain `jupyter-book build .`.
- `region_report_data`: where the data files lie, as seen from the book's first folder.
- `region_report_data_folder`: the data folder itself, absolute or relative to the project.
- `region_report_released`: the version of the release that the data are compared with. Empty: no feed.
- `region_report_site_url`: the address at which the site is published. Empty: no page names an absolute address.
- `region_report_pdf`: whether the site has PDFs, for the pages to link to.
"""

from importlib import import_module
from pathlib import Path

HERE = Path(__file__).resolve().parent
# By name: who needs the name of a folder only does not wait for Sphinx and Altair.
PARTS = (
    "assets", "builder", "contents", "drawing", "editions", "figure", "icons", "links", "metadata", "notebooks",
    "pages", "pdf", "places", "region_lists", "regions", "rewriting", "search",
)  # fmt: skip


def setup(app):
    """Called by Sphinx."""
    app.add_config_value("region_report_editions", [], "html")
    app.add_config_value("region_report_data", "../site/data", "html")
    app.add_config_value("region_report_pdf", False, "html")
    app.config.templates_path.insert(0, str(HERE / "templates"))
    app.add_message_catalog("sphinx", str(HERE / "locale"))
    for part in PARTS:
        import_module(f"{__name__}.{part}").setup(app)
    return {"version": "1", "env_version": 2, "parallel_read_safe": True, "parallel_write_safe": True}
