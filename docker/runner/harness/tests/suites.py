"""Runs suites by the harness's own options and plugin, each in a process forked from one that is warm."""

import atexit
import functools
import json
import subprocess
import sys
from pathlib import Path

from lakeproof_harness import programs

PROGRAM = """
import json, os, sys
from pathlib import Path
from lakeproof_harness.child import audit, variant
from lakeproof_harness.messages.job import SuiteLimits
from lakeproof_harness.messages.report import Note, write_report

class Voice:
    def __init__(self, file):
        self.file = file
    def say(self, report):
        self.file.write(write_report(report))
        self.file.flush()
    def note(self, code, detail):
        self.say(Note(code, detail))

def run(job):
    root = Path(job["root"])
    os.chdir(root)
    sys.path.insert(0, str(root))
    nothing = os.open(os.devnull, os.O_RDWR)
    for descriptor in (0, 1, 2):
        os.dup2(nothing, descriptor)
    voice = Voice(open(job["report"], "ab"))
    audit.watch(str(root), {"pipeline.py"}, set(), voice.note)
    limits = SuiteLimits(**job["limits"])
    reporter = variant.run_pytest(voice, limits, root, root.parent, job["paths"], [])
    reporter.end("exited" if reporter.stopped else "finished", reporter.stopped)

for line in sys.stdin:
    pid = os.fork()
    if pid == 0:
        try:
            run(json.loads(line))
        finally:
            os._exit(0)
    os.waitpid(pid, 0)
    print("done", flush=True)
"""
LIMITS = {
    "tests": 100,
    "test_output_bytes": 65536,
    "output_bytes": 1 << 20,
    "id_chars": 500,
    "message_chars": 2000,
}


class Said(list):
    """What a suite's process reported."""

    def of(self, kind):
        return [said for said in self if said["kind"] == kind]

    @property
    def collected(self):
        (collected,) = self.of("collected")
        return collected

    @property
    def end(self):
        (end,) = self.of("end")
        return end

    @property
    def outcomes(self):
        return {said["id"].partition("::")[2]: (said["outcome"], said["cause"]) for said in self.of("test")}

    @property
    def messages(self):
        return {said["id"].partition("::")[2]: said["message"] for said in self.of("test")}


@functools.cache
def warm_process() -> subprocess.Popen:
    process = subprocess.Popen(
        [sys.executable, "-B", "-P", "-c", PROGRAM],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=programs.environment(),
        text=True,
    )
    atexit.register(process.kill)
    return process


def run(folder: Path, files: dict[str, str], paths: tuple[str, ...] = (), **limits: int) -> Said:
    """Runs pytest on `files`, laid out in a new folder."""
    suite, report = folder / "suite", folder / "report"
    for name, content in files.items():
        (suite / name).parent.mkdir(parents=True, exist_ok=True)
        (suite / name).write_text(content)
    report.touch()
    job = {"root": str(suite), "report": str(report), "limits": {**LIMITS, **limits}, "paths": list(paths)}
    process = warm_process()
    process.stdin.write(json.dumps(job) + "\n")
    process.stdin.flush()
    assert process.stdout.readline() == "done\n"
    return Said(json.loads(line) for line in report.read_text().splitlines())
