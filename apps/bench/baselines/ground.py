"""What the baselines share: files on the ground, CPU that was used, lines to and from the host."""

from __future__ import annotations

import json
import shutil
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from lakeproof_harness import memory

ROOT = Path("/tmp/bench")
RUN = ROOT / "run"
REHEARSAL = Path("/opt/lakeproof/harness/lakeproof_harness/rehearsal/suite")


def lay_out(variant: str, folder: Path = RUN) -> Path:
    """The suite with one version of the code under test, in a folder of its own."""
    shutil.rmtree(folder, ignore_errors=True)
    for part in ("reference", f"variants/{variant}", "solution"):
        if (ROOT / part).exists():
            shutil.copytree(ROOT / part, folder, dirs_exist_ok=True)
    return folder


def asked() -> Iterator[Any]:
    """What the host asks for, a JSON line each; says first that this is ready."""
    say(ready=True)
    for line in sys.stdin:
        yield json.loads(line)


def say(**fields: object) -> None:
    """Answers the host."""
    sys.__stdout__.write(json.dumps(fields) + "\n")
    sys.__stdout__.flush()


def measured(work: Callable[[], object]) -> dict[str, object]:
    """Seconds on the clock and of CPU, of the whole container, that `work` took; and what it gave."""
    began, cpu = time.monotonic(), memory.cpu_seconds()
    result = work()
    return {"outcomes": result, "seconds": time.monotonic() - began, "cpuSeconds": memory.cpu_seconds() - cpu}
