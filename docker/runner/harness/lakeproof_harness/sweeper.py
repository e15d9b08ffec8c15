"""Ends all processes of a user and removes their files, by becoming that user.

Root in the sandbox may change user, and that is all: it may not remove what others own, and as
that user nothing else can be harmed, whatever names and links a learner left.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import shutil
import signal
from collections.abc import Callable
from pathlib import Path

from lakeproof_harness import processes
from lakeproof_harness.reaper import Reaper
from lakeproof_harness.users import Account

OPEN_TO_ALL = (Path("/tmp"), Path("/dev/shm"))
ROUNDS = 50


class Sweeper:
    """Sweeps after one user or the other."""

    def __init__(self, reaper: Reaper) -> None:
        """Processes that were ended are buried by `reaper`."""
        self._reaper = reaper

    async def end_processes(self, account: Account) -> None:
        """Ends all processes of the user. One that forks faster than it is ended meets its limit."""
        for _ in range(ROUNDS):
            await self._as(account, lambda: os.kill(-1, signal.SIGKILL))
            if not any(processes.of_user(account.uid)):
                return
            await asyncio.sleep(0.01)

    async def remove_files(self, account: Account) -> None:
        """Removes the user's files: suite, scratch folder, and what stands about elsewhere."""

        def remove() -> None:
            for folder in (account.suite.parent, account.scratch):
                with contextlib.suppress(OSError):
                    for path in folder.iterdir():
                        _remove(path)
            for root in OPEN_TO_ALL:
                processes.remove_owned(root, account.uid, keep=set())

        await self._as(account, remove)

    async def _as(self, account: Account, act: Callable[[], None]) -> None:
        pid = os.fork()
        if pid == 0:
            with contextlib.suppress(BaseException):
                os.setgroups(account.groups)
                os.setresgid(account.gid, account.gid, account.gid)
                os.setresuid(account.uid, account.uid, account.uid)
                act()
            os._exit(0)
        await self._reaper.watch(pid)


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path, ignore_errors=True)
    else:
        with contextlib.suppress(OSError):
            path.unlink()
