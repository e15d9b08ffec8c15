import asyncio
import os
import signal
import time

import pytest

from lakeproof_harness import zygote_client
from lakeproof_harness.zygote_client import Process


def seconds_waited_for(pid: int, told_after: float | None) -> float:
    async def scenario() -> float:
        loop = asyncio.get_running_loop()
        ended: asyncio.Future[int] = loop.create_future()
        if told_after is not None:
            loop.call_later(told_after, ended.set_result, 0)
        began = time.monotonic()
        await Process(pid, ended).wait_until_dead()
        return time.monotonic() - began

    return asyncio.run(scenario())


@pytest.fixture
def dying():
    """A process without memory of its own any more, and without anybody who read its status."""
    pid = os.fork()
    if pid == 0:
        os._exit(0)
    os.waitid(os.P_PID, pid, os.WEXITED | os.WNOWAIT)
    yield pid
    os.waitpid(pid, 0)


@pytest.fixture
def living():
    pid = os.fork()
    if pid == 0:
        signal.pause()
    yield pid
    os.kill(pid, signal.SIGKILL)
    os.waitpid(pid, 0)


def test_the_status_of_a_process_that_is_ending_is_waited_for(dying):
    assert 1.5 <= seconds_waited_for(dying, told_after=1.5) < zygote_client.EXIT_SECONDS


def test_a_process_that_is_never_said_to_have_ended_is_not_waited_for_without_end(dying, monkeypatch):
    monkeypatch.setattr(zygote_client, "EXIT_SECONDS", 1.5)
    assert 1.5 <= seconds_waited_for(dying, told_after=None) < 4


def test_a_process_that_lives_on_behind_a_closed_channel_is_not_waited_for(living):
    assert seconds_waited_for(living, told_after=None) < zygote_client.EXIT_SECONDS / 2
