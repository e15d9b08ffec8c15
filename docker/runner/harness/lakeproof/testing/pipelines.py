"""Runs a declarative pipeline (SDP) inside a test, in the session the test already has.

PySpark's own command line (`spark-pipelines run`) starts a session, runs once and stops the session.
Here the same steps are taken one by one, so that a test can run a pipeline, look at its tables, add
rows and run it again. Spark Declarative Pipelines need Spark Connect (4.2).
"""

from __future__ import annotations

import re
import tempfile
import uuid
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pyspark.errors import PySparkException
from pyspark.pipelines.graph_element_registry import graph_element_registration_context
from pyspark.pipelines.spark_connect_graph_element_registry import SparkConnectGraphElementRegistry
from pyspark.pipelines.spark_connect_pipeline import create_dataflow_graph, start_run
from pyspark.sql import DataFrame, SparkSession

from lakeproof.testing import expectations
from lakeproof.testing.definitions import Definitions, register
from lakeproof.testing.metrics import Expectation, Metrics

# Without them a run of a few rows takes four times as long, and a failing one twenty seconds. They
# count for the session only: in the settings of the graph they have no effect (Spark 4.2).
QUICK = {
    "spark.sql.pipelines.execution.streamstate.pollingInterval": "0",
    "spark.sql.pipelines.maxFlowRetryAttempts": "0",
}
# "Flow spark_catalog.db.silver is RUNNING." and "Flow 'spark_catalog.db.silver' has FAILED ..."
FLOW_EVENT = re.compile(r"Flow '?(?:[^\s'.]+\.)*(?P<flow>[^\s'.]+)'? (?:is|has) (?P<state>[A-Z]+)")
# The states that are no end (org.apache.spark.sql.pipelines.common.FlowStatus, Spark 4.2).
UNDER_WAY = ("QUEUED", "PLANNING", "STARTING", "RUNNING", "IDLE")
STARTED = ("STARTING", "RUNNING")
FAILURE = re.compile(r"\AFailed to resolve flow|\AFlow .* has FAILED")


class PipelineFailed(Exception):
    """A pipeline that did not run to its end. The message names each flow that failed, and why."""


@dataclass(frozen=True)
class PipelineRun:
    """A finished run. `database` and `storage` are where its tables and checkpoints are."""

    spark: SparkSession
    database: str
    storage: str
    events: tuple[str, ...]
    _definitions: Definitions
    _conf: Mapping[str, str]
    _metrics: Metrics

    def table(self, name: str) -> DataFrame:
        """A table of the pipeline's database, those given as `tables` among them."""
        return self.spark.table(f"{self.database}.{name}")

    def rows(self, name: str, *columns: str) -> list[tuple[Any, ...]]:
        """The rows of a table as tuples, sorted, so that lists can be compared."""
        frame = self.table(name).select(*columns) if columns else self.table(name)
        return sorted((tuple(row) for row in frame.collect()), key=repr)

    def status(self, flow: str) -> str | None:
        """How a flow ended in this run, such as COMPLETED or FAILED; None when it had no state."""
        states = [
            found["state"]
            for found in map(FLOW_EVENT.match, self.events)
            if found is not None and found["flow"] == flow
        ]
        ends = [state for state in states if state not in UNDER_WAY]
        last = (ends or states or [None])[-1]
        # Spark tells how a flow ended beside the run, which doesn't wait for it (planAndStartFlow and
        # StreamListener, 4.2): RUNNING may come after COMPLETED, or COMPLETED never. What was started in
        # a run that ended well has ended well: a failing flow ends the run with PipelineFailed.
        return "COMPLETED" if last in STARTED else last

    def expectations(self, dataset: str) -> dict[str, Expectation]:
        """What each expectation of a dataset came to in this run: rows that met it, and that did not."""
        return self._metrics.of(dataset).expectations

    def dropped(self, dataset: str) -> int:
        """How many rows `expect_or_drop` kept out of a dataset in this run."""
        return self._metrics.of(dataset).dropped

    def again(
        self, *, tables: Mapping[str, DataFrame] | None = None, full_refresh: Sequence[str] | str = ()
    ) -> PipelineRun:
        """Runs the pipeline once more over the same tables and checkpoints.

        Args:
            tables: rows to append to source tables first.
            full_refresh: datasets to compute anew from all that is there, or "all".
        """
        _add_tables(self.database, tables or {})
        return _run(self, full_refresh=full_refresh, dry=False)


