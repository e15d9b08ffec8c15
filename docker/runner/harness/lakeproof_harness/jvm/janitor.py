"""Clears away what a variant left in the JVM."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from lakeproof_harness import processes
from lakeproof_harness.jvm import flags
from lakeproof_harness.jvm.session import Corner


def sweep(steps: Iterable[Callable[[], object]]) -> list[str]:
    """Takes every step, whatever the others do. Returns what went wrong."""
    wrong = []
    for step in steps:
        try:
            step()
        except Exception as error:
            wrong.append(f"{getattr(step, '__name__', 'step')}: {error}"[:300])
    return wrong


def clear_corner(context: Any, corner: Corner) -> list[str]:
    """Ends a variant's streams, jobs, caches, gateway and Python workers; its siblings go on."""
    steps = [corner.shut]
    for session in corner.sessions:
        steps += _session_steps(context, session)
    steps += [
        lambda: context.cancelJobsWithTag(corner.token),
        lambda: end_workers(corner.worker_marks),
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


def clear_all(jvm: Any, java_context: Any, ours: set[int]) -> list[str]:
    """Clears what can't be told apart while siblings run: to be called when none does.

    `ours` are the processes of this user that must stay.
    """
    context = java_context.sc()

    def cancel_jobs() -> None:
        context.cancelAllJobs()
        deadline = time.monotonic() + 3
        while len(active_jobs(context)) and time.monotonic() < deadline:
            time.sleep(0.01)

    def unpersist() -> None:
        for rdd in list(java_context.getPersistentRDDs().values()):
            rdd.unpersist(False)

    def forget_delta_tables() -> None:
        getattr(jvm, "org.apache.spark.sql.delta.DeltaLog").clearCache()

    def end_strays() -> None:
        for pid in processes.of_user(os.getuid()):
            if pid not in ours:
                processes.end(pid)

    return sweep([cancel_jobs, unpersist, forget_delta_tables, end_strays, remove_files])


def active_jobs(context: Any) -> list[int]:
    """Ids of the jobs that run now."""
    return list(context.statusTracker().getActiveJobIds())


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


def remove_files(root: Path = Path("/tmp")) -> None:
    """Removes this user's files that stand outside its own folder."""
    processes.remove_owned(root, os.getuid(), keep={flags.HOME})
