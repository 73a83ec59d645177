"""A region whose page cannot be made takes nothing else with it."""

from built_pages import article, row
from copies import change, copy_project, run


def test_a_region_that_fails_leaves_the_rest_of_the_site_and_a_page_that_says_so(tmp_path):
    folder = copy_project(tmp_path, data="tests/data/invented")
    broken = 'observations = open_region({\\"yuepu\\": \\"nowhere\\"}.get(region, region), lang=lang, data=data)'
    change(folder / "notebooks" / "region.ipynb", "observations = open_region(region, lang=lang, data=data)", broken)
    result = run(folder, "region-report", "build", "--lang", "zh")
    assert result.returncode == 1
    assert result.stderr.splitlines() == [
        "failed    region yuepu zh: cell 2: UsageError: There is no region 'nowhere' in data/regions. "
        "Regions: xingyuan, yuepu."
    ]
    regions = folder / "_build" / "site" / "zh" / "book" / "regions"
    page = article(regions / "yuepu.html")
    assert page.find("h1").get_text().startswith("月浦县（虚构）")
    assert "此次未能生成" in page.get_text()
    assert page.find("table") is None
    assert row(article(regions / "xingyuan.html"), "evidence", "培育的志愿者")[1] == "1.2万名"