def run_pipeline(
    definitions: Definitions,
    *,
    tables: Mapping[str, DataFrame] | None = None,
    conf: Mapping[str, str] | None = None,
    spark: SparkSession | None = None,
    dry: bool = False,
) -> PipelineRun:
    """Runs a pipeline in a new database and returns what became of it.

    Args:
        definitions: a Python or SQL file, a folder of them, a module, or a function that defines
            datasets when it is called (with the session, when it takes an argument). In files the
            name `spark` stands for the session, as on Databricks.
        tables: source tables to create in the database first, by name.
        conf: settings the definitions read by `spark.conf.get`.
        spark: a Spark Connect session; the active one unless told.
        dry: only checks the graph: finds unknown columns and sources, cycles, names that
            are there twice; not wrong casts, nor aggregates that lack a watermark (Spark 4.2).

    Raises:
        RuntimeError: the session is not one of Spark Connect.
        PipelineFailed: the graph can't run, or a flow of it failed; with what Spark said of each flow.
    """
    session = spark or SparkSession.builder.getOrCreate()
    if not type(session).__module__.startswith("pyspark.sql.connect"):
        raise RuntimeError(
            "Declarative pipelines need a Spark Connect session: build one by "
            'SparkSession.builder.remote("local[2]").getOrCreate().'
        )
    database = f"run_{uuid.uuid4().hex[:10]}"
    session.sql(f"CREATE DATABASE {database}")
    _add_tables(database, tables or {})
    storage = tempfile.mkdtemp(prefix="pipeline_")
    first = PipelineRun(session, database, storage, (), definitions, conf or {}, Metrics(session))
    return _run(first, full_refresh=(), dry=dry)


def _add_tables(database: str, tables: Mapping[str, DataFrame]) -> None:
    for name, frame in tables.items():
        frame.write.mode("append").saveAsTable(f"{database}.{name}")


def _run(before: PipelineRun, *, full_refresh: Sequence[str] | str, dry: bool) -> PipelineRun:
    spark, metrics = before.spark, Metrics(before.spark)
    for key, value in {**QUICK, **before._conf}.items():
        spark.conf.set(key, value)
    graph = create_dataflow_graph(
        spark, default_catalog=None, default_database=before.database, sql_conf=dict(before._conf)
    )
    registry = SparkConnectGraphElementRegistry(spark, graph)
    with graph_element_registration_context(registry), expectations.observed_by(metrics):
        register(before._definitions, spark, graph, registry)
    everything = full_refresh == "all"
    events = _events_of(
        start_run(
            spark,
            graph,
            full_refresh=[] if everything else list(full_refresh),
            full_refresh_all=everything,
            refresh=[],
            dry=dry,
            storage=Path(before.storage).as_uri(),
        )
    )
    return PipelineRun(
        spark, before.database, before.storage, events, before._definitions, before._conf, metrics
    )


def _events_of(items: Iterator[dict[str, Any]]) -> tuple[str, ...]:
    """The messages of a run's events, in the order in which things happened."""
    events = []
    try:
        for item in items:
            if "pipeline_event_result" in item:
                events.append(item["pipeline_event_result"].event)
    except PySparkException as error:
        # Spark says only that some flow failed; what was wrong with it stands in the events.
        causes = [event.message.strip() for event in events if FAILURE.search(event.message)]
        said = str(error).partition("JVM stacktrace:")[0].strip()
        raise PipelineFailed("\n\n".join([*causes, said])) from error
    # They are sent by several threads, and may overtake each other.
    events.sort(key=lambda event: (event.timestamp.seconds, event.timestamp.nanos))
    return tuple(event.message for event in events)
