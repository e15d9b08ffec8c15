"""What expectations came to in a run: counted by Spark while it runs, read when the run has ended.

Expectations count by `DataFrame.observe`. Of the metrics of a declarative pipeline a client hears
nothing (Spark 4.2): streams run in sessions of their own, and materialized views are not told to a
query execution listener. A listener in the JVM (ExpectationListener.java) hears of all and writes
them to a folder.
"""

from __future__ import annotations

import json
import os
import tempfile
import time
import uuid
from dataclasses import dataclass, field
from pathlib import Path

from pyspark import SparkContext
from pyspark.sql import SparkSession
from pyspark.sql import functions as F

from lakeproof import expectation_listener

# Names of metrics beside those of expectations, which are a user's.
SEEN, DROPPED = "__seen", "__dropped"
FOLDER = "LAKEPROOF_METRICS"
WAIT_SECONDS = 20.0


@dataclass(frozen=True)
class Expectation:
    """Rows of a run that met an expectation (`passed`) and that did not (`failed`)."""

    passed: int
    failed: int


@dataclass
class Counted:
    """Sums over all batches of a dataset."""

    seen: int = 0
    dropped: int = 0
    failed: dict[str, int] = field(default_factory=dict)

    def add(self, metrics: dict[str, int]) -> None:
        """Adds the metrics of a batch."""
        self.seen += metrics.pop(SEEN)
        self.dropped += metrics.pop(DROPPED)
        for name, count in metrics.items():
            self.failed[name] = self.failed.get(name, 0) + count

    @property
    def expectations(self) -> dict[str, Expectation]:
        """By name."""
        return {name: Expectation(self.seen - failed, failed) for name, failed in self.failed.items()}


class Metrics:
    """The metrics of one run."""

    def __init__(self, spark: SparkSession) -> None:
        """`spark` is the session the run uses."""
        self._spark = spark
        self._run = uuid.uuid4().hex
        self._counted: dict[str, Counted] | None = None
        self._folder = _folder()

    def observation(self, dataset: str) -> str:
        """The name to observe a dataset's rows under."""
        return f"lakeproof:{self._folder.name}:{self._run}:{dataset}"

    def of(self, dataset: str) -> Counted:
        """What was counted of a dataset; all zero when no row came, or it has no expectations."""
        if self._counted is None:
            self._counted = self._read()
        return self._counted.get(dataset, Counted())

    def _read(self) -> dict[str, Counted]:
        self._wait_for_listener()
        counted: dict[str, Counted] = {}
        file = self._folder / self._run
        # No row came when there is no file.
        for line in file.read_text().splitlines() if file.exists() else []:
            said = json.loads(line)
            counted.setdefault(said["dataset"], Counted()).add(said["metrics"])
        return counted

    def _wait_for_listener(self) -> None:
        """Listeners hear of things later, but in order: one more query is heard of after the run's."""
        fence = Metrics(self._spark)
        self._spark.range(1).observe(fence.observation(""), F.count(F.lit(1)).alias(SEEN)).collect()
        deadline = time.monotonic() + WAIT_SECONDS
        while not (self._folder / fence._run).exists():
            if time.monotonic() > deadline:
                raise TimeoutError("Spark told nothing of what its queries observed.")
            time.sleep(0.005)


def _folder() -> Path:
    """Where the listener of this process's Spark writes; on a laptop it is installed now."""
    if FOLDER not in os.environ:
        context = SparkContext._active_spark_context
        if context is None:
            raise RuntimeError(
                "The server of this session is not of this process: expectations can only be counted with "
                'SparkSession.builder.remote("local[2]").'
            )
        root = Path(tempfile.mkdtemp(prefix="expectations_"))
        expectation_listener.install(context._jvm, context._jsc.sc(), root)
        os.environ[FOLDER] = str(expectation_listener.new_folder(root))
    return Path(os.environ[FOLDER])
