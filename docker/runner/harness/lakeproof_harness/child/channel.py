"""What the variant's process and the harness say to each other, over one socket."""

from __future__ import annotations

import json
import os
import socket
import struct
import threading
from typing import Any

LENGTH = struct.Struct(">I")


class Channel:
    """The child's end: reads its job once, then writes reports, a JSON line each."""

    def __init__(self, connection: socket.socket) -> None:
        """Takes over a connected socket."""
        self._connection = connection
        self._lock = threading.Lock()
        self._owner = os.getpid()

    def job(self) -> dict[str, Any]:
        """What to run. Raises EOFError when the harness has gone."""
        (length,) = LENGTH.unpack(self._exactly(LENGTH.size))
        job: dict[str, Any] = json.loads(self._exactly(length))
        return job

    def say(self, kind: str, **fields: object) -> None:
        """Reports something. A process that a test forked has no voice: pytest is not in it."""
        if os.getpid() != self._owner:
            return
        line = json.dumps({"kind": kind, **fields}).encode() + b"\n"
        with self._lock:
            self._connection.sendall(line)

    def _exactly(self, count: int) -> bytes:
        parts = []
        while count:
            part = self._connection.recv(min(count, 1 << 20))
            if not part:
                raise EOFError
            parts.append(part)
            count -= len(part)
        return b"".join(parts)


def packed(job: dict[str, object]) -> bytes:
    """A job as `Channel.job` reads it."""
    body = json.dumps(job).encode()
    return LENGTH.pack(len(body)) + body
