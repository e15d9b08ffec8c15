"""The harness: what the container runs. Warms up, waits for one job, runs it, ends."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
import time
import traceback
from contextlib import suppress

from lakeproof_harness import memory, rehearsal
from lakeproof_harness.events import EventOfVariant, Events, broken, done, ready
from lakeproof_harness.folder import compose
from lakeproof_harness.matrix import Matrix, log
from lakeproof_harness.owner_client import JvmLost, OwnerClient
from lakeproof_harness.protocol import MOST_HEADER_BYTES, Header, Nonsense, parse_header
from lakeproof_harness.reaper import Reaper
from lakeproof_harness.upload import read_tar
from lakeproof_harness.users import account, make_folders
from lakeproof_harness.variant_run import Task
from lakeproof_harness.zygote_client import ZygoteClient, ZygoteLost

# On the command line: warm up until `ready`, and no further while no job comes.
NO_REHEARSAL = "--no-rehearsal"
LEARNERS = ("learner1", "learner2")


class NotWarm(Exception):
    """The rehearsal failed: the sandbox can't grade."""


def main() -> None:
    """Runs the harness and ends the process, whatever is left running."""
    # Nothing but events may reach the host: whoever writes to descriptor 1 writes to the log.
    events = Events(os.dup(1))
    os.dup2(2, 1)
    nothing = os.open(os.devnull, os.O_RDONLY)
    stdin = os.dup(0)
    os.dup2(nothing, 0)
    code = 1
    try:
        asyncio.run(_harness(events, stdin))
        code = 0
    except (JvmLost, ZygoteLost, NotWarm, Nonsense) as error:
        events.send(broken(str(error)))
    except BrokenPipeError:
        log("the host has gone")
    except Exception as error:
        # Here, because nothing comes after os._exit.
        traceback.print_exc()
        events.send(broken(f"{type(error).__name__}: {error}"))
    finally:
        sys.stderr.flush()
        # Ends process 1 of the container, and all others with it.
        os._exit(code)


async def _harness(events: Events, stdin: int) -> None:
    began = time.monotonic()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, os._exit, 143)
    reader = asyncio.StreamReader(limit=MOST_HEADER_BYTES)
    await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), os.fdopen(stdin, "rb"))

    reaper = Reaper(loop)
    spark, learners = account("spark"), [account(name) for name in LEARNERS]
    for learner in learners:
        make_folders(learner)
    owner, zygote = await asyncio.gather(OwnerClient.start(spark, reaper), ZygoteClient.start(reaper))
    session_seconds = time.monotonic() - began
    matrix = Matrix(spark, learners, reaper, zygote, owner)
    watching = asyncio.create_task(matrix.watch_workers())
    await _rehearse(matrix, [rehearsal.first()])
    log(f"ready after {memory.cpu_seconds():.1f} CPU-s")
    events.send(ready(round(session_seconds, 3), round(time.monotonic() - began, 3)))

    header = await _header_while_warming(reader, matrix)
    began, cpu = time.monotonic(), memory.cpu_seconds()
    try:
        tar = await reader.readexactly(header.tar_bytes)
    except asyncio.IncompleteReadError as error:
        raise Nonsense(f"the tar ended after {len(error.partial)} of {header.tar_bytes} bytes") from error
    leaving = asyncio.create_task(_end_with_stdin(reader))
    await matrix.run(_tasks(header, tar), header.limits, events.send)
    events.send(done(round(time.monotonic() - began, 3)))
    cpu = memory.cpu_seconds() - cpu
    log(f"{len(header.variants)} variants, {cpu:.1f} CPU-s, peak memory {memory.peak() >> 20} MiB")
    leaving.cancel()
    watching.cancel()


async def _rehearse(matrix: Matrix, tasks: list[Task]) -> None:
    seen: list[EventOfVariant] = []
    await matrix.run(tasks, rehearsal.LIMITS, seen.append)
    ends = [event["end"] for event in seen if event["event"] == "variant"]
    wrong = [event for event in seen if event.get("failures") or event.get("outcome", "passed") != "passed"]
    if wrong or ends != ["finished"] * len(tasks):
        raise NotWarm(f"the rehearsal failed: {wrong[:1] or [event for event in seen][-1:]}")


async def _header_while_warming(reader: asyncio.StreamReader, matrix: Matrix) -> Header:
    """Waits for the header. Until it comes the rehearsal goes on for a while."""

    async def rehearse() -> None:
        try:
            for engine, slow in rehearsal.WHILE_WAITING:
                await _rehearse(matrix, rehearsal.pair(engine, slow=slow))
        except (NotWarm, JvmLost) as error:
            # It passed once, or it would not be ready: a busy host must not cost the next job its sandbox.
            log(f"warming goes no further: {error}")

    warming = asyncio.create_task(rehearse()) if NO_REHEARSAL not in sys.argv else None
    try:
        line = await reader.readuntil(b"\n")
    except asyncio.IncompleteReadError:
        log("stdin was closed before a job came")
        os._exit(0)
    except asyncio.LimitOverrunError as error:
        raise Nonsense(f"the header is longer than {MOST_HEADER_BYTES} bytes") from error
    if warming:
        warming.cancel()
        with suppress(asyncio.CancelledError):
            await warming
    header = parse_header(line)
    if header.engine == "cluster":
        await matrix.step_aside()
    return header


async def _end_with_stdin(reader: asyncio.StreamReader) -> None:
    """Ends everything at once when the host closes stdin."""
    while await reader.read(4096):
        pass
    log("stdin was closed: the job is given up")
    os._exit(0)


def _tasks(header: Header, tar: bytes) -> list[Task]:
    upload = read_tar(tar)
    known = {variant.n for variant in header.variants}
    if strange := sorted({*upload.overlays, *upload.submissions} - known):
        raise Nonsense(f"the tar has files of variants that the header lacks: {strange[:5]}")
    return [
        Task(variant, compose(upload, variant.n, header.mode), header.engine) for variant in header.variants
    ]


if __name__ == "__main__":
    main()
