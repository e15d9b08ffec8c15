"""Runs a suite by pytest within this process, again and again: nothing is isolated."""

from __future__ import annotations

import contextlib
import gc
import os
import sys
from pathlib import Path
from typing import Any

import pytest

QUIET = ("-q", "-p", "no:cacheprovider", "--continue-on-collection-errors")


def run_suite(folder: Path, plugin: Any, arguments: tuple[str, ...] = QUIET) -> dict[str, str]:
    """Outcomes by test. Forgets the suite's modules, so that the next one's are imported."""
    path = list(sys.path)
    os.chdir(folder)
    sys.path.insert(0, str(folder))
    plugin.of.clear()
    try:
        with Path(os.devnull).open("w") as nothing, contextlib.redirect_stdout(nothing):
            pytest.main([*arguments, str(folder)], plugins=[plugin])
    finally:
        sys.path[:] = path
        for name, module in list(sys.modules.items()):
            if str(getattr(module, "__file__", None) or "").startswith(f"{folder}/"):
                del sys.modules[name]
        gc.collect()
    return {Path(test).name: outcome for test, outcome in plugin.of.items()}
