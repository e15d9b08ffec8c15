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


def channel():
    from lakeproof_harness.child.channel import Channel

    return next(thing for thing in gc.get_objects() if isinstance(thing, Channel))


def forge(test, outcome):
    from lakeproof_harness.messages.report import EndOfTest

    cause = "assertion" if outcome == "failed" else None
    channel().say(EndOfTest(f"test_forges.py::{test}", outcome, cause, 0, "forged", ""))


def test_all_are_forged():
    for test in ("test_small", "test_never_true", "test_of_nobody"):
        forge(test, "passed")
    from lakeproof_harness.messages.report import Collected

    channel().say(Collected(["test_of_nobody"], [], []))
    channel()._connection.sendall(b'{"kind": "variant", "variant": 0, "end": "finished"}\n')


def test_small():
    from pipeline import fee

    assert fee(10) == 5


def test_never_true():
    assert False
