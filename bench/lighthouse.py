"""Lighthouse on the built site, as a slow phone would load it: the medians of several runs as a Markdown table.

    make lighthouse

Needs Node (npx fetches Lighthouse from the npm registry) and a Chromium. The site is served as a host serves it,
compressed; the phone and its line are simulated by Lighthouse's own defaults.
"""

import json
import os
import shutil
import subprocess
import sys
import threading
from argparse import ArgumentParser
from statistics import median

from region_report import serving
from region_report.paths import build_dir

LIGHTHOUSE = "lighthouse@12.8.2"
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
PAGES = ("index", "regions/wenzhou", "regions/guangxi", "comparison")
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
AUDITS = {"first-contentful-paint": "FCP, s", "largest-contentful-paint": "LCP, s", "total-blocking-time": "TBT, ms"}


def main():
    """Measure the pages named on the command line, or the usual ones, and print the table."""
    parser = ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("pages", nargs="*", help="such as zh/book/index")
    parser.add_argument("--runs", type=int, default=3)
    given = parser.parse_args()
    browser = needed()
    local = serving.server(build_dir() / "site")
    threading.Thread(target=local.serve_forever, daemon=True).start()
    print("| page | " + " | ".join([*CATEGORIES, *AUDITS.values(), "layout shift", "bytes"]) + " |")
    print("|---" * (len(CATEGORIES) + len(AUDITS) + 3) + "|")
    for page in given.pages or [f"{lang}/book/{page}" for lang in ("zh", "en") for page in PAGES]:
        address = f"http://127.0.0.1:{local.server_port}/{page}.html"
        runs = [measured(address, browser) for _ in range(given.runs)]
        medians = [f"{median(values):,.5g}" for values in zip(*runs, strict=True)]
        print(f"| {page} | {' | '.join(medians)} |", flush=True)


def needed():
    """The browser; ends with a clear word where the machine lacks a tool or the site is not built."""
    browser = next(filter(None, map(shutil.which, BROWSERS)), None)
    if not browser:
        sys.exit("Lighthouse needs a Chromium. On Debian: apt-get install chromium fonts-noto-cjk.")
    if not shutil.which("npx"):
        sys.exit("Lighthouse needs npx. Install Node 20 or newer: on Debian, apt-get install npm.")
    if not (build_dir() / "site" / "index.html").is_file():
        sys.exit("There is no site in _build/site yet. Build it: make report.")
    return browser


def measured(address, browser):
    """Scores (0 to 100), seconds, milliseconds, layout shift and bytes of one run."""
    command = ["npx", "--yes", LIGHTHOUSE, address, "--quiet", "--output=json"]
    command.append("--chrome-flags=--headless=new --no-sandbox")
    run = subprocess.run(command, env={**os.environ, "CHROME_PATH": browser}, capture_output=True, text=True)
    if run.returncode:
        sys.exit(f"Lighthouse did not finish on {address}:\n{run.stderr.strip()}")
    report = json.loads(run.stdout)
    audits = report["audits"]
    scores = [100 * report["categories"][name]["score"] for name in CATEGORIES]
    first, largest, blocked = (audits[name]["numericValue"] for name in AUDITS)
    shift, size = (audits[name]["numericValue"] for name in ("cumulative-layout-shift", "total-byte-weight"))
    return [*scores, first / 1000, largest / 1000, blocked, shift, size]


if __name__ == "__main__":
    main()
