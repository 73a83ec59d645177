import math

import pytest

from region_report.figures import FigureError, parse

EXAMPLES = "Print one figure, such as 4.7万名, 2.5万户以上, 44.28% or 全覆盖."
OPEN = math.inf


def read(printed, **options):
    figure = parse(printed, **options)
    return figure.value, figure.lower, figure.upper, figure.bound, figure.unit


@pytest.mark.parametrize(
    ("printed", "value", "lower", "upper", "unit"),
    [
        ("17439", 17439, 17439, 17439, ""),
        ("305,441", 305441, 305441, 305441, ""),
        ("50，126，804人", 50126804, 50126804, 50126804, "人"),
        ("1 200例", 1200, 1200, 1200, "例"),
        ("3893节", 3893, 3893, 3893, "节"),
        ("4312场次", 4312, 4312, 4312, "场次"),
        ("44.28", 44.28, 44.275, 44.285, ""),
        ("6.5个", 6.5, 6.45, 6.55, "个"),
        ("4.7万名", 47000, 46500, 47500, "名"),
        ("53.10万人", 531000, 530950, 531050, "人"),
        ("10925.45万元", 109254500, 109254450, 109254550, "元"),
        ("1800万间", 18000000, 17995000, 18005000, "间"),
        ("1万家", 10000, 5000, 15000, "家"),
        ("553亿元", 55300000000, 55250000000, 55350000000, "元"),
        ("3万亿元", 3e12, 2.5e12, 3.5e12, "元"),
        ("4亿5000万元", 450000000, 449995000, 450005000, "元"),
        ("1万2千人", 12000, 11500, 12500, "人"),
        ("5千人", 5000, 5000, 5000, "人"),
        ("60%", 60, 59.5, 60.5, "%"),
        ("20.96%", 20.96, 20.955, 20.965, "%"),
        ("1.5‰", 1.5, 1.45, 1.55, "‰"),
        ("3个百分点", 3, 2.5, 3.5, "个百分点"),
        ("-3.5%", -3.5, -3.55, -3.45, "%"),
        ("5000元/月", 5000, 5000, 5000, "元/月"),
    ],
)
def test_digits_allow_half_a_unit_of_the_last_one_where_they_may_be_rounded(printed, value, lower, upper, unit):
    assert read(printed) == (value, lower, upper, "exact", unit)


@pytest.mark.parametrize(
    ("printed", "value", "lower", "upper"),
    [
        ("100%", 100, 99.5, 100),
        ("99.8%", 99.8, 99.75, 99.85),
        ("100.0%", 100, 99.95, 100),
        ("147%", 147, 146.5, 147.5),
        ("0%", 0, 0, 0.5),
    ],
)
def test_a_percentage_up_to_100_never_reaches_above_100(printed, value, lower, upper):
    assert read(printed) == (value, lower, upper, "exact", "%")


@pytest.mark.parametrize(
    ("printed", "value", "lower", "upper", "unit"),
    [
        ("一百九十人", 190, 190, 190, "人"),
        ("三十六人", 36, 36, 36, "人"),
        ("两家", 2, 2, 2, "家"),
        ("十", 10, 10, 10, ""),
        ("二〇二〇", 2020, 2020, 2020, ""),
        ("一百零五", 105, 105, 105, ""),
        ("一百五", 150, 150, 150, ""),
        ("一万二千三百四十五人", 12345, 12345, 12345, "人"),
        ("两万三", 23000, 22500, 23500, ""),
        ("三万五千人", 35000, 34500, 35500, "人"),
        ("三点五万人", 35000, 34500, 35500, "人"),
        ("四點七萬名", 47000, 46500, 47500, "名"),
        ("百分之一", 1, 0.5, 1.5, "%"),
        ("百分之九十五点五", 95.5, 95.45, 95.55, "%"),
        ("百分之百", 100, 99.5, 100, "%"),
        ("千分之六", 6, 5.5, 6.5, "‰"),
        ("八成", 80, 75, 85, "%"),
        ("九成五", 95, 94.5, 95.5, "%"),
        ("五分之一", 20, 20, 20, "%"),
        ("一半", 50, 50, 50, "%"),
    ],
)
def test_chinese_numerals_read_like_digits(printed, value, lower, upper, unit):
    assert read(printed) == (value, lower, upper, "exact", unit)


