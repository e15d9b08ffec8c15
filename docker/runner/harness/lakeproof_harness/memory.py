"""What the container has and has used; keeps learners' processes within it."""

from __future__ import annotations

import contextlib
from pathlib import Path

from lakeproof_harness import processes

LEAST = 256 << 20
LIMITS = (Path("/sys/fs/cgroup/memory.max"), Path("/sys/fs/cgroup/memory/memory.limit_in_bytes"))
PEAKS = (Path("/sys/fs/cgroup/memory.peak"), Path("/sys/fs/cgroup/memory/memory.max_usage_in_bytes"))
EVENTS = (Path("/sys/fs/cgroup/memory.events"), Path("/sys/fs/cgroup/memory/memory.oom_control"))


def budget(parallel: int, held: int) -> int:
    """Bytes the processes of one of `parallel` learners may hold, beside `held` of the sandbox's own."""
    for path in LIMITS:
        with contextlib.suppress(OSError, ValueError):
            return max(LEAST, (int(path.read_text()) - held) // parallel)
    return LEAST


def kills() -> int:
    """How often the kernel ended a process of this container because its memory was used up."""
    for path in EVENTS:
        with contextlib.suppress(OSError, ValueError):
            for line in path.read_text().splitlines():
                if line.startswith("oom_kill "):
                    return int(line.split()[1])
    return 0


def peak() -> int:
    """The most memory the container ever had, files in /tmp among it; 0 when it can't be told."""
    for path in PEAKS:
        with contextlib.suppress(OSError, ValueError):
            return int(path.read_text())
    return 0


def cpu_seconds() -> float:
    """Seconds of CPU the container has used; 0 when it can't be told."""
    with contextlib.suppress(OSError, ValueError):
        return int(Path("/sys/fs/cgroup/cpuacct/cpuacct.usage").read_text()) / 1e9
    with contextlib.suppress(OSError, ValueError):
        fields = Path("/sys/fs/cgroup/cpu.stat").read_text().split()
        return int(fields[fields.index("usage_usec") + 1]) / 1e6
    return 0.0


def held_by(uid: int, inherited: int) -> int:
    """Bytes the processes of a user hold, together.

    `inherited` is what each has in common with the zygote, counted once: a kernel counts memory
    that processes share after a fork for each of them.
    """
    held = [processes.resident_bytes(pid) for pid in processes.of_user(uid)]
    return inherited + sum(max(0, bytes_ - inherited) for bytes_ in held)
