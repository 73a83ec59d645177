import shutil

import pytest

from region_report import data_package, diff
from region_report.errors import UsageError
from region_report.paths import project_root

INVENTED = "tests/data/invented"


@pytest.fixture(scope="module")
def published(tmp_path_factory):
    """The published data of the invented regions."""
    folder = tmp_path_factory.mktemp("published")
    data_package.write(folder, data=INVENTED)
    return folder


def test_a_data_folder_its_published_tables_and_their_zip_are_the_same_data(published, tmp_path):
    data = diff.read(project_root() / INVENTED)
    archive = shutil.make_archive(tmp_path / "site", "zip", published.parent, published.name)
    for place in (published, archive):
        changes = diff.compare(data, diff.read(place))
        assert (changes.figures, changes.targets, changes.definitions) == ((), (), ())


def test_one_table_alone_says_nothing_of_targets_and_definitions(published):
    alone = diff.read(published / "observations.csv")
    changes = diff.compare(alone, diff.read(published))
    assert (changes.figures, changes.targets, changes.definitions) == ((), None, None)


ALLOWED = (
    "Name a data folder (with regions/ and indicators.csv), the data folder of a published site (with "
    "observations.csv), its zip, or an observations.csv of it."
)


def test_what_is_no_data_set_is_refused_with_what_is_allowed(tmp_path):
    (tmp_path / "empty").mkdir()
    (tmp_path / "a.csv").write_text("region,indicator,measure\n", "utf-8")
    columns = "region_zh, region_en, indicator_zh, indicator_en, period, printed, value, lower, upper, bound, source, "
    columns += "source_zh, source_en, place, status, nature"
    cases = {
        "empty": f"{tmp_path}/empty is no data set: it holds neither observations.csv nor regions/. {ALLOWED}",
        "nowhere": f"There is no {tmp_path}/nowhere. {ALLOWED}",
        "a.csv": f"{tmp_path}/a.csv lacks the columns {columns}. Did you mean 'region'? {ALLOWED}",
    }
    for name, message in cases.items():
        with pytest.raises(UsageError) as refused:
            diff.read(tmp_path / name)
        assert str(refused.value) == message


def test_a_file_that_is_no_text_is_refused(tmp_path):
    (tmp_path / "a.csv").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(UsageError, match=r"/a\.csv is no CSV in UTF-8\. Name a data folder"):
        diff.read(tmp_path / "a.csv")
