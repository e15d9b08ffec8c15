"""One variant from its fork to its end, seen from the harness."""

from __future__ import annotations

import asyncio
import contextlib
import secrets
import signal
import socket
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from lakeproof_harness import memory, processes
from lakeproof_harness.caps import Caps
from lakeproof_harness.endings import Ending, how_it_ended
from lakeproof_harness.events import EventOfVariant
from lakeproof_harness.folder import Folder
from lakeproof_harness.ground import Ground
from lakeproof_harness.jvm.session import CLASSIC_OPTIONS
from lakeproof_harness.messages.job import Job, SuiteLimits, write_job
from lakeproof_harness.protocol import Limits, Variant
from lakeproof_harness.reports import Reports
from lakeproof_harness.users import Account
from lakeproof_harness.zygote_client import Process, ZygoteClient

MOST_LINE = 2 << 20
MOST_BYTES = 64 << 20


@dataclass
class Task:
    """A variant to be run. `sent` are the tests whose results the host has."""

    variant: Variant
    folder: Folder
    engine: str = "classic"
    learn: bool = False
    lost_jvms: int = 0
    collected: bool = False
    sent: set[str] = field(default_factory=set)


class Attempt:
    """One run of a task by one learner user on one JVM."""

    def __init__(
        self,
        task: Task,
        learner: Account,
        limits: Limits,
        emit: Callable[[EventOfVariant], None],
        deadline: float,
    ) -> None:
        """`deadline`: on the monotonic clock, for all variants together."""
        self.reports = Reports(task.variant.n, limits)
        self.token = secrets.token_hex(6)
        self._task = task
        self._learner = learner
        self._limits = limits
        self._emit = emit
        self._began = time.monotonic()
        self._deadline = min(deadline, self._began + limits.variant_seconds)
        self._test_began = self._began
        self._ending: Ending | None = None
        self._oom_kills = memory.kills()

    @property
    def seconds(self) -> float:
        """Since it began."""
        return round(time.monotonic() - self._began, 4)

    async def run(self, ground: Ground, zygote: ZygoteClient, names: dict[str, str], budget: int) -> Ending:
        """Runs to the end, whichever it is. Raises JvmLost when the JVM went under it.

        Whoever calls ends what is left of the learner's processes and clears the corner.
        """
        options = self._session_options()
        door = await ground.open(self.token, self._task.engine, options)
        ours, theirs = socket.socketpair()
        with theirs:
            process = await zygote.fork(self._learner, theirs)
        ours.setblocking(False)
        reader, writer = await asyncio.open_connection(sock=ours, limit=MOST_LINE)
        try:
            writer.write(write_job(self._job(door, options, names)))
            listening = asyncio.create_task(self._listen(reader, ground))
            caps = Caps(self._learner.uid, budget, ground.most_threads, processes.resident_bytes(zygote.pid))
            watching = asyncio.create_task(caps.overstepped(self.reports))
            try:
                await self._until_ended(process, ours, listening, watching)
            finally:
                listening.cancel()
                watching.cancel()
        finally:
            processes.end(process.pid, signal.SIGKILL)
            writer.transport.abort()
        return self._ending or how_it_ended(self.reports, process, memory.kills() > self._oom_kills)

    def _session_options(self) -> dict[str, str]:
        warehouse = self._learner.scratch / self.token / "warehouse"
        ours = CLASSIC_OPTIONS if self._task.engine == "classic" else {}
        return {**ours, **self._task.variant.conf, "spark.sql.warehouse.dir": str(warehouse)}

    def _job(self, door: dict[str, Any], options: dict[str, str], names: dict[str, str]) -> Job:
        folder, limits = self._task.folder, self._limits
        return Job(
            token=self.token,
            engine=self._task.engine,
            door=door,
            options=options,
            files=folder.files,
            under_test=sorted(folder.under_test),
            paths=folder.collect,
            notes=folder.notes,
            names=names,
            learn=self._task.learn,
            limits=SuiteLimits(
                tests=limits.tests,
                test_output_bytes=limits.test_output_bytes,
                output_bytes=limits.output_bytes,
                id_chars=limits.id_chars,
                message_chars=limits.message_chars,
            ),
        )

    async def _until_ended(
        self,
        process: Process,
        ours: socket.socket,
        listening: asyncio.Task[None],
        watching: asyncio.Task[Ending],
    ) -> None:
        await self._wait_for_any(listening, watching, process.ended)
        if process.ended.done() and not watching.done():
            # All it said is in the socket, to be heard however long that takes. Children of its own may hold
            # the other end open: from now on they speak to nobody, and the listening comes to an end.
            with contextlib.suppress(OSError):
                ours.shutdown(socket.SHUT_RD)
            await self._wait_for_any(listening, watching)
        if watching.done():
            self._ending = watching.result()
        elif listening.done():
            await process.wait_until_dead()
        else:
            self._ending = self._timeout()
        if listening.done() and not listening.cancelled():
            listening.result()

    async def _wait_for_any(self, *events: asyncio.Future[Any]) -> None:
        """Waits for one of them, or until the time is over."""
        left = max(0.0, self._deadline - time.monotonic())
        await asyncio.wait(events, timeout=left, return_when=asyncio.FIRST_COMPLETED)

    async def _listen(self, reader: asyncio.StreamReader, ground: Ground) -> None:
        total = 0
        while True:
            try:
                line = await reader.readline()
            except (ValueError, OSError):
                self._ending = Ending("too-much-output", "A single report was larger than it may be")
                return
            total += len(line)
            if total > MOST_BYTES:
                self._ending = Ending("too-much-output", "The reports were larger than they may be")
                return
            if not line:
                return
            running = self.reports.running
            event = self.reports.read(line)
            if self.reports.running != running:
                self._test_began = time.monotonic()
            if event is not None:
                if event.get("outcome") in ("failed", "error"):
                    # A test fails, too, when the JVM goes under it: that is not its verdict.
                    await ground.check_alive()
                self._pass_on(event)
            if self.reports.end is not None:
                return

    def _pass_on(self, event: EventOfVariant) -> None:
        """Sends an event, unless an attempt before sent it."""
        if event["event"] == "collected":
            if self._task.collected:
                return
            self._task.collected = True
        elif event["event"] == "test":
            if event["id"] in self._task.sent:
                return
            self._task.sent.add(event["id"])
        self._emit(event)

    def _timeout(self) -> Ending:
        seconds = time.monotonic() - self._test_began
        doing = self.reports.doing
        if event := self.reports.timeout(seconds):
            self._pass_on(event)
        return Ending("timeout", f"The time was over after {self.seconds:.1f} s, while {doing}")