@pytest.mark.parametrize(
    ("printed", "value", "lower", "upper", "bound", "unit"),
    [
        ("200余个", 200, 200, 300, "more_than", "个"),
        ("2330余人", 2330, 2330, 2340, "more_than", "人"),
        ("2300余万", 23000000, 23000000, 24000000, "more_than", ""),
        ("22.8万余名", 228000, 228000, 229000, "more_than", "名"),
        ("9万多户", 90000, 90000, 100000, "more_than", "户"),
        ("十余家", 10, 10, 20, "more_than", "家"),
        ("近400人", 400, 350, 400, "approximate", "人"),
        ("近20场", 20, 15, 20, "approximate", "场"),
        ("近千人", 1000, 500, 1000, "approximate", "人"),
        ("约15万个", 150000, 145000, 155000, "approximate", "个"),
        ("20个左右", 20, 15, 25, "approximate", "个"),
        ("超10亿元", 1000000000, 1000000000, OPEN, "more_than", "元"),
        ("超过13000人", 13000, 13000, OPEN, "more_than", "人"),
        ("突破4000人", 4000, 4000, OPEN, "more_than", "人"),
        (">30", 30, 30, OPEN, "more_than", ""),
        ("过半数", 50, 50, OPEN, "more_than", "%"),
        ("上万名", 10000, 10000, OPEN, "more_than", "名"),
        ("≥55", 55, 55, OPEN, "at_least", ""),
        ("2.5万户以上", 25000, 25000, OPEN, "at_least", "户"),
        ("不低于30%", 30, 30, OPEN, "at_least", "%"),
        ("不少于50条", 50, 50, OPEN, "at_least", "条"),
        ("至少建成3个", 3, 3, OPEN, "at_least", "个"),
        ("千分之一以上", 1, 1, OPEN, "at_least", "‰"),
        ("九成五以上", 95, 95, OPEN, "at_least", "%"),
        ("不超过50个", 50, 0, 50, "at_most", "个"),
        ("100个以内", 100, 0, 100, "at_most", "个"),
        ("最多5名", 5, 0, 5, "at_most", "名"),
        ("≤2", 2, 0, 2, "at_most", ""),
        ("不足500人", 500, 0, 500, "less_than", "人"),
        ("<2", 2, 0, 2, "less_than", ""),
        ("≥-3", -3, -3, OPEN, "at_least", ""),
        ("≤-3", -3, -OPEN, -3, "at_most", ""),
    ],
)
def test_a_bound_word_opens_or_widens_the_interval(printed, value, lower, upper, bound, unit):
    assert read(printed) == (value, lower, upper, bound, unit)


@pytest.mark.parametrize(
    ("printed", "value", "lower", "upper", "unit"),
    [
        ("35～40张", 37.5, 35, 40, "张"),
        ("35-40", 37.5, 35, 40, ""),
        ("35至40张", 37.5, 35, 40, "张"),
        ("35%—40%", 37.5, 35, 40, "%"),
        ("3至5万人", 40000, 30000, 50000, "人"),
        ("8000至1万人", 9000, 8000, 10000, "人"),
        ("三至五家", 4, 3, 5, "家"),
        ("两三百人", 250, 200, 300, "人"),
        ("三五家", 4, 3, 5, "家"),
        ("七八个", 7.5, 7, 8, "个"),
        ("六七成", 65, 60, 70, "%"),
        ("百分之三十至四十", 35, 30, 40, "%"),
    ],
)
def test_a_range_has_its_middle_and_its_ends(printed, value, lower, upper, unit):
    assert read(printed) == (value, lower, upper, "approximate", unit)


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("5万人", (50000, 50000, 50000, "exact", "人")),
        ("60%", (60, 60, 60, "exact", "%")),
        ("100%", (100, 100, 100, "exact", "%")),
        ("2.5万户以上", (25000, 25000, OPEN, "at_least", "户")),
        ("≥55", (55, 55, OPEN, "at_least", "")),
        ("不超过3%", (3, 0, 3, "at_most", "%")),
    ],
)
def test_a_commitment_is_exact_unless_it_carries_a_bound_word(printed, expected):
    assert read(printed, commitment=True) == expected


@pytest.mark.parametrize("printed", ["全覆盖", "全部", "全部达标", "全面覆盖"])
def test_full_coverage_is_exactly_100_percent(printed):
    assert read(printed) == (100, 100, 100, "exact", "%")
    assert parse(printed).full


