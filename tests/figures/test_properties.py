import math

from hypothesis import given, settings
from hypothesis import strategies as st

from region_report.figures import parse, scan, write

# How long one example takes is a matter of the machine.
UNTIMED = settings(deadline=None)
FULL_WIDTH = str.maketrans({chr(code): chr(code + 0xFEE0) for code in range(0x21, 0x7F)})
UNITS = st.sampled_from(["人", "名", "户", "家", "场次", "节", "个", "%", "亿元", "万名"])
BEFORE = st.sampled_from(["", "超", "近", "约", "不低于", "不足", "至少", "超过", "突破", "不超过", ">", "≥"])
AFTER = st.sampled_from(["", "以上", "左右"])
MORE = st.sampled_from(["", "余", "多"])
DIGITS = st.one_of(
    st.integers(0, 10**7).map(str),
    st.integers(1000, 10**9).map("{:,}".format),
    st.decimals(0, 10**5, places=2).map(str),
)
SCALES = st.sampled_from(["", "万", "亿"])
IN_WORDS = ["一百九十人", "三十六家", "两千三百余户", "两三百人", "近千人", "上万名", "35～40张"]
SHARES = ["九成五", "百分之十二", "千分之三", "三分之二", "一半", "全覆盖"]
EACH_HAS = ["每个设区市至少建成1家", "每县建有两所"]


@st.composite
def printed_figures(draw):
    unit = draw(UNITS)
    scale = draw(SCALES) if unit not in ("亿元", "万名", "%") else ""
    before = draw(BEFORE)
    after = draw(AFTER) if before in ("", "约") else ""
    more = draw(MORE) if unit != "%" else ""
    return f"{before}{draw(DIGITS)}{more if scale else ''}{scale}{'' if scale else more}{unit}{after}"


ANY_FIGURE = st.one_of(printed_figures(), st.sampled_from(IN_WORDS + SHARES + EACH_HAS))
NUMBERS = st.one_of(
    st.integers(-(10**13), 10**13).map(float),
    st.floats(allow_nan=False, allow_infinity=False, min_value=-1e15, max_value=1e15),
)


def without_words(figure):
    return figure.value, figure.lower, figure.upper, figure.bound, figure.unit, figure.per, figure.full


@UNTIMED
@given(ANY_FIGURE, st.booleans())
def test_the_value_lies_in_its_interval(printed, commitment):
    figure = parse(printed, commitment=commitment)
    assert figure.lower <= figure.value <= figure.upper


@UNTIMED
@given(NUMBERS)
def test_a_written_number_reads_as_itself(number):
    assert parse(write(number, lang="zh")).value == number
    assert parse(write(number, lang="en")).value == number


@UNTIMED
@given(ANY_FIGURE)
def test_full_width_reads_as_half_width(printed):
    assert without_words(parse(printed.translate(FULL_WIDTH))) == without_words(parse(printed))


@UNTIMED
@given(ANY_FIGURE)
def test_scan_finds_in_a_sentence_what_parse_accepts(printed):
    text = f"据了解，全市为{printed}，下同。"
    (found,) = scan(text)
    assert (found.printed, found.figure) == (printed, parse(printed))
    assert text[found.start : found.end] == printed


@UNTIMED
@given(ANY_FIGURE)
def test_a_commitment_lies_in_the_interval_of_the_measured_figure(printed):
    measured, committed = parse(printed), parse(printed, commitment=True)
    assert measured.lower <= committed.lower <= committed.upper <= measured.upper


@UNTIMED
@given(st.text(alphabet="一二两十百万亿0123456789.,%余近约超每个县家人年第全覆盖-~至以上\n 、，“”()l+", max_size=40))
def test_spans_of_any_text_are_in_order_and_hold_what_is_printed(text):
    end = 0
    for found in scan(text):
        assert end <= found.start < found.end
        assert text[found.start : found.end].replace("\n", "") == found.printed
        assert found.figure is None or math.isfinite(found.figure.value)
        end = found.end
