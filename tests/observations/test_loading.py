import pytest

from region_report import observations as obs
from region_report.errors import DataError, UsageError, describe
from region_report.observations import COLUMNS


def test_every_fault_of_every_file_is_told_at_once(data, edit):
    edit("units.csv", "household,户,household", "household,,household")
    edit("regions/xingyuan/observations.csv", ",document,", ",dokument,")
    edit("regions/xingyuan/observations.csv", "130个,yearbook,page 1", "130个,yearbook,1-3")
    edit("regions/yuepu/observations.csv", "23个", "23间多")
    edit("regions/yuepu/region.yml", '"990121"', '"990100"')
    edit("actors.csv", "xingyuan,", "xinyuan,")
    found = describe(obs.check(data)).replace(str(data), "D").splitlines()
    assert [line for line in found if "间多" not in line] == [
        "1 problem in D/actors.csv",
        "  line 2, region: 'xinyuan' is not a region. Did you mean 'xingyuan'?",
        "2 problems in D/regions/xingyuan/observations.csv",
        "  line 2, source: 'dokument' is not a source in D/regions/xingyuan/region.yml."
        " Did you mean 'document'? Sources: document, plan_table, yearbook, census_2020.",
        "  line 31, place: '1-3' is a character span, but the source 'yearbook' has no document_sha256."
        " Add it to region.yml, or say the place in words such as page 3.",
        "1 problem in D/regions/yuepu/observations.csv",
        "1 problem in D/regions/yuepu/region.yml",
        "  line 1, code: '990100' is also the code of 'xingyuan'. Correct one of the two: each region has a code"
        " of its own.",
        "1 problem in D/units.csv",
        "  line 5, name_zh: is empty. Fill it in.",
    ]


def test_loading_a_region_stops_at_its_faults_and_not_at_those_of_another(data, edit):
    edit("regions/yuepu/observations.csv", "23个", "")
    assert len(obs.load_region("xingyuan", data=data)) == 30
    with pytest.raises(DataError) as caught:
        obs.load_region("yuepu", data=data)
    assert str(caught.value) == (
        f"1 problem in {data}/regions/yuepu/observations.csv\n"
        "  line 2, printed: is empty. Fill it in, or give the row a status: not_reported, not_seen."
    )
    with pytest.raises(DataError):
        obs.load_all(data=data)


def test_a_region_without_figures_gives_an_empty_frame_of_the_same_columns(data):
    path = data / "regions/yuepu/observations.csv"
    path.write_text(path.read_text(encoding="utf-8").splitlines()[0] + "\n", encoding="utf-8")
    frame = obs.load_region("yuepu", data=data)
    assert frame.empty
    assert frame.columns.tolist() == COLUMNS
    assert frame["value"].dtype == float


def test_an_unknown_region_is_a_usage_error():
    with pytest.raises(UsageError, match="There is no region '123456'"):
        obs.load_region("123456")
