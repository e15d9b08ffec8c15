"""What the harness tells the host: NDJSON on stdout, which nothing else may write to.

libs/contracts/src/harness.ts is the same in zod; examples that both sides read: docker/runner/protocol.
"""

from __future__ import annotations

import json
import os
from typing import Literal, TypedDict

from lakeproof_harness.messages.report import Cause, End, Failure, Outcome
from lakeproof_harness.protocol import MOST_MESSAGE, MOST_REASON, MOST_SECONDS, PROTOCOL
from lakeproof_harness.text import cut

VariantEnd = End | Literal["timeout", "out-of-memory"]


class Ready(TypedDict):
    """The JVM is warm; the harness waits for the header."""

    event: Literal["ready"]
    protocol: int
    sessionSeconds: float
    warmSeconds: float


class Collected(TypedDict):
    """What a variant's process will run, and what couldn't be collected."""

    event: Literal["collected"]
    variant: int
    tests: list[str]
    failures: list[Failure]
    notes: list[str]


class Test(TypedDict):
    """How a test ended."""

    event: Literal["test"]
    variant: int
    id: str
    outcome: Outcome | Literal["timeout"]
    cause: Cause | Literal["timeout"] | None
    seconds: float
    message: str
    output: str


class Variant(TypedDict):
    """How a variant's process ended."""

    event: Literal["variant"]
    variant: int
    end: VariantEnd
    seconds: float
    message: str


class Note(TypedDict):
    """Something for the trainer that changes no score."""

    event: Literal["note"]
    variant: int
    code: str
    detail: str
    test: str | None


class Done(TypedDict):
    """All variants have ended."""

    event: Literal["done"]
    seconds: float


class Broken(TypedDict):
    """The harness can't go on: our fault, never the learner's."""

    event: Literal["broken"]
    reason: str


EventOfVariant = Collected | Test | Variant | Note
Event = Ready | EventOfVariant | Done | Broken


def ready(session_seconds: float, warm_seconds: float) -> Ready:
    """Seconds from the harness's start to the session, and to the end of the warm-up."""
    return {
        "event": "ready",
        "protocol": PROTOCOL,
        "sessionSeconds": in_range(session_seconds),
        "warmSeconds": in_range(warm_seconds),
    }


def variant_ended(variant: int, end: VariantEnd, seconds: float, message: str) -> Variant:
    """The message, which may quote a suite, is cut."""
    return {
        "event": "variant",
        "variant": variant,
        "end": end,
        "seconds": in_range(seconds),
        "message": cut(message, MOST_MESSAGE),
    }


def done(seconds: float) -> Done:
    """Seconds from the header on."""
    return {"event": "done", "seconds": in_range(seconds)}


def broken(reason: str) -> Broken:
    """The reason is cut."""
    return {"event": "broken", "reason": cut(reason, MOST_REASON)}


def in_range(seconds: float) -> float:
    """Seconds as the protocol has them."""
    return round(min(max(seconds, 0.0), MOST_SECONDS), 4)


class Events:
    """The harness's voice. A host that has gone away is not an error: the harness then ends."""

    def __init__(self, descriptor: int) -> None:
        """Writes to an open descriptor."""
        self._descriptor = descriptor

    def send(self, event: Event) -> None:
        """Writes one event whole."""
        data = memoryview(json.dumps(event).encode() + b"\n")
        while data:
            data = data[os.write(self._descriptor, data) :]
