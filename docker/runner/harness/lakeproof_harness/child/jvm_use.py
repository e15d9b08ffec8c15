"""Notices that a suite reaches into the JVM by itself: what it does there can't be seen from Python.

PySpark calls the JVM all the time; only calls that stand in one of the suite's own files count.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any

from py4j.java_gateway import JavaObject, JVMView

MOST = 7


def watch(root: str, under_test: set[str], note: Callable[[str, str], None]) -> None:
    """Says what a file under `root` asks of the JVM directly, each name once, seven at most.

    `under_test` are the paths in it that are not the learner's own.
    """
    hidden = {f"{root}/{path}" for path in under_test}
    seen: set[str] = set()

    def watched(stock: Callable[[Any, str], Any]) -> Callable[[Any, str], Any]:
        def get(self: Any, name: str) -> Any:
            file = sys._getframe(1).f_code.co_filename
            if file.startswith(root) and file not in hidden and name not in seen and len(seen) < MOST:
                seen.add(name)
                note("jvm", name[:200])
            return stock(self, name)

        return get

    for kind in (JVMView, JavaObject):
        kind.__getattr__ = watched(kind.__getattr__)
