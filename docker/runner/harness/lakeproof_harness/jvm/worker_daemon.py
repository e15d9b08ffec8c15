"""The daemon that forks Spark's Python workers, with what they need already imported.

Spark starts it by name (`spark.python.daemon.module`), once for each variant that uses a UDF.
"""

from __future__ import annotations

import contextlib
import os
import sys
from pathlib import Path

import pyspark.sql.types
import pyspark.worker  # noqa: F401
from pyspark import SparkFiles, worker_util
from pyspark.daemon import manager

from lakeproof_harness.jvm.session import FILES_FOLDER


def use_files_of(folder: str) -> None:
    """Has workers import and open what the variant's suite added: it is in `folder`, not in the JVM's."""
    stock = worker_util.add_path

    def add_path(path: str) -> bool:
        own = Path(folder, os.path.relpath(path, SparkFiles._root_directory))
        return bool(stock(str(own)))

    worker_util.add_path = add_path
    SparkFiles.getRootDirectory = staticmethod(lambda: folder)


if __name__ == "__main__":
    os.umask(0o002)
    # When the memory runs out, the worker is to end, not the JVM or the harness.
    with contextlib.suppress(OSError):
        Path("/proc/self/oom_score_adj").write_text("900")
    # `python -m` put the JVM's working folder first.
    sys.path[:] = [entry for entry in sys.path if entry not in ("", str(Path.cwd()))]
    if FILES_FOLDER in os.environ:
        use_files_of(os.environ[FILES_FOLDER])
    manager()
