"""Small suites like a learner's, run before the sandbox says it is ready and while it waits.

They warm the whole path that a submission takes (fork, attach, Spark's compilers, the janitor) and
prove that the sandbox can grade: a container that can't pass the first one never becomes ready. The
folders `suite` (engine classic) and `connect` are data: they are laid out and run, never imported by
the harness.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from lakeproof_harness.folder import Folder
from lakeproof_harness.protocol import Limits, Variant
from lakeproof_harness.upload import Files
from lakeproof_harness.variant_run import Task

SUITES = {"classic": Path(__file__).with_name("suite"), "connect": Path(__file__).with_name("connect")}
LIMITS = Limits(
    seconds=120,
    variant_seconds=120,
    parallel=2,
    tests=100,
    test_output_bytes=65_536,
    output_bytes=1 << 20,
    id_chars=500,
    message_chars=2000,
)

# What is enough to know that the sandbox works, and to have compiled what every suite needs.
FIRST = ("conftest.py", "pipeline.py", "test_first.py")
# Slow the first time in a JVM and never again, so that one run of them is enough.
SLOW_STARTERS = "test_slow_starters.py"
# After `ready`, and until a job comes: rounds of two runs each; True is with the slow starters.
WHILE_WAITING = (("classic", True), ("classic", False), ("connect", False), ("connect", False))


def first() -> Task:
    """The run before `ready`, which also learns the names of Java that suites use."""
    return _task(0, "classic", _suite("classic", FIRST), learn=True)


def pair(engine: str, *, slow: bool) -> list[Task]:
    """Two runs of an engine's suite; with `slow` the first has the slow starters too.

    What it calls in Java is learned as well: more than the run before `ready` knows of.
    """
    every = sorted(path.name for path in SUITES[engine].glob("*.py"))
    usual = [name for name in every if name != SLOW_STARTERS]
    first = _task(0, engine, _suite(engine, every if slow else usual), learn=engine == "classic")
    return [first, _task(1, engine, _suite(engine, usual))]


def _suite(engine: str, names: Iterable[str]) -> Files:
    return {name: (SUITES[engine] / name).read_bytes() for name in names}


def _task(n: int, engine: str, files: Files, *, learn: bool = False) -> Task:
    return Task(Variant(n, {}), Folder(files, {"pipeline.py"}, [], []), engine, learn)
