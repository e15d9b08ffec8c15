import errno
import threading
from functools import partial

import pytest

from lakeproof_harness.child import variant


def full_disk():
    raise OSError(errno.ENOSPC, "No space left on device")


def test_files_are_written_once_the_variant_beside_it_has_left(tmp_path):
    sibling_is_there = threading.Event()
    sibling_is_there.set()
    threading.Timer(0.3, sibling_is_there.clear).start()
    tries = []

    def write():
        tries.append(1)
        if sibling_is_there.is_set():
            full_disk()
        variant.write(tmp_path / "suite" / "test_a.py", b"pass")

    variant.when_there_is_room(write)
    assert (tmp_path / "suite" / "test_a.py").read_bytes() == b"pass"
    assert len(tries) > 1


def test_a_disk_that_stays_full_is_told_in_the_end(monkeypatch):
    monkeypatch.setattr(variant, "SECONDS_BETWEEN_TRIES", 0)
    with pytest.raises(OSError, match="No space left"):
        variant.when_there_is_room(full_disk)


def test_another_fault_is_told_at_once(tmp_path, monkeypatch):
    monkeypatch.setattr(variant, "SECONDS_BETWEEN_TRIES", 1000)
    with pytest.raises(FileExistsError):
        variant.when_there_is_room(partial(tmp_path.mkdir))
