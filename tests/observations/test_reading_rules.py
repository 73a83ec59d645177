import pytest

from region_report import codelists
from region_report.errors import DataError
from region_report.testing import observations

PERIODS = (
    " Allowed: a year 2020, a month 2020-10, a date 2020-11-01, an interval 2020/2023,"
    " or nothing where the source gives none."
)
_STATUSES = codelists.load().statuses
_STATUSES = _STATUSES[_STATUSES["used_for"].str.contains("observation")].set_index("id")["printed"]
# Statuses by what stands in the row: anything at all, no figure, nothing.
ANY, NO_FIGURE, NOTHING = (
    ", ".join(_STATUSES[_STATUSES.isin(kinds)].index)
    for kinds in (["figure", "words", "nothing"], ["words", "nothing"], ["nothing"])
)


def faults(text):
    with pytest.raises(DataError) as caught:
        observations(text)
    return str(caught.value).splitlines()[1:]


def test_digits_alone_are_a_percentage_where_the_indicator_is_one():
    frame = observations("""
        indicator          measure   period  printed
        nursing_bed_share  baseline  2020    44.28
        station_coverage   baseline  2020    58
    """)
    assert frame[["lower", "upper"]].round(3).values.tolist() == [[44.275, 44.285], [57.5, 58.5]]


def test_a_percentage_of_at_least_55_ends_at_100():
    frame = observations("""
        indicator          measure  period  printed
        nursing_bed_share  target   2025    ≥55
    """)
    assert frame[["value", "lower", "upper", "bound"]].values.tolist() == [[55, 55, 100, "at_least"]]


def test_a_target_is_exact_and_the_same_words_as_a_measurement_are_not():
    frame = observations("""
        indicator   measure  period  printed
        volunteers  target   2025    4.7万名
        volunteers  actual   2025    4.7万名
    """)
    assert frame[["lower", "upper"]].values.tolist() == [[47_000, 47_000], [46_500, 47_500]]


def test_a_single_unit_is_named_in_the_singular():
    frame = observations("""
        indicator       measure  printed
        volunteer_teams  actual  1支
        volunteers       actual  2名
    """)
    assert frame["unit_en"].tolist() == ["team", "people"]


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (
            "volunteer         actual  2022     3名",
            "line 3, indicator: 'volunteer' is not in data/indicators.csv. Did you mean 'volunteers'?",
        ),
        (
            "volunteers        actual  2022     104.2户",
            "line 3, printed: '104.2户' counts 户, but 'volunteers' counts 人, 名, 位, 个人.",
        ),
        (
            "station_coverage  actual  2022     104.2%",
            "line 3, printed: '104.2%' is above 100, the limit for 'station_coverage'.",
        ),
        (
            "volunteers        actual  2022/13  3名",
            "line 3, period: '2022/13' is not allowed." + PERIODS,
        ),
        (
            "volunteers        actual  2022-13  3名",
            "line 3, period: '2022-13' is not allowed." + PERIODS,
        ),
        (
            "volunteers        actual  2023/2020  3名",
            "line 3, period: '2023/2020' is not allowed. Did you mean '2020/2023'?" + PERIODS,
        ),
        (
            "volunteers        actuals  2022    3名",
            "line 3, measure: 'actuals' is not allowed. Did you mean 'actual'?"
            " Allowed: actual, baseline, target, denominator.",
        ),
        (
            "volunteers        actual  2022     每个设区市3名",
            "line 3, printed: '每个设区市3名' is so many for each 设区市, but 'volunteers' is of the kind 'count'.",
        ),
    ],
)
def test_a_wrong_row_says_what_was_found_and_what_is_allowed(row, expected):
    assert faults(f"\nindicator         measure  period  printed\n{row}\n") == [f"  {expected}"]


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (
            "slogan      一加一大于二",
            f"status: 'slogan' is a statement in words. Give the row one of: {NO_FIGURE}.",
        ),
        (
            "volunteers  3名           not_reported",
            "printed: '3名' stands with the status 'not_reported', which means that no value is printed."
            " Remove one of the two.",
        ),
        (
            "volunteers",
            f"printed: is empty. Fill it in, or give the row a status: {NOTHING}.",
        ),
        (
            "volunteers  3名           not_found",
            f"status: 'not_found' is for metrics only. Allowed: {ANY}.",
        ),
        (
            "volunteers  3名           widerscope",
            "status: 'widerscope' is not in data/statuses.csv. Did you mean 'wider_scope'?",
        ),
    ],
)
def test_what_is_printed_must_fit_the_status(row, expected):
    assert faults(f"\nindicator   printed       status\n{row}\n") == [f"  line 3, {expected}"]


def test_only_a_target_has_a_nature():
    text = """
        indicator   measure  period  printed  nature
        volunteers  actual   2022    3名      binding
    """
    assert faults(text) == [
        "  line 3, nature: 'binding' stands with measure 'actual'; only a target has a nature. Empty it."
    ]


def test_the_same_key_twice_names_both_lines():
    text = """
        indicator   period  printed  place
        volunteers  2022    3名      page 3
        volunteers  2022    3名      page 3
    """
    assert faults(text) == [
        "  line 4: the same indicator, measure, period, source, place as line 3. Delete one of the two, or correct it."
    ]


def test_two_figures_that_cannot_both_be_true_must_be_marked():
    text = """
        indicator   period  printed
        volunteers  2022    93.1万名
        volunteers  2022    92.9万名
    """
    assert faults(text) == [
        "  line 3, printed: '93.1万名' disagrees with line 4, '92.9万名'"
        " (same indicator, measure and period). Give both the status 'conflicting', or correct one.",
        "  line 4, printed: '92.9万名' disagrees with line 3, '93.1万名'"
        " (same indicator, measure and period). Give both the status 'conflicting', or correct one.",
    ]


def test_a_rounded_figure_and_the_full_one_do_not_disagree():
    frame = observations("""
        indicator   period  printed
        volunteers  2022    4.7万名
        volunteers  2022    47123名
    """)
    assert frame["status"].tolist() == ["", ""]


def test_a_figure_marked_conflicting_needs_another_that_disagrees():
    text = """
        indicator   period  printed  status
        volunteers  2022    3名      conflicting
    """
    assert faults(text) == [
        "  line 3, status: 'conflicting', but no figure of the same indicator, measure and period disagrees. Empty it."
    ]


def test_an_unknown_word_that_is_near_to_none_says_what_to_do():
    assert faults("\nindicator  period  printed\nxyz  2022  3名\n") == [
        "  line 3, indicator: 'xyz' is not in data/indicators.csv. Write an id that is there, or add this one."
    ]
