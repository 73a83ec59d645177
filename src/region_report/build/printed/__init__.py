"""The report on paper: each edition, and each region's chapter, as a PDF made from the built pages."""

import logging
import multiprocessing
import os
import shutil
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path

from region_report import processes
from region_report.build.printed import document
from region_report.errors import BuildError
from region_report.site import pdf

MISSING = (
    "The PDF needs {}, which is not installed. On Debian or Ubuntu: "
    "apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"
)


def check():
    """Raise BuildError where the machine lacks the library that lays out the pages."""
    _weasyprint()


def write(staged, folder, *, jobs=None):
    """Write the PDFs of the built editions into `folder`, which lies in the site as `pdf`.

    staged: language -> folder of the edition, built. Returns `folder`.
    Raises BuildError naming every picture, alternative text and place of a link that is missing.
    """
    shutil.rmtree(folder, ignore_errors=True)
    tasks = [
        (address, lang, edition, parts, folder)
        for lang, edition in staged.items()
        for address, parts in document.documents(edition, lang).items()
    ]
    # One document a process: only its end gives back the memory that the layout of a whole edition takes.
    context = multiprocessing.get_context("spawn")
    with processes.pool(jobs, mp_context=context, max_tasks_per_child=1) as pool:
        faults = [fault for found in pool.map(_print, tasks) for fault in found]
    if faults:
        raise BuildError("\n".join(["The PDFs have faults:", *(f"  {fault}" for fault in faults)]))
    return folder


def _print(task):
    """Write one PDF; returns what is wrong with it."""
    address, lang, edition, parts, folder = task
    weasyprint = _weasyprint()
    html = document.html(edition, lang, parts)
    path = Path(folder) / Path(address).relative_to(pdf.FOLDER)
    path.parent.mkdir(parents=True, exist_ok=True)
    with _told() as messages:
        pages = f"{(edition / '_build' / 'html').resolve().as_uri()}/"
        # Nothing is ever fetched from elsewhere.
        fetcher = weasyprint.urls.URLFetcher(allowed_protocols={"file", "data"})
        made = weasyprint.HTML(string=html, base_url=pages, url_fetcher=fetcher)
        # The identifier would be random.
        made.write_pdf(path, pdf_identifier=address.encode(), pdf_tags=True)
    return [f"{address}: {message}" for message in messages]


@contextmanager
def _told():
    """What the library finds wrong and would leave out: pictures, alternative texts, places of links."""
    messages, handler = [], logging.Handler(logging.WARNING)
    handler.emit = lambda record: messages.append(record.getMessage())
    logger = logging.getLogger("weasyprint")
    logger.handlers = [handler]
    yield messages
    logger.handlers = []


def _weasyprint():
    # Before the library is loaded: it chooses between Chinese and Japanese forms by this.
    os.environ["PANGO_LANGUAGE"] = "zh-cn:en"
    try:
        weasyprint = import_module("weasyprint")
        # Without it another library would cut the font, slowly and into other bytes.
        subset = import_module("weasyprint.text.ffi").harfbuzz_subset
    except OSError as error:
        raise BuildError(MISSING.format("Pango")) from error
    if subset is None:
        raise BuildError(MISSING.format("HarfBuzz's subset library"))
    return weasyprint
