from region_report import text
from region_report.charts import layout


def test_lines_fit_and_none_begins_with_a_closing_sign():
    words = "社会组织孵化基地（含县级），每个设区市至少一个。"
    lines = layout.wrap(words, 100)
    assert "".join(lines) == words
    assert all(layout.text_width(line) <= 100 + 12 for line in lines)
    assert not any(line[0] in "，。）" for line in lines)


def test_latin_words_are_not_broken():
    lines = layout.wrap("Nursing-care beds in elderly-care institutions", 120)
    assert lines == ["Nursing-care beds", "in elderly-care", "institutions"]


def test_english_quotation_marks_are_drawn_narrow():
    with text.edition("en"):
        assert layout.plain("minors’ “relief”") == 'minors\' "relief"'
    with text.edition("zh"):
        assert layout.plain("“三清单”") == "“三清单”"


def test_words_that_would_cover_each_other_are_moved_apart():
    assert layout.spread([10, 11, 12], 16) == [0.0, 16.0, 32.0]
    assert layout.spread([100, 200], 16) == [100.0, 200.0]


def test_things_that_would_pass_the_lower_edge_are_moved_up():
    assert layout.apart([10, 90], [30, 30], top=0, bottom=100) == [10, 70]


def test_a_key_goes_on_in_the_next_line_when_the_first_is_full():
    places, height = layout.key_places(["甲" * 10, "乙" * 10, "丙" * 10])
    assert [y for _, y in places] == [8, 8, 26]
    assert height == 40
