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
from pyspark import SparkContext
from pyspark.sql import SparkSession
from pyspark.sql.context import SQLContext

from lakeproof_harness.child.settings import is_fixed
from lakeproof_harness.jvm.session import SESSIONS, WORKER_MARK, new_session


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
    _attach_contexts(warm)
    _attach_sessions(warm)
    _tell_ignored(ignored)


def _attach_contexts(warm: Warm) -> None:
    stock_init, stock_stop = SparkContext._do_init, SparkContext.stop

    def initialize_context(self: Any, _conf: Any) -> Any:
        running = getattr(self._jvm, "org.apache.spark.SparkContext").getOrCreate()
        # By this tag the owner of the JVM finds the jobs that are left when the process has ended.
        running.addJobTag(warm.token)
        return getattr(self._jvm, "org.apache.spark.api.java.JavaSparkContext")(running)

    def do_init(self: Any, *args: Any, **kwargs: Any) -> None:
        stock_init(self, *args, **kwargs)
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


def _attach_sessions(warm: Warm) -> None:
    stock_init = SparkSession.__init__
    opened = 0

    def next_session(session_class: Any, context: Any) -> Any:
        """The one the owner of the JVM has made; after a stop() another, which it is told of."""
        nonlocal opened
        opened += 1
        sessions = JavaObject(SESSIONS, context._gateway._gateway_client)
        if opened > 1:
            sessions.add(new_session(session_class, context._jsc.sc(), warm.options))
        return sessions.get(opened - 1)

    # The parameters go by PySpark's own names: callers pass them as keywords.
    def init(self: Any, sparkContext: Any, jsparkSession: Any = None, options: Any = None) -> None:  # noqa: N803
        session_class = SparkSession._get_j_spark_session_class(sparkContext._jvm)
        if jsparkSession is None:
            jsparkSession = next_session(session_class, sparkContext)  # noqa: N806
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
    # Stock code would make the session the default of the whole JVM, a sibling's too.
    SparkSession._should_update_active_session = staticmethod(lambda: False)


def _tell_ignored(ignored: Callable[[str], None]) -> None:
    stock = SparkSession.Builder.getOrCreate

    def get_or_create(self: Any) -> Any:
        for key in self._options:
            if is_fixed(key):
                ignored(key)
        return stock(self)

    SparkSession.Builder.getOrCreate = get_or_create
