import os
import threading

import pytest

from region_report import paths


def test_two_threads_may_write_the_same_file(tmp_path, monkeypatch):
    both_written, replace, failed = threading.Barrier(2), os.replace, []

    def replaced_together(half, path):
        both_written.wait()
        replace(half, path)

    def write(words):
        try:
            paths.write_whole(tmp_path / "shared", words)
        except OSError as error:
            failed.append(error)

    monkeypatch.setattr(os, "replace", replaced_together)
    threads = [threading.Thread(target=write, args=(words,)) for words in ("one", "other")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failed == []
    assert [path.name for path in tmp_path.iterdir()] == ["shared"]


def test_what_cannot_be_written_leaves_the_file_and_its_permissions_as_they_were(tmp_path, monkeypatch):
    file = tmp_path / "kept.csv"
    paths.write_whole(file, "before")
    file.chmod(0o640)
    paths.write_whole(file, "之后")
    assert (file.read_text("utf-8"), file.stat().st_mode & 0o777) == ("之后", 0o640)
    monkeypatch.setattr(os, "replace", lambda *_: (_ for _ in ()).throw(OSError("no room")))
    with pytest.raises(OSError, match="no room"):
        paths.write_whole(file, b"half")
    assert (file.read_text("utf-8"), [path.name for path in tmp_path.iterdir()]) == ("之后", ["kept.csv"])
