"""Runs suites by plain pytest on stock PySpark, each in a process and a folder of its own.

In a container without network, one user for tests and Spark, as on a laptop. The one argument is
JSON, {name of the shape: further arguments for pytest}. Prints a line of JSON for each suite; one
that wrote no record says how it ended.
"""

import json
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

SECONDS = 600
HERE = Path(__file__).parent
# Without a network the machine's own name has no address.
ENVIRONMENT = {
    "PATH": os.environ["PATH"],
    "LANG": "C.UTF-8",
    "TZ": "UTC",
    "PYTHONPATH": str(HERE),
    "PYTHONDONTWRITEBYTECODE": "1",
    "SPARK_LOCAL_HOSTNAME": "localhost",
    "SPARK_LOCAL_IP": "127.0.0.1",
    # As Spark starts it, but for the compiler and the collector: a short life is spent half as long.
    "JAVA_TOOL_OPTIONS": "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC",
}
# By default pytest stops at the first file that it can't collect.
ARGUMENTS = ["-q", "--continue-on-collection-errors", "-p", "record", "-p", "plain_session"]


def run(suite: Path, arguments: list[str], home: Path) -> dict[str, object]:
    """Runs one suite in its folder; `home` is made for it and removed."""
    (home / "tmp").mkdir(parents=True)
    record = home / "record.json"
    environment = {**ENVIRONMENT, "HOME": str(home), "TMPDIR": str(home / "tmp"), "RECORD": str(record)}
    command = [sys.executable, "-m", "pytest", *ARGUMENTS, *arguments]
    try:
        ended = subprocess.run(
            command, cwd=suite, env=environment, capture_output=True, text=True, timeout=SECONDS
        )
        if record.exists():
            return json.loads(record.read_text())
        return {"broken": (ended.stdout + ended.stderr)[-2000:]}
    except subprocess.TimeoutExpired:
        return {"broken": f"not done after {SECONDS} s"}
    finally:
        shutil.rmtree(home, ignore_errors=True)


def main() -> None:
    """Runs what the plan says, in its order."""
    # Process 1 of a container is not ended by a signal that it doesn't handle.
    signal.signal(signal.SIGTERM, lambda *_: os._exit(143))
    for name, arguments in json.loads(sys.argv[1]).items():
        found = run(HERE.parent / "shapes" / name / "suite", arguments, HERE.parent / "home")
        print(json.dumps({"name": name, **found}), flush=True)


main()
