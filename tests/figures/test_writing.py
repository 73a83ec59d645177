import math

import pytest

from region_report.figures import FigureError, write


@pytest.mark.parametrize(
    ("value", "chinese", "english"),
    [
        (50000, "5万", "50,000"),
        (47000, "4.7万", "47,000"),
        (17439, "17,439", "17,439"),
        (17400, "1.74万", "17,400"),
        (9999, "9,999", "9,999"),
        (305441, "305,441", "305,441"),
        (50126804, "50,126,804", "50,126,804"),
        (55300000000, "553亿", "55,300,000,000"),
        (109254500, "10,925.45万", "109,254,500"),
        (501230000, "50,123万", "501,230,000"),
        (44.28, "44.28", "44.28"),
        (0, "0", "0"),
        (-50000, "−5万", "−50,000"),
    ],
)
def test_a_number_is_written_as_its_reader_writes_it(value, chinese, english):
    assert write(value, lang="zh") == chinese
    assert write(value, lang="en") == english


@pytest.mark.parametrize(
    ("value", "lang", "unit_word", "expected"),
    [
        (47000, "zh", "名", "4.7万名"),
        (47000, "en", "people", "47,000 people"),
        (44.28, "zh", "%", "44.28%"),
        (44.28, "en", "%", "44.28%"),
    ],
)
def test_the_unit_stands_behind_the_number(value, lang, unit_word, expected):
    assert write(value, lang=lang, unit_word=unit_word) == expected


@pytest.mark.parametrize(("value", "word"), [(math.inf, "inf"), (math.nan, "nan")])
def test_what_has_no_digits_is_refused(value, word):
    with pytest.raises(FigureError) as error:
        write(value, lang="en")
    assert str(error.value) == f"{word} has no digits to write. Give a number, and say a gap in words."
