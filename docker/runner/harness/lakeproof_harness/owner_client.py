"""The harness's side of the JVM's owner. It runs beside learners' UDFs: its answers are checked."""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import subprocess
import time
from typing import Any

from lakeproof_harness import programs
from lakeproof_harness.reaper import Reaper
from lakeproof_harness.users import Account

# Bounds for a JVM that hangs; on a host with ten sandboxes at work all of it takes a while.
START_SECONDS = 120
OPEN_SECONDS = 30
CLOSE_SECONDS = 30
ALIVE_SECONDS = 20


class JvmLost(Exception):
    """The JVM ended, hangs, or isn't as it was: it must be replaced. The message says which."""


class OwnerClient:
    """One JVM's owner. After JvmLost only `stop` makes sense."""

    def __init__(self, process: subprocess.Popen[bytes], answers: asyncio.StreamReader) -> None:
        """Use `start`."""
        self.pids = {process.pid}
        self.session_seconds = 0.0
        self.lost: str | None = None
        # What harness, zygote and JVM take, files in /tmp left out (measured: see README).
        self.held_bytes = 1200 << 20
        self.most_parallel = 2
        self.most_threads = 256
        self._process = process
        self._answers = answers
        self._turn = asyncio.Lock()
        self._asked = 0

    @classmethod
    async def start(cls, spark: Account, reaper: Reaper) -> OwnerClient:
        """Starts owner and JVM. Raises JvmLost when Spark doesn't come up."""
        process = programs.start("jvm.owner", spark, subprocess.PIPE, subprocess.PIPE)
        reaper.watch(process.pid)
        loop = asyncio.get_running_loop()
        answers = asyncio.StreamReader(limit=1 << 16)
        await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(answers), process.stdout)
        client = cls(process, answers)
        began = time.monotonic()
        ready = await client._answer(START_SECONDS, "start")
        client.pids.add(int(ready["ready"]["jvm"]))
        client.session_seconds = time.monotonic() - began
        return client

    async def open(self, token: str, engine: str, options: dict[str, str]) -> dict[str, Any]:
        """Opens a corner of the JVM for a variant, with a session of those options.

        Returns what the variant's process must know to come in.
        """
        command: dict[str, object] = {"do": "open", "token": token, "engine": engine, "options": options}
        answer = await self._ask(command, OPEN_SECONDS)
        self._check(answer)
        return answer

    async def close(self, token: str, *, alone: bool) -> bool:
        """Clears a corner; everything when `alone`.

        Returns whether something is left that can only be cleared when nothing runs. Raises JvmLost when
        the JVM isn't as it was.
        """
        answer = await self._ask({"do": "close", "token": token, "alone": alone}, CLOSE_SECONDS)
        self._check(answer)
        return answer.get("left") is True

    async def check_alive(self) -> None:
        """Raises JvmLost when the JVM has ended or its context was stopped."""
        self._check(await self._ask({"do": "alive"}, ALIVE_SECONDS))

    async def stop(self) -> None:
        """Lets owner and JVM end. What doesn't is the sweeper's."""
        with contextlib.suppress(OSError):
            programs.stdin_of(self._process).close()

    def _check(self, answer: dict[str, Any]) -> None:
        if dirty := answer.get("dirty"):
            self.lost = str(dirty)[:500]
            raise JvmLost(self.lost)

    async def _ask(self, command: dict[str, object], seconds: float) -> dict[str, Any]:
        async with self._turn:
            if self.lost:
                raise JvmLost(self.lost)
            self._asked += 1
            line = json.dumps({"id": self._asked, **command}).encode() + b"\n"
            try:
                os.write(programs.stdin_of(self._process).fileno(), line)
            except OSError as error:
                raise self._gone(f"the owner of the JVM is gone: {error}") from error
            answer: dict[str, Any] = {}
            # The answer to a question whose asker was cancelled comes first, and is nobody's.
            while answer.get("id") != self._asked:
                answer = await self._answer(seconds, str(command["do"]))
            if not isinstance(answer.get("ok"), dict):
                raise self._gone(f"the owner of the JVM says {str(answer)[:200]}")
            return dict(answer["ok"])

    async def _answer(self, seconds: float, what: str) -> dict[str, Any]:
        try:
            line = await asyncio.wait_for(self._answers.readline(), seconds)
            answer = json.loads(line)
        except TimeoutError as error:
            raise self._gone(f"no answer to {what} within {seconds} s") from error
        except ValueError as error:
            raise self._gone(f"the owner of the JVM ended, or made no sense, at {what}") from error
        if not isinstance(answer, dict):
            raise self._gone(f"the owner of the JVM made no sense at {what}")
        return answer

    def _gone(self, why: str) -> JvmLost:
        self.lost = why
        return JvmLost(why)
