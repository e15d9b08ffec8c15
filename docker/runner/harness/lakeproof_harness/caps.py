"""What a variant's processes may hold while they run: looked at from outside, again and again."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass

from lakeproof_harness import memory, processes
from lakeproof_harness.endings import Ending
from lakeproof_harness.reports import Reports

LOOK_SECONDS = 0.05
LOOKS_FOR_MEMORY = 4


@dataclass(frozen=True)
class Caps:
    """For all processes of one user together; `zygote_bytes` is what each has in common with the zygote."""

    uid: int
    memory_bytes: int
    threads: int
    zygote_bytes: int

    async def overstepped(self, reports: Reports) -> Ending:
        """Returns once a cap is overstepped, with what is to be said of it. Nothing is ended."""
        looks = 0
        while True:
            await asyncio.sleep(LOOK_SECONDS)
            looks += 1
            # Processes that fork are many within a moment, and then nobody else gets a turn.
            if processes.in_container() > self.threads:
                threads = processes.threads(self.uid)
                if threads > self.threads:
                    return Ending(
                        "exited",
                        f"{threads} processes and threads were running while {reports.doing}: "
                        f"a suite may have {self.threads}",
                    )
            if looks % LOOKS_FOR_MEMORY:
                continue
            held = memory.held_by(self.uid, self.zygote_bytes)
            if held > self.memory_bytes:
                return Ending(
                    "out-of-memory",
                    f"{held >> 20} MiB were used while {reports.doing}: "
                    f"a suite may hold {self.memory_bytes >> 20} MiB",
                )
