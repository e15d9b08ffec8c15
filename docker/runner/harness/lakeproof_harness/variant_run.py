"""One variant from its fork to its end, seen from the harness."""

from __future__ import annotations

import asyncio
import base64
import os
import secrets
import signal
import socket
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from lakeproof_harness import memory, processes
from lakeproof_harness.child.channel import packed
from lakeproof_harness.folder import Folder
from lakeproof_harness.ground import Ground
from lakeproof_harness.jvm.session import CLASSIC_OPTIONS
from lakeproof_harness.owner_client import JvmLost
from lakeproof_harness.protocol import Limits, Variant
from lakeproof_harness.reports import Json, Reports
from lakeproof_harness.users import Account
from lakeproof_harness.zygote_client import Process, ZygoteClient

MOST_LINE = 2 << 20
MOST_BYTES = 64 << 20
LOOK_SECONDS = 0.05
LOOKS_FOR_MEMORY = 4
# What a process may still do after it closed its channel, and what the kernel may take to end it.
CLOSED_SECONDS = 1.0
EXIT_SECONDS = 10.0


@dataclass
class Ending:
    """How a variant's process ended, in the words of the protocol."""

    end: str
    message: str = ""


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
        self, task: Task, learner: Account, limits: Limits, emit: Callable[[Json], None], deadline: float
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
            writer.write(packed(self._job(door, options, names)))
            listening = asyncio.create_task(self._listen(reader, ground))
            watching = asyncio.create_task(
                self._watch(process, budget, ground.most_threads, processes.resident_bytes(zygote.pid))
            )
            try:
                await self._until_ended(process, listening, watching)
            finally:
                listening.cancel()
                watching.cancel()
        finally:
            processes.end(process.pid, signal.SIGKILL)
            writer.transport.abort()
        return self._conclude(process)

    def _session_options(self) -> dict[str, str]:
        warehouse = self._learner.scratch / self.token / "warehouse"
        ours = CLASSIC_OPTIONS if self._task.engine == "classic" else {}
        return {**ours, **self._task.variant.conf, "spark.sql.warehouse.dir": str(warehouse)}

    def _job(self, door: dict[str, Any], options: dict[str, str], names: dict[str, str]) -> dict[str, object]:
        folder, limits = self._task.folder, self._limits
        return {
            "token": self.token,
            "engine": self._task.engine,
            "door": door,
            "options": options,
            "files": {path: base64.b64encode(data).decode() for path, data in folder.files.items()},
            "under_test": sorted(folder.under_test),
            "paths": folder.collect,
            "notes": folder.notes,
            "names": names,
            "learn": self._task.learn,
            "limits": {
                "tests": limits.tests,
                "test_output_bytes": limits.test_output_bytes,
                "output_bytes": limits.output_bytes,
                "id_chars": limits.id_chars,
                "message_chars": limits.message_chars,
            },
        }

    async def _until_ended(
        self, process: Process, listening: asyncio.Task[None], watching: asyncio.Task[None]
    ) -> None:
        left = max(0.0, self._deadline - time.monotonic())
        any_of: set[asyncio.Future[Any]] = {listening, watching, process.ended}
        await asyncio.wait(any_of, timeout=left, return_when=asyncio.FIRST_COMPLETED)
        if watching.done():
            watching.result()
        elif process.ended.done() or listening.done():
            # What it said last is still in the socket; children of its own may hold the other end.
            await asyncio.wait({listening}, timeout=CLOSED_SECONDS)
            await wait_until_dead(process)
        else:
            self._ending = self._timeout()
        if listening.done() and not listening.cancelled():
            listening.result()

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

    def _pass_on(self, event: Json) -> None:
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

    async def _watch(self, process: Process, budget: int, most_threads: int, zygote_bytes: int) -> None:
        looks = 0
        while True:
            await asyncio.sleep(LOOK_SECONDS)
            looks += 1
            # Processes that fork are many within a moment, and then nobody else gets a turn.
            if processes.in_container() > most_threads:
                threads = processes.threads(self._learner.uid)
                if threads > most_threads:
                    self._ending = Ending(
                        "exited",
                        f"{threads} processes and threads were running while {self.reports.doing}: "
                        f"a suite may have {most_threads}",
                    )
                    return
            if looks % LOOKS_FOR_MEMORY:
                continue
            held = memory.held_by(self._learner.uid, zygote_bytes)
            if held > budget:
                self._ending = Ending(
                    "out-of-memory",
                    f"{held >> 20} MiB were used while {self.reports.doing}: "
                    f"a suite may hold {budget >> 20} MiB",
                )
                processes.end(process.pid)
                return

    def _timeout(self) -> Ending:
        seconds = time.monotonic() - self._test_began
        doing = self.reports.doing
        if event := self.reports.timeout(seconds):
            self._pass_on(event)
        return Ending("timeout", f"The time was over after {self.seconds:.1f} s, while {doing}")

    def _conclude(self, process: Process) -> Ending:
        if self._ending:
            return self._ending
        reports = self.reports
        if reports.end is not None:
            missing = len(reports.tests) - len(reports.ended_tests)
            if reports.end == "finished" and missing > 0:
                return Ending(
                    "exited", f"pytest ended before {missing} of {len(reports.tests)} tests were run"
                )
            return Ending(reports.end, reports.end_message and f"{reports.end_message} ({reports.doing})")
        if not process.ended.done():
            return Ending("exited", f"The process stopped reporting while {reports.doing}")
        status = process.ended.result()
        if os.WIFSIGNALED(status):
            number = os.WTERMSIG(status)
            if number == signal.SIGKILL and memory.kills() > self._oom_kills:
                return Ending("out-of-memory", f"The sandbox's memory was used up while {reports.doing}")
            return Ending("exited", f"The process was ended by signal {number} while {reports.doing}")
        code = os.waitstatus_to_exitcode(status)
        return Ending("exited", f"The process ended itself with exit code {code} while {reports.doing}")


async def wait_until_dead(process: Process) -> None:
    """Waits for the wait status of a process that is ending; one that lives on is not waited for.

    The kernel closes a process's descriptors before it gives back gigabytes of shared memory, and only
    then can its status be told. A process that is ending holds no memory of its own any more.
    """
    began = time.monotonic()
    left = CLOSED_SECONDS
    while left > 0 and not process.ended.done():
        await asyncio.wait({process.ended}, timeout=left)
        most = CLOSED_SECONDS if processes.resident_bytes(process.pid) else EXIT_SECONDS
        left = min(CLOSED_SECONDS, began + most - time.monotonic())


def lost_jvm_ending(attempt: Attempt, lost: JvmLost) -> Ending:
    """How a variant ends that lost its JVM again, though nothing else ran: it is its own doing."""
    doing = attempt.reports.doing
    # -XX:+ExitOnOutOfMemoryError ends the JVM with code 3.
    if str(lost).endswith("code 3"):
        return Ending("out-of-memory", f"Spark's memory was used up while {doing}")
    return Ending("exited", f"Spark's JVM was brought down while {doing}: {lost}")
