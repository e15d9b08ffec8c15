"""Baseline c: stock PySpark in one process that is warm, variants one after another, nothing isolated."""

from __future__ import annotations

import shutil

from ground import REHEARSAL, RUN, asked, lay_out, measured, say
from inprocess import run_suite
from outcomes import Outcomes, stock_session

# A sandbox that has waited for a while has run its rehearsal as often.
WARM_UPS = 6

plugin = Outcomes()
stock_session()
for _ in range(WARM_UPS):
    shutil.copytree(
        REHEARSAL, RUN, dirs_exist_ok=True, ignore=shutil.ignore_patterns("test_slow_starters.py")
    )
    run_suite(RUN, plugin)
for variants in asked():
    say(**measured(lambda variants=variants: {v: run_suite(lay_out(v), plugin) for v in variants}))
