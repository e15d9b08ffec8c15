"""What a variant's process is to run: a length and JSON, once."""

from __future__ import annotations

import base64
import json
import socket
import struct
from dataclasses import dataclass
from typing import Any

LENGTH = struct.Struct(">I")


@dataclass(frozen=True)
class SuiteLimits:
    """What a suite may report; see `protocol.Limits`."""

    tests: int
    test_output_bytes: int
    output_bytes: int
    id_chars: int
    message_chars: int


@dataclass(frozen=True)
class Job:
    """What a process is to run.

    `door` is how it comes into Spark and `options` what its session starts with, `files` lie in its folder,
    `under_test` are those that are not the learner's and `paths` those that pytest collects (all when empty),
    `names` what is known of Java's names, and `learn` asks for what was learned of them.
    """

    token: str
    engine: str
    door: dict[str, Any]
    options: dict[str, str]
    files: dict[str, bytes]
    under_test: list[str]
    paths: list[str]
    notes: list[str]
    names: dict[str, str]
    learn: bool
    limits: SuiteLimits


def write_job(job: Job) -> bytes:
    """A job as it goes to a process: the length of what follows, and JSON."""
    files = {path: base64.b64encode(data).decode() for path, data in job.files.items()}
    body = json.dumps({**vars(job), "files": files, "limits": vars(job.limits)}).encode()
    return LENGTH.pack(len(body)) + body


def read_job(connection: socket.socket) -> Job:
    """Waits for a job. Raises EOFError when the harness has gone."""
    (length,) = LENGTH.unpack(_exactly(connection, LENGTH.size))
    said: dict[str, Any] = json.loads(_exactly(connection, length))
    files = {path: base64.b64decode(data) for path, data in said["files"].items()}
    return Job(**{**said, "files": files, "limits": SuiteLimits(**said["limits"])})


def _exactly(connection: socket.socket, count: int) -> bytes:
    parts = []
    while count:
        part = connection.recv(min(count, 1 << 20))
        if not part:
            raise EOFError
        parts.append(part)
        count -= len(part)
    return b"".join(parts)
