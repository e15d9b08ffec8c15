"""Runs all variants of a job: as many at a time as asked for, on a JVM that is found clean each time."""

from __future__ import annotations

import asyncio
import sys
import time
from collections import deque
from collections.abc import Callable, Coroutine
from typing import Any

from lakeproof_harness import memory, processes
from lakeproof_harness.endings import Ending, jvm_lost
from lakeproof_harness.events import EventOfVariant, variant_ended
from lakeproof_harness.ground import Ground, OwnClusters
from lakeproof_harness.owner_client import JvmLost, OwnerClient
from lakeproof_harness.protocol import Limits
from lakeproof_harness.reaper import Reaper
from lakeproof_harness.run import Run
from lakeproof_harness.sweeper import Sweeper
from lakeproof_harness.users import Account
from lakeproof_harness.variant_run import Attempt, Task
from lakeproof_harness.zygote_client import ZygoteClient

TRIES = 2
# Daemons and workers of Python that serve Spark; two variants with two cores need six.
MOST_WORKERS = 64
# Of the 1,024 processes and threads of a sandbox; Spark's own are some 350.
CROWDED = 700


class Matrix:
    """The sandbox's means: users, zygote, the JVM of the moment."""

    def __init__(
        self,
        spark: Account,
        learners: list[Account],
        reaper: Reaper,
        zygote: ZygoteClient,
        ground: Ground,
    ) -> None:
        """Takes over what was started."""
        self.names: dict[str, str] = {}
        self._spark = spark
        self._learners = learners
        self._reaper = reaper
        self._zygote = zygote
        self._ground = ground
        self._sweeper = Sweeper(reaper)
        self._running = 0
        # Held by who begins or clears up, so that nothing begins while it is looked whether nothing runs.
        self._turn = asyncio.Lock()
        self._left = False
        self._cleared = asyncio.Condition()

    async def run(self, tasks: list[Task], limits: Limits, emit: Callable[[EventOfVariant], None]) -> None:
        """Runs the tasks in their order and emits their events; stops when the time is over.

        Those whose files name a folder that all share come last and run alone: `/tmp/orders` is then
        theirs. When the JVM is lost, what ran on it runs once more, and from then on one at a time, so
        that whoever brings it down does so to itself alone.

        Raises:
            JvmLost: a new JVM didn't come up.
        """
        deadline = time.monotonic() + limits.seconds
        most = min(limits.parallel, len(self._learners), self._ground.most_parallel)
        for parallel, is_alone in ((most, False), (1, True)):
            waiting = deque(task for task in tasks if task.folder.names_common_place == is_alone)
            await self._finish(Run(waiting, parallel, limits, emit, deadline))

    async def _finish(self, run: Run) -> None:
        """Works on a run until nothing waits or the time is over."""
        while run.goes_on:
            await self._on_one_jvm(run)
            if self._ground.lost:
                log(f"the JVM is replaced: {self._ground.lost}")
                run.parallel = 1
                if run.goes_on:
                    await self._replace_jvm()

    async def _on_one_jvm(self, run: Run) -> None:
        """Works on a run until its end or the JVM's. What lost its JVM waits again, before the others."""
        back: list[Task] = []
        budget = memory.budget(run.parallel, self._ground.held_bytes)

        async def work(learner: Account) -> None:
            while run.goes_on and not self._ground.lost:
                task = run.waiting.popleft()
                if not await self._attempt(run, task, learner, budget):
                    back.append(task)

        workers = [asyncio.create_task(work(learner)) for learner in self._learners[: run.parallel]]
        try:
            await asyncio.gather(*workers)
        finally:
            for worker in workers:
                worker.cancel()
            await asyncio.gather(*workers, return_exceptions=True)
        run.waiting.extendleft(reversed(back))

    async def _attempt(self, run: Run, task: Task, learner: Account, budget: int) -> bool:
        """Runs a task once. False: its JVM went under it and it must run once more."""
        async with self._turn:
            attempt = Attempt(task, learner, run.limits, run.emit, run.deadline)
            self._running += 1
        ending: Ending | None = None
        try:
            ending = await attempt.run(self._ground, self._zygote, self.names, budget)
        except JvmLost as lost:
            task.lost_jvms += 1
            if run.parallel == 1 and task.lost_jvms >= TRIES:
                ending = jvm_lost(attempt.reports, str(lost))
        finally:
            self._running -= 1
            await to_its_end(self._clear(attempt, learner))
        if ending is None:
            return False
        if task.learn and attempt.reports.names:
            self.names = attempt.reports.names
        run.emit(variant_ended(task.variant.n, ending.end, attempt.seconds, ending.message))
        return True

    async def _clear(self, attempt: Attempt, learner: Account) -> None:
        """Leaves nothing of a variant behind. A JVM that doesn't come clean is marked as lost.

        What can't be told from a sibling's waits for the sibling's end, and the next variant with it.
        """
        await self._sweeper.end_processes(learner)
        async with self._turn:
            alone = self._running == 0
            left = False
            try:
                left = await self._ground.close(attempt.token, alone=alone)
            except JvmLost as lost:
                log(f"after variant {attempt.reports.variant}: {lost}")
            await self._sweeper.remove_files(learner, self._spark)
            self._left = not alone and (self._left or left)
        async with self._cleared:
            self._cleared.notify_all()
            await self._cleared.wait_for(lambda: not self._left or self._ground.lost is not None)

    async def _replace_jvm(self) -> None:
        await self._clear_ground()
        self._ground = await OwnerClient.start(self._spark, self._reaper)

    async def step_aside(self) -> None:
        """Ends the warm JVM: from now on each variant starts a cluster of its own."""
        await self._clear_ground()
        self._ground = OwnClusters()

    async def _clear_ground(self) -> None:
        await self._ground.stop()
        await self._sweeper.end_processes(self._spark)
        await self._sweeper.remove_files(self._spark)

    async def watch_workers(self) -> None:
        """Ends Python workers of Spark that take more memory than a suite may, or are too many, for ever."""
        looks = 0
        while True:
            await asyncio.sleep(0.05)
            looks += 1
            crowded = processes.in_container() > CROWDED
            if looks % 10 and not crowded:
                continue
            most = memory.budget(1, self._ground.held_bytes)
            workers = [pid for pid in processes.of_user(self._spark.uid) if pid not in self._ground.pids]
            if len(workers) > MOST_WORKERS:
                log(f"the JVM was ended with {len(workers)} Python workers: {MOST_WORKERS} may run")
                await self._sweeper.end_processes(self._spark)
                continue
            for pid in workers:
                if processes.resident_bytes(pid) > most:
                    log(f"a Python worker was ended: it held more than {most >> 20} MiB")
                    processes.end(pid)


async def to_its_end(work: Coroutine[Any, Any, None]) -> None:
    """Awaits `work` to its end however often the caller is cancelled; only then is it told.

    A plain shield would let the caller go at a second cancel, and a clean-up that goes on behind it
    would remove the files of the variant that comes next.
    """
    task = asyncio.ensure_future(work)
    cancelled: asyncio.CancelledError | None = None
    while not task.done():
        try:
            await asyncio.shield(task)
        except asyncio.CancelledError as error:
            cancelled = error
    task.result()
    if cancelled:
        raise cancelled


def log(message: str) -> None:
    """Writes to the harness's own log."""
    print(f"harness: {message}", file=sys.stderr, flush=True)
