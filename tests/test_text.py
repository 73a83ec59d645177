import math

import pytest
from both_languages import pick

from region_report import text
from region_report.errors import DataError, Fault, UsageError
from region_report.messages import Message, spoken
from region_report.metrics.finding import Finding, Value, Words
from region_report.testing import observations
from region_report.text import words

# Each test runs once in each edition.
pytestmark = pytest.mark.usefixtures("lang")


@pytest.mark.parametrize(
    ("value", "zh", "en"),
    [
        (50000, "5万", "50,000"),
        (47000, "4.7万", "47,000"),
        (17439, "17,439", "17,439"),
        (44.28, "44.28", "44.28"),
        (0, "0", "0"),
        (math.nan, "—", "—"),
    ],
)
def test_numbers_are_written_as_the_edition_writes_them(lang, value, zh, en):
    assert text.number(value) == pick(lang, zh, en)


def test_a_number_may_be_rounded_to_decimals_or_to_thousands(lang):
    assert text.number(152.597, decimals=1) == "152.6"
    assert text.number(18, decimals=1) == "18.0"
    assert text.number(46912, decimals=-3) == pick(lang, "4.7万", "47,000")
    assert text.number(-0.5, decimals=1) == "−0.5"


def test_a_number_can_be_asked_for_in_the_other_language():
    assert text.number(50000, lang="zh") == "5万"
    assert text.number(50000, lang="en") == "50,000"


def test_a_share_carries_its_sign_and_a_gap_does_not():
    assert text.percent(16.8) == "16.8%"
    assert text.percent(math.nan) == "—"


PRINTED = """
    indicator                     measure   period      printed   status        unit
    volunteers                    actual    2022        4.7万名
    home_adaptations_in_hardship  target    2025        2.5万户以上
    social_work_posts             actual                200余个
    nursing_bed_share             target    2025        ≥55
    station_coverage              target    2025        全覆盖
    volunteer_organisations       actual    2022                  not_reported
""".replace("        unit\n", "\n")


def test_quantities_carry_unit_and_bound(lang):
    shown = [text.quantity(row) for row in observations(PRINTED).to_dict("records")]
    zh = ["4.7万人", "2.5万户以上", "超过200个", "55%以上", "100%", "未报告"]
    en = [
        "47,000 people",
        "at least 25,000 households",
        "more than 200 posts",
        "at least 55%",
        "100%",
        "not reported",
    ]
    assert shown == pick(lang, zh, en)


def test_intervals_say_where_they_are_exact_or_open(lang):
    shown = [text.interval(row) for row in observations(PRINTED).to_dict("records")]
    zh = ["4.65万～4.75万", "不低于2.5万", "200～300", "55～100", "精确值", "—"]
    en = ["46,500–47,500", "25,000 or more", "200–300", "55–100", "exact", "—"]
    assert shown == pick(lang, zh, en)
    assert text.interval(-math.inf, 5) == pick(lang, "不高于5", "5 or less")


def test_a_metric_is_rounded_to_what_its_interval_allows(lang):
    row = {
        "measure": "metric",
        "value": 152.6,
        "lower": 151.0,
        "upper": 154.2,
        "decimals": 1,
        "bound": "approximate",
    }
    row |= {"unit_zh": "人/个", "unit_en": "people per organisation"}
    assert text.quantity(row) == pick(lang, "153人/个", "153 people per organisation")
    assert text.interval(row) == pick(lang, "151.0～154.2", "151.0–154.2")


@pytest.mark.parametrize(
    ("bound", "value", "lower", "upper", "zh", "en"),
    [
        ("more_than", 6.548, 6.548, 9.822, "超过6.5个", "more than 6.5 posts"),
        ("at_most", 6.541, 3.0, 6.541, "不超过6.6个", "at most 6.6 posts"),
    ],
)
def test_the_threshold_of_a_metric_is_rounded_to_the_side_that_stays_true(lang, bound, value, lower, upper, zh, en):
    row = {"measure": "metric", "value": value, "lower": lower, "upper": upper, "bound": bound, "decimals": 2,
           "unit_zh": "个", "unit_en": "posts"}  # fmt: skip
    assert text.quantity(row) == pick(lang, zh, en)


