"""A run of the matrix: what is waiting, and what holds for all of it."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

from lakeproof_harness.events import EventOfVariant
from lakeproof_harness.protocol import Limits
from lakeproof_harness.variant_run import Task


@dataclass
class Run:
    """`parallel` of the waiting tasks run at a time; `deadline` is on the monotonic clock."""

    waiting: deque[Task]
    parallel: int
    limits: Limits
    emit: Callable[[EventOfVariant], None]
    deadline: float

    @property
    def goes_on(self) -> bool:
        """Whether a task waits and there is time for it."""
        return bool(self.waiting) and time.monotonic() < self.deadline
