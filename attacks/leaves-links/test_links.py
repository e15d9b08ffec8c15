import os
import pathlib
import shutil

import pytest

TARGETS = ["/etc", "/etc/passwd", "/dev/null", "/dev/zero", "/proc/1", "/work", "/tmp", "/opt/lakeproof", "/"]
SCRATCH = pathlib.Path(os.environ["TMPDIR"])


def test_nothing_of_before():
    assert [path for path in pathlib.Path.cwd().rglob("*") if path.is_symlink()] == []
    assert [path for path in SCRATCH.parent.iterdir() if path != SCRATCH] == []
    assert pathlib.Path("/etc/passwd").stat().st_size > 100 and pathlib.Path("/opt/lakeproof/harness").is_dir()


def test_hard_links_are_refused():
    for path in ("/etc/passwd", "/etc/shadow", "/proc/1/environ"):
        with pytest.raises(OSError):
            os.link(path, SCRATCH / "hard")


def test_leaves_links():
    for folder in (pathlib.Path.cwd(), SCRATCH, SCRATCH.parent, pathlib.Path("/tmp"), pathlib.Path("/dev/shm")):
        for n, target in enumerate(TARGETS):
            os.symlink(target, folder / f"link-{os.getpid()}-{n}")
    os.symlink(".", "loop")
    os.symlink("loop/loop/loop", "loops")
    os.mkfifo("pipe")
    deep = pathlib.Path("deep")
    for _ in range(100):
        deep = deep / ("d" * 30)
    try:
        deep.mkdir(parents=True)
    except OSError:
        pass
    shutil.rmtree(SCRATCH / "pytest", ignore_errors=True)
    os.symlink("/etc", SCRATCH / "pytest")
    pathlib.Path("pipeline.py").unlink()
    os.symlink("/etc/passwd", "pipeline.py")
