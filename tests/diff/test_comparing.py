import pandas as pd
import pytest

from region_report.diff import DataSet, compare
from region_report.diff.datasets import of_frame
from region_report.testing import observations

HEADS = "indicator  measure  period  printed  source  place  status"


def figures(*lines):
    """A data set of figures alone, a line each; cells are parted by two spaces and may be left out at the end."""
    table = ["".join(cell.ljust(20) for cell in line.split("  ")) for line in (HEADS, *lines)]
    return of_frame(observations("\n".join(table)), "a data set")


def found(old, new):
    return [(each.kind, each.row["indicator"], each.changed) for each in compare(old, new).figures]


VOLUNTEERS = "volunteers  actual  2022  4.7万名  document  10-14"
CASES = "cases  actual  2022  308个  document  20-24"


def test_equal_data_have_no_change_whatever_their_order():
    assert found(figures(VOLUNTEERS, CASES), figures(CASES, VOLUNTEERS)) == []


def test_a_figure_that_came_and_one_that_went_are_told_apart():
    assert found(figures(VOLUNTEERS), figures(CASES)) == [
        ("appeared", "cases", ()),
        ("vanished", "volunteers", ()),
    ]


@pytest.mark.parametrize(
    ("line", "kind", "changed"),
    [
        ("volunteers  actual  2022  4.8万名  document  10-14", "changed", ("printed", "reading")),
        ("volunteers  actual  2022  47000名  document  10-14", "changed", ("printed", "reading")),
        ("volunteers  actual  2022  4.7万名  document  30-34", "moved", ("place",)),
        ("volunteers  actual  2023  4.7万名  document  10-14", "changed", ("period",)),
        ("volunteers  actual  2022  4.7万名  official  page 3", "changed", ("source", "place")),
        ("volunteers  actual  2022  4.8万名  document  30-34", "changed", ("printed", "reading", "place")),
    ],
)
def test_a_corrected_figure_is_the_same_figure(line, kind, changed):
    assert found(figures(VOLUNTEERS), figures(line)) == [(kind, "volunteers", changed)]


def test_a_status_that_flips_is_a_change():
    old = figures("volunteers  actual  2022  —  document  10-14  not_reported")
    assert found(old, figures("volunteers  actual  2022  —  document  10-14  not_seen")) == [
        ("changed", "volunteers", ("status",))
    ]


def test_an_open_end_on_both_sides_is_no_change():
    line = "volunteers  target  2025  4.7万名以上  document  10-14"
    assert found(figures(line), figures(line)) == []


def test_of_several_figures_with_equal_wording_only_the_missing_one_has_gone():
    lines = [f"cases  actual  2022  308个  document  {place}" for place in ("10-14", "20-24", "30-34")]
    assert found(figures(*lines), figures(lines[0], lines[2])) == [("vanished", "cases", ())]


def test_figures_that_could_be_any_of_several_are_not_paired():
    old = figures("cases  actual  2022  308个  document  10-14")
    new = figures(
        "cases  actual  2022  311个  document  40-44  conflicting",
        "cases  actual  2022  312个  document  50-54  conflicting",
    )
    assert [kind for kind, *_ in found(old, new)] == ["vanished", "appeared", "appeared"]


TARGETS = ["region", "indicator", "target_period", "target_source", "status"]
INDICATORS = ["id", "name_zh", "name_en", "definition_zh", "definition_en", "unit", "direction", "base"]


def other(targets=None, indicators=None):
    """A data set without figures."""
    frames = [None if rows is None else pd.DataFrame(rows, columns=columns) for rows, columns in
              ((targets, TARGETS), (indicators, INDICATORS))]  # fmt: skip
    return DataSet("a data set", figures(VOLUNTEERS).figures, *frames)


def test_a_target_whose_status_flips_is_a_change():
    targets = [["a", "cases", "2025", "plan", "target_only"], ["a", "volunteers", "2025", "plan", "target_only"]]
    after = [targets[0], [*targets[1][:-1], "achieved"]]
    (change,) = compare(other(targets), other(after)).targets
    assert (change.row["indicator"], change.old["status"], change.new["status"]) == (
        "volunteers",
        "target_only",
        "achieved",
    )


def test_an_indicator_that_is_defined_anew_is_a_change():
    before = ["cases", "个案", "Cases", "办结的个案", "Cases closed", "case", "up", ""]
    (change,) = compare(other(indicators=[before]), other(indicators=[[*before[:3], "开案", *before[4:]]])).definitions
    assert (change.kind, change.changed) == ("definition", ("definition_zh",))


def test_what_one_side_does_not_have_on_file_is_not_called_unchanged():
    changes = compare(other(targets=[]), other())
    assert (changes.targets, changes.definitions) == (None, None)
