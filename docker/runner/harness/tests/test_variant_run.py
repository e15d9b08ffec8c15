"""One run of a variant. Its process is a fork of the test's; what it runs on is as slow as it is told."""

import asyncio
import os
import socket
import time
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from lakeproof_harness.child.channel import Channel
from lakeproof_harness.endings import Ending
from lakeproof_harness.folder import Folder
from lakeproof_harness.messages.report import Collected, Ended, EndOfTest
from lakeproof_harness.protocol import Limits, Variant
from lakeproof_harness.rehearsal import LIMITS
from lakeproof_harness.users import account
from lakeproof_harness.variant_run import Attempt, Task
from lakeproof_harness.zygote_client import Process

TESTS = ["test_a.py::test_first", "test_a.py::test_second"]
PLENTY = 1 << 40


class Forks:
    """Forks a process that reads its job, does what it is told with its channel, and ends."""

    pid = os.getpid()

    def __init__(self, act: Callable[[Channel], None]) -> None:
        self._act = act

    async def fork(self, _: object, connection: socket.socket) -> Process:
        pid = os.fork()
        if pid == 0:
            channel = Channel(connection)
            channel.job()
            self._act(channel)
            os._exit(0)
        return Process(pid, asyncio.ensure_future(asyncio.to_thread(lambda: os.waitpid(pid, 0)[1])))


class Ground:
    """Nothing but how long it takes to say that it is alive."""

    most_threads = PLENTY

    def __init__(self, alive_after: float = 0) -> None:
        self._alive_after = alive_after

    async def open(self, *_: object) -> dict[str, Any]:
        return {}

    async def check_alive(self) -> None:
        await asyncio.sleep(self._alive_after)


def run(
    act: Callable[[Channel], None], ground: Any, limits: Limits = LIMITS
) -> tuple[Ending, dict[str, str]]:
    """How it ended, and what each test came to."""
    seen: list[dict[str, Any]] = []

    async def scenario() -> Ending:
        task = Task(Variant(0, {}), Folder({}, set(), [], []))
        deadline = time.monotonic() + limits.seconds
        attempt = Attempt(task, account("learner1"), limits, seen.append, deadline)
        zygote: Any = Forks(act)
        return await attempt.run(ground, zygote, {}, PLENTY)

    ending = asyncio.run(scenario())
    return ending, {event["id"]: event["outcome"] for event in seen if event["event"] == "test"}


def say_test(channel: Channel, test: str, outcome: str) -> None:
    cause = "assertion" if outcome == "failed" else None
    channel.say(EndOfTest(test, outcome, cause, seconds=0.1, message="", output=""))


def run_all(channel: Channel) -> None:
    channel.say(Collected(TESTS, failures=[], notes=[]))
    say_test(channel, TESTS[0], "failed")
    say_test(channel, TESTS[1], "passed")
    channel.say(Ended("finished", ""))


def test_what_a_process_said_before_it_ended_is_heard_though_the_jvm_is_slow_to_answer() -> None:
    ending, outcomes = run(run_all, Ground(alive_after=1.5))
    assert ending.end == "finished"
    assert outcomes == {TESTS[0]: "failed", TESTS[1]: "passed"}


def test_a_jvm_that_never_answers_is_waited_for_until_the_time_is_over() -> None:
    limits = replace(LIMITS, variant_seconds=1)
    ending, outcomes = run(run_all, Ground(alive_after=20), limits)
    assert ending.end == "timeout"
    assert outcomes == {}


@pytest.fixture
def open_until_the_end():
    """A descriptor that can be read from once the test is over."""
    reader, writer = os.pipe()
    yield reader, writer
    os.close(writer)
    os.close(reader)


def test_children_that_live_on_are_not_listened_to(open_until_the_end) -> None:
    reader, writer = open_until_the_end

    def leave_a_child(channel: Channel) -> None:
        channel.say(Collected(TESTS, failures=[], notes=[]))
        say_test(channel, TESTS[0], "passed")
        if os.fork() == 0:
            # It holds the channel open, and waits.
            os.close(writer)
            os.read(reader, 1)

    ending, outcomes = run(leave_a_child, Ground())
    assert ending == Ending("exited", "The process ended itself with exit code 0 while starting")
    assert outcomes == {TESTS[0]: "passed"}
