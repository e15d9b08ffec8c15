"""The harness's side of the zygote: asks for processes and learns how they ended."""

from __future__ import annotations

import asyncio
import json
import socket
import subprocess
from dataclasses import dataclass

from lakeproof_harness import programs
from lakeproof_harness.reaper import Reaper
from lakeproof_harness.users import Account


class ZygoteLost(Exception):
    """The zygote ended: a defect of ours, since no learner can reach it."""


@dataclass(frozen=True)
class Process:
    """A variant's process; `ended` resolves with its wait status."""

    pid: int
    ended: asyncio.Future[int]


class ZygoteClient:
    """Forks processes by the zygote, one request at a time."""

    def __init__(self, pid: int, control: socket.socket, reader: asyncio.StreamReader) -> None:
        """Use `start`."""
        self.pid = pid
        self._control = control
        self._reader = reader
        self._ended: dict[int, asyncio.Future[int]] = {}
        # None: the zygote has ended.
        self._forked: asyncio.Queue[Process | None] = asyncio.Queue()
        self._turn = asyncio.Lock()
        self._listener: asyncio.Task[None] | None = None

    @classmethod
    async def start(cls, reaper: Reaper) -> ZygoteClient:
        """Starts the zygote and waits until it has imported everything."""
        ours, theirs = socket.socketpair()
        with theirs:
            process = programs.start("child.zygote", None, theirs.fileno(), subprocess.DEVNULL)
        reaper.watch(process.pid)
        reader, _ = await asyncio.open_connection(sock=ours.dup())
        client = cls(process.pid, ours, reader)
        if b'"ready"' not in await reader.readline():
            raise ZygoteLost("the zygote did not start")
        client._listener = asyncio.create_task(client._listen())
        return client

    async def fork(self, account: Account, connection: socket.socket) -> Process:
        """A process that becomes `account` and talks on `connection`, which it gets its own copy of.

        Whoever is cancelled here gets none; the process ends when nobody sends it a job.
        """
        return await asyncio.shield(self._fork(account, connection.dup()))

    async def _fork(self, account: Account, connection: socket.socket) -> Process:
        async with self._turn:
            with connection:
                socket.send_fds(self._control, [account.name.encode()], [connection.fileno()])
            process = await self._forked.get()
            if process is None:
                raise ZygoteLost("the zygote ended")
            return process

    async def _listen(self) -> None:
        loop = asyncio.get_running_loop()
        while line := await self._reader.readline():
            said: dict[str, int] = json.loads(line)
            if "forked" in said:
                # It may have ended before whoever asked for it looks.
                ended = self._ended[said["forked"]] = loop.create_future()
                self._forked.put_nowait(Process(said["forked"], ended))
            elif future := self._ended.pop(said["ended"], None):
                future.set_result(said["status"])
        self._forked.put_nowait(None)
        for future in self._ended.values():
            if not future.done():
                future.set_result(0)
