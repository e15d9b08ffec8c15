"""A variant's own corner of the warm JVM: Spark sessions, and the door its process comes in by."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

SESSION_CLASS = "org.apache.spark.sql.classic.SparkSession"
# The name under which a gateway holds the list of the sessions that were opened through it.
SESSIONS = "lakeproof.sessions"
# In the environment of a variant's Python workers: tells whose they are.
WORKER_MARK = "LAKEPROOF_VARIANT"
# And where the files are that its suite added to Spark.
FILES_FOLDER = "LAKEPROOF_FILES"
# What each session of engine classic starts with. Isolated artifacts mean a class loader for each
# session: executors then compile code again that another session had compiled (41 classes a variant
# of 5 tests), and ask the driver by RPC for each class that they look for in vain.
# A JAR that a suite adds is found by the fingerprint.
CLASSIC_OPTIONS = {"spark.sql.artifact.isolation.enabled": "false"}
# SQL functions that call any static method of Java: System.exit, say.
JAVA_FUNCTIONS = ("reflect", "java_method", "try_reflect")


@dataclass(frozen=True)
class Corner:
    """What a variant's process is told of its corner, and what the owner must clear away after it.

    `door` is the former. `sessions` are all that were opened, those of a suite's own among them;
    `worker_marks` are settings ("NAME=value") by which its Python workers are known.
    """

    token: str
    door: dict[str, object]
    sessions: Iterable[Any]
    worker_marks: tuple[str, ...]
    shut: Callable[[], object]


def open_gateway(jvm: Any, context: Any, token: str, options: dict[str, str]) -> Corner:
    """Opens a Py4J gateway for one variant, with a session that starts with `options`.

    A gateway each, because a Py4J gateway has one table of objects and one address for callbacks
    (`foreachBatch`): two processes on one gateway could reach each other's objects and functions.
    """
    server = getattr(jvm, "org.apache.spark.api.python.Py4JServer")(context.conf())
    sessions = getattr(jvm, "java.util.concurrent.CopyOnWriteArrayList")()
    sessions.add(new_session(getattr(jvm, SESSION_CLASS), context, options))
    server.server().getJavaServer().getGateway().putObject(SESSIONS, sessions)
    server.start()
    door = {"port": int(server.getListeningPort()), "secret": str(server.secret())}
    return Corner(token, door, sessions, (f"{WORKER_MARK}={token}",), server.shutdown)


def new_session(session_class: Any, context: Any, options: dict[str, str]) -> Any:
    """A Spark session that shares nothing but the SparkContext with those there are.

    This constructor, the one PySpark itself uses for the first session, makes a shared state of
    its own: catalog, warehouse folder (`spark.sql.warehouse.dir` in `options`), cached plans and
    global temporary views. `newSession()` would share them. 4-12 ms, measured on Spark 4.2.
    """
    session = session_class(context, options)
    # Made now, not by a variant's first query. Two may be made at the same time: a shared state writes its
    # warehouse folder into the context's settings, but uses the one in `options` (Spark 4.2, SharedState).
    session.sharedState().externalCatalog()
    session.sessionState()
    return session


def forget_java_functions(jvm: Any) -> None:
    """Takes SQL's ways into Java out of what sessions start with: from Python they can't be noticed."""
    registry = getattr(getattr(jvm, "org.apache.spark.sql.catalyst.analysis.FunctionRegistry$"), "MODULE$")
    identifier = getattr(jvm, "org.apache.spark.sql.catalyst.FunctionIdentifier")
    for name in JAVA_FUNCTIONS:
        registry.builtin().dropFunction(identifier(name))
