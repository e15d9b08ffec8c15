"""Baseline d, the floor: one warm JVM with all that makes a sandbox fast, and no isolation.

Two processes that stay (a sandbox runs two variants at a time), each with one session for all
variants; no users, no folders of their own, nothing cleared, nothing compared.
"""

from __future__ import annotations

import os
import shutil

# As in the sandbox: plugins are named one by one.
os.environ["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"

from collections.abc import Callable
from multiprocessing import get_context
from multiprocessing.queues import SimpleQueue
from typing import Any

from ground import REHEARSAL, ROOT, asked, lay_out, measured, say
from inprocess import run_suite
from lakeproof_harness.child import options, py4j_names
from lakeproof_harness.child.attach_classic import Warm, attach_on_demand
from lakeproof_harness.child.local_rows import skip_python_workers
from lakeproof_harness.child.zygote import preload
from outcomes import Outcomes
from pyspark.sql import SparkSession

AT_ONCE = 2
WARM_UPS = 3


class Kept(Outcomes):
    """The suite's session comes from the harness's own fixtures."""

    spark = None


def work(corner: Any, tasks: SimpleQueue, answers: SimpleQueue) -> None:
    """A process that runs one suite after another."""
    port, secret, token, session_options = corner.get()
    folder = ROOT / token
    warm = Warm(port, secret, token, session_options, str(folder), str(ROOT))
    py4j_names.remember({})
    skip_python_workers()
    attach_on_demand(warm, lambda _: None)
    SparkSession.builder.getOrCreate()
    plugin = Kept()

    def suite(prepare: Callable[[], object]) -> dict[str, str]:
        prepare()
        arguments, _ = options.command_line(folder, ROOT / f"{token}-tmp", [])
        return run_suite(folder, plugin, ("-q", *arguments))

    for _ in range(WARM_UPS):
        suite(lambda: shutil.copytree(REHEARSAL, folder, dirs_exist_ok=True))
    answers.put(None)
    while True:
        variant = tasks.get()
        answers.put((variant, suite(lambda variant=variant: lay_out(variant, folder))))


def main() -> None:
    preload()
    # Forked before anything is connected.
    context = get_context("fork")
    tasks, answers = context.SimpleQueue(), context.SimpleQueue()
    corners = [context.SimpleQueue() for _ in range(AT_ONCE)]
    for corner in corners:
        context.Process(target=work, args=(corner, tasks, answers), daemon=True).start()

    from lakeproof_harness.jvm.launch import start_jvm
    from lakeproof_harness.jvm.owner import Owner
    from lakeproof_harness.jvm.session import CLASSIC_OPTIONS

    os.umask(0o002)
    owner = Owner(start_jvm())
    for n, corner in enumerate(corners):
        session_options = {**CLASSIC_OPTIONS, "spark.sql.warehouse.dir": str(ROOT / f"warehouse{n}")}
        opened = owner.open(f"floor{n}", "classic", session_options)
        corner.put((opened["port"], opened["secret"], f"floor{n}", session_options))
    for _ in corners:
        answers.get()

    def run(variants: list[str]) -> dict[str, dict[str, str]]:
        for variant in variants:
            tasks.put(variant)
        return dict(answers.get() for _ in variants)

    for variants in asked():
        say(**measured(lambda variants=variants: run(variants)))


main()
