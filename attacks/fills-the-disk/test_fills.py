import os
import pathlib
import time

FOLDERS = [os.getcwd(), os.environ["TMPDIR"], "/tmp", "/dev/shm"]


def fill(folder):
    block = b"x" * (1 << 20)
    for n in range(100_000):
        try:
            with open(f"{folder}/fill-{os.getpid()}-{n}", "wb") as file:
                for _ in range(20):
                    file.write(block)
        except OSError:
            return n
    return n


def test_has_room():
    """In the end: the variant beside this one shares the disk, and may have filled it just now."""
    for folder in FOLDERS:
        for attempt in range(300):
            try:
                pathlib.Path(folder, f"room-{os.getpid()}").write_bytes(b"x" * (1 << 18))
                break
            except OSError:
                assert attempt < 299
                time.sleep(0.1)


def test_fills():
    assert all(fill(folder) < 1000 for folder in FOLDERS)
