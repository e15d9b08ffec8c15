"""The end of the socket to the harness that a variant's process has."""

from __future__ import annotations

import os
import socket
import threading

from lakeproof_harness.messages.job import Job, read_job
from lakeproof_harness.messages.report import Report, write_report


class Channel:
    """Reads a job once, then writes reports."""

    def __init__(self, connection: socket.socket) -> None:
        """Takes over a connected socket."""
        self._connection = connection
        self._lock = threading.Lock()
        self._owner = os.getpid()

    def job(self) -> Job:
        """What to run. Raises EOFError when the harness has gone."""
        return read_job(self._connection)

    def say(self, report: Report) -> None:
        """Reports something. A process that a test forked has no voice: pytest is not in it."""
        if os.getpid() != self._owner:
            return
        line = write_report(report)
        with self._lock:
            self._connection.sendall(line)
