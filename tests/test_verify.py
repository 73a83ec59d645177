import hashlib

import pytest

from region_report.errors import UsageError
from region_report.verify import verify


def document(data):
    return data / "document.txt"


def faults(data):
    return [str(fault) for fault in verify(document(data), data=data).faults]


def test_every_span_of_the_invented_document_holds_and_no_figure_is_missing(data):
    verification = verify(document(data), data=data)
    assert verification.ok
    assert str(verification) == (
        "23 figures, 5 actors and 5 expressions set aside: all hold."
        " 26 expressions with a number in the text: none missing."
    )


def test_a_figure_cut_by_a_line_break_holds(data):
    text = document(data).read_text(encoding="utf-8")
    assert "小组3\n\n60节" in text
    assert verify(document(data), data=data).ok


def test_a_span_that_is_wrong_is_told_with_the_place_where_the_words_stand(data, edit):
    start = document(data).read_text(encoding="utf-8").index("120个")
    edit("regions/xingyuan/observations.csv", f"{start}-{start + 4}", f"{start + 1}-{start + 5}")
    assert faults(data) == [
        f"line 9, column 14: '120个' (xingyuan, cases) does not stand at {start + 1}-{start + 5};"
        f" '20个、' does. It stands at: {start}-{start + 4}.",
        f"line 9, column 13: '120个' (figure, {start}-{start + 4}) belongs to no row and is not set aside."
        " Add a row with this place, or set it aside in region.yml with the reason.",
    ]


def test_a_figure_that_is_not_the_printed_one_is_told(data, edit):
    edit("regions/xingyuan/observations.csv", "480场次", "490场次")
    verification = verify(document(data), data=data)
    assert not verification.ok
    assert str(verification).splitlines()[2].endswith("'480场次' does. It stands nowhere in the text.")


def test_a_figure_without_a_row_is_missing(data):
    path = data / "regions/yuepu/observations.csv"
    path.write_text("\n".join(path.read_text(encoding="utf-8").splitlines()[:2]) + "\n", encoding="utf-8")
    verification = verify(document(data), data=data)
    assert str(verification).splitlines()[0] == (
        "22 figures, 5 actors and 5 expressions set aside; 26 expressions with a number in the text."
    )
    assert "'十余支' (figure," in str(verification)


def test_an_expression_that_is_no_longer_set_aside_is_missing(data, edit):
    edit("regions/xingyuan/region.yml", 'printed: "首批"', 'printed: "首次"')
    assert ["does not stand" in fault for fault in faults(data)] == [True]


def test_a_row_that_leaves_out_the_bound_word_does_not_cover_the_figure(data, edit):
    start = document(data).read_text(encoding="utf-8").index("近80个")
    edit("regions/xingyuan/observations.csv", f"近80个,document,{start}-", f"80个,document,{start + 1}-")
    assert [fault.split("'")[1] for fault in faults(data)] == ["近80个"]


def test_an_actor_that_stands_elsewhere_is_told(data, edit):
    edit("actors.csv", "慈善资源", "慈善组织")
    assert "'慈善组织' (xingyuan, actor) does not stand at" in faults(data)[0]


def test_an_unknown_document_is_refused_with_the_documents_there_are(data):
    document(data).write_text("别的文件\n", encoding="utf-8")
    with pytest.raises(UsageError) as caught:
        verify(document(data), data=data)
    assert str(caught.value) == (
        f"No source names the document '{document(data)}' by its SHA-256."
        " Known documents: 星原市社会工作与民政事业简报（虚构） (xingyuan),"
        " 星原市社会工作与民政事业简报（虚构） (yuepu)."
    )


def test_a_document_that_is_not_there_is_refused(data):
    with pytest.raises(UsageError, match=r"There is no file '.*nothing\.txt'\."):
        verify(data / "nothing.txt", data=data)


def test_a_document_that_is_not_utf8_is_refused(data, edit):
    old = hashlib.sha256(document(data).read_bytes()).hexdigest()
    document(data).write_bytes("个案120个".encode("gb18030"))
    edit("regions/xingyuan/region.yml", old, hashlib.sha256(document(data).read_bytes()).hexdigest())
    with pytest.raises(UsageError) as caught:
        verify(document(data), data=data)
    assert str(caught.value) == (
        f"The document '{document(data)}' is not UTF-8. Save it as UTF-8, and renew its SHA-256."
    )
