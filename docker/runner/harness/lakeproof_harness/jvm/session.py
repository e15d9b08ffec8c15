"""A variant's own corner of the warm JVM: a Py4J gateway and the Spark sessions opened through it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

SESSION_CLASS = "org.apache.spark.sql.classic.SparkSession"
# The name under which a gateway holds the list of the sessions that were opened through it.
SESSIONS = "lakeproof.sessions"


@dataclass
class Corner:
    """What the owner must clear away after a variant."""

    token: str
    server: Any
    sessions: Any

    @property
    def port(self) -> int:
        """Port of the variant's gateway, on 127.0.0.1."""
        return int(self.server.getListeningPort())

    @property
    def secret(self) -> str:
        """What a client must say first."""
        return str(self.server.secret())


def open_corner(jvm: Any, context: Any, token: str, options: dict[str, str]) -> Corner:
    """Opens a gateway for one variant, with a session that starts with `options`.

    A gateway each, because a Py4J gateway has one table of objects and one address for callbacks
    (`foreachBatch`): two processes on one gateway could reach each other's objects and functions.
    """
    server = getattr(jvm, "org.apache.spark.api.python.Py4JServer")(context.conf())
    sessions = getattr(jvm, "java.util.concurrent.CopyOnWriteArrayList")()
    sessions.add(new_session(getattr(jvm, SESSION_CLASS), context, options))
    server.server().getJavaServer().getGateway().putObject(SESSIONS, sessions)
    server.start()
    return Corner(token, server, sessions)


def new_session(session_class: Any, context: Any, options: dict[str, str]) -> Any:
    """A Spark session that shares nothing but the SparkContext with those there are.

    This constructor, the one PySpark itself uses for the first session, makes a shared state of
    its own: catalog, warehouse folder (`spark.sql.warehouse.dir` in `options`), cached plans and
    global temporary views. `newSession()` would share them. 4-12 ms, measured on Spark 4.2.
    """
    session = session_class(context, options)
    # Made one after another, in here: a shared state writes its warehouse folder into the context's
    # settings and reads it back from there.
    session.sharedState().externalCatalog()
    session.sessionState()
    return session