def test_a_metric_without_an_upper_end_is_a_least_one(lang):
    row = {"measure": "metric", "value": 6.5, "lower": 6.5, "upper": math.inf, "decimals": 1, "unit_zh": "个"}
    assert text.quantity(row | {"unit_en": "posts"}) == pick(lang, "6.5个以上", "at least 6.5 posts")


def test_at_least_one_is_one_in_english_and_more_than_one_is_several(lang):
    rows = observations("""
        indicator                       measure  period  printed
        social_organisation_incubators  target   2025    每个设区市至少拥有一个
        mental_health_facilities        target   2025    每个设区市建设1所
        smart_care_homes                target   2025    15个以上
    """)
    shown = [text.quantity(row) for row in rows.to_dict("records")]
    assert shown == pick(
        lang, ["1个以上", "1所", "15个以上"], ["at least 1 incubator", "1 facility", "at least 15 care homes"]
    )


def test_what_has_no_value_is_shown_as_its_status(lang):
    row = {"value": math.nan, "printed": "三清单", "status_zh": "文字表述", "status_en": "in words"}
    assert text.quantity(row) == pick(lang, "文字表述", "in words")
    assert text.quantity({"value": math.nan}) == "—"


def test_a_compact_figure_has_the_sign_of_its_bound_and_no_unit(lang):
    shown = [text.compact(row) for row in observations(PRINTED).to_dict("records")[:5]]
    zh, en = ["4.7万", "≥2.5万", ">200", "≥55%", "100%"], ["47,000", "≥25,000", ">200", "≥55%", "100%"]
    assert shown == pick(lang, zh, en)


@pytest.mark.parametrize(
    ("value", "zh", "en"),
    [
        ("2025", "2025年", "2025"),
        ("2023-12", "2023年12月", "December 2023"),
        ("2020-11-01", "2020年11月1日", "1 November 2020"),
        ("2021/2023", "2021—2023年", "2021–2023"),
        ("2025-01/2025-09", "2025年1月～2025年9月", "January 2025–September 2025"),
        ("", "未注明时间", "undated"),
        (math.nan, "未注明时间", "undated"),
    ],
)
def test_periods_are_words_and_a_missing_one_is_said(lang, value, zh, en):
    assert text.period(value) == pick(lang, zh, en)


def test_labels_are_those_of_the_edition(lang):
    row = observations(PRINTED).iloc[0]
    assert text.label(row, "indicator") == pick(lang, "培育的志愿者", "Volunteers developed")
    assert text.label(row, "status") == ""


def test_an_unknown_edition_is_a_wrong_call():
    with pytest.raises(UsageError) as error:
        text.use("xx")
    assert str(error.value) == f"There is no edition 'xx'. Editions: {', '.join(text.LANGUAGES)}."


def test_a_missing_text_stops_and_names_its_key(lang):
    with pytest.raises(text.MissingText) as error:
        text.t("nowhere.at_all")
    told = f"There is no text 'nowhere.at_all' in locale/{lang}. Add it to a file there, in each language."
    assert str(error.value) == told


def test_a_text_without_its_value_stops_and_names_both(lang):
    with pytest.raises(text.MissingText) as error:
        text.t("text.years", start=2020)
    assert str(error.value) == f"The text 'text.years' in locale/{lang} needs a value for 'end'."


def test_a_text_is_shown_as_markdown_and_as_plain_text():
    shown = text.say("text.gap")
    assert shown._repr_mimebundle_() == {"text/markdown": "—", "text/plain": "—"}
    assert str(shown) == "—"


def test_without_findings_one_sentence_says_so(lang):
    zh = "本页没有列为要点的计算结果；仅据转载资料的结果，如有，见以下各节，并已注明。"
    en = (
        "This page has no computed result at a glance; results that rest on copies alone, if any, are in the "
        "sections below, and marked so."
    )
    assert str(text.sentences([])) == pick(lang, zh, en)


