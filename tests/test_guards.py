"""Each guard of the built pages finds what it is there for: a sound page, and the same page with one thing wrong."""

import guards
import pytest

POLICY = '<meta http-equiv="Content-Security-Policy" content="default-src \'self\'">'
CHART = (
    '<figure class="report-chart"><picture><img src="a.svg" alt="两条柱"></picture>'
    '<figcaption><span class="report-chart__source"><b>来源：</b>民政局</span></figcaption>'
    "<details><summary>查看图中数据</summary><table><thead><tr><th>项目</th></tr></thead>"
    "<tbody><tr><td>1</td></tr></tbody></table></details></figure>"
)
ZH = (
    f'<html><head>{POLICY}<link rel="stylesheet" href="report.css"></head>'
    '<body><header class="bd-header"><a href="https://example.org/">地区分析报告</a>'
    '<span lang="en">English</span></header>'
    f'<p>共两项，见“<a href="a.html">数据</a>”。</p>{CHART}</body></html>'
)
EN = (
    f'<html><head>{POLICY}</head><body><header class="bd-header"><a href="a.html">Regional report</a>'
    '<a lang="zh-Hans" href="b.html">中文</a></header><p>Two items: 4.7万名.</p></body></html>'
)


def test_a_sound_page_of_each_edition_is_accepted():
    assert guards.faults(ZH, "zh") == {}
    assert guards.faults(EN, "en") == {}


@pytest.mark.parametrize(
    ("right", "wrong", "guard"),
    [
        ('href="report.css"', 'href="https://cdn.example.org/report.css"', "foreign"),
        ("</head>", '<script src="//cdn.example.org/vega.js"></script></head>', "foreign"),
        ('src="a.svg"', 'src="a.svg" srcset="a.svg 1x, http://example.org/b.svg 2x"', "foreign"),
        ("</head>", "<style>@font-face { src: url('https://fonts.example.org/a.woff2') }</style></head>", "foreign"),
        ("<p>", '<p style="background: url(https://example.org/a.png)">', "foreign"),
        (POLICY, "", "policy"),
        ("default-src 'self'", "default-src 'self'; script-src 'unsafe-eval'", "policy"),
        ("default-src 'self'", "default-src 'self' https://cdn.example.org", "policy"),
        ('alt="两条柱"', 'alt=""', "charts"),
        ('class="report-chart__source"', "", "charts"),
        ("<tbody><tr><td>1</td></tr></tbody>", "", "charts"),
        (
            '<header class="bd-header">',
            '<header class="bd-header"><button aria-label="Toggle menu"></button>',
            "english",
        ),
        ("地区分析报告", "Regional report", "english"),
        ("查看图中数据", "Show the numbers", "english"),
        ('alt="两条柱"', 'alt="Two bars"', "english"),
        ("共两项，", "共两项,", "half-width"),
        ('alt="两条柱"', 'alt="两条柱(图)"', "half-width"),
    ],
)
def test_a_fault_in_the_chinese_edition_is_found(right, wrong, guard):
    assert right in ZH
    assert list(guards.faults(ZH.replace(right, wrong, 1), "zh")) == [guard]


def test_chinese_in_the_frame_of_the_english_edition_is_found():
    assert list(guards.faults(EN.replace("Regional report", "地区分析报告"), "en")) == ["chinese"]


def test_what_a_source_prints_with_half_width_marks_stays_as_printed():
    page = ZH.replace("共两项", "推动县(市、区)孵化")
    assert list(guards.faults(page, "zh")) == ["half-width"]
    assert guards.faults(page, "zh", quoted=["推动县(市、区)孵化"]) == {}


def test_a_stylesheet_that_fetches_elsewhere_is_found():
    assert guards.foreign_in_style("a { background: url('//example.org/a.png') } b { background: url(own.svg) }")
    assert guards.foreign_in_style("b { background: url(own.svg) }") == []
