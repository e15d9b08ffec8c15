"""Run in the image's build: writes the class-data archive from which the JVM starts in half the time.

The JVM of the sandbox runs the rehearsal's suite by stock PySpark; when it ends, it writes down the
classes that were loaded.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from lakeproof_harness.jvm import flags, launch

SUITE = Path("/opt/lakeproof/harness/lakeproof_harness/rehearsal/suite")
FIXTURES = """
import pytest
from pyspark.sql import SparkSession

@pytest.fixture(scope="session")
def spark():
    return SparkSession.builder.getOrCreate()
"""


def main() -> None:
    """Starts the JVM with the order to archive, uses it, and waits until it has really ended."""
    jvm = launch.start_jvm(f"-XX:ArchiveClassesAtExit={flags.ARCHIVE}", archive=None)
    launch.point_pyspark_at(jvm)
    work = Path("/tmp/archive")
    work.mkdir()
    for file in SUITE.glob("*.py"):
        (work / file.name).write_bytes(file.read_bytes())
    with (work / "conftest.py").open("a") as conftest:
        conftest.write(FIXTURES)
    env = os.environ | launch.jvm_environment() | {"PYTHONPATH": str(work)}
    suite = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", str(work)]
    failed = subprocess.run(suite, env=env, cwd=work).returncode
    jvm.process.stdin.close()
    code = jvm.process.wait(timeout=300)
    if failed or not flags.ARCHIVE.exists():
        sys.exit(f"no archive: suite {failed}, JVM {code}\n{jvm.last_words()}")
    print(f"{flags.ARCHIVE}: {flags.ARCHIVE.stat().st_size >> 20} MiB")


main()
