"""Starts the JVM and learns where its Py4J gateway listens."""

from __future__ import annotations

import collections
import os
import struct
import subprocess
import tempfile
import threading
import time
from dataclasses import dataclass
from pathlib import Path

from lakeproof_harness.jvm import flags


class JvmFailed(Exception):
    """The JVM did not start; the message holds what it said last."""


@dataclass
class Jvm:
    """A running JVM. `port` and `secret` open its Py4J gateway."""

    process: subprocess.Popen[bytes]
    port: int
    secret: str
    said: collections.deque[str]

    def last_words(self) -> str:
        """The last lines the JVM wrote to stderr."""
        return "\n".join(self.said)


def jvm_environment() -> dict[str, str]:
    """The environment of the JVM, which its Python workers inherit."""
    return {
        "PATH": "/opt/lakeproof/venv/bin:/usr/bin:/bin",
        "HOME": str(flags.HOME),
        "LANG": "C.UTF-8",
        "TZ": "UTC",
        "SPARK_HOME": str(flags.PYSPARK),
        "SPARK_SCALA_VERSION": flags.SCALA,
        "SPARK_LOCAL_HOSTNAME": "localhost",
        "SPARK_LOCAL_IP": "127.0.0.1",
        "PYSPARK_PYTHON": flags.PYTHON,
        "PYTHONDONTWRITEBYTECODE": "1",
        "PYTHONHASHSEED": "0",
        "OPENBLAS_NUM_THREADS": "1",
        "OMP_NUM_THREADS": "1",
    }


# A start that gives way to sandboxes at work took more than a minute; the host waits three.
START_SECONDS = 170


def start_jvm(*extra: str, archive: Path | None = flags.ARCHIVE) -> Jvm:
    """Starts the JVM and waits until its gateway listens.

    The JVM ends when the write end of its stdin is closed, so it can't outlive its owner.
    Raises JvmFailed with its last words when it ends or does not answer within START_SECONDS.
    """
    for folder in ("local", "tmp", "warehouse"):
        (flags.HOME / folder).mkdir(parents=True, exist_ok=True)
        # Learners are in Spark's group, to change what it writes for them; this is not for them.
        (flags.HOME / folder).chmod(0o700)
    flags.HOME.chmod(0o711)
    with tempfile.TemporaryDirectory(dir=flags.HOME) as folder:
        info = Path(folder) / "gateway"
        process = subprocess.Popen(
            flags.java_command(*extra, archive=archive),
            env=jvm_environment() | {"_PYSPARK_DRIVER_CONN_INFO_PATH": str(info)},
            cwd=flags.HOME,
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
        )
        said = _keep_last_words(process)
        deadline = time.monotonic() + START_SECONDS
        # Spark writes the file under another name and moves it here: once it is there it is whole.
        while not info.exists():
            if process.poll() is not None:
                raise JvmFailed(f"the JVM ended with code {process.returncode}: " + "\n".join(said))
            if time.monotonic() > deadline:
                process.kill()
                raise JvmFailed(f"its gateway did not open within {START_SECONDS} s: " + "\n".join(said))
            time.sleep(0.02)
        raw = info.read_bytes()
    port, length = struct.unpack(">ii", raw[:8])
    return Jvm(process, port, raw[8 : 8 + length].decode(), said)


def _keep_last_words(process: subprocess.Popen[bytes]) -> collections.deque[str]:
    said: collections.deque[str] = collections.deque(maxlen=20)
    stream = process.stderr
    assert stream is not None

    def drain() -> None:
        # readline with a size: a line without an end must not fill the memory.
        while line := stream.readline(2000):
            said.append(line.decode(errors="replace").rstrip())

    threading.Thread(target=drain, daemon=True, name="jvm-stderr").start()
    return said


def point_pyspark_at(jvm: Jvm) -> None:
    """Makes PySpark in this process use this JVM instead of starting one."""
    os.environ["PYSPARK_GATEWAY_PORT"] = str(jvm.port)
    os.environ["PYSPARK_GATEWAY_SECRET"] = jvm.secret
