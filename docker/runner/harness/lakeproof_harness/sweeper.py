"""Ends all processes of a user and removes their files, by becoming that user.

Root in the sandbox may change user, and that is all: it may not remove what others own, and as
that user nothing else can be harmed, whatever names and links a learner left.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
from collections.abc import Callable
from pathlib import Path

from lakeproof_harness import processes
from lakeproof_harness.reaper import Reaper
from lakeproof_harness.users import OPEN_TO_ALL, Account

ROUNDS = 50


class Sweeper:
    """Sweeps after one user or the other."""

    def __init__(self, reaper: Reaper) -> None:
        """Processes that were ended are buried by `reaper`."""
        self._reaper = reaper

    async def end_processes(self, account: Account) -> None:
        """Ends all processes of the user, at once: one after another, those that fork would never end."""
        for _ in range(ROUNDS):
            try:
                await self._as(account, lambda: os.kill(-1, signal.SIGKILL))
            except BlockingIOError:
                # No room for a process that does it.
                processes.end_all(account.uid)
            if not any(processes.of_user(account.uid)):
                return
            await asyncio.sleep(0.01)

    async def remove_files(self, account: Account, partner: Account | None = None) -> None:
        """Removes the user's files: suite, scratch folder, and what stands about elsewhere.

        What `partner` locked away in the user's folders is opened and removed as that user; as often
        as folders of the one lie in folders of the other.
        """
        folders = [folder for folder in (account.suite.parent, account.scratch) if folder.exists()]

        def remove() -> None:
            for folder in folders:
                _empty(folder)
            for root in OPEN_TO_ALL:
                for path in processes.owned_in(root, account.uid):
                    processes.remove(path)

        def remove_for_partner() -> None:
            for folder in folders:
                _empty(folder)

        await self._as(account, remove)
        for _ in range(ROUNDS):
            if partner is None or not any(any(folder.iterdir()) for folder in folders):
                return
            await self._as(partner, remove_for_partner)
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


def _empty(folder: Path) -> None:
    with contextlib.suppress(OSError):
        for path in folder.iterdir():
            processes.remove(path)
