"""Baselines a and b: for each variant that is asked for, a stock pytest process that starts Spark itself."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from ground import ROOT, asked, lay_out, measured, say


def run(variant: str) -> dict[str, str]:
    folder = lay_out(variant)
    kept = ROOT / "outcomes.json"
    env = os.environ | {"OUTCOMES": str(kept), "PYTHONPATH": str(ROOT / "baselines")}
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-p", "outcomes", str(folder)]
    done = subprocess.run(command, env=env, cwd=folder, capture_output=True, text=True)
    if done.returncode not in (0, 1):
        sys.exit(done.stdout[-2000:] + done.stderr[-2000:])
    outcomes: dict[str, str] = json.loads(kept.read_text())
    return {Path(test).name: outcome for test, outcome in outcomes.items()}


for variant in asked():
    say(**measured(lambda variant=variant: {variant: run(variant)}))
