"""What variants run on: the warm JVM that they share, or a cluster that each starts for itself."""

from __future__ import annotations

from typing import Any, Protocol


class Ground(Protocol):
    """Opens a corner for each variant and clears it away.

    `pids` are processes of user spark that belong here, `lost` says why it can't be used any more.
    `held_bytes` is the memory it takes beside the variants, `most_parallel` how many variants it can
    have at a time, `most_threads` how many processes and threads each may have together.
    """

    pids: set[int]
    lost: str | None
    held_bytes: int
    most_parallel: int
    most_threads: int

    async def open(self, token: str, engine: str, options: dict[str, str]) -> dict[str, Any]:
        """Opens a corner with a session of those options; returns the door the variant comes in by."""

    async def close(self, token: str, *, alone: bool) -> bool:
        """Clears a corner; everything when `alone`.

        Returns whether something is left that can only be cleared when nothing runs. Raises JvmLost when
        what variants share isn't as it was.
        """

    async def check_alive(self) -> None:
        """Raises JvmLost when what the variants run on has ended."""

    async def stop(self) -> None:
        """Lets it end."""


class OwnClusters:
    """Each variant starts a driver and executors of its own, which end with it."""

    def __init__(self) -> None:
        """Starts nothing."""
        self.pids: set[int] = set()
        self.lost: str | None = None
        # Harness and zygote, files in /tmp left out.
        self.held_bytes = 300 << 20
        # Two clusters at a time would have half a core for each of their executors.
        self.most_parallel = 1
        # Driver and two executors are JVMs of up to 150 threads each.
        self.most_threads = 700

    async def open(self, token: str, engine: str, options: dict[str, str]) -> dict[str, Any]:  # noqa: ARG002
        """Nothing is to be opened."""
        return {}

    async def close(self, token: str, *, alone: bool) -> bool:  # noqa: ARG002
        """All of it were processes and files of the variant's user, which the harness removes."""
        return False

    async def check_alive(self) -> None:
        """It is the variant's own."""

    async def stop(self) -> None:
        """Nothing runs."""