def test_a_finding_writes_its_values_as_its_sentence_asks(lang, monkeypatch):
    texts = {"findings.pace": "{who}: {growth} ({growth.interval}; {growth.printed}), {count}"}
    monkeypatch.setattr("region_report.text.words.catalogue", lambda _: {**CATALOGUES[lang], **texts})
    growth = Value(16.8123, 16.75, 16.95, "percent", 2)
    finding = Finding("pace", {"who": Words("广西", "Guangxi"), "growth": growth, "count": Value(14)})
    zh, en = "- 广西: 16.8% (16.75～16.95%; 16.8123%), 14", "- Guangxi: 16.8% (16.75–16.95%; 16.8123%), 14"
    assert str(text.sentences([finding])) == pick(lang, zh, en)


def test_a_sentence_leads_to_the_section_where_its_figures_stand(lang, monkeypatch):
    texts = {"findings.pace": "{count}"}
    monkeypatch.setattr("region_report.text.words.catalogue", lambda _: {**CATALOGUES[lang], **texts})
    finding = Finding("pace", {"count": Value(14)}, region="east", section="workforce")
    zh, en = "- 14[数字出处：队伍]({})", "- 14 [Where from: Workforce]({})"
    assert str(text.sentences([finding])) == pick(lang, zh, en).format("#east-workforce")
    there = "regions/east.html#east-workforce"
    assert str(text.sentences([finding], elsewhere=True)) == pick(lang, zh, en).format(there)


CATALOGUES = {lang: dict(text.words.catalogue(lang)) for lang in text.LANGUAGES}


def test_all_locale_files_are_complete_and_agree():
    assert text.check_locales() == []


def test_faults_of_locale_files_name_file_line_and_key(tmp_path):
    write(tmp_path / "zh" / "a.yml", "a:\n  both: 两者{n}\n  only: 仅有\n")
    write(tmp_path / "zh" / "b.yml", "a.both: 又一次\n")
    write(tmp_path / "en" / "a.yml", "a:\n  both: both {m}\n")
    folder = tmp_path.as_posix()
    assert text.check_locales(tmp_path) == [
        Fault(f"{folder}/zh/a.yml", 3, "a.only", Message("faults.text_missing", lang="en")),
        Fault(f"{folder}/zh/b.yml", 1, "a.both", Message("faults.text_fields", langs=("zh", "en"), fields=("m",))),
        Fault(f"{folder}/zh/b.yml", 1, "a.both", Message("faults.text_twice", first=f"{folder}/zh/a.yml", line=2)),
    ]


def write(path, words):
    path.parent.mkdir(exist_ok=True)
    path.write_text(words, "utf-8")


def test_two_different_ends_never_look_alike():
    with text.edition("en"):
        assert text.interval(4.419, 4.444, decimals=1) == "4.42–4.44"
        assert text.interval(6.3, 6.34, decimals=1) == "6.30–6.34"


def own_words(monkeypatch, **texts):
    """The English texts of a project that says these otherwise, keys with __ for a point."""
    given = {key.replace("__", "."): text for key, text in texts.items()}
    monkeypatch.setattr(words.settings, "words", lambda lang: given)
    return words.catalogue.__wrapped__("en")


def test_a_project_s_own_words_take_the_places_of_others_and_add_themes(monkeypatch):
    found = own_words(monkeypatch, site__title="Libraries", tables__theme__lending="lending")
    assert (found["site.title"], found["tables.theme.lending"]) == ("Libraries", "lending")
    assert found["site.search"] == "Search"


def test_own_words_that_nobody_asks_for_or_with_other_fields_are_told(monkeypatch):
    with pytest.raises(DataError) as refused, spoken("en"):
        own_words(monkeypatch, site__titel="Libraries", report__subject="All of {names} in {year}")
    with spoken("en"):
        assert str(refused.value) == (
            "2 problems in words.en.yml\n"
            "  report.subject: this text has no such fields: year. Remove them.\n"
            "  site.titel: no page asks for this text. Did you mean 'site.title'? Correct the key, or delete it."
        )
