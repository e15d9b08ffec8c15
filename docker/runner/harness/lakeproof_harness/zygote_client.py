"""The harness's side of the zygote: asks for processes and learns how they ended."""

from __future__ import annotations

import asyncio
import socket
import subprocess
import time
from dataclasses import dataclass

from lakeproof_harness import processes, programs
from lakeproof_harness.messages.zygote import Forked, Ready, Reaped, ask_for_process, read_answer
from lakeproof_harness.reaper import Reaper
from lakeproof_harness.users import Account

# What a process may still do after it closed its channel, and what the kernel may take to end it.
CLOSED_SECONDS = 1.0
EXIT_SECONDS = 10.0


class ZygoteLost(Exception):
    """The zygote ended: a defect of ours, since no learner can reach it."""


@dataclass(frozen=True)
class Process:
    """A variant's process; `ended` resolves with its wait status."""

    pid: int
    ended: asyncio.Future[int]

    async def wait_until_dead(self) -> None:
        """Waits for the wait status of one that is ending; one that lives on is not waited for.

        The kernel closes a process's descriptors before it gives back gigabytes of shared memory, and only
        then can its status be told. A process that is ending holds no memory of its own any more.
        """
        began = time.monotonic()
        left = CLOSED_SECONDS
        while left > 0 and not self.ended.done():
            await asyncio.wait({self.ended}, timeout=left)
            most = CLOSED_SECONDS if processes.resident_bytes(self.pid) else EXIT_SECONDS
            left = min(CLOSED_SECONDS, began + most - time.monotonic())


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
        line = await reader.readline()
        if not line or not isinstance(read_answer(line), Ready):
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
                ask_for_process(self._control, account.name, connection)
            process = await self._forked.get()
            if process is None:
                raise ZygoteLost("the zygote ended")
            return process

    async def _listen(self) -> None:
        loop = asyncio.get_running_loop()
        while line := await self._reader.readline():
            match read_answer(line):
                case Forked(pid):
                    # It may have ended before whoever asked for it looks.
                    ended = self._ended[pid] = loop.create_future()
                    self._forked.put_nowait(Process(pid, ended))
                case Reaped(pid, status):
                    if future := self._ended.pop(pid, None):
                        future.set_result(status)
        self._forked.put_nowait(None)
        for future in self._ended.values():
            if not future.done():
                future.set_result(0)
