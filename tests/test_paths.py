import os
import threading

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