@pytest.mark.parametrize(
    ("printed", "lower", "upper", "unit", "per"),
    [
        ("每个设区市建设1所", 1, 1, "所", "设区市"),
        ("每个设区市至少拥有一个", 1, OPEN, "个", "设区市"),
        ("每个设区市至少1个", 1, OPEN, "个", "设区市"),
        ("每个设区市和每个县(市)建有1家", 1, 1, "家", "设区市和县(市)"),
        ("每个设区市和每个县（市）至少建成1家", 1, OPEN, "家", "设区市和县(市)"),
        ("每一个县都建有1家", 1, 1, "家", "县"),
        ("每县至少建成一家", 1, OPEN, "家", "县"),
        ("每個城鄉社區至少安排1名", 1, OPEN, "名", "城乡社区"),
        ("每个城市社区至少要有1名", 1, OPEN, "名", "城市社区"),
        ("每个社区有社工2名", 2, 2, "名", "社区"),
    ],
)
def test_a_distributive_commitment_says_who_has_it(printed, lower, upper, unit, per):
    figure = parse(printed)
    assert (figure.lower, figure.upper, figure.unit, figure.per) == (lower, upper, unit, per)


@pytest.mark.parametrize(
    ("printed", "column", "expected"),
    [
        ("2.3", "万人", (23000, 22500, 23500, "exact", "人")),
        ("58", "%", (58, 57.5, 58.5, "exact", "%")),
        ("≥55", "%", (55, 55, OPEN, "at_least", "%")),
        (">30", "平方米", (30, 30, OPEN, "more_than", "平方米")),
        ("78人", "万人", (78, 78, 78, "exact", "人")),
        ("44.28", "no unit", (44.28, 44.275, 44.285, "exact", "")),
    ],
)
def test_a_table_cell_takes_scale_and_unit_from_its_column(printed, column, expected):
    assert read(printed, column=column) == expected


def test_the_figure_keeps_the_words_as_given():
    assert parse("５\n万人").printed == "５\n万人"
    assert read("５\n万人") == read("5万人")


@pytest.mark.parametrize(
    ("printed", "message"),
    [
        ("", f"'' holds no figure. {EXAMPLES}"),
        ("—", f"'—' holds no figure. {EXAMPLES}"),
        ("若干", f"'若干' holds no figure. {EXAMPLES}"),
        ("5个和6个", "'5个和6个' holds 2 figures: '5个', '6个'. Give each its own row."),
        ("1,23", "'1,23' holds 2 figures: '1', '23'. Give each its own row."),
        ("5个社区", f"'5个社区' holds the figure '5个' and other words: '社区'. {EXAMPLES}"),
        ("2020年", f"'2020年' is a date, not a figure. {EXAMPLES}"),
        ("3月20日", f"'3月20日' is a date, not a figure. {EXAMPLES}"),
        ("第三次", f"'第三次' is an ordinal, not a figure. {EXAMPLES}"),
        ("十四五", f"'十四五' is the name of a plan, not a figure. {EXAMPLES}"),
        ("（一）", f"'（一）' is the number of a list item, not a figure. {EXAMPLES}"),
        ("1:4", f"'1:4' is a ratio, not a figure. {EXAMPLES}"),
        ("1+12", f"'1+12' is a name, not a figure. {EXAMPLES}"),
        ("l25人", f"'l25人' is damaged, not a figure. {EXAMPLES}"),
        ("40-35", "'40-35' runs from 40 down to 35. Print the smaller end first."),
        (
            "不超过50个以上",
            "'不超过50个以上' is bounded from below by '以上' and from above by '不超过'. Keep one.",
        ),
        ("五七百人", "'五七百' is no numeral. Print it like 三百六十五 or 二〇二五."),
        ("十百", "'十百' is no numeral. Print it like 三百六十五 or 二〇二五."),
        ("零分之一", "'零分之一' divides by zero. Print the number of parts before 分之."),
        ("9" * 310, f"'{'9' * 310}' is too large to count with. Print it with 万 or 亿."),
    ],
)
def test_what_is_not_exactly_one_figure_is_refused_with_the_reason(printed, message):
    with pytest.raises(FigureError) as error:
        parse(printed)
    assert str(error.value) == message
