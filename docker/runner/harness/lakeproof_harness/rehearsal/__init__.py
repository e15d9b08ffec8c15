"""A small suite like a learner's, run before the sandbox says it is ready.

It warms the whole path that a submission takes (fork, attach, Spark's compilers, the janitor) and
proves that the sandbox can grade: a container that can't pass it never becomes ready. The folder
`suite` is data: it is laid out and run, never imported by the harness.
"""

from __future__ import annotations

from pathlib import Path

from lakeproof_harness.folder import Folder
from lakeproof_harness.protocol import Limits, Variant
from lakeproof_harness.variant_run import Task

SUITE = Path(__file__).with_name("suite")
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


def tasks(count: int, *, learn: bool, whole: bool) -> list[Task]:
    """`count` runs of the suite, or of `FIRST` unless `whole`; with `learn` the first learns Java names."""
    names = [path.name for path in sorted(SUITE.glob("*.py"))] if whole else FIRST
    folder = Folder({name: (SUITE / name).read_bytes() for name in names}, {"pipeline.py"}, [], [])
    return [Task(Variant(n, {}), folder, learn=learn and n == 0) for n in range(count)]
