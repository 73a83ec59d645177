import contextlib

import pytest

from region_report.progress import Progress
from region_report.render import Job, Result


def result(number, *, fault="", kept=False):
    return Result(Job(f"chapter{number}", {"lang": "zh"}, None), fault, kept)


def test_of_few_notebooks_each_that_is_executed_gets_a_line(capsys):
    report = Progress()
    for each in (result(1, kept=True), result(2), result(3, fault="chapter3 zh: cell 2: KeyError: 'x'")):
        report(each, 3)
    told = capsys.readouterr()
    assert told.out == "rendered  chapter2 zh\n"
    assert told.err == "failed    chapter3 zh: cell 2: KeyError: 'x'\n"
    assert str(report) == "3 notebooks: 2 executed, 1 kept from before"


@pytest.mark.parametrize("total", [250, 6000])
def test_of_many_there_is_a_line_for_each_percent(capsys, total):
    report = Progress()
    for number in range(total):
        report(result(number), total)
    lines = capsys.readouterr().out.splitlines()
    assert (lines[0], lines[-1]) == (f"  0%  1 of {total}", f"100%  {total} of {total}")
    assert len(lines) == 101


def test_what_became_of_all_is_said_at_the_end_also_where_the_run_was_broken_off(capsys):
    with contextlib.suppress(KeyboardInterrupt), Progress() as report:
        report(result(1), 3)
        raise KeyboardInterrupt
    assert capsys.readouterr().out == "rendered  chapter1 zh\n1 notebooks: 1 executed, 0 kept from before\n"


def test_a_terminal_shows_the_time_that_is_left_and_no_line_for_each(capsys, monkeypatch):
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    report = Progress()
    for number in range(3):
        report(result(number), 3)
    report.close()
    told = capsys.readouterr()
    assert told.out == ""
    assert "3/3 [" in told.err


def test_a_long_build_of_the_book_tells_every_ten_seconds_how_far_it_is(capsys):
    seconds = iter([0, 3, 10, 10, 14, 21, 21])
    report = Progress(clock=lambda: next(seconds))
    for percent in (1, 40, 60, 80):
        report.building("zh", "drawing charts", percent)
    assert capsys.readouterr().out == "zh  drawing charts, 40%\nzh  drawing charts, 80%\n"
