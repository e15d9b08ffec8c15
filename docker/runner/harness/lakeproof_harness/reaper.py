"""Collects the processes that end. As process 1 of the container the harness inherits all orphans."""

from __future__ import annotations

import asyncio
import os
import signal


class Reaper:
    """Tells how watched processes ended, and buries all others."""

    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        """Listens to SIGCHLD on `loop` from now on."""
        self._loop = loop
        self._watched: dict[int, asyncio.Future[int]] = {}
        loop.add_signal_handler(signal.SIGCHLD, self._collect)

    def watch(self, pid: int) -> asyncio.Future[int]:
        """Resolves with the wait status. To be called before the loop runs again after the start."""
        future = self._loop.create_future()
        self._watched[pid] = future
        return future

    def _collect(self) -> None:
        while True:
            try:
                pid, status = os.waitpid(-1, os.WNOHANG)
            except ChildProcessError:
                return
            if pid == 0:
                return
            future = self._watched.pop(pid, None)
            if future and not future.done():
                future.set_result(status)
