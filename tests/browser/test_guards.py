"""Every page of the built site keeps the guards; no browser is needed, but the whole site is."""

import guards
import pytest

from region_report import codelists, observations

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_no_page_of_the_site_breaks_a_guard(site, names, lang):
    quoted = set(observations.load_all()["printed"])
    # Other names of an indicator are listed as the sources print them.
    quoted |= {name for names in codelists.load().indicators["aliases"] for name in names.split("|")}
    pages = {name: (site / name).read_text("utf-8") for name in names if name.startswith(f"{lang}/")}
    assert len(pages) > 10
    assert {name: found for name, html in pages.items() if (found := guards.faults(html, lang, quoted=quoted))} == {}
