"""The owner of the warm JVM: opens a corner of it for each variant and clears it afterwards.

Runs as user spark. Reads one JSON command a line from stdin and answers each with one line on
stdout, under the same `id`; ends, and the JVM with it, when stdin is closed.

    {"do": "open", "token": "…", "engine": "classic", "options": {}}   {"ok": {"port": 1, "secret": "…"}}
    {"do": "close", "token": "…", "alone": true}   {"ok": {"dirty": "changed: time zone", "left": false}}
    {"do": "alive"}                                {"ok": {"dirty": ""}}
"""

from __future__ import annotations

import json
import os
import sys
import time
import traceback
from typing import Any

from py4j.clientserver import ClientServer, JavaParameters, PythonParameters
from py4j.protocol import Py4JError

from lakeproof_harness.jvm import fingerprint, janitor
from lakeproof_harness.jvm.connect import ConnectServer
from lakeproof_harness.jvm.launch import Jvm, start_jvm
from lakeproof_harness.jvm.session import (
    SESSION_CLASS,
    Corner,
    forget_java_functions,
    new_session,
    open_gateway,
)


class Owner:
    """One warm JVM and the corners that are open in it."""

    def __init__(self, jvm: Jvm) -> None:
        """Starts Spark in a JVM that runs."""
        self.process = jvm.process
        self._gateway = ClientServer(
            JavaParameters(port=jvm.port, auth_token=jvm.secret, auto_convert=True),
            PythonParameters(port=0, eager_load=False),
        )
        self._jvm: Any = self._gateway.jvm
        conf = getattr(self._jvm, "org.apache.spark.SparkConf")()
        self._context = getattr(self._jvm, "org.apache.spark.api.java.JavaSparkContext")(conf)
        # The gateway's class takes itself for a shell, and raises the level to WARN.
        self._context.setLogLevel(janitor.LOG_LEVEL)
        forget_java_functions(self._jvm)
        session_class = getattr(self._jvm, SESSION_CLASS)
        self._root = new_session(session_class, self._context.sc(), {})
        session_class.setDefaultSession(self._root)
        self._connect = ConnectServer(self._jvm, self._context.sc())
        self._corners: dict[str, Corner] = {}
        self._files = janitor.SparkFiles()
        self._properties = getattr(self._jvm, "java.lang.System").getProperties().clone()
        self._clean = self._fingerprint(alone=True)

    def open(self, token: str, engine: str, options: dict[str, str]) -> dict[str, object]:
        """Opens a corner with a session of those options: the door the variant's process comes in by."""
        if engine == "connect":
            corner = self._connect.open(token, options)
        else:
            corner = open_gateway(self._jvm, self._context.sc(), token, options)
        self._corners[token] = corner
        return corner.door

    def close(self, token: str, *, alone: bool) -> dict[str, object]:
        """Clears a corner, and everything when `alone`.

        Tells in words what stayed `dirty`, and whether something is `left` that can only be cleared
        when no variant runs, because it can't be told whose it is.
        """
        wrong: list[str] = []
        context = self._context.sc()
        corner = self._corners.pop(token, None)
        worked = bool(corner and janitor.has_jobs(context, corner))
        if corner:
            wrong += janitor.clear_corner(self._jvm, context, corner)
        if alone:
            ours = {os.getpid(), self.process.pid}
            wrong += janitor.clear_all(self._jvm, self._context, ours, self._files)
        wrong += janitor.sweep([self._restore_properties])
        for line in wrong:
            print(f"owner: {line}", file=sys.stderr, flush=True)
        left = not alone and (worked or context.checkpointDir().isDefined() or bool(self._files.new()))
        return {"dirty": self._dirty(alone=alone), "left": left}

    def _restore_properties(self) -> None:
        system = getattr(self._jvm, "java.lang.System")
        if not system.getProperties().equals(self._properties):
            system.setProperties(self._properties.clone())

    def alive(self) -> dict[str, object]:
        """Tells in words what is wrong with the JVM; empty when nothing is."""
        if self.process.poll() is not None:
            return {"dirty": self._ended()}
        return {"dirty": "the Spark context was stopped" if self._context.sc().isStopped() else ""}

    def _dirty(self, *, alone: bool) -> str:
        if self.process.poll() is not None:
            return self._ended()
        return fingerprint.difference(self._clean, self._fingerprint(alone=alone))

    def _ended(self) -> str:
        return f"the JVM ended with code {self.process.returncode}"

    def _fingerprint(self, *, alone: bool) -> dict[str, str]:
        return fingerprint.take(self._jvm, self._context, self._root, alone=alone)

    def answer(self, command: dict[str, Any]) -> dict[str, object]:
        """Carries out one command. A JVM that no longer answers is dirty, not an error."""
        try:
            match command["do"]:
                case "open":
                    return {"ok": self.open(command["token"], command["engine"], command["options"])}
                case "close":
                    return {"ok": self.close(command["token"], alone=command["alone"])}
                case "alive":
                    return {"ok": self.alive()}
                case other:
                    return {"error": f"unknown command {other}"}
        except (Py4JError, OSError) as error:
            return self._lost(error)
        except Exception as error:
            traceback.print_exc()
            return self._lost(error)

    def _lost(self, error: Exception) -> dict[str, object]:
        # The JVM's process may need a moment to end after its gateway has gone.
        time.sleep(0.2)
        ended = self._ended() if self.process.poll() is not None else f"the JVM fails: {error}"
        return {"ok": {"dirty": ended[:500]}}


def main() -> None:
    """Starts the JVM, says so, and serves until stdin ends."""
    os.umask(0o002)
    began = time.monotonic()
    jvm = start_jvm()
    owner = Owner(jvm)
    _say({"ready": {"seconds": round(time.monotonic() - began, 3), "jvm": jvm.process.pid}})
    for line in sys.stdin:
        command = json.loads(line)
        _say({"id": command["id"], **owner.answer(command)})
    jvm.process.kill()


def _say(message: dict[str, object]) -> None:
    sys.stdout.write(json.dumps(message) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
