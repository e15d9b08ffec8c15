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
from pyspark.daemon import manager

if __name__ == "__main__":
    os.umask(0o002)
    # When the memory runs out, the worker is to end, not the JVM or the harness.
    with contextlib.suppress(OSError):
        Path("/proc/self/oom_score_adj").write_text("900")
    # `python -m` put the JVM's working folder first.
    sys.path[:] = [entry for entry in sys.path if entry not in ("", str(Path.cwd()))]
    manager()
