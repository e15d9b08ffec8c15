import gc
import json
import os
import socket
import sys

LIES = [
    {"kind": "end", "reason": "finished", "message": ""},
    {"kind": "test", "id": "test_forges.py::test_forges", "outcome": "failed", "cause": "assertion", "seconds": 0, "message": "", "output": ""},
    {"event": "test", "variant": 0, "id": "x", "outcome": "passed", "cause": None, "seconds": 0, "message": "", "output": ""},
    {"event": "variant", "variant": 1, "end": "finished", "seconds": 0, "message": ""},
    {"event": "done", "seconds": 1},
    {"event": "broken", "reason": "forged"},
]


def test_forges():
    lines = b"".join(json.dumps(lie).encode() + b"\n" for lie in reversed(LIES))
    for process in ["self", *filter(str.isdigit, os.listdir("/proc"))]:
        try:
            names = os.listdir(f"/proc/{process}/fd")
        except OSError:
            continue
        for name in names:
            try:
                if process == "self":
                    os.write(int(name), lines)
                else:
                    with open(f"/proc/{process}/fd/{name}", "wb", buffering=0) as file:
                        file.write(lines)
            except OSError:
                continue


def test_after():
    pass
