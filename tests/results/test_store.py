import os
from concurrent.futures import ProcessPoolExecutor

import pytest

from region_report.errors import UsageError
from region_report.results import Store, store

KEY = "0" * 64
CONTENT = "一本笔记".encode()


class Parts:
    """Inputs whose digests a test chooses."""

    def __init__(self, **digests):
        self.digest = digests.get


def kept(folder, key=KEY, content=CONTENT, **parts):
    Store(folder).keep(key, parts, content)
    return next(folder.glob(f"*/{key}-*"))


def test_a_result_is_found_where_its_parts_are_as_they_were(tmp_path):
    kept(tmp_path, units="1", region="7")
    assert Store(tmp_path).find(KEY, Parts(units="1", region="7")).content() == CONTENT
    assert Store(tmp_path).find(KEY, Parts(units="1", region="8")) is None
    assert Store(tmp_path).find("1" * 64, Parts(units="1", region="7")) is None


def test_of_two_states_of_the_data_both_results_are_kept(tmp_path):
    kept(tmp_path, content=b"old", region="7")
    kept(tmp_path, content=b"new", region="8")
    found = [Store(tmp_path).find(KEY, Parts(region=digest)).content() for digest in "78"]
    assert found == [b"old", b"new"]


@pytest.mark.parametrize("position", [2, -3])
def test_a_broken_result_is_none_and_goes(tmp_path, position):
    path = kept(tmp_path, region="7")
    content = bytearray(path.read_bytes())
    content[position] ^= 1
    path.write_bytes(content)
    entry = Store(tmp_path).find(KEY, Parts(region="7"))
    assert entry is None or entry.content() is None
    assert not path.exists() or entry is None
    assert Store(tmp_path).find(KEY, Parts(region="7")) is None


def test_a_run_that_is_killed_while_it_writes_leaves_no_result(tmp_path, monkeypatch):
    monkeypatch.setattr(store.os, "replace", lambda *_: (_ for _ in ()).throw(KeyboardInterrupt))
    with pytest.raises(KeyboardInterrupt):
        Store(tmp_path).keep(KEY, {"region": "7"}, CONTENT)
    assert Store(tmp_path).find(KEY, Parts(region="7")) is None
    half = next(tmp_path.glob("*/*.tmp"))
    Store(tmp_path).prune(10**9)
    assert half.exists()
    os.utime(half, (0, 0))
    Store(tmp_path).prune(10**9)
    assert not half.exists()


def test_two_runs_may_keep_and_read_at_once(tmp_path):
    with ProcessPoolExecutor(2) as pool:
        list(pool.map(keep_many, [tmp_path] * 4))
    assert Store(tmp_path).look().startswith("50 results")
    assert all(Store(tmp_path).find(f"{n:064x}", Parts(region="7")).content() == CONTENT for n in range(50))


def keep_many(folder):
    for number in range(50):
        Store(folder).keep(f"{number:064x}", {"region": "7"}, CONTENT)
        assert Store(folder).find(f"{number:064x}", Parts(region="7")).content() == CONTENT


def test_what_was_not_used_for_longest_goes_first(tmp_path):
    for number in range(3):
        os.utime(kept(tmp_path, key=f"{number:064x}", region="7"), (number, number))
    one = kept(tmp_path, key=KEY, region="7").stat().st_size
    os.utime(next(tmp_path.glob(f"*/{KEY}-*")), (0, 0))
    Store(tmp_path).find(KEY, Parts(region="7")).used()
    Store(tmp_path).prune(2 * one)
    assert sorted(path.name[63] for path in tmp_path.glob("*/*")) == ["0", "2"]


def test_results_of_another_user_are_taken_and_left_as_they_are(tmp_path, monkeypatch):
    path, refused = kept(tmp_path, region="7"), PermissionError("not yours")
    entry = Store(tmp_path).find(KEY, Parts(region="7"))
    for name in ("utime", "unlink"):
        monkeypatch.setattr(store.os, name, lambda *_, **__: (_ for _ in ()).throw(refused))
    entry.used()
    assert entry.content() == CONTENT
    Store(tmp_path).prune(0)
    entry.discard()
    assert path.exists()


def test_a_folder_that_may_not_be_written_is_refused_before_anything_runs(tmp_path, monkeypatch):
    monkeypatch.setattr(store.os, "access", lambda *_: False)
    with pytest.raises(UsageError) as refused:
        Store(tmp_path)
    assert str(refused.value) == (
        f"No result can be kept in {tmp_path}, not writable. Name another in REGION_REPORT_CACHE."
    )


def test_looking_tells_number_size_and_the_oldest_day(tmp_path):
    assert Store(tmp_path).look() == "0 results, 0.0 MB"
    os.utime(kept(tmp_path, content=os.urandom(200_000), region="7"), (86400 * 365, 86400 * 365))
    assert Store(tmp_path).look() == "1 results, 0.2 MB, the oldest last used on 1971-01-01"


def test_sizes_are_written_with_a_unit_and_others_are_refused(monkeypatch):
    assert [store.size(written, "x") for written in ("10", "1.5kB", "2 GB")] == [10, 1500, 2 * 10**9]
    monkeypatch.setenv("REGION_REPORT_CACHE_SIZE", "many")
    with pytest.raises(UsageError) as refused:
        store.limit()
    assert str(refused.value) == (
        "REGION_REPORT_CACHE_SIZE is 'many'. Allowed: a number with kB, MB or GB, such as 500MB. Correct it."
    )
