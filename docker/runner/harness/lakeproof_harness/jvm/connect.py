"""Spark Connect on the warm JVM: its server, and the sessions that are kept ready for a variant."""

from __future__ import annotations

import shutil
import uuid
from typing import Any

from lakeproof import expectation_listener
from lakeproof_harness.jvm import flags
from lakeproof_harness.jvm.session import SESSION_CLASS, Corner, new_session

SESSION_HOLDER = "org.apache.spark.sql.connect.service.SessionHolder"
SESSION_KEY = "org.apache.spark.sql.connect.service.SessionKey"
SERVICE = "org.apache.spark.sql.connect.service.SparkConnectService"
# A suite that calls stop() gets the next.
SESSIONS_EACH = 8
# What expectations of pipelines count, a folder for each variant.
METRICS = flags.HOME / "metrics"


class ConnectServer:
    """The server listens on 127.0.0.1 from the first variant that needs it to the JVM's end."""

    def __init__(self, jvm: Any, context: Any) -> None:
        """Starts nothing yet."""
        self._jvm = jvm
        self._context = context
        self._service: Any = None

    def open(self, token: str, options: dict[str, str]) -> Corner:
        """Opens sessions for one variant that share a catalog with each other and with nobody else.

        Left to itself the server makes each session from one base session, so all would share its
        catalog, warehouse and cache. Sessions are therefore made here, from a session with a shared
        state of its own, and registered under ids that only the variant's process is told.
        """
        service = self._started()
        # Whoever knows user and id is let in, so both are secrets.
        user = f"learner-{uuid.uuid4()}"
        root = new_session(getattr(self._jvm, SESSION_CLASS), self._context, options)
        marks, ids = [], []
        for number in range(SESSIONS_EACH):
            session = root if number == 0 else root.newSession()
            holder = getattr(self._jvm, SESSION_HOLDER)(user, str(uuid.uuid4()), session)
            holder.initializeSession()
            service.sessionManager().putSessionForTesting(holder)
            # Workers are kept by their environment, in which Spark names the session they belong to.
            marks.append(f"SPARK_JOB_ARTIFACT_UUID={session.sessionUUID()}")
            ids.append(str(holder.sessionId()))

        metrics = expectation_listener.new_folder(METRICS)

        def shut() -> None:
            key = getattr(self._jvm, SESSION_KEY)
            for session_id in ids:
                service.sessionManager().closeSession(key(user, session_id), False)
            shutil.rmtree(metrics)

        door: dict[str, object] = {
            "port": int(service.localPort()),
            "user": user,
            "sessions": ids,
            "metrics": str(metrics),
        }
        return Corner(token, door, (root,), tuple(marks), shut)

    def _started(self) -> Any:
        if self._service is None:
            METRICS.mkdir()
            # Passed through by who knows a name in it; listed by nobody.
            METRICS.chmod(0o711)
            expectation_listener.install(self._jvm, self._context, METRICS)
            getattr(self._jvm, SERVICE).start(self._context)
            self._service = getattr(getattr(self._jvm, f"{SERVICE}$"), "MODULE$")
        return self._service
