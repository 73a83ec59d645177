"""The built site of this project, read in a real Chromium, from the disk and over HTTP."""

import shutil
import threading

import pytest
from playwright.sync_api import sync_playwright

from region_report import serving
from region_report.paths import build_dir


def pytest_addoption(parser):
    """`make accessibility` looks at every page, not at one of each kind."""
    parser.addoption("--every-page", action="store_true", help="check every page of the site, not a sample")


def pytest_collection_modifyitems(config, items):
    """Only `-m browser` runs what is here: the rest of the tests must pass on a machine without a browser."""
    if "browser" in config.option.markexpr:
        return
    here = [item for item in items if item.get_closest_marker("browser")]
    config.hook.pytest_deselected(items=here)
    items[:] = [item for item in items if item not in here]


@pytest.fixture(scope="session")
def site():
    """The folder of the published site."""
    folder = build_dir() / "site"
    if not (folder / "index.html").is_file():
        pytest.fail("There is no built site in _build/site. Build it first: make report.")
    return folder


@pytest.fixture(scope="session")
def browser():
    """A Chromium of the machine."""
    path = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if not path:
        pytest.fail("These tests need a Chromium. On Debian: apt-get install chromium fonts-noto-cjk.")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def serve():
    """`serve(folder)` returns the address at which a folder is served."""
    servers = []

    def served(folder):
        servers.append(serving.server(folder))
        threading.Thread(target=servers[-1].serve_forever, daemon=True).start()
        return f"http://127.0.0.1:{servers[-1].server_port}"

    yield served
    for server in servers:
        server.shutdown()


@pytest.fixture(scope="session")
def address(site, serve):
    """The site over HTTP."""
    return serve(site)


@pytest.fixture(scope="session", params=["disk", "http"])
def base(request, site):
    """Where the site is read from: a folder opened by a double click, or a server."""
    return site.absolute().as_uri() if request.param == "disk" else request.getfixturevalue("address")


@pytest.fixture(scope="session")
def names(site):
    """The address of every page that does not lead on to another one by itself, as seen from the site."""
    pages = [path for path in site.rglob("*.html") if 'http-equiv="Refresh"' not in path.read_text("utf-8")]
    return sorted(path.relative_to(site).as_posix() for path in pages)


@pytest.fixture(scope="session")
def region(site):
    """The name of a region's page that has a chart."""
    pages = sorted((site / "zh" / "book" / "regions").glob("*.html"))
    return next(page.name for page in pages if 'class="report-chart"' in page.read_text("utf-8"))


@pytest.fixture
def open_page(browser):
    """`open_page(address, **settings)` returns a page and the list of what went wrong on it."""
    contexts = []

    def opened(address, **settings):
        context = browser.new_context(**settings)
        contexts.append(context)
        page = context.new_page()
        wrong = watch(page, address)
        page.goto(address)
        return page, wrong

    yield opened
    for context in contexts:
        context.close()


def watch(page, address):
    """A list that fills with foreign requests, failed ones, and errors of the console."""
    wrong = []
    own = ("data:", "blob:", "file:" if address.startswith("file:") else "/".join(address.split("/")[:3]))

    def note(kind, what, when=True):
        if when:
            wrong.append(f"{kind}: {what}")

    page.on("request", lambda each: note("foreign", each.url, not each.url.startswith(own)))
    # A page that leads on to another one gives up its own requests.
    page.on("requestfailed", lambda each: note("failed", each.url, each.failure != "net::ERR_ABORTED"))
    page.on("response", lambda each: note(each.status, each.url, each.status >= 400))
    page.on("pageerror", lambda error: note("error", error))
    page.on("console", lambda each: note("console", each.text, each.type == "error"))
    return wrong
