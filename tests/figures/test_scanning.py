import pytest

from region_report.figures import scan


def figures(text):
    return [found.printed for found in scan(text) if found.kind == "figure"]


def kinds(text):
    return [(found.printed, found.kind) for found in scan(text)]


def test_every_figure_of_a_sentence_is_found_in_order():
    text = "孵化志愿组织30个，培育志愿者4.7万名，开展活动近400场次，覆盖率不低于６０％。"
    assert figures(text) == ["30个", "4.7万名", "近400场次", "不低于６０％"]


def test_a_span_holds_exactly_the_words_of_its_figure():
    text = "全市共有超过13000人、9900余人，其中2.5万户以上。"
    assert [text[found.start : found.end] for found in scan(text)] == [
        "超过13000人",
        "9900余人",
        "2.5万户以上",
    ]


@pytest.mark.parametrize(
    ("text", "spanned", "printed", "value"),
    [
        ("用在低保对象和特困人员身上的钱累计553\n亿元。", "553\n亿元", "553亿元", 55300000000),
        ("农村一头，敬老院整合成区域性中心42\n2家。", "42\n2家", "422家", 422),
        ("儿童督导员三十六\r\n人。", "三十六\r\n人", "三十六人", 36),
        (
            "到2025年底，每个设区市\n\n至少拥有一个基地。",
            "每个设区市\n\n至少拥有一个",
            "每个设区市至少拥有一个",
            1,
        ),
    ],
)
def test_a_layout_break_inside_a_figure_stays_in_the_span_only(text, spanned, printed, value):
    found = [item for item in scan(text) if item.kind == "figure"]
    assert [(text[item.start : item.end], item.printed, item.figure.value) for item in found] == [
        (spanned, printed, value)
    ]
    assert found[0].figure.printed == printed


def test_rows_of_a_table_are_not_run_together():
    assert figures("项目（万个） 32.0 44.6\n12 家\n8479\n12720") == ["32.0", "44.6", "12 家", "8479", "12720"]


@pytest.mark.parametrize(
    "text",
    [
        "大家一起努力，统一部署，一线社工一体推进。",
        "十分重视，千家万户，四川三亚，三位一体，一站式服务。",
        "这是一个目标，还有一批叫得响的名字。",
        "几家机构，几十名志愿者，数百人。",
        "自成立以来，近年来，附近居民。",
    ],
)
def test_numerals_inside_ordinary_words_are_not_found(text):
    assert scan(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("到2025年底达到5万人", [("2025年底", "date"), ("5万人", "figure")]),
        ("2021—2023年，3月20日", [("2021—2023年", "date"), ("3月20日", "date")]),
        ("２０２０年底前", [("２０２０年底", "date")]),
        ("二〇二五年九月发布", [("二〇二五年九月", "date")]),
        ("上午9时30分至14:30", [("9时30分", "date"), ("14:30", "date")]),
        ("一季度，前三季度", [("一季度", "date"), ("前三季度", "date")]),
        ("按不低于1:4配备，生师比1∶30.5", [("不低于1:4", "ratio"), ("1∶30.5", "ratio")]),
        ("第1至3名", [("第1至3名", "ordinal")]),
        ("“四个一”活动", [("四个一", "name")]),
        ("四个一批，二次会议", [("四个一", "name")]),
        ("“十四五”期间", [("十四五", "plan")]),
        ("第三次分配、首批、第13个", [("第三次", "ordinal"), ("首批", "ordinal"), ("第13个", "ordinal")]),
        ("一、家底", [("一、", "enumerator")]),
        ("（二）任务。一是建机制", [("（二）", "enumerator"), ("一是", "enumerator")]),
        ("三年行动，10多年，24小时", [("三年", "duration"), ("10多年", "duration"), ("24小时", "duration")]),
        ("60周岁及以上的老人", [("60周岁及以上", "age")]),
        ("主要从5个方面、三级联动", [("5个", "structural"), ("三级", "structural")]),
        ("“五社联动”", [("五社", "structural")]),
        ("每10万人口8.5个", [("10万人", "structural"), ("8.5个", "figure")]),
        ("“1+N”和“1+12”，5A级", [("1+N", "name"), ("1+12", "name"), ("5A", "name")]),
        ("民发〔2021〕51号", [("〔2021〕51号", "docno")]),
        ("通过l25人，学员近干人次", [("l25人", "damage"), ("近干人次", "damage")]),
        ("床位40-35张", [("40-35张", "damage")]),
        ("尚未实现全覆盖", [("全覆盖", "condition")]),
    ],
)
def test_what_only_looks_like_a_figure_has_its_kind(text, expected):
    assert kinds(text) == expected


def test_a_date_has_no_value_and_a_duration_has_one():
    date, duration = scan("2020年起，三年内")
    assert date.figure is None
    assert (duration.figure.value, duration.figure.unit) == (3, "年")


def test_four_bare_digits_that_look_like_a_year_are_a_date_with_a_number():
    (found,) = scan("《规划（2025）》")
    assert (found.kind, found.figure.value) == ("date", 2025)
    assert kinds("共2025人") == [("2025人", "figure")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("从893人到2204人", ["893人", "2204人"]),
        ("比例从35%到40%", ["35%", "40%"]),
        ("比例为35%到40%", ["35%到40%"]),
        ("增长-1.2%，转为-0.5%", ["-1.2%", "-0.5%"]),
        ("社工-5人", ["5人"]),
        ("个案1 200例，2 000名", ["1 200例", "2 000名"]),
        ("建成1所以上", ["1所以上"]),
        ("由2019年的8%提高到35%以上", ["8%", "35%以上"]),
    ],
)
def test_dashes_blanks_and_words_between_numbers_part_or_join_them(text, expected):
    assert figures(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("殡仪服务站一家，墓区一个。", ["一家", "一个"]),
        ("成立一个中心", ["一个"]),
        ("儿童主任一百九十人，儿童督导员三十六人", ["一百九十人", "三十六人"]),
        ("综合服务设施覆盖一半，参与率五分之一", ["一半", "五分之一"]),
        ("县级层面覆盖九成五以上", ["九成五以上"]),
    ],
)
def test_counts_in_words_are_found_where_they_count(text, expected):
    assert figures(text) == expected


def test_a_distributive_commitment_is_found_whole():
    text = "实现全区每个设区市和每个县(市)建有1家殡仪馆，每个村至少建有一个服务点。"
    found = scan(text)
    assert [item.printed for item in found] == ["每个设区市和每个县(市)建有1家", "每个村至少建有一个"]
    assert [item.figure.per for item in found] == ["设区市和县(市)", "村"]


@pytest.mark.parametrize(
    ("text", "printed"),
    [("每年开展20场", "20场"), ("每人每月610元", "610元"), ("每千名老人拥有35～40张", "35～40张")],
)
def test_of_a_rate_only_the_number_is_the_figure(text, printed):
    assert figures(text) == [printed]


@pytest.mark.parametrize("text", ["排放标准全部达到要求", "社工站全部达标", "乡镇社工站全覆盖"])
def test_full_coverage_in_words_is_100_percent(text):
    (found,) = scan(text)
    assert (found.figure.value, found.figure.lower, found.figure.full) == (100, 100, True)


def test_traditional_text_has_simplified_units_and_keeps_its_print():
    (found,) = scan("專業人才要達到7萬個")
    assert (found.printed, found.figure.printed, found.figure.unit) == ("7萬個", "7萬個", "个")
