"""Writes events to the host: NDJSON on stdout, which nothing else may write to."""

from __future__ import annotations

import json
import os

from lakeproof_harness.protocol import PROTOCOL
from lakeproof_harness.text import cut


class Events:
    """The harness's voice. A host that has gone away is not an error: the harness then ends."""

    def __init__(self, descriptor: int) -> None:
        """Writes to an open descriptor."""
        self._descriptor = descriptor

    def ready(self, session_seconds: float, warm_seconds: float) -> None:
        """The JVM is warm; the harness waits for the header."""
        self.send("ready", protocol=PROTOCOL, sessionSeconds=session_seconds, warmSeconds=warm_seconds)

    def done(self, seconds: float) -> None:
        """All variants have ended."""
        self.send("done", seconds=seconds)

    def broken(self, reason: str) -> None:
        """The harness can't go on: our fault, never the learner's."""
        self.send("broken", reason=cut(reason, 2000))

    def send(self, event: str, **fields: object) -> None:
        """Writes one event whole."""
        data = memoryview(json.dumps({"event": event, **fields}).encode() + b"\n")
        while data:
            data = data[os.write(self._descriptor, data) :]
