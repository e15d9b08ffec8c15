"""Starts the harness's own programs, each as its user and with nothing that it doesn't need."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import IO

from lakeproof_harness.users import Account


def start(module: str, account: Account | None, stdin: int, stdout: int) -> subprocess.Popen[bytes]:
    """Starts a module of this package. `account` None: as the harness itself.

    Its stderr is the harness's own log; it must not be waited for but by the reaper.
    """
    return subprocess.Popen(
        [sys.executable, "-B", "-P", "-m", f"lakeproof_harness.{module}"],
        stdin=stdin,
        stdout=stdout,
        env=environment(),
        cwd="/",
        user=account.uid if account else None,
        group=account.gid if account else None,
        extra_groups=account.groups if account else None,
        umask=0o002,
    )


def environment() -> dict[str, str]:
    """What the programs, and the variants' processes with them, find in their environment."""
    return {
        "PATH": os.environ.get("PATH", "/usr/bin:/bin"),
        "HOME": "/tmp",
        "LANG": "C.UTF-8",
        "TZ": "UTC",
        "PYTHONDONTWRITEBYTECODE": "1",
        # Order of sets and dicts of strings: the same in each variant, and in Spark's workers.
        "PYTHONHASHSEED": "0",
        "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1",
        "PYSPARK_PYTHON": sys.executable,
        "SPARK_LOCAL_HOSTNAME": "localhost",
        "SPARK_LOCAL_IP": "127.0.0.1",
        "OPENBLAS_NUM_THREADS": "1",
        "OMP_NUM_THREADS": "1",
    }


def stdin_of(process: subprocess.Popen[bytes]) -> IO[bytes]:
    """The write end of a program's stdin."""
    assert process.stdin is not None
    return process.stdin
