"""Makes plain PySpark code use the warm JVM, as if it had started Spark itself.

A learner's `SparkSession.builder...getOrCreate()`, `SparkContext.getOrCreate()`, `stop()` and what
comes after it all work; only where stock PySpark would start or stop a JVM's SparkContext, it is
attached to and detached from the one that runs.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from py4j.java_gateway import JavaObject
from pyspark import SparkConf, SparkContext
from pyspark.sql import SparkSession
from pyspark.sql.context import SQLContext

from lakeproof_harness.child import job_tag
from lakeproof_harness.child.settings import is_fixed
from lakeproof_harness.jvm.session import SESSIONS, WORKER_MARK, new_session

WAREHOUSE = "spark.sql.warehouse.dir"


@dataclass(frozen=True)
class Warm:
    """Where the warm JVM is and what a variant's sessions start with."""

    port: int
    secret: str
    token: str
    # What each of the variant's sessions starts with, its warehouse folder among it.
    options: dict[str, str]
    # Folders of the variant: its code, and one that is Spark's and its own.
    suite: str
    scratch: str


def attach_on_demand(warm: Warm, ignored: Callable[[str], None]) -> None:
    """Prepares PySpark; nothing is opened until the suite asks for Spark.

    `ignored` is told the name of each setting that was asked for and has no effect here.
    """
    os.environ["PYSPARK_GATEWAY_PORT"] = str(warm.port)
    os.environ["PYSPARK_GATEWAY_SECRET"] = warm.secret
    told: set[str] = set()

    def tell_if_fixed(key: str) -> None:
        if is_fixed(key) and key not in told:
            told.add(key)
            ignored(key)

    job_tag.keep(warm.token)
    _attach_contexts(warm, tell_if_fixed)
    _attach_sessions(warm)
    _watch_builders(tell_if_fixed)


def _attach_contexts(warm: Warm, tell_if_fixed: Callable[[str], None]) -> None:
    stock_init, stock_stop = SparkContext._do_init, SparkContext.stop

    def initialize_context(self: Any, conf: Any) -> Any:
        # For what a suite reads back of it, and for its sessions.
        self._lakeproof_conf = conf.clone()
        running = getattr(self._jvm, "org.apache.spark.SparkContext").getOrCreate()
        running.addJobTag(warm.token)
        return getattr(self._jvm, "org.apache.spark.api.java.JavaSparkContext")(running)

    def do_init(self: Any, *args: Any, **kwargs: Any) -> None:
        stock_init(self, *args, **kwargs)
        self._conf = SparkConf(_jconf=self._lakeproof_conf)
        self._conf.setIfMissing("spark.app.id", self.applicationId)
        for key in own_settings(self):
            tell_if_fixed(key)
        # Spark made this folder for its own user; ours can be read by both.
        self._temp_dir = warm.scratch
        # Python workers are kept by their environment: so each variant has its own, and its code.
        self.environment["PYTHONPATH"] = warm.suite
        self.environment[WORKER_MARK] = warm.token

    def stop(self: Any) -> None:
        self._jsc = None
        stock_stop(self)

    SparkContext._initialize_context = initialize_context
    SparkContext._do_init = do_init
    SparkContext.stop = stop


def own_settings(context: Any) -> dict[str, str]:
    """The settings a suite gave its SparkContext."""
    conf = context._lakeproof_conf
    defaults = getattr(context._jvm, "org.apache.spark.SparkConf")(True).toDebugString().splitlines()
    keys = [line.partition("=")[0] for line in conf.toDebugString().splitlines() if line not in defaults]
    return {key: conf.get(key) for key in keys if conf.contains(key)}


def _attach_sessions(warm: Warm) -> None:
    stock_init, stock_create = SparkSession.__init__, SparkSession.Builder.create
    # Kept for good: Py4J takes what Python holds no longer out of the gateway.
    sessions: Any = None

    def opened(context: Any) -> Any:
        """The list of what this process opened. The owner of the JVM has it, too, to clear up by."""
        nonlocal sessions
        sessions = sessions or JavaObject(SESSIONS, context._gateway._gateway_client)
        return sessions

    def next_session(session_class: Any, context: Any, options: dict[str, Any]) -> Any:
        """The one the owner of the JVM has made; after a stop(), or for a warehouse folder of the
        suite's own, another one.
        """
        if sessions is None and WAREHOUSE not in options:
            return opened(context).get(0)
        own = {WAREHOUSE: str(options[WAREHOUSE])} if WAREHOUSE in options else {}
        opened(context).add(new_session(session_class, context._jsc.sc(), {**warm.options, **own}))
        return sessions.get(sessions.size() - 1)

    def create(self: Any) -> Any:
        # Left to itself it takes the warehouse folder that the context was given last, by any variant.
        self._options = {**warm.options, **self._options}
        session = stock_create(self)
        opened(session._sc).add(session._jsparkSession)
        return session

    # The parameters go by PySpark's own names: callers pass them as keywords.
    def init(self: Any, sparkContext: Any, jsparkSession: Any = None, options: Any = None) -> None:  # noqa: N803
        session_class = SparkSession._get_j_spark_session_class(sparkContext._jvm)
        if jsparkSession is None:
            options = {**own_settings(sparkContext), **(options or {})}
            jsparkSession = next_session(session_class, sparkContext, options)  # noqa: N806
        stock_init(self, sparkContext, jsparkSession, options or {})
        current = SparkSession._instantiatedSession
        if current is None or current._sc._jsc is None:
            SparkSession._instantiatedSession = SparkSession._activeSession = self
            session_class.setActiveSession(jsparkSession)

    def stop(self: Any) -> None:
        self._sc.stop()
        SparkSession._get_j_spark_session_class(self._jvm).clearActiveSession()
        SparkSession._instantiatedSession = SparkSession._activeSession = None
        SQLContext._instantiatedContext = None

    SparkSession.__init__ = init
    SparkSession.stop = stop
    SparkSession.Builder.create = create
    # Stock code would make the session the default of the whole JVM, a sibling's too.
    SparkSession._should_update_active_session = staticmethod(lambda: False)


def _watch_builders(tell_if_fixed: Callable[[str], None]) -> None:
    for name in ("getOrCreate", "create"):
        _watch(name, tell_if_fixed)


def _watch(name: str, tell_if_fixed: Callable[[str], None]) -> None:
    stock = getattr(SparkSession.Builder, name)

    def build(self: Any) -> Any:
        for key in self._options:
            tell_if_fixed(key)
        return stock(self)

    setattr(SparkSession.Builder, name, build)
