"""One variant's process after the fork: becomes a learner, lays out the files, runs pytest."""

from __future__ import annotations

import contextlib
import ctypes
import errno
import gc
import os
import random
import resource
import signal
import socket
import sys
import time
import traceback
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import NoReturn

import pytest
from _pytest.config import ConftestImportFailure, _prepareconfig

from lakeproof_harness.child import (
    added_files,
    attach_classic,
    attach_cluster,
    attach_connect,
    audit,
    files_of_spark,
    jvm_use,
    options,
    py4j_names,
    relative_paths,
    shared_files,
    state_partitions,
    stopped_frames,
)
from lakeproof_harness.child.channel import Channel
from lakeproof_harness.child.explain import end_of_pytest
from lakeproof_harness.child.local_rows import skip_python_workers
from lakeproof_harness.child.plugin import Reporter, Voice, watch_output
from lakeproof_harness.messages.job import Job, SuiteLimits
from lakeproof_harness.messages.report import Ended, Names, Note
from lakeproof_harness.users import Account

FILE_BYTES = 32 << 20
DESCRIPTORS = 1024
PR_SET_DUMPABLE = 4
NICE = 5
TRIES_FOR_ROOM = 100
SECONDS_BETWEEN_TRIES = 0.1


def become(account: Account, connection: socket.socket) -> None:
    """Gives up everything that was inherited: descriptors, rights, signals.

    From here on this process is the learner's. It must not have read any of their files before.
    """
    os.setsid()
    for number in (signal.SIGCHLD, signal.SIGTERM, signal.SIGINT):
        signal.signal(number, signal.SIG_DFL)
    signal.set_wakeup_fd(-1)
    nothing = os.open(os.devnull, os.O_RDWR)
    for descriptor in (0, 1, 2):
        os.dup2(nothing, descriptor)
    keep = connection.fileno()
    os.closerange(3, keep)
    os.closerange(keep + 1, DESCRIPTORS)
    # When the memory runs out, this process is to end, not the JVM or the harness.
    Path("/proc/self/oom_score_adj").write_text("1000")
    for what, most in (
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_FSIZE, FILE_BYTES),
        (resource.RLIMIT_NOFILE, DESCRIPTORS),
        # Not RLIMIT_NPROC: it counts the processes of a user's id in all sandboxes of a host.
    ):
        resource.setrlimit(what, (most, most))
    # Whatever a suite starts, the harness gets its turn.
    os.nice(NICE)
    os.setgroups(account.groups)
    os.setresgid(account.gid, account.gid, account.gid)
    os.setresuid(account.uid, account.uid, account.uid)
    # After a change of user the kernel hides /proc/self, which the standard library reads.
    ctypes.CDLL(None).prctl(PR_SET_DUMPABLE, 1, 0, 0, 0)


def lay_out(root: Path, files: dict[str, bytes]) -> None:
    """Writes the variant's files into a folder that must not exist yet."""
    when_there_is_room(root.mkdir)
    for path, content in files.items():
        when_there_is_room(partial(write, root / path, content))


def write(target: Path, data: bytes) -> None:
    """Writes one file, its folders first."""
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(data)


def when_there_is_room(action: Callable[[], object]) -> None:
    """Does it again while the disk is full: the variant beside this one may have filled it, and will end."""
    for _ in range(TRIES_FOR_ROOM):
        try:
            action()
            return
        except OSError as error:
            if error.errno != errno.ENOSPC:
                raise
        time.sleep(SECONDS_BETWEEN_TRIES)
    action()


def run(account: Account, connection: socket.socket) -> NoReturn:
    """The whole life of the process. Never returns."""
    become(account, connection)
    gc.enable()
    channel = Channel(connection)
    try:
        _run_job(channel, channel.job(), account)
    except BaseException:
        with contextlib.suppress(BaseException):
            channel.say(Ended("exited", traceback.format_exc(limit=-8)))
        os._exit(70)
    os._exit(0)


def _run_job(channel: Channel, job: Job, account: Account) -> None:
    root, scratch = account.suite, account.scratch / job.token
    # Spark may have been here first, for the warehouse folder.
    when_there_is_room(partial(scratch.mkdir, exist_ok=True))
    os.environ.update(HOME=str(scratch), TMPDIR=str(scratch), USER=account.name)
    shared_files.share_private_files()
    lay_out(root, job.files)
    os.chdir(root)
    sys.path.insert(0, str(root))
    # What a suite draws by chance is the same on each variant, and when it is graded again.
    random.seed(0)

    def note(code: str, detail: str) -> None:
        channel.say(Note(code, detail))

    names = py4j_names.remember(job.names)
    attach(job, root, scratch, lambda key: note("setting-ignored", key))
    jvm_use.watch(str(root), set(job.under_test), note)
    audit.watch(str(root), set(job.under_test), {job.door.get("port")}, note)
    reporter = run_pytest(channel, job.limits, root, scratch, job.paths, job.notes)
    if job.learn:
        channel.say(Names(names))
    reporter.end("exited" if reporter.stopped else "finished", reporter.stopped)


def attach(job: Job, root: Path, scratch: Path, ignored: Callable[[str], None]) -> None:
    """Prepares PySpark for the job's engine. `ignored` is told settings that have no effect."""
    door = job.door
    state_partitions.follow_the_suite()
    match job.engine:
        case "connect":
            attach_connect.attach_on_demand(door, str(root), ignored)
        case "cluster":
            attach_cluster.attach_on_demand(scratch, job.options, ignored)
        case _:
            skip_python_workers()
            files_of_spark.have_spark_change_its_own()
            added_files.keep_apart(str(scratch))
            relative_paths.start_at(str(root))
            stopped_frames.refuse()
            warm = attach_classic.Warm(
                door["port"], door["secret"], job.token, job.options, str(root), str(scratch)
            )
            attach_classic.attach_on_demand(warm, ignored)


def run_pytest(
    voice: Voice, limits: SuiteLimits, root: Path, scratch: Path, paths: list[str], notes: list[str]
) -> Reporter:
    """Runs the suite in `root`, the current folder. Failures before collection are reported too."""
    reporter = Reporter(voice, limits, notes)
    try:
        arguments, left_out = options.command_line(root, scratch, paths)
        reporter.add_notes(left_out)
        watch_output(limits.output_bytes, reporter.too_much_output)
        config = _prepareconfig(arguments, [reporter])
        try:
            code = int(config.hook.pytest_cmdline_main(config=config))
        finally:
            config._ensure_unconfigure()
        if code in (pytest.ExitCode.INTERRUPTED, pytest.ExitCode.INTERNAL_ERROR) and not reporter.stopped:
            reporter.stopped = "pytest was stopped"
    except ConftestImportFailure as failure:
        file = os.path.relpath(failure.path, root)
        reporter.collection_failed(file, failure.cause, f"{type(failure.cause).__name__}: {failure.cause}")
    except pytest.UsageError as error:
        reporter.collection_failed("pytest settings", error, str(error))
    except SystemExit as error:
        reporter.stopped = end_of_pytest(error)
    reporter.report_collection([])
    return reporter
