import pytest

from region_report import text
from region_report.charts import axes


def test_chinese_axes_count_in_wan_and_english_ones_do_not():
    with text.edition("zh"):
        assert "万" in axes.number_expression()
    with text.edition("en"):
        assert axes.number_expression("%") == "format(datum.value, ',~r') + '%'"


@pytest.mark.parametrize(
    ("values", "ticks"),
    [
        ([877], [0, 250, 500, 750, 1000]),
        ([0.2, 0.9], [0, 0.25, 0.5, 0.75, 1]),
        ([0], [0, 0.25, 0.5, 0.75, 1]),
    ],
)
def test_lengths_begin_at_zero(values, ticks):
    assert axes.from_zero(values) == ticks


def test_positions_begin_at_zero_unless_different_values_lie_close_together():
    assert axes.around([5, 18])[0] == 0
    assert axes.around([151, 154.2])[0] > 140
    assert axes.around([1.04, 1.04])[0] == 0


def test_the_end_of_a_whole_is_a_tick():
    assert axes.inside(1253) == [0, 500, 1000, 1253]


def test_a_scale_has_two_ends_even_for_one_value():
    assert axes.ticks(100, 100) == [100, 125]
