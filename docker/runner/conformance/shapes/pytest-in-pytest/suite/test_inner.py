import subprocess
import sys

import pytest


def test_inner_run(tmp_path):
    (tmp_path / "test_inner_most.py").write_text("def test_a(): pass\ndef test_b(): assert 0\n")
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", str(tmp_path)], capture_output=True, text=True, cwd=tmp_path
    )
    assert "1 failed, 1 passed" in done.stdout, done.stdout + done.stderr


def test_python():
    assert subprocess.check_output([sys.executable, "-c", "print(6 * 7)"], text=True) == "42\n"


def test_fails():
    subprocess.run([sys.executable, "-c", "import sys; sys.exit(3)"], check=True)


def test_main_in_process(tmp_path):
    (tmp_path / "test_in_process.py").write_text("def test_a(): pass\n")
    assert pytest.main(["-q", "-p", "no:cacheprovider", str(tmp_path)]) == 0


def test_goes_on(spark):
    assert spark.range(1).count() == 1
