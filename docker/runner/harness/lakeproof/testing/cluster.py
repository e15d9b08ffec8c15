"""Looks at a cluster of real executors, and does to them what happens in production.

For labs on engine cluster: what it says comes from Spark's status store and event log, not from the
code under test. Works where driver and executors run on this machine as this user (`local-cluster`).
"""

from __future__ import annotations

import json
import os
import signal
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlparse

from pyspark.sql import SparkSession


@dataclass(frozen=True)
class Executor:
    """What the driver knows of an executor. `removed_because` is empty while it is alive.

    `added` and `removed` are seconds since the epoch; `removed` is 0 while it is alive.
    """

    id: str
    cores: int
    tasks: int
    failed_tasks: int
    added: float
    removed: float
    removed_because: str

    @property
    def alive(self) -> bool:
        """The driver has not removed it."""
        return self.removed == 0


def executors(spark: SparkSession, *, alive: bool = True) -> list[Executor]:
    """Executors in the order of their ids; those that were removed too, with `alive=False`."""
    listed = spark.sparkContext._jsc.sc().statusStore().executorList(alive)
    summaries = [listed.apply(index) for index in range(listed.size())]
    found = [_executor(summary) for summary in summaries if summary.id() != "driver"]
    return sorted(found, key=lambda executor: int(executor.id))


def _executor(summary: Any) -> Executor:
    removed, reason = summary.removeTime(), summary.removeReason()
    return Executor(
        id=summary.id(),
        cores=summary.totalCores(),
        tasks=summary.totalTasks(),
        failed_tasks=summary.failedTasks(),
        added=summary.addTime().getTime() / 1000,
        removed=removed.get().getTime() / 1000 if removed.isDefined() else 0.0,
        removed_because=reason.get() if reason.isDefined() else "",
    )


def wait_until(condition: Callable[[], bool], seconds: float) -> float:
    """Waits until the condition holds; returns the seconds that took.

    Raises:
        AssertionError: it did not hold within `seconds`.
    """
    began = time.monotonic()
    while not condition():
        if time.monotonic() - began > seconds:
            raise AssertionError(f"not within {seconds:g} s")
        time.sleep(0.05)
    return time.monotonic() - began


def freeze(executor: Executor) -> None:
    """Stops an executor's process without ending it: its connections stay, its heartbeats don't."""
    os.kill(process_of(executor), signal.SIGSTOP)


def thaw(executor: Executor) -> None:
    """Lets a frozen executor go on."""
    os.kill(process_of(executor), signal.SIGCONT)


def kill(executor: Executor) -> None:
    """Ends an executor at once: the driver notices by its connection."""
    os.kill(process_of(executor), signal.SIGKILL)


def process_of(executor: Executor) -> int:
    """The process id of an executor. Raises LookupError when it has none any more."""
    for folder in Path("/proc").iterdir():
        if not folder.name.isdigit():
            continue
        try:
            words = (folder / "cmdline").read_bytes().split(b"\0")
        except OSError:
            continue
        if b"--executor-id" in words and words[words.index(b"--executor-id") + 1] == executor.id.encode():
            return int(folder.name)
    raise LookupError(f"executor {executor.id} has no process")


def events(spark: SparkSession, kind: str | None = None) -> list[dict[str, Any]]:
    """The event log of the application until now; only events such as "SparkListenerTaskEnd" with `kind`."""
    context = spark.sparkContext
    folder = Path(urlparse(context.getConf().get("spark.eventLog.dir")).path)
    (file,) = folder.glob(f"{context.applicationId}*")
    # The last line may be half written.
    lines = file.read_text().split("\n")[:-1]
    found = [json.loads(line) for line in lines]
    return [event for event in found if kind is None or event["Event"] == kind]
