import os
import subprocess
import sys

import pyspark
import pytest


def test_job_as_a_script():
    done = subprocess.run([sys.executable, "job.py"], capture_output=True, text=True)
    assert "rows: 3" in done.stdout, done.stderr[-500:]


def test_job_by_runpy(capsys):
    import runpy

    runpy.run_path("job.py", run_name="__main__")
    assert "rows: 3" in capsys.readouterr().out


def test_environment():
    found = subprocess.check_output([sys.executable, "-c", "import pyspark; print(pyspark.__version__)"], text=True)
    assert found.strip() == pyspark.__version__


def test_wrong():
    subprocess.run([sys.executable, "-c", "raise SystemExit(2)"], check=True)


def test_session_afterwards(spark):
    assert spark.range(2).count() == 2


@pytest.mark.skipif("CI" in os.environ, reason="not in CI")
def test_not_in_ci():
    pass
