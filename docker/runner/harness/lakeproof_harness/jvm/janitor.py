"""Clears away what a variant left in the JVM."""

from __future__ import annotations

import os
import re
import signal
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from lakeproof_harness import processes
from lakeproof_harness.jvm import flags
from lakeproof_harness.jvm.connect import METRICS
from lakeproof_harness.jvm.session import Corner
from lakeproof_harness.users import OPEN_TO_ALL

LOG_LEVEL = "ERROR"
# Made when they are first needed.
KEPT = (flags.HOME, METRICS)
MADE_BY_SPARK = re.compile(r"[a-z]+-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
# Seconds for jobs and tasks that were cancelled to end.
PATIENCE = 3


def sweep(steps: Iterable[Callable[[], object]]) -> list[str]:
    """Takes every step, whatever the others do. Returns what went wrong."""
    wrong = []
    for step in steps:
        try:
            step()
        except Exception as error:
            wrong.append(f"{getattr(step, '__name__', 'step')}: {error}"[:300])
    return wrong


def clear_corner(jvm: Any, context: Any, corner: Corner) -> list[str]:
    """Ends a variant's streams, jobs, caches, gateway and Python workers; its siblings go on.

    The log level is the context's, and a sibling's too: whoever changed it wants it no longer.
    """

    def forget_delta_tables() -> None:
        # Logs are kept by path, and the next variant has its suite in the same folder. A sibling reads
        # its own again; what it holds already stays valid.
        getattr(jvm, "org.apache.spark.sql.delta.DeltaLog").clearCache()

    steps = [corner.shut]
    for session in corner.sessions:
        steps += _session_steps(context, session)
    steps += [
        lambda: context.cancelJobsWithTag(corner.token),
        lambda: end_workers(corner.worker_marks),
        lambda: context.setLogLevel(LOG_LEVEL),
        lambda: forget_checkpoint_folder(jvm, context, of=corner.token),
        forget_delta_tables,
    ]
    return sweep(steps)


def _session_steps(context: Any, session: Any) -> list[Callable[[], object]]:
    shared = session.sharedState()

    def stop_streams() -> None:
        for query in list(shared.activeStreamingQueries().values()):
            query.stop()

    def forget_listener() -> None:
        # Each shared state listens to all jobs of the context; it would do so for ever.
        listener = shared.statusStore().listener()
        if listener.isDefined():
            context.listenerBus().removeListener(listener.get())

    return [
        stop_streams,
        lambda: session.interruptAll(),
        lambda: shared.cacheManager().clearCache(),
        forget_listener,
    ]


def clear_all(jvm: Any, java_context: Any, ours: set[int], files: SparkFiles) -> list[str]:
    """Clears what can't be told apart while siblings run: to be called when none does.

    `ours` are the processes of this user that must stay, `files` knows which files.
    """
    context = java_context.sc()

    def cancel_jobs() -> None:
        context.cancelAllJobs()
        deadline = time.monotonic() + PATIENCE
        while (active_jobs(context) or running_tasks(context)) and time.monotonic() < deadline:
            time.sleep(0.01)

    def unpersist() -> None:
        for rdd in list(java_context.getPersistentRDDs().values()):
            rdd.unpersist(False)

    def end_strays() -> None:
        for pid in processes.of_user(os.getuid()):
            if pid not in ours:
                processes.end(pid)

    return sweep(
        [
            cancel_jobs,
            lambda: forget_checkpoint_folder(jvm, context),
            unpersist,
            end_strays,
            files.remove_new,
        ]
    )


def has_jobs(context: Any, corner: Corner) -> bool:
    """Whether jobs of a variant that has ended still run."""
    return bool(list(context.statusTracker().getJobIdsForTag(corner.token)))


def active_jobs(context: Any) -> list[int]:
    """Ids of the jobs that run now."""
    return list(context.statusTracker().getActiveJobIds())


def running_tasks(context: Any) -> int:
    """How many tasks hold a core. One that doesn't heed its end holds it after its job was cancelled."""
    return sum(int(executor.numRunningTasks()) for executor in context.statusTracker().getExecutorInfos())


def forget_checkpoint_folder(jvm: Any, context: Any, of: str = "") -> None:
    """The folder for checkpoints is the context's; forgets it when `of` stands in its path."""
    folder = context.checkpointDir()
    if folder.isDefined() and of in str(folder.get()):
        getattr(context, "checkpointDir_$eq")(getattr(getattr(jvm, "scala.None$"), "MODULE$"))


def end_workers(marks: Iterable[str]) -> None:
    """Ends the Python workers of one variant, which Spark would keep for their next task."""
    known = {mark.encode() for mark in marks}
    for pid in processes.of_user(os.getuid()):
        try:
            environment = Path(f"/proc/{pid}/environ").read_bytes()
        except OSError:
            continue
        if not known.isdisjoint(environment.split(b"\0")):
            processes.end(pid, signal.SIGKILL)


class SparkFiles:
    """The files of this user: which of them belong to the JVM and not to a variant."""

    def __init__(self, home: Path = flags.HOME) -> None:
        """Takes what is there now for the JVM's own."""
        self._home = home
        self._ours = set(self._standing())

    def new(self) -> list[Path]:
        """What was left outside the learners' folders, which are cleared with their variants."""
        return [path for path in self._standing() if path not in self._ours]

    def remove_new(self) -> None:
        """Removes it. To be called when no variant runs: it can't be told whose it is."""
        for path in self.new():
            processes.remove(path)

    def _standing(self) -> list[Path]:
        folders = [self._home, *(self._home / name for name in ("local", "tmp", "warehouse"))]
        outside = [path for root in OPEN_TO_ALL for path in processes.owned_in(root, os.getuid())]
        inside = [path for folder in folders for path in processes.owned_in(folder, os.getuid())]
        left = [path for path in inside if not MADE_BY_SPARK.fullmatch(path.name)]
        return [path for path in outside + left if path not in KEPT]
