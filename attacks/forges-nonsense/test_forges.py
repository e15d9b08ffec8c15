import gc
import socket


def say(data):
    from lakeproof_harness.child.channel import Channel

    channel = next(thing for thing in gc.get_objects() if isinstance(thing, Channel))
    channel._connection.sendall(data)


def test_sends_nonsense():
    for line in (
        b"nonsense", b"\xff\xfe", b"null", b"[]", b"{}", b'{"kind": null}', b'{"kind": "test"}',
        b'{"kind": "test", "id": 1, "outcome": "passed"}',
        b'{"kind": "test", "id": "test_forges.py::test_after", "outcome": "great", "cause": null, "seconds": 0, "message": "", "output": ""}',
        b'{"kind": "test", "id": "test_forges.py::test_after", "outcome": "passed", "cause": null, "seconds": NaN, "message": "", "output": ""}',
        b'{"kind": "test", "id": "test_forges.py::test_after", "outcome": "passed", "cause": null, "seconds": 1e999, "message": "", "output": ""}',
        b'{"kind": "test", "id": "test_forges.py::test_after", "outcome": "passed", "cause": null, "seconds": ' + b"9" * 400
        + b', "message": "", "output": ""}',
        b'{"kind": "collected", "tests": 7}', b'{"kind": "end", "reason": "great", "message": ""}',
        b'{"kind": "note", "code": {}, "detail": []}', b'{"kind": "names", "names": 1}', b'{"kind": ["test"]}',
        b'{"kind": "at", "what": ' + b"[" * 100_000 + b"}", b'{"kind": "start", "id": "\\ud800\\u0000"}',
    ):
        say(line + b"\n")


def test_after():
    pass


def test_sends_a_line_without_end():
    while True:
        say(b"x" * 65536)
